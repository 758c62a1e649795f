//! Opening the encrypted tokens of itsme: RSA-OAEP-256 and A128CBC-HS256, and nothing else.

use super::failure::Failure;
use aws_lc_rs::cipher::{AES_128, DecryptionContext, PaddedBlockDecryptingKey, UnboundCipherKey};
use aws_lc_rs::iv::FixedLength;
use aws_lc_rs::rsa::{OAEP_SHA256_MGF1SHA256, OaepPrivateDecryptingKey, PrivateDecryptingKey};
use aws_lc_rs::{constant_time, hmac};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use meent_secrets::RsaKey;
use serde::Deserialize;

#[derive(Deserialize)]
struct ProtectedHeader {
    alg: String,
    enc: String,
    cty: Option<String>,
    kid: Option<String>,
    zip: Option<serde_json::Value>,
    crit: Option<serde_json::Value>,
}

/// The signed token inside. Every way in which it can fail is one answer, so that nobody learns
/// which part of a forgery was nearly right.
pub fn opened(token: &str, keys: &[RsaKey]) -> Result<String, Failure> {
    open(token, keys).ok_or_else(|| Failure::refused("an encrypted token that does not open"))
}

fn open(token: &str, keys: &[RsaKey]) -> Option<String> {
    let mut parts = token.split('.');
    let mut part = || parts.next();
    let (protected, key, iv, body, tag) = (part()?, part()?, part()?, part()?, part()?);
    if part().is_some() {
        return None;
    }
    let decoded = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
    let header: ProtectedHeader = serde_json::from_slice(&decoded(protected)?).ok()?;
    let is_ours = header.alg == "RSA-OAEP-256"
        && header.enc == "A128CBC-HS256"
        && header.cty.as_deref() == Some("JWT")
        && header.zip.is_none()
        && header.crit.is_none();
    if !is_ours {
        return None;
    }
    let content_key = unwrapped(&decoded(key)?, header.kid.as_deref(), keys)?;
    let (mac_key, cipher_key) = content_key.split_at(16);
    let (iv, mut body, tag) = (decoded(iv)?, decoded(body)?, decoded(tag)?);

    let mut mac = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, mac_key));
    mac.update(protected.as_bytes());
    mac.update(&iv);
    mac.update(&body);
    mac.update(&(8 * protected.len() as u64).to_be_bytes());
    constant_time::verify_slices_are_equal(&mac.sign().as_ref()[..16], &tag).ok()?;

    let cipher = PaddedBlockDecryptingKey::cbc_pkcs7(UnboundCipherKey::new(&AES_128, cipher_key).ok()?).ok()?;
    let context = DecryptionContext::Iv128(FixedLength::<16>::try_from(iv.as_slice()).ok()?);
    let plain = cipher.decrypt(&mut body, context).ok()?;
    String::from_utf8(plain.to_vec()).ok()
}

/// 32 bytes: half for the tag, half for the cipher.
fn unwrapped(wrapped: &[u8], kid: Option<&str>, keys: &[RsaKey]) -> Option<Vec<u8>> {
    let named = keys.iter().filter(|key| kid.is_none_or(|kid| kid == key.kid));
    named.into_iter().find_map(|key| {
        let private = PrivateDecryptingKey::from_pkcs8(&key.pkcs8).ok()?;
        let private = OaepPrivateDecryptingKey::new(private).ok()?;
        let mut room = vec![0; private.min_output_size()];
        let plain = private.decrypt(&OAEP_SHA256_MGF1SHA256, wrapped, &mut room, None).ok()?;
        (plain.len() == 32).then(|| plain.to_vec())
    })
}
