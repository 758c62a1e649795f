//! The few encodings that tokens need.

use aws_lc_rs::{digest, rand};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

pub(crate) fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

pub(crate) fn to_base64(bytes: impl AsRef<[u8]>) -> String {
    STANDARD.encode(bytes)
}

pub(crate) fn sha256(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    digest::digest(&digest::SHA256, bytes.as_ref()).as_ref().to_vec()
}

pub(crate) fn random_bytes<const LENGTH: usize>() -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    rand::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// 256 random bits: nobody guesses a code or an access token.
pub(crate) fn random_token() -> String {
    base64url(random_bytes::<32>())
}

pub(crate) fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first sixteen bytes in the form of a UUID.
pub(crate) fn uuid(bytes: impl AsRef<[u8]>) -> String {
    let digits = hex(bytes);
    let cuts = [0..8, 8..12, 12..16, 16..20, 20..32];
    cuts.map(|cut| digits.get(cut).unwrap_or_default()).join("-")
}

/// At most 32 signs of an alphabet, evenly enough for names that need not be
/// secret.
pub(crate) fn random_name(length: usize, alphabet: &[u8]) -> String {
    let sign = |byte: u8| char::from(alphabet[usize::from(byte) % alphabet.len()]);
    random_bytes::<32>().into_iter().take(length).map(sign).collect()
}
