//! Who sends it (RFC 8292): services take words from whoever a browser asked for, and from nobody else.

use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rand::SystemRandom;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use meent_secrets::PushKey;
use serde_json::json;
use url::Url;

/// Clocks differ; a day is the most that services accept.
const LASTS: Duration = Duration::hours(12);

/// The header that goes with a word to `endpoint`. `contact` is whom the service may write to.
pub(crate) fn authorization(
    key: &PushKey,
    endpoint: &Url,
    contact: &str,
    now: DateTime<Utc>,
) -> Result<String, Unspecified> {
    let claims = json!({
        "aud": endpoint.origin().ascii_serialization(),
        "exp": (now + LASTS).timestamp(),
        "sub": format!("mailto:{contact}"),
    });
    let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let said = format!("{}.{}", part(br#"{"typ":"JWT","alg":"ES256"}"#), part(claims.to_string().as_bytes()));
    let signature = key.pair.sign(&SystemRandom::new(), said.as_bytes())?;
    Ok(format!("vapid t={said}.{}, k={}", part(signature.as_ref()), key.public_half))
}
