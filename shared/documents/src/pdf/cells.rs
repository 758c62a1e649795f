//! Rows of cells: text broken to its column, and put where it belongs.

use super::lines::Line;
use super::paper::{Pdf, Style, baseline, line_height};
use super::sheets::{Is, What};
use super::text::Text;
use std::rc::Rc;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    /// For amounts: their decimals stand under each other.
    Right,
}

/// Where a column stands on the page.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub x: f32,
    pub width: f32,
    pub align: Align,
}

/// A cell's text, broken to its column.
pub(super) struct Broken {
    pub lines: Vec<Line>,
    pub says: Option<Rc<str>>,
}

pub(super) const GAP: f32 = 12.0;
/// Between a cell's text and the rule above and under it.
pub(super) const PAD: f32 = 3.0;
/// How far grounds and rules go beyond the text, which stands in line with all else.
pub(super) const OVER: f32 = 8.0;

impl Pdf {
    /// Never empty: a cell without content would fall out of its row, and the next be read in its place.
    pub(super) fn cell(&mut self, text: &str, style: Style) -> Text {
        let text = self.shaper.text(text, style.weight);
        if text.words.is_empty() { self.shaper.text("–", style.weight) } else { text }
    }

    pub(super) fn broken<const N: usize>(
        &mut self,
        texts: &[Text; N],
        places: &[Place; N],
        style: Style,
    ) -> [Broken; N] {
        std::array::from_fn(|column| {
            let text = &texts[column];
            let lines = self.shaper.lines(text, places[column].width / style.size + 0.01);
            Broken { lines, says: text.says.clone() }
        })
    }

    /// A row of cells where we are; afterwards we are under it.
    pub(super) fn cells<const N: usize>(
        &mut self,
        cells: &[Broken; N],
        places: &[Place; N],
        style: Style,
        mut is: impl FnMut(&mut Self, &Broken) -> Is,
    ) {
        let top = self.y;
        for (cell, place) in cells.iter().zip(places) {
            let is = is(self, cell);
            for (index, line) in cell.lines.iter().enumerate() {
                let free = match place.align {
                    Align::Left => 0.0,
                    Align::Right => place.width - line.width * style.size,
                };
                let baseline = baseline(top + PAD + index as f32 * line_height(style.size), style.size);
                let (x, line) = (place.x + free, line.clone());
                self.mark(What::Text { line, x, baseline, size: style.size, colour: style.colour }, is);
            }
        }
        self.y = top + height(cells, style);
    }
}

pub(super) fn height<const N: usize>(cells: &[Broken; N], style: Style) -> f32 {
    let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default().max(1);
    lines as f32 * line_height(style.size) + 2.0 * PAD
}
