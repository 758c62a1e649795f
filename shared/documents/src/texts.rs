//! The documents' words (P-40), made from `texts.toml` by `build.rs`.

use meent_domain::Language;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

impl Text {
    pub(crate) fn written(self, language: Language) -> &'static str {
        self.texts()[language as usize]
    }

    /// With its braces filled. A value can't stand for another brace.
    pub(crate) fn filled(self, language: Language, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut pieces = self.written(language).split('{');
        filled.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let (name, after) = piece.split_once('}').unwrap_or((piece, ""));
            let value = values.iter().find(|(given, _)| *given == name).map(|(_, value)| *value);
            filled.push_str(value.unwrap_or_default());
            filled.push_str(after);
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_values() {
        let filled = Text::Page.filled(Language::Dutch, &[("page", "{pages}"), ("pages", "3")]);
        assert_eq!(filled, "Pagina {pages} van 3");
    }
}
