//! Randomness, from the operating system through AWS-LC.

use aws_lc_rs::rand::{SecureRandom, SystemRandom};
use meent_domain::base32;

pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).expect("the operating system has randomness");
    bytes
}

/// 256 bits in letters and digits, for cookies, states and links.
pub fn random_token() -> String {
    base32::readable(&random_bytes::<32>())
}
