use serde::{Deserialize, Serialize};
use url::Url;

/// The makers of browsers, whose services alone are called: an address that a browser hands in must not
/// make us knock at any door. A dot before a name stands for every name under it.
const KNOWN: &[&str] =
    &["fcm.googleapis.com", "updates.push.services.mozilla.com", ".push.apple.com", ".notify.windows.com"];

/// What the stack tells about push.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PushConfig {
    /// The public half of the key in the secret, which browsers ask for; none turns push off.
    #[serde(with = "text")]
    pub public_key: Option<String>,
    /// The origin of a service beside the known ones, which may do without TLS: the simulated one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub simulator: Option<Url>,
}

impl PushConfig {
    /// Whether we may send to this address.
    pub fn knows(&self, endpoint: &Url) -> bool {
        if self.simulator.as_ref().is_some_and(|simulator| simulator.origin() == endpoint.origin()) {
            return true;
        }
        let host = endpoint.host_str().unwrap_or_default();
        let is_known =
            KNOWN.iter().any(|known| if known.starts_with('.') { host.ends_with(known) } else { host == *known });
        let is_bare = endpoint.username().is_empty() && endpoint.password().is_none();
        is_known && is_bare && endpoint.scheme() == "https" && endpoint.port().is_none()
    }
}

/// A template's parameter is never absent, only empty.
mod text {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(text: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(text.as_deref().unwrap_or_default())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
        String::deserialize(deserializer).map(|text| Some(text).filter(|text| !text.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knows(config: &PushConfig, endpoint: &str) -> bool {
        config.knows(&endpoint.parse().expect("an address"))
    }

    #[test]
    fn only_makers_of_browsers_are_called() {
        let config: PushConfig = serde_json::from_str(r#"{"publicKey":""}"#).expect("a configuration");
        assert_eq!(config.public_key, None);
        for right in [
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://web.push.apple.com/abc",
            "https://wns2-am3p.notify.windows.com/w/?token=abc",
        ] {
            assert!(knows(&config, right), "{right}");
        }
        for wrong in [
            "http://fcm.googleapis.com/fcm/send/abc",
            "https://fcm.googleapis.com:8443/fcm/send/abc",
            "https://user@fcm.googleapis.com/fcm/send/abc",
            "https://fcm.googleapis.com.evil.example/abc",
            "https://evil-fcm.googleapis.com/abc",
            "https://push.apple.com/abc",
            "https://evilpush.apple.com/abc",
            "https://169.254.169.254/latest/meta-data",
            "http://localhost:8080/abc",
            "file:///etc/passwd",
            "data:text/plain,x",
        ] {
            assert!(!knows(&config, wrong), "{wrong}");
        }
    }

    #[test]
    fn a_simulator_is_called_at_its_own_origin_only() {
        let config = r#"{"publicKey":"B","simulator":"http://localhost:9000/"}"#;
        let config: PushConfig = serde_json::from_str(config).expect("a configuration");
        assert!(knows(&config, "http://localhost:9000/push/abc"));
        assert!(!knows(&config, "http://localhost:9001/push/abc"));
        assert!(!knows(&config, "https://localhost:9000/push/abc"));
        assert!(knows(&config, "https://web.push.apple.com/abc"));
    }
}
