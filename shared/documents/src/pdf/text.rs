//! Text made ready to draw: what the type can't show becomes something it can, and words are shaped, each
//! once in a document.

use super::fonts::{self, Glyph, Weight};
use std::collections::HashMap;
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization;

/// What stands for a character that the type hasn't got. There, so that one sees that something was; the
/// character itself stays in the document, for whoever copies or listens.
const STAND_IN: char = '?';

/// A word as drawn: no spaces to break at.
#[derive(Debug)]
pub(super) struct Word {
    pub text: String,
    pub glyphs: Vec<Glyph>,
    /// In parts of the type's size.
    pub width: f32,
}

/// Text with its words.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub weight: Weight,
    pub words: Vec<Rc<Word>>,
    /// What it says, where that can't be seen from what is drawn.
    pub says: Option<Rc<str>>,
}

impl Text {
    /// On one line, in parts of the type's size.
    pub fn width(&self) -> f32 {
        let words: f32 = self.words.iter().map(|word| word.width).sum();
        words + self.space() * self.words.len().saturating_sub(1) as f32
    }

    /// Between two words.
    pub fn space(&self) -> f32 {
        fonts::face(self.weight).map_or(0.0, |face| face.space().iter().map(|glyph| glyph.advance).sum())
    }
}

/// Keeps the words that were shaped: dates and descriptions come again and again.
#[derive(Default)]
pub(super) struct Shaper {
    words: HashMap<(Weight, String), Rc<Word>>,
}

impl Shaper {
    pub fn text(&mut self, text: &str, weight: Weight) -> Text {
        let honest = honest(text);
        let drawable = drawable(&honest, weight);
        let words = drawable.split(' ').filter(|word| !word.is_empty()).map(|word| self.word(word, weight)).collect();
        Text { weight, words, says: (drawable != honest).then(|| honest.into()) }
    }

    pub fn word(&mut self, word: &str, weight: Weight) -> Rc<Word> {
        let key = (weight, word.to_owned());
        let shaped = self.words.entry(key).or_insert_with(|| {
            let glyphs = fonts::face(weight).map(|face| face.shaped(word)).unwrap_or_default();
            let width = glyphs.iter().map(|glyph| glyph.advance).sum();
            Rc::new(Word { text: word.to_owned(), glyphs, width })
        });
        Rc::clone(shaped)
    }
}

/// Composed, on one line, without characters that hide, reorder or mean nothing.
pub(super) fn honest(text: &str) -> String {
    let mut honest = String::with_capacity(text.len());
    for character in text.nfc() {
        match character {
            // Narrow and wide spaces that don't break; the type has one of them.
            '\u{a0}' | '\u{202f}' | '\u{2007}' => honest.push('\u{a0}'),
            // Hyphens that break elsewhere than ours; the type has one of them.
            '\u{2010}' | '\u{2011}' => honest.push('-'),
            _ if character.is_whitespace() || character.is_control() => honest.push(' '),
            _ if is_hidden(character) => {}
            _ => honest.push(character),
        }
    }
    honest
}

fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e0fff}'
    ) || (character as u32) & 0xfffe == 0xfffe
}

/// Each character, or its parts, or the letter it is made of, or the stand-in.
fn drawable(text: &str, weight: Weight) -> String {
    let Some(face) = fonts::face(weight) else { return String::new() };
    if text.chars().all(|character| face.has(character)) {
        return text.to_owned();
    }
    let mut drawable = String::with_capacity(text.len());
    for character in text.chars() {
        let parts: String = character.nfd().collect();
        if face.has(character) {
            drawable.push(character);
        } else if parts.chars().all(|part| face.has(part)) {
            drawable.push_str(&parts);
        } else {
            let before = drawable.len();
            drawable.extend(character.nfkd().filter(|part| face.has(*part)));
            // A mark without its letter would land on the letter before it.
            if drawable[before..].chars().all(unicode_normalization::char::is_combining_mark) {
                drawable.truncate(before);
                drawable.push(STAND_IN);
            }
        }
    }
    drawable
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> (String, Option<Rc<str>>) {
        let text = Shaper::default().text(text, Weight::Regular);
        let words: Vec<&str> = text.words.iter().map(|word| word.text.as_str()).collect();
        (words.join(" "), text.says)
    }

    #[test]
    fn what_the_type_has_is_drawn_as_it_is() {
        assert_eq!(drawn("  Zoe\u{308}\tÇelik-Łukasiewicz "), ("Zoë Çelik-Łukasiewicz".to_owned(), None));
        assert_eq!(drawn("Jean\u{2011}Luc"), ("Jean-Luc".to_owned(), None));
        assert_eq!(drawn("€\u{a0}1\u{202f}000,00"), ("€\u{a0}1\u{a0}000,00".to_owned(), None));
    }

    #[test]
    fn what_it_has_not_is_still_said() {
        assert_eq!(drawn("José 🙂"), ("José ?".to_owned(), Some("José 🙂".into())));
        assert_eq!(drawn("محمد"), ("????".to_owned(), Some("محمد".into())));
        assert_eq!(drawn("Nguyễn").0, "Nguye\u{302}\u{303}n");
        assert_eq!(drawn("ﬁets ſ").0, "fiets s");
        assert_eq!(drawn("a\u{202e}b\u{feff}\u{0}c").0, "ab c");
    }
}
