//! Who wants an invoice: a company with its name, address and VAT number (W-11).

use crate::{Invalid, invalid};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A VAT number, as the country writes it: two letters, then what that country uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VatNumber(String);

impl VatNumber {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn country(&self) -> &str {
        &self.0[..2]
    }

    /// The number by which Belgium knows the company: ten digits.
    pub fn belgian_enterprise(&self) -> Option<&str> {
        self.0.strip_prefix("BE")
    }
}

/// What follows the two letters, by shape: `9` a digit, `A` a letter or digit. Several where a
/// country has several. Greece is EL, Northern Ireland XI.
const SHAPES: &[(&str, &[&str])] = &[
    ("AT", &["U99999999"]),
    ("BG", &["999999999", "9999999999"]),
    ("CY", &["99999999A"]),
    ("CZ", &["99999999", "999999999", "9999999999"]),
    ("DE", &["999999999"]),
    ("DK", &["99999999"]),
    ("EE", &["999999999"]),
    ("EL", &["999999999"]),
    ("ES", &["A9999999A"]),
    ("FI", &["99999999"]),
    ("FR", &["AA999999999"]),
    ("HR", &["99999999999"]),
    ("HU", &["99999999"]),
    ("IE", &["9A99999A", "9999999AA"]),
    ("IT", &["99999999999"]),
    ("LT", &["999999999", "999999999999"]),
    ("LU", &["99999999"]),
    ("LV", &["99999999999"]),
    ("MT", &["99999999"]),
    ("NL", &["999999999B99"]),
    ("PL", &["9999999999"]),
    ("PT", &["999999999"]),
    ("RO", &["99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"]),
    ("SE", &["999999999999"]),
    ("SI", &["99999999"]),
    ("SK", &["9999999999"]),
    ("XI", &["999999999", "999999999999"]),
];

impl TryFrom<String> for VatNumber {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid("vat-number-not-valid");
        let plain: String =
            text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).map(|c| c.to_ascii_uppercase()).collect();
        if plain.is_empty() {
            return Err(invalid::REQUIRED);
        }
        if !plain.is_ascii() || plain.len() < 4 {
            return Err(WRONG);
        }
        let (country, rest) = plain.split_at(2);
        let fits = match country {
            "BE" => is_belgian(rest),
            _ => SHAPES.iter().any(|(code, shapes)| *code == country && shapes.iter().any(|shape| has(rest, shape))),
        };
        if fits { Ok(Self(plain)) } else { Err(WRONG) }
    }
}

/// Ten digits of which the first is 0 or 1, and the last two what 97 leaves.
fn is_belgian(digits: &str) -> bool {
    if digits.len() != 10 || !digits.bytes().all(|b| b.is_ascii_digit()) || !digits.starts_with(['0', '1']) {
        return false;
    }
    let (number, check) = digits.split_at(8);
    let number: u64 = number.parse().unwrap_or_default();
    let check: u64 = check.parse().unwrap_or_default();
    97 - number % 97 == check
}

fn has(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(byte, kind)| match kind {
            b'9' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            fixed => byte == fixed,
        })
}

impl From<VatNumber> for String {
    fn from(number: VatNumber) -> String {
        number.0
    }
}

impl fmt::Display for VatNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A line of text that somebody typed: there, and no longer than a form has room for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

impl Line {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Line {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Err(invalid::REQUIRED);
        }
        if text.chars().count() > 100 {
            return Err(invalid::TOO_LONG);
        }
        if text.chars().any(char::is_control) {
            return Err(invalid::NOT_VALID);
        }
        Ok(Self(text))
    }
}

impl From<Line> for String {
    fn from(line: Line) -> String {
        line.0
    }
}

/// Whom an invoice is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Company {
    pub name: Line,
    pub vat_number: VatNumber,
    pub street: Line,
    pub postcode: Line,
    pub town: Line,
    pub country: Country,
}

/// Two letters, as in ISO 3166.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country(String);

impl Country {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Country {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        let code = text.trim().to_ascii_uppercase();
        let is_code = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
        if is_code { Ok(Self(code)) } else { Err(invalid::NOT_VALID) }
    }
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vat(text: &str) -> Result<VatNumber, Invalid> {
        VatNumber::try_from(text.to_owned())
    }

    #[test]
    fn belgian_numbers_are_checked() {
        // 0123.456.749: 97 - 1234567 % 97 = 49.
        let number = vat("be 0123.456.749").expect("valid");
        assert_eq!((number.as_str(), number.belgian_enterprise()), ("BE0123456749", Some("0123456749")));
        for wrong in ["BE0123456748", "BE123456749", "BE2123456749", "BE012345674X", "0123456749", "BE", "BÉ0123456749"]
        {
            assert_eq!(vat(wrong), Err(Invalid("vat-number-not-valid")), "{wrong}");
        }
        assert_eq!(vat(" "), Err(invalid::REQUIRED));
    }

    #[test]
    fn others_are_held_to_their_shape() {
        for right in ["NL123456789B01", "FR83404833048", "DE136695976", "ATU12345678", "IE1234567FA", "EL094259216"] {
            assert!(vat(right).is_ok(), "{right}");
        }
        for wrong in ["DE13669597", "FR8340483304", "ATX12345678", "US123456789", "GB123456789", "XX1"] {
            assert!(vat(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_belgian_remainder_is_met() {
        for number in 10_000_000u64..10_000_200 {
            let check = 97 - number % 97;
            assert!(vat(&format!("BE{number:08}{check:02}")).is_ok());
            assert!(vat(&format!("BE{number:08}{:02}", check % 97 + 1)).is_err());
        }
    }

    #[test]
    fn lines_are_there_and_bounded() {
        let line = |text: &str| Line::try_from(text.to_owned());
        assert_eq!(line("  Bakkerij \t Peeters ").expect("a line").as_str(), "Bakkerij Peeters");
        assert_eq!(line(" \n"), Err(invalid::REQUIRED));
        assert_eq!(line(&"x".repeat(101)), Err(invalid::TOO_LONG));
        assert_eq!(line("a\u{7}b"), Err(invalid::NOT_VALID));
    }
}
