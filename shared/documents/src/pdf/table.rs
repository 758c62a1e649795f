//! Tables: with headings that go with their cells, repeated for the eye on each page and told once to the ear.

use super::fonts::Weight;
use super::lines::Line;
use super::paper::{BODY, LABEL, LEFT, Pdf, RIGHT, RULE, STRONG, Style, baseline, line_height};
use super::sheets::{Is, NodeId, Role, What};
use super::text::Text;

pub struct Column<'a> {
    pub heading: &'a str,
    pub width: Width,
    pub align: Align,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As wide as its widest cell.
    Fitting,
    /// What the others leave.
    Rest,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    /// For amounts: their decimals stand under each other.
    Right,
}

/// Where a column stands on the page.
#[derive(Clone, Copy)]
struct Place {
    x: f32,
    width: f32,
    align: Align,
}

/// A cell's text, broken to its column.
struct Broken {
    lines: Vec<Line>,
    says: Option<std::rc::Rc<str>>,
}

const CELL: Style = Style { size: 9.0, ..BODY };
const HEADING: Style = Style { size: 8.5, weight: Weight::Bold, ..BODY };
const GAP: f32 = 12.0;
/// Between a cell's text and the rule above and under it.
const PAD: f32 = 3.0;
/// How far grounds and rules go beyond the text, which stands in line with all else.
const OVER: f32 = 8.0;
/// What is left for a column of the rest, however wide the others want to be.
const LEAST_REST: f32 = 110.0;

