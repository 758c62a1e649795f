//! Hashes of random tokens, and comparing without telling where two differ.

use aws_lc_rs::{constant_time, digest};
use meent_domain::base32;
use serde::Deserialize;

/// SHA-256 in base 32.
const FINGERPRINT_LENGTH: usize = 52;

/// What is kept of a random token: enough to recognise it, nothing to use.
/// Unkeyed, since the tokens have 256 random bits and can't be guessed from it.
pub fn fingerprint(token: &str) -> String {
    base32::readable(digest::digest(&digest::SHA256, token.as_bytes()).as_ref())
}

/// A fingerprint that an address brings back.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Fingerprint(String);

impl Fingerprint {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_one = text.len() == FINGERPRINT_LENGTH && base32::is_readable(&text);
        if is_one { Ok(Self(text)) } else { Err("not a fingerprint") }
    }
}

pub fn same(a: &[u8], b: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(a, b).is_ok()
}
