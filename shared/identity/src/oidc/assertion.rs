//! `private_key_jwt`: we prove who we are to itsme with a signature instead of a shared secret.

use super::failure::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use meent_secrets::{RsaKey, random_token};
use serde_json::json;

pub const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

pub fn client_assertion(key: &RsaKey, client_id: &str, token_url: &str, now: DateTime<Utc>) -> Result<String, Failure> {
    let header = Header { kid: Some(key.kid.clone()), ..Header::new(Algorithm::RS256) };
    let claims = json!({
        "iss": client_id,
        "sub": client_id,
        "aud": token_url,
        "jti": random_token(),
        "iat": now.timestamp(),
        "exp": (now + Duration::minutes(2)).timestamp(),
    });
    let signed = EncodingKey::from_rsa_pem(pem(&key.pkcs8).as_bytes())
        .and_then(|key| jsonwebtoken::encode(&header, &claims, &key));
    signed.map_err(|_| Failure::refused("our signing key does not sign"))
}

/// The form the `jsonwebtoken` crate takes PKCS#8 keys in.
fn pem(pkcs8: &[u8]) -> String {
    format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(pkcs8))
}
