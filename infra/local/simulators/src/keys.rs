//! RSA keys: the provider's own, those it publishes, and one that it does not,
//! with which it forges when told to.

use std::sync::{Arc, Mutex, OnceLock};

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize, PublicKeyComponents};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use serde_json::{Value, json};

use crate::encoding::{base64url, random_bytes, to_base64};

/// The two numbers of an RSA public key, big-endian, without leading zeros.
#[derive(Clone)]
pub(crate) struct PublicNumbers {
    pub modulus: Vec<u8>,
    pub exponent: Vec<u8>,
}

impl PublicNumbers {
    pub fn components(&self) -> PublicKeyComponents<&[u8]> {
        PublicKeyComponents { n: &self.modulus, e: &self.exponent }
    }

    /// The PEM text that careless relying parties take for an HMAC secret.
    pub fn pem(&self) -> String {
        let der = self.components().as_der().expect("own keys are valid");
        let body = to_base64(der.as_ref());
        let lines: Vec<String> =
            body.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", lines.join("\n"))
    }
}

pub(crate) struct RsaKey {
    pub kid: String,
    pub public: PublicNumbers,
    pair: KeyPair,
}

impl RsaKey {
    pub fn generate() -> Self {
        let pair = KeyPair::generate(KeySize::Rsa2048).expect("2048 bits are supported");
        let public = numbers_of(pair.public_key().as_ref()).expect("own keys are well formed");
        Self { kid: base64url(random_bytes::<12>()), public, pair }
    }

    /// RS256.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
            .expect("signing with an own key");
        signature
    }

    fn jwk(&self) -> Value {
        json!({
            "kty": "RSA",
            "use": "sig",
            "alg": "RS256",
            "kid": self.kid,
            "n": base64url(&self.public.modulus),
            "e": base64url(&self.public.exponent),
        })
    }
}

/// Reads `RSAPublicKey ::= SEQUENCE { INTEGER n, INTEGER e }` (RFC 8017).
fn numbers_of(der: &[u8]) -> Option<PublicNumbers> {
    let (sequence, _) = der_value(der, 0x30)?;
    let (modulus, rest) = der_value(sequence, 0x02)?;
    let (exponent, _) = der_value(rest, 0x02)?;
    Some(PublicNumbers { modulus: without_leading_zeros(modulus), exponent: without_leading_zeros(exponent) })
}

fn der_value(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (&found, rest) = der.split_first()?;
    let (&first, rest) = rest.split_first()?;
    if found != tag {
        return None;
    }
    if first < 0x80 {
        return rest.split_at_checked(first.into());
    }
    let (length, rest) = rest.split_at_checked((first & 0x7f).into())?;
    let length = length.iter().fold(0_usize, |sum, byte| (sum << 8) | usize::from(*byte));
    rest.split_at_checked(length)
}

pub(crate) fn without_leading_zeros(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().copied().skip_while(|byte| *byte == 0).collect()
}

/// The keys of one provider, made when first needed: a test that never reaches
/// itsme need not wait for its key.
#[derive(Default)]
pub(crate) struct KeyRing {
    /// The last one signs; all are published, so that tokens signed just before
    /// a change stay good.
    published: Mutex<Vec<Arc<RsaKey>>>,
    stranger: OnceLock<RsaKey>,
}

impl KeyRing {
    pub fn current(&self) -> Arc<RsaKey> {
        let mut keys = self.published.lock().expect("no panic while held");
        match keys.last() {
            Some(key) => Arc::clone(key),
            None => {
                let key = Arc::new(RsaKey::generate());
                keys.push(Arc::clone(&key));
                key
            }
        }
    }

    /// A key that is in no published set.
    pub fn stranger(&self) -> &RsaKey {
        self.stranger.get_or_init(RsaKey::generate)
    }

    /// A new key signs from now on; the one before stays published, older ones
    /// go.
    pub fn rotate(&self) {
        let before = self.current();
        *self.published.lock().expect("no panic while held") = vec![before, Arc::new(RsaKey::generate())];
    }

    pub fn jwks(&self) -> Value {
        let _ = self.current();
        let keys = self.published.lock().expect("no panic while held");
        json!({ "keys": keys.iter().map(|key| key.jwk()).collect::<Vec<_>>() })
    }
}
