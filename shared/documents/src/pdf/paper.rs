//! Laying out: what comes next stands under what came before, and goes on on the next page.

use super::fonts::Weight;
use super::lines::Line;
use super::qr::{Qr, SIDE};
use super::sheets::{HEIGHT, Is, Mark, NodeId, Role, Sheet, Tree, WIDTH, What};
use super::text::Shaper;
use super::{PdfError, write};
use crate::letterhead::{Colour, Letterhead};
use chrono::{DateTime, Utc};
use meent_domain::Language;
use std::sync::Arc;

pub(super) const LEFT: f32 = 56.0;
pub(super) const RIGHT: f32 = WIDTH - 56.0;
const BOTTOM: f32 = HEIGHT - 66.0;
/// Where pages after the first begin.
pub(super) const TOP: f32 = 92.0;
const LINE_HEIGHT: f32 = 1.4;

pub(super) const INK: Colour = Colour::new(27, 33, 31);
pub(super) const SOFT: Colour = Colour::new(84, 92, 89);
pub(super) const RULE: Colour = Colour::new(214, 216, 210);
const WHITE: Colour = Colour::new(255, 255, 255);

/// A document that is being made.
pub struct Pdf {
    pub(super) letterhead: Letterhead,
    pub(super) language: Language,
    pub(super) title: String,
    pub(super) made_on: DateTime<Utc>,
    pub(super) sheets: Vec<Sheet>,
    pub(super) tree: Tree,
    pub(super) shaper: Shaper,
    /// Where we are on the page.
    pub(super) y: f32,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub size: f32,
    pub weight: Weight,
    pub colour: Colour,
}

pub(super) const BODY: Style = Style { size: 10.0, weight: Weight::Regular, colour: INK };
pub(super) const STRONG: Style = Style { size: 10.0, weight: Weight::Bold, colour: INK };
pub(super) const LABEL: Style = Style { size: 9.0, weight: Weight::Regular, colour: SOFT };

impl Pdf {
    /// Begins with the town's letterhead and the title.
    pub fn new(letterhead: &Letterhead, title: &str, made_on: DateTime<Utc>, language: Language) -> Self {
        let mut pdf = Self {
            letterhead: letterhead.clone(),
            language,
            title: title.to_owned(),
            made_on,
            sheets: Vec::new(),
            tree: Tree::default(),
            shaper: Shaper::default(),
            y: 0.0,
        };
        pdf.first_page();
        pdf.heading(title);
        pdf
    }

    /// The paper, as bytes.
    pub fn finish(mut self) -> Result<Vec<u8>, PdfError> {
        self.footers();
        write::bytes(self)
    }

    pub fn paragraph(&mut self, text: &str) {
        self.text_at(text, BODY, LEFT, RIGHT - LEFT, None, Role::Paragraph);
        self.y += 6.0;
    }

    /// Small, for what must be said but isn't looked for.
    pub fn small_print(&mut self, text: &str) {
        self.text_at(text, LABEL, LEFT, RIGHT - LEFT, None, Role::Paragraph);
        self.y += 4.0;
    }

    /// Two blocks beside each other, each with its heading: who, and for whom.
    pub fn beside(&mut self, blocks: [(&str, &[String]); 2]) {
        let width = (RIGHT - LEFT - 24.0) / 2.0;
        let lines: usize = blocks.iter().map(|(_, lines)| lines.len() + 1).max().unwrap_or_default();
        self.make_room(lines as f32 * BODY.size * LINE_HEIGHT);
        let top = self.y;
        let mut lowest = top;
        for (index, (heading, lines)) in blocks.into_iter().enumerate() {
            let x = LEFT + index as f32 * (width + 24.0);
            self.y = top;
            let role = Role::Heading { level: 2, title: heading.to_owned() };
            self.text_at(heading, Style { weight: Weight::Bold, ..LABEL }, x, width, None, role);
            for (index, line) in lines.iter().enumerate() {
                let style = if index == 0 { STRONG } else { BODY };
                self.text_at(line, style, x, width, None, Role::Paragraph);
            }
            lowest = lowest.max(self.y);
        }
        self.y = lowest + 18.0;
    }

    /// A code, with its words for who can't see it.
    pub fn qr(&mut self, qr: &Qr) {
        self.make_room(SIDE);
        let node = self.tree.add(None, Role::Figure { alternative: qr.alternative.clone() }, None);
        let (picture, scale) = (Arc::clone(&qr.picture), SIDE / qr.picture.width);
        self.mark(What::Picture { picture, x: LEFT, y: self.y, scale }, Is::Of(node));
        self.y += SIDE + 12.0;
    }

    fn heading(&mut self, title: &str) {
        let ink = self.letterhead.brand.as_ink();
        let style = Style { size: 21.0, weight: Weight::Bold, colour: ink };
        let role = Role::Heading { level: 1, title: title.to_owned() };
        self.text_at(title, style, LEFT, RIGHT - LEFT, None, role);
        self.y += 12.0;
    }

    /// A text of its own in the tree; it may go on on the next page.
    pub(super) fn text_at(&mut self, text: &str, style: Style, x: f32, width: f32, parent: Option<NodeId>, role: Role) {
        let text = self.shaper.text(text, style.weight);
        if text.words.is_empty() {
            return;
        }
        let lines = self.shaper.lines(&text, width / style.size);
        let node = self.tree.add(parent, role, text.says);
        for line in lines {
            self.make_room(style.size * LINE_HEIGHT);
            self.line(line, x, style, Is::Of(node));
        }
    }

    /// One line where we are; afterwards we are under it.
    pub(super) fn line(&mut self, line: Line, x: f32, style: Style, is: Is) {
        let baseline = baseline(self.y, style.size);
        self.mark(What::Text { line, x, baseline, size: style.size, colour: style.colour }, is);
        self.y += style.size * LINE_HEIGHT;
    }

    pub(super) fn fits(&self, height: f32) -> bool {
        self.y + height <= BOTTOM
    }

    /// Begins a page when this doesn't fit on ours.
    pub(super) fn make_room(&mut self, height: f32) {
        if !self.fits(height) && self.y > TOP {
            self.next_page();
        }
    }

    pub(super) fn mark(&mut self, what: What, is: Is) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.marks.push(Mark { what, is });
        }
    }

    pub(super) fn ground(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour, is: Is) {
        self.mark(What::Ground { x, y, width, height, colour }, is);
    }

    pub(super) fn tint(&self) -> Colour {
        self.letterhead.brand.mixed(WHITE, 92)
    }
}

/// Where letters stand in a line that begins at `top`.
pub(super) fn baseline(top: f32, size: f32) -> f32 {
    // Half of what the line is higher than the letters, then a capital's height, and a bit for its eye.
    top + size * ((LINE_HEIGHT - 0.7) / 2.0 + 0.7)
}

pub(super) fn line_height(size: f32) -> f32 {
    size * LINE_HEIGHT
}
