//! For one browser's eyes only (RFC 8291, over the coding of RFC 8188).

use crate::subscription::{POINT_BYTES, Subscription};
use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, PrivateKey, UnparsedPublicKey, agree};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};

const SALT_BYTES: usize = 16;
/// One record holds all of it.
const RECORD_BYTES: u32 = 4096;
/// After the text of the last record.
const LAST: u8 = 2;

pub(crate) fn encrypt(text: &[u8], reader: &Subscription) -> Result<Vec<u8>, Unspecified> {
    encrypted(text, reader, &PrivateKey::generate(&ECDH_P256)?, meent_secrets::random_bytes())
}

/// Key and salt are for this text alone.
fn encrypted(
    text: &[u8],
    reader: &Subscription,
    ours: &PrivateKey,
    salt: [u8; SALT_BYTES],
) -> Result<Vec<u8>, Unspecified> {
    let our_point = ours.compute_public_key()?;
    let theirs = UnparsedPublicKey::new(&ECDH_P256, &reader.public_key);
    let secret: [u8; 32] = agree(ours, theirs, Unspecified, |shared| {
        let info = [b"WebPush: info\0".as_slice(), &reader.public_key, our_point.as_ref()];
        derived(&reader.shared_secret, shared, &info)
    })?;
    let key: [u8; 16] = derived(&salt, &secret, &[b"Content-Encoding: aes128gcm\0"])?;
    let nonce: [u8; NONCE_LEN] = derived(&salt, &secret, &[b"Content-Encoding: nonce\0"])?;

    let mut record = text.to_vec();
    record.push(LAST);
    LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key)?).seal_in_place_append_tag(
        Nonce::assume_unique_for_key(nonce),
        Aad::empty(),
        &mut record,
    )?;
    let point_bytes = u8::try_from(POINT_BYTES).map_err(|_| Unspecified)?;
    Ok([&salt, &RECORD_BYTES.to_be_bytes()[..], &[point_bytes], our_point.as_ref(), &record].concat())
}

struct Bytes(usize);

impl KeyType for Bytes {
    fn len(&self) -> usize {
        self.0
    }
}

fn derived<const N: usize>(salt: &[u8], secret: &[u8], info: &[&[u8]]) -> Result<[u8; N], Unspecified> {
    let mut out = [0; N];
    Salt::new(HKDF_SHA256, salt).extract(secret).expand(info, Bytes(N))?.fill(&mut out)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).expect("base64url")
    }

    /// The example of RFC 8291, section 5.
    #[test]
    fn the_standard_s_example_comes_out_to_the_byte() {
        let reader = Subscription {
            endpoint: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV".parse().expect("an address"),
            public_key: bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            ),
            shared_secret: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
        };
        let ours = bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        let ours = PrivateKey::from_private_key(&ECDH_P256, &ours).expect("a key");
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().expect("sixteen bytes");
        let sent = encrypted(b"When I grow up, I want to be a watermelon", &reader, &ours, salt).expect("encrypted");
        let expected = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6\
                        TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy\
                        4a-fN";
        assert_eq!(URL_SAFE_NO_PAD.encode(sent), expected);
    }
}
