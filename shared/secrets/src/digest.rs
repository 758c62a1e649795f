//! Hashes of random tokens, and comparing without telling where two differ.

use aws_lc_rs::{constant_time, digest};
use meent_domain::base32;

/// What is kept of a random token: enough to recognise it, nothing to use.
/// Unkeyed, since the tokens have 256 random bits and can't be guessed from it.
pub fn fingerprint(token: &str) -> String {
    base32::readable(digest::digest(&digest::SHA256, token.as_bytes()).as_ref())
}

pub fn same(a: &[u8], b: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(a, b).is_ok()
}
