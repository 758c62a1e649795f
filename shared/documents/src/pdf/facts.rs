//! Tables whose rows have the headings: what is what, and sums.

use super::cells::{Align, GAP, OVER, PAD, Place, height};
use super::paper::{BODY, LABEL, LEFT, Pdf, RIGHT, STRONG, baseline};
use super::sheets::{Is, Role};
use super::text::Text;

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

impl Pdf {
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
            let top = self.y;
            // Both stand on one line, though the label is smaller.
            self.y = top + baseline(0.0, style.size) - baseline(0.0, LABEL.size) - PAD;
            self.cells(&label, &label_place, LABEL, |pdf, cell| {
                Is::Of(pdf.tree.add(Some(row), Role::RowHeading, cell.says.clone()))
            });
            self.y = top - PAD;
            self.cells(&value, &value_place, style, |pdf, cell| {
                Is::Of(pdf.tree.add(Some(row), Role::Cell, cell.says.clone()))
            });
            self.y = top + tall + 2.0;
        }
        self.y += 16.0;
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
                let (y, tint) = (self.y, self.tint());
                self.ground(middle - OVER, y, right - middle + 2.0 * OVER, tall, tint, Is::Looks);
            }
            let mut role = Role::RowHeading;
            self.cells(&cells, &places, style, |pdf, cell| {
                let role = std::mem::replace(&mut role, Role::Cell);
                Is::Of(pdf.tree.add(Some(row), role, cell.says.clone()))
            });
        }
        self.y += 16.0;
    }
}