impl Pdf {
    /// Rows have a cell for each column.
    pub fn table<const N: usize>(&mut self, columns: &[Column<'_>; N], rows: impl Iterator<Item = [String; N]>) {
        let headings = columns.each_ref().map(|column| self.cell(column.heading, HEADING));
        let rows: Vec<[Text; N]> = rows.map(|row| row.map(|cell| self.cell(&cell, CELL))).collect();
        let places = places(columns, &headings, &rows);
        let headings = self.broken(&headings, &places, HEADING);
        let table = self.tree.add(None, Role::Table, None);
        let head = self.tree.add(Some(table), Role::Head, None);
        let head_row = self.tree.add(Some(head), Role::Row, None);
        let body = self.tree.add(Some(table), Role::Body, None);
        self.make_room(height(&headings, HEADING) + 3.0 * line_height(CELL.size));
        self.headings(&headings, &places, Some(head_row));
        for row in &rows {
            let cells = self.broken(row, &places, CELL);
            let tall = height(&cells, CELL);
            if !self.fits(tall) {
                self.next_page();
                self.headings(&headings, &places, None);
            }
            let row = self.tree.add(Some(body), Role::Row, None);
            self.cells(&cells, &places, CELL, |pdf, cell| {
                Is::Of(pdf.tree.add(Some(row), Role::Cell, cell.says.clone()))
            });
            let under = self.y();
            self.ground(LEFT - OVER, under, RIGHT - LEFT + 2.0 * OVER, 0.5, RULE, Is::Looks);
        }
        let under = self.y();
        self.move_to(under + 14.0);
    }

    /// What is what: a heading per row. `strong` rows matter most.
    pub fn facts(&mut self, facts: &[Fact<'_>]) {
        let labels: Vec<Text> = facts.iter().map(|fact| self.cell(fact.label, LABEL)).collect();
        let widest = labels.iter().map(|label| label.width() * LABEL.size).fold(0.0, f32::max);
        let label_width = widest.min((RIGHT - LEFT) * 0.45);
        let value_x = LEFT + label_width + GAP;
        let table = self.tree.add(None, Role::Table, None);
        let body = self.tree.add(Some(table), Role::Body, None);
        for (fact, label) in facts.iter().zip(&labels) {
            let style = if fact.strong { STRONG } else { BODY };
            let value = self.cell(fact.value, style);
            let label_place = [Place { x: LEFT, width: label_width, align: Align::Left }];
            let value_place = [Place { x: value_x, width: RIGHT - value_x, align: Align::Left }];
            let label = self.broken(std::array::from_ref(label), &label_place, LABEL);
            let value = self.broken(&[value], &value_place, style);
            let tall = (height(&label, LABEL)).max(height(&value, style)) - 2.0 * PAD;
            self.make_room(tall);
            let row = self.tree.add(Some(body), Role::Row, None);
            let top = self.y();
            // Both stand on one line, though the label is smaller.
            self.move_to(top + baseline(0.0, style.size) - baseline(0.0, LABEL.size) - PAD);
            self.cells(&label, &label_place, LABEL, |pdf, cell| {
                Is::Of(pdf.tree.add(Some(row), Role::RowHeading, cell.says.clone()))
            });
            self.move_to(top - PAD);
            self.cells(&value, &value_place, style, |pdf, cell| {
                Is::Of(pdf.tree.add(Some(row), Role::Cell, cell.says.clone()))
            });
            self.move_to(top + tall + 2.0);
        }
        let under = self.y();
        self.move_to(under + 16.0);
    }

    /// Sums at the right, under the amounts of a table.
    pub fn totals(&mut self, totals: &[Fact<'_>]) {
        let (middle, right) = (LEFT + (RIGHT - LEFT) * 0.45, RIGHT);
        let places = [
            Place { x: middle, width: (right - middle) * 0.6 - GAP, align: Align::Left },
            Place { x: middle + (right - middle) * 0.6, width: (right - middle) * 0.4, align: Align::Right },
        ];
        let table = self.tree.add(None, Role::Table, None);
        let body = self.tree.add(Some(table), Role::Body, None);
        for total in totals {
            let style = if total.strong { STRONG } else { BODY };
            let texts = [total.label, total.value].map(|text| self.cell(text, style));
            let cells = self.broken(&texts, &places, style);
            let tall = height(&cells, style);
            self.make_room(tall);
            let row = self.tree.add(Some(body), Role::Row, None);
            if total.strong {
                let (y, tint) = (self.y(), self.tint());
                self.ground(middle - OVER, y, right - middle + 2.0 * OVER, tall, tint, Is::Looks);
            }
            let mut role = Role::RowHeading;
            self.cells(&cells, &places, style, |pdf, cell| {
                let role = std::mem::replace(&mut role, Role::Cell);
                Is::Of(pdf.tree.add(Some(row), role, cell.says.clone()))
            });
        }
        let under = self.y();
        self.move_to(under + 16.0);
    }

    /// On the first page they are told; later ones only show them.
    fn headings<const N: usize>(&mut self, headings: &[Broken; N], places: &[Place; N], row: Option<NodeId>) {
        let (y, tall, tint) = (self.y(), height(headings, HEADING), self.tint());
        self.ground(LEFT - OVER, y, RIGHT - LEFT + 2.0 * OVER, tall, tint, Is::Looks);
        self.cells(headings, places, HEADING, |pdf, cell| match row {
            Some(row) => Is::Of(pdf.tree.add(Some(row), Role::ColumnHeading, cell.says.clone())),
            None => Is::Header,
        });
    }

    /// Never empty: a cell without content would fall out of its row, and the next be read in its place.
    fn cell(&mut self, text: &str, style: Style) -> Text {
        let text = self.shaper.text(text, style.weight);
        if text.words.is_empty() { self.shaper.text("–", style.weight) } else { text }
    }

    fn broken<const N: usize>(&mut self, texts: &[Text; N], places: &[Place; N], style: Style) -> [Broken; N] {
        std::array::from_fn(|column| {
            let text = &texts[column];
            let lines = self.shaper.lines(text, places[column].width / style.size + 0.01);
            Broken { lines, says: text.says.clone() }
        })
    }

    /// A row of cells where we are; afterwards we are under it.
    fn cells<const N: usize>(
        &mut self,
        cells: &[Broken; N],
        places: &[Place; N],
        style: Style,
        mut is: impl FnMut(&mut Self, &Broken) -> Is,
    ) {
        let top = self.y();
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
        self.move_to(top + height(cells, style));
    }
}

/// A label and what it says.
pub struct Fact<'a> {
    pub label: &'a str,
    pub value: &'a str,
    pub strong: bool,
}

impl<'a> Fact<'a> {
    pub fn new(label: &'a str, value: &'a str) -> Self {
        Self { label, value, strong: false }
    }

    pub fn strong(label: &'a str, value: &'a str) -> Self {
        Self { label, value, strong: true }
    }
}

fn height<const N: usize>(cells: &[Broken; N], style: Style) -> f32 {
    let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default().max(1);
    lines as f32 * line_height(style.size) + 2.0 * PAD
}

fn places<const N: usize>(columns: &[Column<'_>; N], headings: &[Text; N], rows: &[[Text; N]]) -> [Place; N] {
    let wanted: [f32; N] = std::array::from_fn(|column| match columns[column].width {
        Width::Rest => 0.0,
        Width::Fitting => rows
            .iter()
            .map(|row| row[column].width() * CELL.size)
            .fold(headings[column].width() * HEADING.size, f32::max),
    });
    let rests = columns.iter().filter(|column| column.width == Width::Rest).count() as f32;
    let free = RIGHT - LEFT - GAP * (N as f32 - 1.0);
    let most = widest_allowed(wanted, free - rests * LEAST_REST);
    let rest = (free - wanted.iter().map(|width| width.min(most)).sum::<f32>()) / rests.max(1.0);
    let mut x = LEFT;
    std::array::from_fn(|column| {
        let width = if columns[column].width == Width::Rest { rest } else { wanted[column].min(most) };
        let place = Place { x, width, align: columns[column].align };
        x += width + GAP;
        place
    })
}

/// How wide a column may be at most, so that all fit: the widest give way first.
fn widest_allowed<const N: usize>(mut wanted: [f32; N], free: f32) -> f32 {
    wanted.sort_by(f32::total_cmp);
    let mut left = free;
    for (index, width) in wanted.iter().enumerate() {
        let share = left / (N - index) as f32;
        if *width > share {
            return share;
        }
        left -= width;
    }
    f32::INFINITY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_give_way_first() {
        assert_eq!(widest_allowed([10.0, 20.0, 30.0], 60.0), f32::INFINITY);
        assert_eq!(widest_allowed([10.0, 200.0, 30.0], 100.0), 60.0);
        assert_eq!(widest_allowed([500.0, 10.0, 500.0], 110.0), 50.0);
    }
}
