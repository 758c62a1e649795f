//! What people are called and where they live, as an identity provider or they themselves say.

use crate::{Invalid, invalid};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

macro_rules! line_of {
    ($(#[$doc:meta])* $name:ident, at most $most:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Invalid;

            fn try_from(text: String) -> Result<Self, Invalid> {
                line_of_text(&text, $most).map(Self)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> String {
                name.0
            }
        }
    };
}

line_of! {
    /// The name a resident wants to be greeted by: theirs to choose, so bounded and free of control
    /// and direction characters.
    UserName, at most 40
}
line_of! {
    /// A staff member's name, as colleagues know it.
    FullName, at most 80
}

/// An address as the provider asserts it. Binding it to the street register comes with the
/// citizens' register (P-31).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    pub street: String,
    pub number: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub box_number: Option<String>,
    pub postcode: String,
    pub town: String,
}

/// One line, trimmed and composed (NFC), without characters that hide or reorder text.
pub fn line_of_text(text: &str, most_characters: usize) -> Result<String, Invalid> {
    let composed: String = text.trim().nfc().collect();
    if composed.is_empty() {
        return Err(invalid::REQUIRED);
    }
    if composed.chars().count() > most_characters {
        return Err(invalid::TOO_LONG);
    }
    if composed.chars().any(is_hidden) {
        return Err(invalid::NOT_VALID);
    }
    Ok(composed)
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// What text is looked up and sorted by: accents and case gone ("Zoë" is found by "zoe").
pub fn folded(text: &str) -> String {
    text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_honest_line() {
        assert_eq!(UserName::try_from("  Zoe\u{308} ".to_owned()).map(String::from), Ok("Zoë".to_owned()));
        assert_eq!(UserName::try_from(" ".to_owned()), Err(invalid::REQUIRED));
        assert_eq!(UserName::try_from("x".repeat(41)), Err(invalid::TOO_LONG));
        assert_eq!(UserName::try_from("a\u{202e}b".to_owned()), Err(invalid::NOT_VALID));
        assert_eq!(folded("Zoë ÉLAN"), "zoe elan");
    }
}
