//! Signed tokens in compact form, good ones and, when told so, forged ones.

use aws_lc_rs::hmac;
use aws_lc_rs::signature::RSA_PKCS1_2048_8192_SHA256;
use serde_json::{Value, json};

use crate::encoding::{base64url, from_base64url};
use crate::keys::{KeyRing, PublicNumbers};
use crate::misbehave::Misbehaviour;

fn compact(header: &Value, claims: &Value, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let signed = format!("{}.{}", base64url(header.to_string()), base64url(claims.to_string()));
    let signature = base64url(sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

/// Signs with the current key, unless told to forge.
pub(crate) fn sign(keys: &KeyRing, claims: &Value, fault: Option<Misbehaviour>) -> String {
    let key = keys.current();
    let header = |alg: &str, kid: &str| json!({ "alg": alg, "typ": "JWT", "kid": kid });
    match fault {
        Some(Misbehaviour::WrongKey) => {
            compact(&header("RS256", &key.kid), claims, |message| keys.stranger().sign(message))
        }
        Some(Misbehaviour::UnknownKid) => {
            let stranger = keys.stranger();
            compact(&header("RS256", &stranger.kid), claims, |message| stranger.sign(message))
        }
        Some(Misbehaviour::AlgNone) => compact(&json!({ "alg": "none", "typ": "JWT" }), claims, |_| Vec::new()),
        Some(Misbehaviour::Hs256Confusion) => {
            let secret = hmac::Key::new(hmac::HMAC_SHA256, key.public.pem().as_bytes());
            compact(&header("HS256", &key.kid), claims, |message| hmac::sign(&secret, message).as_ref().to_vec())
        }
        Some(Misbehaviour::TamperedClaims) => {
            let good = compact(&header("RS256", &key.kid), claims, |m| key.sign(m));
            with_other_subject(&good, claims)
        }
        _ => compact(&header("RS256", &key.kid), claims, |m| key.sign(m)),
    }
}

/// Keeps the signature and puts another subject under it.
fn with_other_subject(token: &str, claims: &Value) -> String {
    let mut claims = claims.clone();
    claims["sub"] = json!("somebody-else");
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    parts[1] = base64url(claims.to_string());
    parts.join(".")
}

/// A token taken apart, nothing of it checked yet.
pub(crate) struct Parsed {
    pub header: Value,
    pub claims: Value,
    signed: String,
    signature: Vec<u8>,
}

pub(crate) fn parse(token: &str) -> Option<Parsed> {
    let parts: Vec<&str> = token.split('.').collect();
    let [header, claims, signature] = parts[..] else {
        return None;
    };
    Some(Parsed {
        header: serde_json::from_slice(&from_base64url(header)?).ok()?,
        claims: serde_json::from_slice(&from_base64url(claims)?).ok()?,
        signed: format!("{header}.{claims}"),
        signature: from_base64url(signature)?,
    })
}

impl Parsed {
    pub fn header_text(&self, name: &str) -> Option<&str> {
        self.header.get(name)?.as_str()
    }

    pub fn is_signed_by(&self, key: &PublicNumbers) -> bool {
        key.components().verify(&RSA_PKCS1_2048_8192_SHA256, self.signed.as_bytes(), &self.signature).is_ok()
    }
}
