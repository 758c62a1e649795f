//! CSV that opens right in a spreadsheet with Belgian settings (W-21): UTF-8 with a byte-order mark,
//! semicolons, CRLF, decimal commas, days first. Text that a spreadsheet would take for a formula is
//! made harmless (W-22).

use chrono::{DateTime, NaiveDate, Utc};
use meent_domain::{Cents, calendar};

pub struct Csv(String);

/// A cell. What we made ourselves may begin as it likes; what people typed may not. The others are
/// written so that a spreadsheet takes them for what they are, and can sort and add.
pub enum Cell<'a> {
    Ours(&'a str),
    Typed(&'a str),
    Number(u64),
    /// `-1250,00`: the column says that it is euros.
    Amount(Cents),
    /// `21/11/2026`
    Date(NaiveDate),
    /// `14:05:09`, where the town is.
    Time(DateTime<Utc>),
}

impl Csv {
    pub fn new(headings: &[&str]) -> Self {
        let mut csv = Self("\u{feff}".to_owned());
        csv.row(&headings.iter().map(|heading| Cell::Ours(heading)).collect::<Vec<_>>());
        csv
    }

    pub fn row(&mut self, cells: &[Cell<'_>]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.0.push(';');
            }
            match cell {
                Cell::Ours(text) => self.quoted("", text),
                Cell::Typed(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => self.quoted("'", text),
                Cell::Typed(text) => self.quoted("", text),
                Cell::Number(number) => self.0.push_str(&number.to_string()),
                Cell::Amount(amount) => self.0.push_str(&decimal(*amount)),
                Cell::Date(day) => self.0.push_str(&day.format("%d/%m/%Y").to_string()),
                Cell::Time(at) => self.0.push_str(time_of_day(&calendar::stamp(*at))),
            }
        }
        self.0.push_str("\r\n");
    }

    fn quoted(&mut self, before: &str, text: &str) {
        if before.is_empty() && !text.contains([';', '"', '\r', '\n', '\'']) {
            self.0.push_str(text);
            return;
        }
        self.0.push('"');
        self.0.push_str(before);
        self.0.push_str(&text.replace('"', "\"\""));
        self.0.push('"');
    }

    pub fn into_text(self) -> String {
        self.0
    }
}

/// Without a sign for euros or thousands: those would make it text.
fn decimal(amount: Cents) -> String {
    let (sign, cents) = (if amount.0 < 0 { "-" } else { "" }, amount.0.unsigned_abs());
    format!("{sign}{},{:02}", cents / 100, cents % 100)
}

/// What follows the day in a stamp.
fn time_of_day(stamp: &str) -> &str {
    stamp.split_once(' ').map_or(stamp, |(_, time)| time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_harmless_and_quotes_doubled() {
        let mut csv = Csv::new(&["naam", "bedrag"]);
        csv.row(&[Cell::Typed("=HYPERLINK(\"x\")"), Cell::Ours("-12,50")]);
        csv.row(&[Cell::Typed("Van; den \"Berg\""), Cell::Ours("1")]);
        let text = csv.into_text();
        assert_eq!(text, "\u{feff}naam;bedrag\r\n\"'=HYPERLINK(\"\"x\"\")\";-12,50\r\n\"Van; den \"\"Berg\"\"\";1\r\n");
    }

    #[test]
    fn amounts_and_moments_are_what_a_spreadsheet_reads() {
        let at: DateTime<Utc> = "2026-07-01T22:30:09Z".parse().expect("a time");
        let mut csv = Csv::new(&["nr", "datum", "tijd", "bedrag", "saldo"]);
        let day = calendar::local_day(at);
        let cells =
            [Cell::Number(7), Cell::Date(day), Cell::Time(at), Cell::Amount(Cents(-5)), Cell::Amount(Cents(125_000))];
        csv.row(&cells);
        csv.row(&[Cell::Amount(Cents(i64::MIN)), Cell::Amount(Cents(0))]);
        let text = csv.into_text();
        let rows: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(rows[1], "7;02/07/2026;00:30:09;-0,05;1250,00");
        assert_eq!(rows[2], "-92233720368547758,08;0,00");
    }
}
