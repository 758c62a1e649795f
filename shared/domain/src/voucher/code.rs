//! Codes on vouchers (V-25): 60 bits in twelve letters and digits that can't be confused, and a thirteenth that
//! finds what was mistyped.
//!
//! The thirteenth is a sum over the field of 32 elements in which every place has a weight of its own: one sign
//! that is wrong, and any two that changed places, give another. It says nothing about whether a code exists.

use crate::{Invalid, base32, invalid};
use serde::{Deserialize, Serialize};
use std::fmt;

const SIGNS: usize = 12;
const NOT_A_CODE: Invalid = Invalid("code-not-valid");

/// As it is looked up: thirteen signs, lower case.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VoucherCode(String);

impl VoucherCode {
    /// Of bytes that nobody can guess; all of them but the last four bits count.
    pub fn from_secret(bytes: [u8; 8]) -> Self {
        let mut signs = base32::readable(&bytes);
        signs.truncate(SIGNS);
        let check = check_of(&signs).expect("signs of the alphabet");
        signs.push(check);
        Self(signs)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups, in capitals: `7K3M-9QXD-2HWPA`.
    pub fn written(&self) -> String {
        let capitals = self.0.to_ascii_uppercase();
        format!("{}-{}-{}", &capitals[..4], &capitals[4..8], &capitals[8..])
    }
}

/// A code is as good as money: it doesn't show in logs.
impl fmt::Debug for VoucherCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VoucherCode(…)")
    }
}

impl TryFrom<String> for VoucherCode {
    type Error = Invalid;

    /// However it was typed: in any case, with any separators, with the letters that look like digits.
    fn try_from(text: String) -> Result<Self, Invalid> {
        if text.trim().is_empty() {
            return Err(invalid::REQUIRED);
        }
        // Nobody types so much.
        if text.len() > 100 {
            return Err(NOT_A_CODE);
        }
        let signs = text.chars().filter(|sign| sign.is_alphanumeric()).map(|sign| match sign.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            sign => sign,
        });
        let signs: String = signs.collect();
        if signs.len() != SIGNS + 1 || !signs.is_ascii() {
            return Err(NOT_A_CODE);
        }
        let (first, check) = signs.split_at(SIGNS);
        let is_right = check_of(first).is_some_and(|right| check.starts_with(right));
        if is_right { Ok(Self(signs)) } else { Err(NOT_A_CODE) }
    }
}

impl From<VoucherCode> for String {
    fn from(code: VoucherCode) -> Self {
        code.0
    }
}

/// The sum of the signs, each by its place's weight: the powers of x, modulo x⁵ + x² + 1.
fn check_of(signs: &str) -> Option<char> {
    let mut sum = 0;
    for sign in signs.chars() {
        sum = times_x(sum ^ base32::value(sign)?);
    }
    base32::sign(sum)
}

fn times_x(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 0b10_0000 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<VoucherCode, Invalid> {
        VoucherCode::try_from(text.to_owned())
    }

    #[test]
    fn as_people_type_them() {
        let code = VoucherCode::from_secret([0, 1, 2, 3, 4, 5, 6, 7]);
        let written = code.written();
        assert_eq!(written.len(), 15, "{written}");
        for typed in
            [written.to_lowercase(), written.replace('-', " "), written.replace('0', "o"), format!(" {written}. ")]
        {
            assert_eq!(read(&typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(read(&written.replace('1', "I")), Ok(code.clone()));
        assert_eq!(read(" "), Err(invalid::REQUIRED));
        for wrong in ["7K3M", &format!("{written}0"), &written.replace('0', "U"), "７K3M-9QXD-2HWPA", &"0".repeat(500)]
        {
            assert_eq!(read(wrong), Err(NOT_A_CODE), "{wrong}");
        }
        assert!(!format!("{code:?}").contains(code.as_str()));
    }

    proptest! {
        #[test]
        fn one_wrong_sign_or_two_that_changed_places_are_found(bytes: [u8; 8], at in 0..13usize, with in 0..13usize, other in 0..32u8) {
            let code = VoucherCode::from_secret(bytes);
            prop_assert_eq!(read(code.as_str()), Ok(code.clone()));
            let mut signs: Vec<char> = code.as_str().chars().collect();
            signs[at] = base32::sign(other).expect("a sign");
            let wrong: String = signs.iter().collect();
            prop_assert_eq!(read(&wrong).is_ok(), wrong == code.as_str());
            let mut signs: Vec<char> = code.as_str().chars().collect();
            signs.swap(at, with);
            let swapped: String = signs.iter().collect();
            prop_assert_eq!(read(&swapped).is_ok(), swapped == code.as_str());
        }
    }
}
