//! What somebody takes home from the desk (P-63): what was done, and what is left.

use crate::letterhead::Letterhead;
use crate::pdf::{Align, Column, Fact, Pdf, PdfError, Width};
use crate::statement::{Entry, signed, whole};
use crate::texts::Text;
use chrono::{DateTime, Utc};
use meent_domain::{Cents, Language, calendar};

#[derive(Debug, Clone)]
pub struct DeskSummary {
    pub name: String,
    /// What a resident reads to a clerk: `PersonId::internal_id`.
    pub internal_id: String,
    pub began_at: DateTime<Utc>,
    pub made_on: DateTime<Utc>,
    pub balance: Cents,
    /// Visitors' hours, where there is an address.
    pub hours_left: Vec<HoursLeft>,
    /// What moved the balance since the visit began.
    pub entries: Vec<Entry>,
    /// Running or to come, in order.
    pub sessions: Vec<SessionToCome>,
}

#[derive(Debug, Clone)]
pub struct HoursLeft {
    /// `2026-Q4`
    pub quarter: String,
    pub minutes: u32,
}

#[derive(Debug, Clone)]
pub struct SessionToCome {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// Its name, in the reader's language.
    pub zone: String,
    /// As its country writes it.
    pub plate: String,
    pub price: Cents,
}

pub fn desk_summary(letterhead: &Letterhead, summary: &DeskSummary, language: Language) -> Result<Vec<u8>, PdfError> {
    let word = |text: Text| text.written(language);
    let mut pdf = Pdf::new(letterhead, word(Text::DeskSummary), summary.made_on, language);
    let made_on =
        format!("{}, {}", calendar::date(summary.made_on, language), calendar::time(summary.made_on, language));
    let balance = summary.balance.written(language);
    let hours: Vec<(String, String)> = summary
        .hours_left
        .iter()
        .map(|left| {
            let (hours, minutes) = ((left.minutes / 60).to_string(), (left.minutes % 60).to_string());
            let (year, number) = left.quarter.split_once("-Q").unwrap_or((&left.quarter, ""));
            let label = Text::VisitorsHoursLeft.filled(language, &[("number", number), ("year", year)]);
            let of = if left.minutes.is_multiple_of(60) { Text::WholeHours } else { Text::HoursAndMinutes };
            let value = of.filled(language, &[("hours", &hours), ("minutes", &minutes)]);
            (label, value)
        })
        .collect();
    let mut facts = vec![
        Fact::new(word(Text::Name), &summary.name),
        Fact::new(word(Text::InternalId), &summary.internal_id),
        Fact::new(word(Text::MadeOn), &made_on),
        Fact::strong(word(Text::BalanceNow), &balance),
    ];
    facts.extend(hours.iter().map(|(label, value)| Fact::new(label, value)));
    pdf.facts(&facts);

    let began = calendar::time(summary.began_at, language);
    pdf.section(&Text::DoneSince.filled(language, &[("time", &began)]));
    if summary.entries.is_empty() {
        pdf.paragraph(word(Text::NothingMoved));
    } else {
        let columns = [
            column(Text::ColumnTime, Width::Fitting, Align::Left, language),
            column(Text::ColumnDescription, Width::Rest, Align::Left, language),
            column(Text::ColumnAmount, Width::Fitting, Align::Right, language),
            column(Text::ColumnBalanceAfter, Width::Fitting, Align::Right, language),
        ];
        let rows = summary.entries.iter().map(|entry| {
            [
                whole(&calendar::time(entry.at, language)),
                entry.description.clone(),
                signed(entry.amount, language),
                entry.balance_after.written(language),
            ]
        });
        pdf.table(&columns, rows);
    }

    pdf.section(word(Text::StillToCome));
    if summary.sessions.is_empty() {
        pdf.paragraph(word(Text::NothingToCome));
    } else {
        let columns = [
            column(Text::ColumnDate, Width::Fitting, Align::Left, language),
            column(Text::ColumnFrom, Width::Fitting, Align::Right, language),
            column(Text::ColumnUntil, Width::Fitting, Align::Right, language),
            column(Text::ColumnZone, Width::Rest, Align::Left, language),
            column(Text::ColumnPlate, Width::Fitting, Align::Left, language),
            column(Text::ColumnAmount, Width::Fitting, Align::Right, language),
        ];
        let rows = summary.sessions.iter().map(|session| {
            [
                whole(&calendar::date(session.from, language)),
                whole(&calendar::time(session.from, language)),
                whole(&calendar::time(session.until, language)),
                session.zone.clone(),
                whole(&session.plate),
                session.price.written(language),
            ]
        });
        pdf.table(&columns, rows);
    }
    pdf.small_print(word(Text::DeskSummaryNote));
    pdf.finish()
}

fn column(heading: Text, width: Width, align: Align, language: Language) -> Column<'static> {
    Column { heading: heading.written(language), width, align }
}
