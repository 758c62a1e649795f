use aws_lc_rs::agreement::{ECDH_P256, ParsedPublicKey, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use meent_secrets::fingerprint;
use serde::{Deserialize, Serialize};
use url::Url;

/// A point on P-256, uncompressed.
pub(crate) const POINT_BYTES: usize = 65;
pub(crate) const SHARED_SECRET_BYTES: usize = 16;
/// What services give out is a few hundred long.
const MOST_ADDRESS: usize = 1_000;

/// Where a browser is reached, and for whose eyes what is sent there is encrypted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Given", into = "Given")]
pub struct Subscription {
    pub(crate) endpoint: Url,
    pub(crate) public_key: Vec<u8>,
    pub(crate) shared_secret: Vec<u8>,
}

/// The field of it that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    Endpoint,
    PublicKey,
    SharedSecret,
}

impl Subscription {
    pub fn new(endpoint: &str, p256dh: &str, auth: &str) -> Result<Self, Wrong> {
        // Browsers differ in whether they pad.
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok();
        let endpoint = Some(endpoint).filter(|text| text.len() <= MOST_ADDRESS).and_then(|text| text.parse().ok());
        let public_key = bytes(p256dh).filter(|key| key.len() == POINT_BYTES && is_point(key));
        let shared_secret = bytes(auth).filter(|secret| secret.len() == SHARED_SECRET_BYTES);
        Ok(Self {
            endpoint: endpoint.ok_or(Wrong::Endpoint)?,
            public_key: public_key.ok_or(Wrong::PublicKey)?,
            shared_secret: shared_secret.ok_or(Wrong::SharedSecret)?,
        })
    }

    pub fn endpoint(&self) -> &Url {
        &self.endpoint
    }

    /// By which it is known to those who may not know its address.
    pub fn id(&self) -> String {
        fingerprint(self.endpoint.as_str())
    }
}

fn is_point(bytes: &[u8]) -> bool {
    let parsed: Result<ParsedPublicKey, _> = UnparsedPublicKey::new(&ECDH_P256, bytes).try_into();
    parsed.is_ok()
}

/// As browsers write it.
#[derive(Serialize, Deserialize)]
struct Given {
    endpoint: String,
    keys: Keys,
}

#[derive(Serialize, Deserialize)]
struct Keys {
    p256dh: String,
    auth: String,
}

impl TryFrom<Given> for Subscription {
    type Error = &'static str;

    fn try_from(given: Given) -> Result<Self, Self::Error> {
        Self::new(&given.endpoint, &given.keys.p256dh, &given.keys.auth).map_err(|_| "not a subscription")
    }
}

impl From<Subscription> for Given {
    fn from(subscription: Subscription) -> Self {
        let text = |bytes| URL_SAFE_NO_PAD.encode(bytes);
        let keys = Keys { p256dh: text(subscription.public_key), auth: text(subscription.shared_secret) };
        Self { endpoint: subscription.endpoint.into(), keys }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINT: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    const SECRET: &str = "BTBZMqHH6r4Tts7J_aSIgg";

    #[test]
    fn what_a_browser_hands_in_is_read_and_kept() {
        let whole =
            Subscription::new("https://push.example/abc", POINT, &format!("{SECRET}==")).expect("a subscription");
        let text = serde_json::to_string(&whole).expect("JSON");
        assert_eq!(serde_json::from_str::<Subscription>(&text).expect("the same"), whole);
    }

    #[test]
    fn what_is_no_subscription_is_refused_by_its_field() {
        let not_on_the_curve = format!("{}A", &POINT[..86]);
        let long = format!("https://push.example/{}", "x".repeat(1_000));
        let here = "https://push.example/";
        for (endpoint, p256dh, auth, wrong) in [
            ("not an address", POINT, SECRET, Wrong::Endpoint),
            (&long, POINT, SECRET, Wrong::Endpoint),
            (here, "", SECRET, Wrong::PublicKey),
            (here, "AAAA", SECRET, Wrong::PublicKey),
            (here, &not_on_the_curve, SECRET, Wrong::PublicKey),
            (here, "not/base64+url", SECRET, Wrong::PublicKey),
            (here, POINT, "", Wrong::SharedSecret),
            (here, POINT, "BTBZ", Wrong::SharedSecret),
        ] {
            assert_eq!(Subscription::new(endpoint, p256dh, auth), Err(wrong), "{endpoint} {p256dh} {auth}");
        }
    }
}
