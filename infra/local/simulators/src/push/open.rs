//! Opens what was encrypted for a browser (RFC 8291).

use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, UnparsedPublicKey, agree};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};

use super::Device;

const HEADER_BYTES: usize = 16 + 4 + 1;

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

/// The text, or nothing when it wasn't meant for this browser.
pub(super) fn open(device: &Device, body: &[u8]) -> Option<String> {
    let (salt, point_length) = (body.get(..16)?, usize::from(*body.get(HEADER_BYTES - 1)?));
    let (their_point, record) = body.get(HEADER_BYTES..)?.split_at_checked(point_length)?;
    let theirs = UnparsedPublicKey::new(&ECDH_P256, their_point);
    let secret = agree(&device.key, theirs, (), |shared| {
        let info: [&[u8]; 3] = [b"WebPush: info\0", &device.public_key, their_point];
        derived::<32>(&device.secret, shared, &info).ok_or(())
    });
    let secret = secret.ok()?;
    let key: [u8; 16] = derived(salt, &secret, &[b"Content-Encoding: aes128gcm\0"])?;
    let nonce: [u8; 12] = derived(salt, &secret, &[b"Content-Encoding: nonce\0"])?;
    let mut record = record.to_vec();
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).ok()?);
    let plain = key.open_in_place(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record).ok()?;
    // Zeroes may follow the mark of the last record.
    let end = plain.iter().rposition(|byte| *byte != 0)?;
    if plain[end] != 2 {
        return None;
    }
    String::from_utf8(plain[..end].to_vec()).ok()
}

fn derived<const LENGTH: usize>(salt: &[u8], secret: &[u8], info: &[&[u8]]) -> Option<[u8; LENGTH]> {
    let mut out = [0; LENGTH];
    Salt::new(HKDF_SHA256, salt).extract(secret).expand(info, Length(LENGTH)).ok()?.fill(&mut out).ok()?;
    Some(out)
}
