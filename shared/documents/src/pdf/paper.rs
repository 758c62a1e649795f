//! Laying out: what comes next stands under what came before, and goes on on the next page.

use super::fonts::Weight;
use super::lines::Line;
use super::qr::{Qr, SIDE};
use super::sheets::{HEIGHT, Is, Mark, Role, Sheet, Tree, WIDTH, What};
use super::text::{Shaper, honest};
use super::{PdfError, write};
use crate::letterhead::{Colour, Letterhead};
use chrono::{DateTime, Utc};
use meent_domain::Language;
use std::rc::Rc;
use std::sync::Arc;

pub(super) const LEFT: f32 = 56.0;
pub(super) const RIGHT: f32 = WIDTH - 56.0;
const BOTTOM: f32 = HEIGHT - 66.0;
/// Where pages after the first begin.
pub(super) const TOP: f32 = 92.0;
/// Between two blocks that stand beside each other.
const BETWEEN: f32 = 24.0;
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

/// A text broken into lines, not yet placed.
struct Set {
    lines: Vec<Line>,
    says: Option<Rc<str>>,
    style: Style,
    role: Role,
}

impl Set {
    fn height(&self) -> f32 {
        self.lines.len() as f32 * line_height(self.style.size)
    }
}

impl Pdf {
    /// Begins with the town's letterhead and the title.
    pub fn new(letterhead: &Letterhead, title: &str, made_on: DateTime<Utc>, language: Language) -> Self {
        let mut pdf = Self {
            letterhead: letterhead.clone(),
            language,
            title: honest(title),
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
        self.text_at(text, BODY, LEFT, RIGHT - LEFT, Role::Paragraph);
        self.y += 6.0;
    }

    /// Small, for what must be said but isn't looked for.
    pub fn small_print(&mut self, text: &str) {
        self.text_at(text, LABEL, LEFT, RIGHT - LEFT, Role::Paragraph);
        self.y += 4.0;
    }

    /// Two blocks beside each other, each with its heading: who, and for whom.
    pub fn beside(&mut self, blocks: [(&str, &[String]); 2]) {
        let width = (RIGHT - LEFT - BETWEEN) / 2.0;
        let blocks = blocks.map(|(heading, lines)| self.block(heading, lines, width));
        let heights = blocks.each_ref().map(|block| block.iter().map(Set::height).sum::<f32>());
        let tall = heights[0].max(heights[1]);
        self.make_room(tall);
        let top = self.y;
        for (block, x) in blocks.into_iter().zip([LEFT, LEFT + width + BETWEEN]) {
            self.y = top;
            for set in block {
                self.put(set, x);
            }
        }
        self.y = top + tall + 18.0;
    }

    /// Its first line matters most: a name.
    fn block(&mut self, heading: &str, lines: &[String], width: f32) -> Vec<Set> {
        let role = Role::Heading { level: 2, title: honest(heading) };
        let heading = self.set(heading, Style { weight: Weight::Bold, ..LABEL }, width, role);
        let style = |index| if index == 0 { STRONG } else { BODY };
        let lines = lines.iter().enumerate();
        let lines: Vec<Set> = lines.map(|(index, line)| self.set(line, style(index), width, Role::Paragraph)).collect();
        std::iter::once(heading).chain(lines).collect()
    }

    /// A code, with its words for who can't see it.
    pub fn qr(&mut self, qr: &Qr) {
        self.make_room(SIDE);
        let node = self.tree.add(None, Role::Figure { alternative: qr.alternative.clone() }, None);
        let (picture, scale) = (Arc::clone(&qr.picture), SIDE / qr.picture.width);
        self.mark(What::Picture { picture, x: LEFT, y: self.y, scale }, Is::Of(node));
        self.y += SIDE + 12.0;
    }

    /// What follows, in a few words.
    pub fn section(&mut self, title: &str) {
        self.y += 14.0;
        let style = Style { size: 12.0, ..STRONG };
        self.text_at(title, style, LEFT, RIGHT - LEFT, Role::Heading { level: 2, title: honest(title) });
        self.y += 4.0;
    }

    fn heading(&mut self, title: &str) {
        let ink = self.letterhead.brand.as_ink();
        let style = Style { size: 21.0, weight: Weight::Bold, colour: ink };
        let role = Role::Heading { level: 1, title: honest(title) };
        self.text_at(title, style, LEFT, RIGHT - LEFT, role);
        self.y += 12.0;
    }

    /// A text of its own in the tree; it may go on on the next page.
    pub(super) fn text_at(&mut self, text: &str, style: Style, x: f32, width: f32, role: Role) {
        let set = self.set(text, style, width, role);
        self.put(set, x);
    }

    fn set(&mut self, text: &str, style: Style, width: f32, role: Role) -> Set {
        let text = self.shaper.text(text, style.weight);
        let lines = self.shaper.lines(&text, width / style.size);
        Set { lines, says: text.says, style, role }
    }

    fn put(&mut self, set: Set, x: f32) {
        if set.lines.is_empty() {
            return;
        }
        let node = self.tree.add(None, set.role, set.says);
        for line in set.lines {
            self.make_room(line_height(set.style.size));
            self.line(line, x, set.style, Is::Of(node));
        }
    }

    /// One line where we are; afterwards we are under it.
    pub(super) fn line(&mut self, line: Line, x: f32, style: Style, is: Is) {
        let baseline = baseline(self.y, style.size);
        self.mark(What::Text { line, x, baseline, size: style.size, colour: style.colour }, is);
        self.y += line_height(style.size);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{Align, Column, Fact, Width};

    /// Everything that is content stands between the margins, and nothing on what is under it.
    fn stays_on_the_page(pdf: &Pdf) {
        for mark in pdf.sheets.iter().flat_map(|sheet| &sheet.marks) {
            if let (What::Text { line, x, baseline, size, .. }, Is::Of(_)) = (&mark.what, mark.is) {
                let end = x + line.width * size;
                assert!(*x >= LEFT - 1.0 && end <= RIGHT + size + 1.0, "from {x} to {end}");
                assert!((40.0..BOTTOM).contains(baseline), "at {baseline}");
            }
        }
        for sheet in &pdf.sheets {
            let mut seen: Vec<(f32, f32, f32)> = Vec::new();
            for mark in &sheet.marks {
                let What::Text { line, x, baseline, size, .. } = &mark.what else { continue };
                let (from, to) = (*x, x + line.width * size);
                let clash =
                    seen.iter().find(|(y, left, right)| (y - baseline).abs() < 5.0 && from < *right && to > *left);
                assert!(clash.is_none(), "{from} to {to} at {baseline} stands on {clash:?}");
                seen.push((*baseline, from, to));
            }
        }
    }

    #[test]
    fn what_somebody_is_called_stays_on_the_page() {
        let long = "Wolfeschlegelsteinhausenbergerdorff".repeat(6);
        let wordy = "van der Meulen-de Jong ".repeat(90);
        for name in ["Zoë", "🙂 محمد بن عبد الله", "A\u{301}\u{301}\u{301}", &"W".repeat(200), &long, &wordy, " "]
        {
            let letterhead =
                Letterhead { name: name.to_owned(), brand: Colour::new(255, 230, 0), logo: None, practice: false };
            let at = DateTime::from_timestamp_nanos(0);
            let mut pdf = Pdf::new(&letterhead, &format!("Factuur {name}"), at, Language::Dutch);
            let lines = vec![name.to_owned(), name.chars().take(100).collect(), "9999 Noorderhaven".to_owned()];
            pdf.beside([("Van", &lines), ("Voor", &lines[1..])]);
            pdf.facts(&[Fact::new("Naam", name), Fact::strong(name, "waarde"), Fact::new("Nummer", "7")]);
            let column = |heading, width, align| Column { heading, width, align };
            let columns = [
                column("Nr.", Width::Fitting, Align::Right),
                column("Omschrijving", Width::Rest, Align::Left),
                column("Bedrag", Width::Fitting, Align::Right),
            ];
            let row = |number: u32| {
                [number.to_string(), name.to_owned(), "−\u{a0}€\u{a0}92.233.720.368.547.758,08".to_owned()]
            };
            pdf.table(&columns, (0..60).map(row));
            pdf.totals(&[Fact::new(name, "€\u{a0}1,00"), Fact::strong("Totaal", name)]);
            pdf.paragraph(name);
            pdf.small_print(name);
            stays_on_the_page(&pdf);
            assert!(pdf.finish().is_ok(), "{name}");
        }
    }
}
