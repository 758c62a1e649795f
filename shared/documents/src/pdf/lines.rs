//! Breaking text into lines.

use super::fonts::Weight;
use super::text::{Shaper, Text, Word};
use std::rc::Rc;

/// A line of words, as wide as it is.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub weight: Weight,
    pub words: Vec<Rc<Word>>,
    /// In parts of the type's size, spaces included.
    pub width: f32,
}

/// Nobody's name or reason is longer; what is, ends in "…". So one cell can't fill a page.
const MOST_LINES: usize = 14;

impl Shaper {
    /// `width` is in parts of the type's size. A word that is wider is broken where it must.
    pub fn lines(&mut self, text: &Text, width: f32) -> Vec<Line> {
        let space = text.space();
        let mut lines: Vec<Line> = Vec::new();
        let mut line = Line { weight: text.weight, words: Vec::new(), width: 0.0 };
        for word in &text.words {
            for piece in self.pieces(word, text.weight, width) {
                let before = if line.words.is_empty() { 0.0 } else { space };
                if !line.words.is_empty() && line.width + before + piece.width > width {
                    let next = Line { weight: text.weight, words: vec![], width: 0.0 };
                    lines.push(std::mem::replace(&mut line, next));
                } else {
                    line.width += before;
                }
                line.width += piece.width;
                line.words.push(piece);
            }
            if lines.len() > MOST_LINES {
                break;
            }
        }
        if !line.words.is_empty() {
            lines.push(line);
        }
        if lines.len() > MOST_LINES {
            lines.truncate(MOST_LINES);
            let more = self.word("…", text.weight);
            if let Some(last) = lines.last_mut() {
                last.width += more.width;
                last.words.push(more);
            }
        }
        lines
    }

    /// The word, or as many parts of it as lines it needs.
    fn pieces(&mut self, word: &Rc<Word>, weight: Weight, width: f32) -> Vec<Rc<Word>> {
        if word.width <= width {
            return vec![Rc::clone(word)];
        }
        let (mut pieces, mut from, mut so_far) = (Vec::new(), 0, 0.0);
        for glyph in &word.glyphs {
            if so_far + glyph.advance > width && glyph.at > from {
                pieces.push(self.word(&word.text[from..glyph.at], weight));
                (from, so_far) = (glyph.at, 0.0);
            }
            so_far += glyph.advance;
        }
        pieces.push(self.word(&word.text[from..], weight));
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: f32) -> Vec<(String, f32)> {
        let mut shaper = Shaper::default();
        let text = shaper.text(text, Weight::Regular);
        let words = |line: &Line| line.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        shaper.lines(&text, width).iter().map(|line| (words(line), line.width)).collect()
    }

    #[test]
    fn no_line_is_wider_than_it_may_be() {
        for text in ["Parkeren in de Kerkstraat, zone oranje", &"W".repeat(200), &"Zoe\u{308}🙂 ".repeat(60), "", "   "]
        {
            for (line, width) in broken(text, 12.0) {
                assert!(width <= 12.0 + 1.0, "{line}: {width}");
            }
        }
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        let lines: Vec<String> = broken("een twee drie vier", 5.0).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines.join(" "), "een twee drie vier");
        assert!(lines.len() > 1);
    }

    #[test]
    fn what_is_too_long_says_so() {
        let lines = broken(&"woord ".repeat(500), 10.0);
        assert_eq!(lines.len(), MOST_LINES);
        assert!(lines[MOST_LINES - 1].0.ends_with('…'));
    }
}
