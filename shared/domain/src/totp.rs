//! The second factor of staff (P-4): six digits that change every thirty seconds (RFC 6238).

use crate::base32;
use aws_lc_rs::{constant_time, hmac};

pub const SECRET_BYTES: usize = 20;
const STEP_SECONDS: i64 = 30;

/// A clock may be one step off to either side: phones are rarely right to the second.
const STEPS_OFF: i64 = 1;

/// The step a code belongs to. Kept after a code is used, so that it can't be used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(pub i64);

/// The step whose code `typed` is, if it is a right one that has not been used.
pub fn accept(secret: &[u8], typed: &str, unix_seconds: i64, last_used: Option<Step>) -> Option<Step> {
    let now = unix_seconds.div_euclid(STEP_SECONDS);
    let mut found = None;
    // Every candidate is computed, so the time taken doesn't tell which one it was.
    for step in now - STEPS_OFF..=now + STEPS_OFF {
        let right =
            constant_time::verify_slices_are_equal(code(secret, Step(step)).as_bytes(), typed.as_bytes()).is_ok();
        if right && last_used.is_none_or(|used| Step(step) > used) {
            found = Some(Step(step));
        }
    }
    found
}

/// The code an authenticator app shows.
pub fn code_at(secret: &[u8], unix_seconds: i64) -> String {
    code(secret, Step(unix_seconds.div_euclid(STEP_SECONDS)))
}

fn code(secret: &[u8], step: Step) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.0.to_be_bytes());
    let tag = tag.as_ref();
    let offset = usize::from(tag[19] & 0x0f);
    let number = u32::from_be_bytes([tag[offset] & 0x7f, tag[offset + 1], tag[offset + 2], tag[offset + 3]]);
    format!("{:06}", number % 1_000_000)
}

/// What the QR code of an authenticator app holds.
pub fn enrolment_uri(secret: &[u8], account: &str, issuer: &str) -> String {
    let (account, issuer) = (percent_encoded(account), percent_encoded(issuer));
    format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}", base32::authenticator(secret))
}

fn percent_encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    #[test]
    fn rfc_6238_vectors() {
        for (seconds, expected) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            assert_eq!(code_at(SECRET, seconds), expected);
        }
    }

    #[test]
    fn a_code_works_once_and_one_step_off() {
        let now = 1_234_567_890;
        let code = code_at(SECRET, now);
        let step = accept(SECRET, &code, now, None).expect("right");
        assert_eq!(accept(SECRET, &code, now, Some(step)), None);
        assert!(accept(SECRET, &code, now + 30, None).is_some());
        assert!(accept(SECRET, &code, now + 61, None).is_none());
        assert!(accept(SECRET, "", now, None).is_none());
        assert!(accept(SECRET, "0059241", now, None).is_none());
    }

    #[test]
    fn the_uri_survives_odd_names() {
        assert_eq!(
            enrolment_uri(b"foobar", "an maes", "Stad Zoë"),
            "otpauth://totp/Stad%20Zo%C3%AB:an%20maes?secret=MZXW6YTBOI&issuer=Stad%20Zo%C3%AB"
        );
    }
}
