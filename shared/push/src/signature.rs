//! Who sends it (RFC 8292): services take words from whoever a browser asked for, and from nobody else.

use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use meent_secrets::PushKey;
use serde_json::json;
use url::Url;

/// Clocks differ; a day is the most that services accept.
const LASTS: Duration = Duration::hours(12);

/// What browsers know the town by, as the stack is told it.
pub fn public_half(key: &PushKey) -> Option<String> {
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &key.pkcs8).ok()?;
    Some(URL_SAFE_NO_PAD.encode(pair.public_key().as_ref()))
}

/// The header that goes with a word to `endpoint`. `contact` is whom the service may write to.
pub(crate) fn authorization(
    key: &PushKey,
    endpoint: &Url,
    contact: &str,
    now: DateTime<Utc>,
) -> Result<String, Unspecified> {
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &key.pkcs8).map_err(|_| Unspecified)?;
    let claims = json!({
        "aud": endpoint.origin().ascii_serialization(),
        "exp": (now + LASTS).timestamp(),
        "sub": format!("mailto:{contact}"),
    });
    let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let said = format!("{}.{}", part(br#"{"typ":"JWT","alg":"ES256"}"#), part(claims.to_string().as_bytes()));
    let signature = pair.sign(&SystemRandom::new(), said.as_bytes())?;
    Ok(format!("vapid t={said}.{}, k={}", part(signature.as_ref()), part(pair.public_key().as_ref())))
}
