//! Tables: with headings that go with their cells, repeated for the eye on each page and told once to the ear.

use super::cells::{Align, Broken, GAP, OVER, Place, height};
use super::fonts::Weight;
use super::paper::{BODY, LEFT, Pdf, RIGHT, RULE, Style, line_height};
use super::sheets::{Is, NodeId, Role};
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

const CELL: Style = Style { size: 9.0, ..BODY };
const HEADING: Style = Style { size: 8.5, weight: Weight::Bold, ..BODY };
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
            self.ground(LEFT - OVER, self.y, RIGHT - LEFT + 2.0 * OVER, 0.5, RULE, Is::Looks);
        }
        self.y += 14.0;
    }

    /// On the first page they are told; later ones only show them.
    fn headings<const N: usize>(&mut self, headings: &[Broken; N], places: &[Place; N], row: Option<NodeId>) {
        let (y, tall, tint) = (self.y, height(headings, HEADING), self.tint());
        self.ground(LEFT - OVER, y, RIGHT - LEFT + 2.0 * OVER, tall, tint, Is::Looks);
        self.cells(headings, places, HEADING, |pdf, cell| match row {
            Some(row) => Is::Of(pdf.tree.add(Some(row), Role::ColumnHeading, cell.says.clone())),
            None => Is::Header,
        });
    }
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
