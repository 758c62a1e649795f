//! Encryption of a signed token to the relying party's key, as itsme does:
//! `RSA-OAEP-256` for the key, `A128CBC-HS256` for the content, `cty: JWT`.

use aws_lc_rs::cipher::{AES_128, EncryptionContext, PaddedBlockEncryptingKey, UnboundCipherKey};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hmac;
use aws_lc_rs::iv::FixedLength;
use aws_lc_rs::rsa::{OAEP_SHA256_MGF1SHA256, OaepPublicEncryptingKey, PublicEncryptingKey};
use serde_json::json;

use crate::encoding::{base64url, random_bytes};
use crate::keys::PublicNumbers;
use crate::misbehave::Misbehaviour;

/// Encrypts `inner` to `key`. Fails when that is no usable RSA key.
pub(crate) fn seal(
    inner: &str,
    kid: &str,
    key: &PublicNumbers,
    fault: Option<Misbehaviour>,
) -> Result<String, Unspecified> {
    let zipped = fault == Some(Misbehaviour::JweZip);
    let mut header = json!({
        "alg": "RSA-OAEP-256",
        "enc": "A128CBC-HS256",
        "cty": "JWT",
        "kid": kid,
    });
    let mut content = inner.as_bytes().to_vec();
    if zipped {
        header["zip"] = json!("DEF");
        content = stored_deflate(&content);
    }
    let protected = base64url(header.to_string());

    // First half authenticates, second half encrypts (RFC 7518, 5.2.2.1).
    let content_key = random_bytes::<32>();
    let (mac_key, aes_key) = content_key.split_at(16);
    let iv = random_bytes::<16>();

    PaddedBlockEncryptingKey::cbc_pkcs7(UnboundCipherKey::new(&AES_128, aes_key)?)?
        .less_safe_encrypt(&mut content, EncryptionContext::Iv128(FixedLength::from(iv)))?;
    let mut tag = authentication_tag(mac_key, &protected, &iv, &content);
    if fault == Some(Misbehaviour::TamperedTag) {
        tag[0] ^= 1;
    }
    Ok([protected, base64url(wrap(&content_key, key)?), base64url(iv), base64url(&content), base64url(tag)].join("."))
}

fn wrap(content_key: &[u8], key: &PublicNumbers) -> Result<Vec<u8>, Unspecified> {
    let public: PublicEncryptingKey = key.components().try_into()?;
    let public = OaepPublicEncryptingKey::new(public)?;
    let mut wrapped = vec![0; public.ciphertext_size()];
    let length = public.encrypt(&OAEP_SHA256_MGF1SHA256, content_key, &mut wrapped, None)?.len();
    wrapped.truncate(length);
    Ok(wrapped)
}

fn authentication_tag(mac_key: &[u8], protected: &str, iv: &[u8], content: &[u8]) -> Vec<u8> {
    let protected_bits = 8 * protected.len() as u64;
    let mut mac = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, mac_key));
    mac.update(protected.as_bytes());
    mac.update(iv);
    mac.update(content);
    mac.update(&protected_bits.to_be_bytes());
    mac.sign().as_ref()[..16].to_vec()
}

/// A true DEFLATE stream (RFC 1951) that stores its bytes as they are: a party
/// that would inflate it finds a good token, so only refusing `zip` protects.
fn stored_deflate(bytes: &[u8]) -> Vec<u8> {
    let blocks: Vec<&[u8]> = bytes.chunks(usize::from(u16::MAX)).collect();
    let mut stream = Vec::with_capacity(bytes.len() + 5 * blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        let length = u16::try_from(block.len()).expect("chunks are of at most 65,535 bytes");
        stream.push(u8::from(index + 1 == blocks.len()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(*block);
    }
    stream
}
