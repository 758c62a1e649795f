//! Keys of the relying party: made, published on a socket, and used to decrypt.

use aws_lc_rs::cipher::{AES_128, DecryptionContext, PaddedBlockDecryptingKey, UnboundCipherKey};
use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::hmac;
use aws_lc_rs::iv::FixedLength;
use aws_lc_rs::rsa::{KeyPair, KeySize, OAEP_SHA256_MGF1SHA256, OaepPrivateDecryptingKey, PrivateDecryptingKey};
use axum::{Json, Router, routing};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD as B64};
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::{Value, json};

pub fn rsa_key() -> (EncodingKey, PrivateDecryptingKey) {
    let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
    let pkcs8 = pair.as_der().unwrap();
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(pkcs8.as_ref()));
    (EncodingKey::from_rsa_pem(pem.as_bytes()).unwrap(), PrivateDecryptingKey::from_pkcs8(pkcs8.as_ref()).unwrap())
}

pub fn jwk(key: &EncodingKey, kid: &str, usage: &str) -> Value {
    let mut jwk = json!(Jwk::from_encoding_key(key, Algorithm::RS256).unwrap());
    jwk["kid"] = json!(kid);
    jwk["use"] = json!(usage);
    jwk.as_object_mut().unwrap().remove("alg");
    jwk
}

/// Publishes the party's keys on a free port and gives their address.
pub async fn publish(jwks: Value) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().route("/jwks", routing::get(move || async { Json(jwks) }));
    tokio::spawn(async { axum::serve(listener, router).await });
    format!("http://{address}/jwks")
}

/// Decrypts what itsme sends (RFC 7516, RFC 7518), refusing any other shape.
pub fn decrypt(token: &str, decrypting: &OaepPrivateDecryptingKey) -> Option<String> {
    let parts: Vec<&str> = token.split('.').collect();
    let [protected, wrapped, iv, content, tag] = parts[..] else {
        return None;
    };
    let header: Value = serde_json::from_slice(&B64.decode(protected).unwrap()).unwrap();
    let expected = json!({ "alg": "RSA-OAEP-256", "enc": "A128CBC-HS256", "cty": "JWT",
        "kid": "enc-1" });
    if header != expected {
        return None;
    }
    let wrapped = B64.decode(wrapped).unwrap();
    let mut key = vec![0; decrypting.min_output_size()];
    let key = decrypting.decrypt(&OAEP_SHA256_MGF1SHA256, &wrapped, &mut key, None).ok()?;
    let iv: [u8; 16] = B64.decode(iv).unwrap().try_into().unwrap();
    let mut content = B64.decode(content).unwrap();
    let mut signed = protected.as_bytes().to_vec();
    signed.extend(iv);
    signed.extend(&content);
    signed.extend((8 * protected.len() as u64).to_be_bytes());
    let mac = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key[..16]), &signed);
    if mac.as_ref()[..16] != B64.decode(tag).unwrap() {
        return None;
    }
    let aes = UnboundCipherKey::new(&AES_128, &key[16..]).unwrap();
    let plain = PaddedBlockDecryptingKey::cbc_pkcs7(aes)
        .unwrap()
        .decrypt(&mut content, DecryptionContext::Iv128(FixedLength::from(iv)))
        .ok()?;
    Some(String::from_utf8(plain.to_vec()).unwrap())
}
