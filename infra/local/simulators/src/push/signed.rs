//! Who sends (RFC 8292): `Authorization: vapid t=<token>, k=<public key>`.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::encoding::from_base64url;

const MOST_SECONDS: i64 = 24 * 60 * 60;

#[derive(Deserialize)]
struct Header {
    alg: String,
}

#[derive(Deserialize)]
struct Claims {
    aud: String,
    exp: i64,
    sub: String,
}

/// The sender's public key, or why it isn't believed.
pub(super) fn sender(authorization: &str, audience: &str, now: DateTime<Utc>) -> Result<String, &'static str> {
    let parts = authorization.strip_prefix("vapid ").ok_or("no-vapid")?;
    let part = |name: &str| parts.split(',').find_map(|part| part.trim().strip_prefix(name));
    let (token, key) = (part("t=").ok_or("no-token")?, part("k=").ok_or("no-key")?);
    let (said, signature) = token.rsplit_once('.').ok_or("no-token")?;
    let (header, claims) = said.split_once('.').ok_or("no-token")?;
    let bytes = |text: &str| from_base64url(text).ok_or("no-token");
    let header: Header = serde_json::from_slice(&bytes(header)?).map_err(|_| "no-token")?;
    if header.alg != "ES256" {
        return Err("wrong-algorithm");
    }
    let public_key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, bytes(key)?);
    public_key.verify(said.as_bytes(), &bytes(signature)?).map_err(|_| "wrong-signature")?;
    let claims: Claims = serde_json::from_slice(&bytes(claims)?).map_err(|_| "no-token")?;
    if claims.aud != audience {
        return Err("wrong-audience");
    }
    let left = claims.exp - now.timestamp();
    if left <= 0 || left > MOST_SECONDS {
        return Err("wrong-end");
    }
    if !claims.sub.starts_with("mailto:") && !claims.sub.starts_with("https:") {
        return Err("no-contact");
    }
    Ok(key.to_owned())
}
