//! What a download is called on somebody's machine: `kwitantie-2026-000123.pdf`.

use crate::texts::Text;
use chrono::NaiveDate;
use meent_domain::company::Line;
use meent_domain::{Language, person};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    stem: String,
    kind: FileKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    /// UBL
    Xml,
}

impl FileKind {
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Xml => "application/xml",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xml => "xml",
        }
    }
}

impl FileName {
    pub fn receipt(number: &Line, language: Language) -> Self {
        Self::new(Text::Receipt, number.as_str(), FileKind::Pdf, language)
    }

    pub fn invoice(number: &Line, kind: FileKind, language: Language) -> Self {
        Self::new(Text::Invoice, number.as_str(), kind, language)
    }

    pub fn credit_note(number: &Line, kind: FileKind, language: Language) -> Self {
        Self::new(Text::CreditNote, number.as_str(), kind, language)
    }

    pub fn statement(made_on: NaiveDate, language: Language) -> Self {
        Self::new(Text::Statement, &made_on.to_string(), FileKind::Pdf, language)
    }

    pub fn parking_proof(reference: &str, language: Language) -> Self {
        Self::new(Text::ParkingProof, reference, FileKind::Pdf, language)
    }

    pub fn desk_summary(made_on: NaiveDate, language: Language) -> Self {
        Self::new(Text::DeskSummary, &made_on.to_string(), FileKind::Pdf, language)
    }

    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// For the header `Content-Disposition`.
    pub fn disposition(&self) -> String {
        format!("attachment; filename=\"{}.{}\"", self.stem, self.kind.ending())
    }

    /// Letters without accents, digits and hyphens: nothing that could mean something to a header or to a
    /// file system.
    fn new(what: Text, which: &str, kind: FileKind, language: Language) -> Self {
        let name = person::folded(&format!("{} {which}", what.written(language)));
        let words: Vec<&str> =
            name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        Self { stem: words.join("-"), kind }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_in_every_language() {
        let number = |text: &str| Line::try_from(text.to_owned()).expect("a number");
        let receipt = FileName::receipt(&number("2026-000123"), Language::French);
        assert_eq!(receipt.disposition(), "attachment; filename=\"recu-2026-000123.pdf\"");
        let odd = FileName::invoice(&number("\"2026/7\" ../; é"), FileKind::Xml, Language::Dutch);
        assert_eq!(odd.disposition(), "attachment; filename=\"factuur-2026-7-e.xml\"");
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
        let statement = FileName::statement(day, Language::German).disposition();
        assert_eq!(statement, "attachment; filename=\"ubersicht-ihrer-transaktionen-2026-11-21.pdf\"");
    }
}
