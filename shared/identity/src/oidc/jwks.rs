//! Our public keys, for providers to check our assertions and encrypt tokens to us.

use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use meent_secrets::{IdentityKeys, RsaKey};
use serde_json::{Value, json};

pub fn our_public_keys(keys: &IdentityKeys) -> Value {
    let signing = keys.signing.iter().filter_map(|key| jwk(key, "sig", "RS256"));
    let decryption = keys.decryption.iter().take(1).filter_map(|key| jwk(key, "enc", "RSA-OAEP-256"));
    json!({ "keys": signing.chain(decryption).collect::<Vec<_>>() })
}

fn jwk(key: &RsaKey, purpose: &str, algorithm: &str) -> Option<Value> {
    let Ok(pair) = KeyPair::from_pkcs8(&key.pkcs8) else {
        tracing::error!(kid = key.kid, "a key of the identity secret is no RSA key");
        return None;
    };
    let number = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    Some(json!({
        "kty": "RSA",
        "use": purpose,
        "alg": algorithm,
        "kid": key.kid,
        "n": number(pair.public_key().modulus().big_endian_without_leading_zero()),
        "e": number(pair.public_key().exponent().big_endian_without_leading_zero()),
    }))
}
