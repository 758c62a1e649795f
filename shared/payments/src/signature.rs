//! Worldline's signatures: of what we ask, and of what it reports.

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};

/// As HTTP writes a moment (RFC 1123).
pub(crate) fn http_date(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// A request, as far as it is signed. The body is not.
pub(crate) struct Signed<'a> {
    pub method: &'a str,
    /// Empty for a GET.
    pub content_type: &'a str,
    pub date: &'a str,
    /// All `X-GCS-…` headers that are sent.
    pub headers: &'a [(&'a str, &'a str)],
    /// With the query.
    pub path: &'a str,
}

impl Signed<'_> {
    pub fn authorization(&self, key_id: &str, secret: &str) -> String {
        let signature = STANDARD.encode(hmac::sign(&key(secret), self.text().as_bytes()).as_ref());
        format!("GCS v1HMAC:{key_id}:{signature}")
    }

    fn text(&self) -> String {
        let mut headers: Vec<(String, String)> =
            self.headers.iter().map(|(name, value)| (name.to_lowercase(), on_one_line(value))).collect();
        headers.sort();
        let headers: String = headers.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
        format!("{}\n{}\n{}\n{headers}{}\n", self.method, self.content_type, self.date, self.path)
    }
}

/// A line break and the white space after it become one space.
fn on_one_line(value: &str) -> String {
    let mut lines = value.split(['\r', '\n']).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |so_far, line| format!("{so_far} {}", line.trim_start())).trim().to_owned()
}

/// Whether a webhook's body was signed with this secret. Takes as long for a wrong signature as for a
/// right one.
pub(crate) fn is_signed(body: &[u8], signature: &str, secret: &str) -> bool {
    STANDARD.decode(signature).is_ok_and(|signature| hmac::verify(&key(secret), body, &signature).is_ok())
}

fn key(secret: &str) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "dGVzdC1zZWNyZXQta2V5LTAwMDE=";
    const DATE: &str = "Fri, 06 Jun 2025 12:39:43 GMT";

    fn signature(method: &str, content_type: &str, headers: &[(&str, &str)], path: &str) -> String {
        Signed { method, content_type, date: DATE, headers, path }.authorization("TESTKEYID0001", SECRET)
    }

    #[test]
    fn worldlines_own_vectors() {
        assert_eq!(
            signature("GET", "", &[], "/v2/MyPSPID/hostedcheckouts/3066019730"),
            "GCS v1HMAC:TESTKEYID0001:EkCBbKGSjSjhLmNJ3prk5ZXQ6yXSNyXuDGqQOv5xDas="
        );
        let create = "/v2/MyPSPID/hostedcheckouts";
        assert_eq!(
            signature("POST", "application/json", &[], create),
            "GCS v1HMAC:TESTKEYID0001:4g924aHGY79ydF99GoN/d8L46dBJ6mUVhc0DZOv/UTE="
        );
        let headers =
            [("X-GCS-ServerMetaInfo", "eyJ0ZXN0Ijp0cnVlfQ=="), ("X-GCS-Idempotence-Key", "order-42-attempt-1")];
        assert_eq!(
            signature("POST", "application/json", &headers, create),
            "GCS v1HMAC:TESTKEYID0001:lVDAYCsdrtkm+B8eoWqXxeBQ9qbVGUtZCoO4u7dSp/A="
        );
    }

    #[test]
    fn headers_are_put_on_one_line() {
        for (given, canonical) in [(" a\r\n   b ", "a b"), ("a\n\nb", "a b"), ("plain", "plain"), ("", "")] {
            assert_eq!(on_one_line(given), canonical);
        }
    }

    #[test]
    fn dates_are_those_of_http() {
        let at = DateTime::parse_from_rfc3339("2025-06-06T14:39:43+02:00").expect("a time").to_utc();
        assert_eq!(http_date(at), DATE);
    }

    #[test]
    fn a_webhook_is_signed_whole() {
        let body = br#"{"apiVersion":"v1"}"#;
        let signature = STANDARD.encode(hmac::sign(&key(SECRET), body).as_ref());
        assert!(is_signed(body, &signature, SECRET));
        for (wrong, other) in [("", SECRET), ("!", SECRET), (&signature[..40], SECRET), (&signature, "another")] {
            assert!(!is_signed(body, wrong, other));
        }
        assert!(!is_signed(&body[..body.len() - 1], &signature, SECRET));
    }
}
