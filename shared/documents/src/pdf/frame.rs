//! What stands around the content of every page: whose paper it is, what it is, which page of how many, and
//! in a practice town that all is invented (P-61).

use super::fonts::Weight;
use super::paper::{INK, LABEL, LEFT, Pdf, RIGHT, RULE, Style, TOP, line_height};
use super::sheets::{HEIGHT, Is, Role, Sheet, WIDTH, What};
use crate::letterhead::Colour;
use crate::texts::Text as Words;

/// The practice town's band: seen on every page, also in black and white.
const BAND: Colour = Colour::new(255, 206, 92);

impl Pdf {
    /// Logo and name, and for a practice town what it is. All of it is content here, and read once.
    pub(super) fn first_page(&mut self) {
        self.sheets.push(Sheet::default());
        self.top_edge(None);
        let (mut x, top, tall) = (LEFT, 46.0, 40.0);
        if let Some(logo) = &self.letterhead.logo {
            let picture = logo.picture();
            let scale = (tall / picture.height).min(150.0 / picture.width);
            let (width, height) = (picture.width * scale, picture.height * scale);
            // The name beside it says whose it is.
            self.mark(What::Picture { picture, x, y: top + (tall - height) / 2.0, scale }, Is::Looks);
            x += width + 12.0;
        }
        let style = Style { size: 15.0, weight: Weight::Bold, colour: INK };
        let name = self.letterhead.name.clone();
        self.y = top + (tall - line_height(style.size)) / 2.0;
        self.text_at(&name, style, x, RIGHT - x, Role::Paragraph);
        self.y = self.y.max(top + tall) + 30.0;
    }

    /// Later pages say in small whose they are and of what.
    pub(super) fn next_page(&mut self) {
        self.sheets.push(Sheet::default());
        self.top_edge(Some(Is::Header));
        let style = Style { weight: Weight::Bold, ..LABEL };
        let (name, title) = (self.letterhead.name.clone(), self.title.clone());
        self.y = 52.0;
        self.beside_edges(&name, &title, style, Is::Header);
        self.ground(LEFT, 72.0, RIGHT - LEFT, 0.6, RULE, Is::Header);
        self.y = TOP;
    }

    /// A bar in the town's colour, and the practice town's band.
    fn top_edge(&mut self, band_is: Option<Is>) {
        let brand = self.letterhead.brand;
        self.ground(0.0, 0.0, WIDTH, 7.0, brand, Is::Looks);
        if !self.letterhead.practice {
            return;
        }
        self.ground(0.0, 7.0, WIDTH, 20.0, BAND, Is::Looks);
        let says = Words::Practice.written(self.language);
        let style = Style { size: 9.0, weight: Weight::Bold, colour: INK };
        let text = self.shaper.text(says, style.weight);
        let Some(line) = self.shaper.lines(&text, (WIDTH - 40.0) / style.size).into_iter().next() else { return };
        let is = band_is.unwrap_or_else(|| Is::Of(self.tree.add(None, Role::Paragraph, None)));
        let x = (WIDTH - line.width * style.size) / 2.0;
        let what = What::Text { line, x, baseline: 20.2, size: style.size, colour: style.colour };
        self.mark(what, is);
    }

    /// Whose, what, and which page of how many.
    pub(super) fn footers(&mut self) {
        let pages = self.sheets.len();
        let done = std::mem::take(&mut self.sheets);
        for (index, sheet) in done.into_iter().enumerate() {
            self.sheets.push(sheet);
            let (page, pages) = ((index + 1).to_string(), pages.to_string());
            let page = Words::Page.filled(self.language, &[("page", &page), ("pages", &pages)]);
            let what = format!("{} · {}", self.letterhead.name, self.title);
            self.ground(LEFT, HEIGHT - 50.0, RIGHT - LEFT, 0.6, RULE, Is::Footer);
            self.y = HEIGHT - 44.0;
            self.beside_edges(&what, &page, Style { size: 8.5, ..LABEL }, Is::Footer);
        }
    }

    /// One line, a text at each edge. The right one goes first; the left one has what remains.
    fn beside_edges(&mut self, left: &str, right: &str, style: Style, is: Is) {
        let most = (RIGHT - LEFT) * 0.6 / style.size;
        let top = self.y;
        let mut free = (RIGHT - LEFT) / style.size;
        let right = self.shaper.text(right, style.weight);
        if let Some(line) = self.shaper.lines(&right, most).into_iter().next() {
            free -= line.width + 2.0;
            let x = RIGHT - line.width * style.size;
            self.line(line, x, style, is);
        }
        let left = self.shaper.text(left, style.weight);
        if let Some(line) = self.shaper.lines(&left, free).into_iter().next() {
            self.y = top;
            self.line(line, LEFT, style, is);
        }
    }
}
