//! Sealing of fields (P-30) and the keyed hash they are looked up by.
//!
//! A sealed field is `key-id.base64url(nonce ‖ ciphertext ‖ tag)`, AES-256-GCM, bound to its place:
//! a ciphertext moved to another row or field doesn't open.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use meent_domain::base32;
use serde::Deserialize;
use std::collections::HashMap;
use std::fmt;

#[derive(Deserialize)]
#[serde(try_from = "Stored")]
pub struct DataKeys {
    current: String,
    keys: HashMap<String, LessSafeKey>,
    lookup: hmac::Key,
}

/// Where a sealed field stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub table: &'a str,
    pub row: &'a str,
    pub field: &'a str,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    #[error("sealed with a key that is not known")]
    UnknownKey,
    #[error("sealed text that does not open in its place")]
    Tampered,
}

impl DataKeys {
    pub fn seal(&self, plain: &[u8], place: Place<'_>) -> String {
        let nonce = crate::random_bytes::<NONCE_LEN>();
        let mut sealed = plain.to_vec();
        self.keys[&self.current]
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), place.bound(), &mut sealed)
            .expect("AES-GCM seals anything we keep");
        let mut whole = nonce.to_vec();
        whole.append(&mut sealed);
        format!("{}.{}", self.current, URL_SAFE_NO_PAD.encode(whole))
    }

    pub fn open(&self, sealed: &str, place: Place<'_>) -> Result<Vec<u8>, Unopened> {
        let (key_id, text) = sealed.split_once('.').ok_or(Unopened::Tampered)?;
        let key = self.keys.get(key_id).ok_or(Unopened::UnknownKey)?;
        let mut whole = URL_SAFE_NO_PAD.decode(text).map_err(|_| Unopened::Tampered)?;
        if whole.len() < NONCE_LEN {
            return Err(Unopened::Tampered);
        }
        let mut body = whole.split_off(NONCE_LEN);
        let nonce = Nonce::try_assume_unique_for_key(&whole).map_err(|_| Unopened::Tampered)?;
        let plain = key.open_in_place(nonce, place.bound(), &mut body).map_err(|_| Unopened::Tampered)?;
        Ok(plain.to_vec())
    }

    /// What a value is found by without being readable: a keyed hash, of its kind.
    pub fn lookup(&self, kind: &str, value: &str) -> String {
        base32::readable(&self.derived(kind, value))
    }

    /// 32 bytes that only we can make again from the same value.
    pub fn derived(&self, kind: &str, value: &str) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.lookup);
        context.update(kind.as_bytes());
        context.update(&[0]);
        context.update(value.as_bytes());
        context.sign().as_ref().try_into().expect("HMAC-SHA256 has 32 bytes")
    }
}

impl fmt::Debug for DataKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKeys(***)")
    }
}

impl Place<'_> {
    fn bound(&self) -> Aad<Vec<u8>> {
        Aad::from(format!("{}\0{}\0{}", self.table, self.row, self.field).into_bytes())
    }
}

/// As the secret holds it.
#[derive(Deserialize)]
struct Stored {
    current: String,
    keys: HashMap<String, String>,
    lookup: String,
}

impl TryFrom<Stored> for DataKeys {
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        let bytes = |text: &str| STANDARD.decode(text).ok().filter(|key| key.len() == 32).ok_or("a key of 32 bytes");
        let mut keys = HashMap::new();
        for (id, text) in &stored.keys {
            let key = UnboundKey::new(&AES_256_GCM, &bytes(text)?).map_err(|_| "an AES-256 key")?;
            keys.insert(id.clone(), LessSafeKey::new(key));
        }
        if !keys.contains_key(&stored.current) {
            return Err("the current key among the keys");
        }
        let lookup = hmac::Key::new(hmac::HMAC_SHA256, &bytes(&stored.lookup)?);
        Ok(Self { current: stored.current, keys, lookup })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(current: &str) -> DataKeys {
        let key = |byte: u8| STANDARD.encode([byte; 32]);
        serde_json::from_value(serde_json::json!({
            "current": current, "keys": { "k1": key(1), "k2": key(2) }, "lookup": key(3)
        }))
        .expect("keys")
    }

    const HERE: Place<'_> = Place { table: "people", row: "a", field: "number" };

    #[test]
    fn opens_in_its_place_only() {
        let sealed = keys("k1").seal(b"85073003328", HERE);
        assert_eq!(keys("k2").open(&sealed, HERE), Ok(b"85073003328".to_vec()));
        for elsewhere in
            [Place { row: "b", ..HERE }, Place { field: "email", ..HERE }, Place { table: "staff", ..HERE }]
        {
            assert_eq!(keys("k1").open(&sealed, elsewhere), Err(Unopened::Tampered));
        }
    }

    #[test]
    fn nothing_else_opens() {
        let sealed = keys("k1").seal(b"x", HERE);
        assert_eq!(keys("k1").open(&sealed.replacen("k1", "k2", 1), HERE), Err(Unopened::Tampered));
        assert_eq!(keys("k1").open(&sealed.replacen("k1", "k9", 1), HERE), Err(Unopened::UnknownKey));
        for wrong in ["", "k1.", "k1.AAAA", "k1.!!"] {
            assert_eq!(keys("k1").open(wrong, HERE), Err(Unopened::Tampered), "{wrong}");
        }
    }

    #[test]
    fn two_seals_of_one_value_differ_and_look_ups_do_not() {
        let keys = keys("k1");
        assert_ne!(keys.seal(b"x", HERE), keys.seal(b"x", HERE));
        assert_eq!(keys.lookup("number", "1"), keys.lookup("number", "1"));
        assert_ne!(keys.lookup("number", "1"), keys.lookup("email", "1"));
    }
}
