//! The four languages of P-40.

use crate::{Invalid, invalid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(try_from = "String", into = "String")]
pub enum Language {
    #[default]
    Dutch,
    French,
    German,
    English,
}

impl Language {
    pub const ALL: [Language; 4] = [Self::Dutch, Self::French, Self::German, Self::English];

    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::French => "fr",
            Self::German => "de",
            Self::English => "en",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The best of an `Accept-Language` header; Dutch when it names none of ours.
    pub fn from_accept_language(header: &str) -> Self {
        let mut best: Option<(Language, f32)> = None;
        for part in header.split(',').take(20) {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let primary = tag.split(['-', '_']).next().unwrap_or_default();
            let Some(language) = Self::from_code(primary) else { continue };
            let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
            let better = match best {
                None => weight > 0.0,
                Some((_, found)) => weight > found,
            };
            if better {
                best = Some((language, weight));
            }
        }
        best.map_or(Self::default(), |(language, _)| language)
    }
}

impl TryFrom<String> for Language {
    type Error = Invalid;

    fn try_from(code: String) -> Result<Self, Invalid> {
        Self::from_code(&code).ok_or(invalid::NOT_VALID)
    }
}

impl From<Language> for String {
    fn from(language: Language) -> String {
        language.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_s_first_known_language_wins() {
        for (header, expected) in [
            ("", Language::Dutch),
            ("fr-BE,fr;q=0.9,nl;q=0.8", Language::French),
            ("es,de-AT;q=0.7,en;q=0.9", Language::English),
            ("de;q=0", Language::Dutch),
            ("zh;q=abc, ;;;,,nl-BE", Language::Dutch),
        ] {
            assert_eq!(Language::from_accept_language(header), expected, "{header}");
        }
    }
}
