//! Number plates. Stored without what only separates; the country stands apart, since two countries
//! may give out the same letters. An O is never taken for a 0.

use crate::person::line_of_text;
use crate::{Invalid, invalid};
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

const MOST_CHARACTERS: usize = 12;
const NOT_A_PLATE: Invalid = Invalid("plate-not-valid");

/// Upper case letters and digits, 1 to 12.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Plate(String);

impl Plate {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// With hyphens where Belgium writes them; others as they are.
    pub fn written(&self, country: &Country) -> String {
        let groups: Option<&[usize]> = match (country.is_belgium(), self.shape().as_str()) {
            (true, "9AAA999") => Some(&[1, 3, 3]),
            (true, "AAA999" | "999AAA") => Some(&[3, 3]),
            _ => None,
        };
        let Some(groups) = groups else { return self.0.clone() };
        let mut rest = self.0.as_str();
        let mut parts = vec![];
        for length in groups {
            let (part, after) = rest.split_at(*length);
            parts.push(part);
            rest = after;
        }
        parts.join("-")
    }

    /// A Belgian one of the usual forms. Personal plates break every pattern, so others are asked about and
    /// never refused.
    pub fn looks_belgian(&self) -> bool {
        matches!(self.shape().as_str(), "9AAA999" | "AAA999" | "999AAA") && !self.0.starts_with('0')
    }

    /// Digits as 9, letters as A.
    fn shape(&self) -> String {
        self.0.chars().map(|c| if c.is_ascii_digit() { '9' } else { 'A' }).collect()
    }
}

impl TryFrom<String> for Plate {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        // Nobody types so much; folding it would be work for nothing.
        if text.len() > 100 {
            return Err(NOT_A_PLATE);
        }
        let folded: String = text.nfkc().flat_map(char::to_uppercase).filter(|c| !separates(*c)).collect();
        if folded.is_empty() {
            return Err(invalid::REQUIRED);
        }
        let is_plate = folded.len() <= MOST_CHARACTERS && folded.bytes().all(|b| b.is_ascii_alphanumeric());
        if is_plate { Ok(Self(folded)) } else { Err(NOT_A_PLATE) }
    }
}

fn separates(character: char) -> bool {
    character.is_whitespace() || matches!(character, '.' | '-' | '\u{b7}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

impl From<Plate> for String {
    fn from(plate: Plate) -> String {
        plate.0
    }
}

impl fmt::Display for Plate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Two letters of ISO 3166, `BE` unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country(String);

impl Country {
    pub fn is_belgium(&self) -> bool {
        self.0 == "BE"
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Country {
    fn default() -> Self {
        Self("BE".to_owned())
    }
}

impl TryFrom<String> for Country {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        let upper = text.trim().to_ascii_uppercase();
        let is_code = upper.len() == 2 && upper.bytes().all(|b| b.is_ascii_uppercase());
        if is_code { Ok(Self(upper)) } else { Err(Invalid("country-not-valid")) }
    }
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.0
    }
}

/// What a resident calls a plate: "oma".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PlateName(String);

impl PlateName {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PlateName {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        line_of_text(&text, 30).map(Self)
    }
}

impl From<PlateName> for String {
    fn from(name: PlateName) -> String {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plate(text: &str) -> Result<Plate, Invalid> {
        Plate::try_from(text.to_owned())
    }

    #[test]
    fn as_people_type_them() {
        for typed in ["1-abc-234", "1 ABC 234", " 1.abc.234 ", "１ＡＢＣ２３４", "1\u{2011}abc\u{2013}234"] {
            assert_eq!(plate(typed).map(String::from), Ok("1ABC234".to_owned()), "{typed}");
        }
        assert_eq!(plate(" - "), Err(invalid::REQUIRED));
        for wrong in ["1ABC🚗", "ABCDEFGHIJKLM", "ÉÉN1", "1/2", "1ABC\u{0}"] {
            assert_eq!(plate(wrong), Err(NOT_A_PLATE), "{wrong}");
        }
    }

    #[test]
    fn belgian_forms_have_hyphens() {
        let written = |text: &str, country: &str| {
            plate(text).expect("a plate").written(&Country::try_from(country.to_owned()).expect("a country"))
        };
        assert_eq!(written("1abc234", "be"), "1-ABC-234");
        assert_eq!(written("abc123", "BE"), "ABC-123");
        assert_eq!(written("123abc", "BE"), "123-ABC");
        assert_eq!(written("oma1", "BE"), "OMA1");
        assert_eq!(written("1abc234", "NL"), "1ABC234");
        assert!(plate("9abc234").expect("a plate").looks_belgian());
        assert!(!plate("0abc234").expect("a plate").looks_belgian());
        assert!(!plate("PAPA").expect("a plate").looks_belgian());
    }

    proptest! {
        #[test]
        fn whatever_is_taken_is_taken_again(text in "\\PC{0,20}") {
            if let Ok(plate) = plate(&text) {
                prop_assert_eq!(Plate::try_from(plate.as_str().to_owned()), Ok(plate.clone()));
                prop_assert_eq!(Plate::try_from(plate.written(&Country::default())), Ok(plate));
            }
        }
    }
}
