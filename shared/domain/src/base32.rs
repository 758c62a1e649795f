//! Base 32 in the two alphabets we need: Crockford's for identifiers people read aloud, and
//! RFC 4648's for the secrets of authenticator apps.

const CROCKFORD: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const RFC4648: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Letters and digits that can't be confused (no i, l, o, u), lower case.
pub fn readable(bytes: &[u8]) -> String {
    encode(bytes, CROCKFORD)
}

/// As authenticator apps expect it, without padding.
pub fn authenticator(bytes: &[u8]) -> String {
    encode(bytes, RFC4648)
}

/// What [`authenticator`] wrote, read back; `None` for anything else.
pub fn from_authenticator(text: &str) -> Option<Vec<u8>> {
    let (mut out, mut pending, mut pending_bits) = (vec![], 0u32, 0u32);
    for byte in text.bytes() {
        let five = RFC4648.iter().position(|known| *known == byte)?;
        pending = (pending << 5) | u32::try_from(five).ok()?;
        pending_bits += 5;
        if pending_bits >= 8 {
            pending_bits -= 8;
            out.push(u8::try_from(pending >> pending_bits).ok()?);
            pending &= (1 << pending_bits) - 1;
        }
    }
    Some(out)
}

/// True when `text` could have come from [`readable`].
pub fn is_readable(text: &str) -> bool {
    text.bytes().all(|b| CROCKFORD.contains(&b))
}

/// Which of the 32 signs of [`readable`] it is.
pub fn value(sign: char) -> Option<u8> {
    CROCKFORD.iter().position(|known| char::from(*known) == sign).and_then(|place| u8::try_from(place).ok())
}

/// The sign of that place.
pub fn sign(value: u8) -> Option<char> {
    CROCKFORD.get(usize::from(value)).copied().map(char::from)
}

fn encode(bytes: &[u8], alphabet: &[u8; 32]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut pending, mut pending_bits) = (0u32, 0u32);
    for &byte in bytes {
        pending = (pending << 8) | u32::from(byte);
        pending_bits += 8;
        while pending_bits >= 5 {
            pending_bits -= 5;
            out.push(char::from(alphabet[(pending >> pending_bits & 31) as usize]));
        }
        pending &= (1 << pending_bits) - 1;
    }
    if pending_bits > 0 {
        out.push(char::from(alphabet[(pending << (5 - pending_bits) & 31) as usize]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_4648_vectors() {
        for (plain, coded) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(authenticator(plain.as_bytes()), coded);
            assert_eq!(from_authenticator(coded).as_deref(), Some(plain.as_bytes()));
        }
    }

    #[test]
    fn what_is_no_base_32_is_none() {
        assert_eq!(from_authenticator("mzxw6"), None);
        assert_eq!(from_authenticator("MZ W6"), None);
    }

    #[test]
    fn readable_has_no_confusable_letters() {
        let text = readable(&[0xff, 0x00, 0xa5, 0x5a, 0x3c, 0xc3, 0x81, 0x18]);
        assert!(is_readable(&text));
        assert!(!is_readable("ILOU"));
    }
}
