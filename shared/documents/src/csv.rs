//! CSV that opens right in a spreadsheet with Belgian settings (W-21): UTF-8 with a byte-order mark,
//! semicolons, CRLF. Text that a spreadsheet would take for a formula is made harmless (W-22).

pub struct Csv(String);

/// A cell. What we made ourselves may begin as it likes; what people typed may not.
pub enum Cell<'a> {
    Ours(&'a str),
    Typed(&'a str),
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
}
