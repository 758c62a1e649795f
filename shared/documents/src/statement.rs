//! The list of transactions on paper (W-21).

use crate::letterhead::Letterhead;
use crate::pdf::{Align, Column, Fact, Pdf, PdfError, Width};
use crate::texts::Text;
use chrono::{DateTime, Utc};
use meent_domain::{Cents, Language, calendar};

#[derive(Debug, Clone)]
pub struct Statement {
    pub name: String,
    /// What a resident reads to a clerk: `PersonId::internal_id`.
    pub internal_id: String,
    /// Period and filter, in words of the reader's language.
    pub selection: String,
    pub made_on: DateTime<Utc>,
    pub balance_at_begin: Cents,
    pub balance_at_end: Cents,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
pub struct Entry {
    pub number: u64,
    pub at: DateTime<Utc>,
    /// In the reader's language.
    pub description: String,
    pub amount: Cents,
    pub balance_after: Cents,
}

pub fn statement(letterhead: &Letterhead, statement: &Statement, language: Language) -> Result<Vec<u8>, PdfError> {
    let word = |text: Text| text.written(language);
    let mut pdf = Pdf::new(letterhead, word(Text::Statement), statement.made_on, language);
    let made_on =
        format!("{}, {}", calendar::date(statement.made_on, language), calendar::time(statement.made_on, language));
    let begin = statement.balance_at_begin.written(language);
    let end = statement.balance_at_end.written(language);
    pdf.facts(&[
        Fact::new(word(Text::Name), &statement.name),
        Fact::new(word(Text::InternalId), &statement.internal_id),
        Fact::new(word(Text::Selection), &statement.selection),
        Fact::new(word(Text::MadeOn), &made_on),
        Fact::new(word(Text::Entries), &statement.entries.len().to_string()),
        Fact::new(word(Text::BalanceAtBegin), &begin),
        Fact::strong(word(Text::BalanceAtEnd), &end),
    ]);
    if statement.entries.is_empty() {
        pdf.paragraph(word(Text::NoEntries));
        return pdf.finish();
    }
    let column = |heading: Text, width, align| Column { heading: word(heading), width, align };
    let columns = [
        column(Text::ColumnNumber, Width::Fitting, Align::Right),
        column(Text::ColumnDate, Width::Fitting, Align::Left),
        column(Text::ColumnTime, Width::Fitting, Align::Right),
        column(Text::ColumnDescription, Width::Rest, Align::Left),
        column(Text::ColumnAmount, Width::Fitting, Align::Right),
        column(Text::ColumnBalanceAfter, Width::Fitting, Align::Right),
    ];
    let rows = statement.entries.iter().map(|entry| {
        [
            entry.number.to_string(),
            whole(&calendar::date(entry.at, language)),
            whole(&calendar::time(entry.at, language)),
            entry.description.clone(),
            signed(entry.amount, language),
            entry.balance_after.written(language),
        ]
    });
    pdf.table(&columns, rows);
    pdf.finish()
}

/// A plus says as clearly as a minus which way it went.
pub(crate) fn signed(amount: Cents, language: Language) -> String {
    let plus = if amount > Cents(0) { "+\u{a0}" } else { "" };
    format!("{plus}{}", amount.written(language))
}

/// Not broken at its spaces.
pub(crate) fn whole(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
