//! What staff may choose as a password (P-4). Length does most of the work; the rest keeps out what
//! guessers try first.

use crate::{Invalid, person::folded};
use std::fmt;

pub const LEAST_CHARACTERS: usize = 12;
/// Hashing costs time by length; nobody types more than this.
const MOST_BYTES: usize = 256;

/// The long ones among the passwords found most often in leaks.
const COMMON: &str = include_str!("password_common.txt");

/// Words that, with a few digits or signs around them, make the passwords people reach for.
const COMMON_WORDS: &[&str] = &[
    "password",
    "passwort",
    "wachtwoord",
    "paswoord",
    "motdepasse",
    "welkom",
    "welcome",
    "willkommen",
    "bienvenue",
    "bonjour",
    "geheim",
    "secret",
    "azerty",
    "azertyuiop",
    "qwerty",
    "qwertyuiop",
    "qwertz",
    "admin",
    "administrator",
    "gemeente",
    "stadhuis",
    "commune",
    "townhall",
    "rathaus",
    "belgie",
    "belgium",
    "belgique",
    "vlaanderen",
    "antwerpen",
    "lente",
    "zomer",
    "herfst",
    "winter",
    "januari",
    "februari",
    "maart",
    "april",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "maandag",
    "vrijdag",
    "iloveyou",
    "ikhouvanjou",
    "letmein",
    "parkeren",
    "parking",
    "voucher",
    "vouchers",
    "meent",
    "changeme",
    "test",
    "temp",
    "tijdelijk",
    "standaard",
];

/// A password that may be hashed and kept. Never printed.
pub struct NewPassword(String);

impl NewPassword {
    /// `about` is what a guesser would know: login name, own name, the town.
    pub fn check(text: &str, about: &[&str]) -> Result<Self, Invalid> {
        if text.chars().count() < LEAST_CHARACTERS {
            return Err(Invalid("password-too-short"));
        }
        if text.len() > MOST_BYTES {
            return Err(Invalid("password-too-long"));
        }
        if is_guessed_first(text, about) {
            return Err(Invalid("password-common"));
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(***)")
    }
}

fn is_guessed_first(text: &str, about: &[&str]) -> bool {
    let plain = folded(text);
    let distinct: std::collections::HashSet<char> = plain.chars().collect();
    if distinct.len() < 5 || is_run(&plain) || COMMON.lines().any(|line| line == plain) {
        return true;
    }
    // "Welkom2026!!" is a word with decoration; what is left without it decides.
    let undecorated: String = undisguised(&plain).chars().filter(|c| c.is_alphabetic()).collect();
    let is_word = |word: &str| {
        let word: String = folded(word).chars().filter(|c| c.is_alphabetic()).collect();
        word.len() >= 4 && (undecorated == word || undecorated == word.repeat(2))
    };
    COMMON_WORDS.iter().any(|word| is_word(word))
        || about.iter().any(|word| is_word(word))
        || (plain.chars().count() < 16 && is_digits_mostly(&plain))
}

/// "p4ssw0rd" is "password" to anybody who guesses. Digits and signs around a word are no disguise.
fn undisguised(plain: &str) -> String {
    plain
        .trim_matches(|c: char| !c.is_alphabetic())
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | '!' => 'i',
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '7' => 't',
            other => other,
        })
        .collect()
}

fn is_digits_mostly(plain: &str) -> bool {
    plain.chars().filter(char::is_ascii_digit).count() * 4 >= plain.chars().count() * 3
}

/// "123456789012", "abcdefghijkl": each character follows the one before.
fn is_run(plain: &str) -> bool {
    let characters: Vec<i64> = plain.chars().map(|c| i64::from(u32::from(c))).collect();
    let steps = characters.windows(2).filter(|pair| matches!((pair[1] - pair[0]).abs(), 0 | 1 | 9)).count();
    steps + 2 >= characters.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(text: &str) -> Option<&'static str> {
        NewPassword::check(text, &["an.maes", "Noorderhaven"]).err().map(|invalid| invalid.0)
    }

    #[test]
    fn guessed_first() {
        for text in [
            "1qaz2wsx3edc",
            "123456789012",
            "aaaaaaaaaaaaaa",
            "abcdefghijklm",
            "passwordpassword",
            "Welkom2026!!!",
            "Wachtwoord12",
            "noorderhaven1",
            "Noorderhaven2026",
            "an.maes12345",
            "qwertyuiop123",
            "010203040506",
        ] {
            assert_eq!(reason(text), Some("password-common"), "{text}");
        }
    }

    #[test]
    fn good_enough() {
        for text in ["kaars vlieger trein", "T7#kd92!lPqx", "drie blauwe fietsen", "été-à-la-mer-du-nord"] {
            assert_eq!(reason(text), None, "{text}");
        }
    }

    #[test]
    fn bounds() {
        assert_eq!(reason("kort"), Some("password-too-short"));
        assert_eq!(reason(&"kaars vlieger trein ".repeat(20)), Some("password-too-long"));
    }
}
