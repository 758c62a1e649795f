//! `parking`: what residents booked, and which plate may stand where until when.
//!
//! | pk | sk | row | index |
//! |---|---|---|---|
//! | `PERSON#<id>` | `SESSION#<id>` | [`Session`]; ids sort by when sessions begin | `by-due` while a reminder is to be sent |
//! | `PERSON#<id>` | `SERIES#<id>` | [`SeriesRow`] | |
//! | `PERSON#<id>` | `AGENDA` | [`Agenda`]: what is booked and not over | |
//! | `PERSON#<id>` | `KNOWN#<country>#<plate>` | [`KnownPlate`]: plates that were parked before (R-14) | |
//! | `PLATE#<plate>` | `PLATE` | [`PlateRow`]: its rights, whoever booked them (R-30) | |
//!
//! The agenda is what a booking is decided from: it has a version, and every change of a session changes it
//! too. The plate's row is what enforcement reads. It is written blindly, a field for each right, so that two
//! residents with one visitor don't meet (docs/adr/0017-agenda-and-plate.md).

use crate::audit;
use crate::row::{Key, Stored};
use crate::value::{self, Value};
use crate::{Query, Table};
use chrono::{DateTime, Duration, Utc};
use meent_domain::parking::span::whole_minute;
use meent_domain::parking::{Country, For, Plate, PlateName, Quarter, Span, ZoneId};
use meent_domain::{Cents, HolderId, Language, PersonId, SeriesId, SessionId, TransferId};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

pub const SESSIONS: &str = "SESSION#";
pub const KNOWN: &str = "KNOWN#";
pub const BY_DUE: &str = "by-due";
pub const DUE_SHARD: &str = "0";
/// Scan cars ask about the last 24 hours; a visit goes on after a short break.
const OVER_BUT_ASKED_ABOUT: Duration = Duration::hours(25);
/// Each is a write more.
const PLATES_TIDIED: usize = 3;

pub fn person_pk(id: &PersonId) -> String {
    format!("PERSON#{id}")
}

pub fn session(person: &PersonId, id: &SessionId) -> Key {
    Key::new(Table::Parking, person_pk(person), format!("{SESSIONS}{id}"))
}

pub fn series(person: &PersonId, id: &SeriesId) -> Key {
    Key::new(Table::Parking, person_pk(person), format!("SERIES#{id}"))
}

pub fn agenda(person: &PersonId) -> Key {
    Key::new(Table::Parking, person_pk(person), "AGENDA")
}

pub fn known_plate(person: &PersonId, country: &Country, plate: &Plate) -> Key {
    Key::new(Table::Parking, person_pk(person), format!("{KNOWN}{}#{plate}", country.as_str()))
}

pub fn plate(plate: &Plate) -> Key {
    Key::new(Table::Parking, format!("PLATE#{plate}"), "PLATE")
}

/// A resident's sessions that begin from a moment until just before another, first ones first.
pub fn sessions_between(person: &PersonId, from: DateTime<Utc>, until: DateTime<Utc>) -> Query {
    let edge = |at| format!("{SESSIONS}{}", SessionId::first_from(at));
    Query::partition(Table::Parking, person_pk(person)).between(edge(from), edge(until))
}

/// A session as it was booked and as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: SessionId,
    pub person: PersonId,
    /// Raised by every change; a change names the one it was made from.
    pub version: u64,
    pub whom: For,
    pub plate: Plate,
    pub country: Country,
    pub zone: ZoneId,
    /// Which of the zone's rules it was booked under: it keeps them.
    pub rules: usize,
    pub span: Span,
    pub state: SessionState,
    /// Paid time and what was paid for it, after all changes.
    pub minutes: u32,
    pub cents: Cents,
    /// A visitor's: whose hours it uses, and how many of each quarter.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub visit: Option<Visit>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub series: Option<SeriesId>,
    pub booked_at: DateTime<Utc>,
    /// Booked for the resident, by staff at the desk (P-63).
    #[serde(default)]
    pub at_the_desk: bool,
    /// The movement it was booked by.
    pub transfer: TransferId,
    /// The plate was put right: once by the booker.
    #[serde(default)]
    pub corrected: bool,
    /// Reminded in this language, when the time comes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub remind_in: Option<Language>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due_at: Option<String>,
    /// When the row may go (P-32).
    pub kept_until: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SessionState {
    Booked,
    /// Before its end.
    Stopped,
    /// Before it began.
    Cancelled,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub holder: HolderId,
    pub minutes: Vec<(Quarter, u32)>,
}

impl Session {
    pub fn key(&self) -> Key {
        session(&self.person, &self.id)
    }

    /// Reminds some minutes before the end; or no more.
    pub fn reminding(mut self, before: Option<Duration>) -> Self {
        let at = before.filter(|_| self.remind_in.is_some()).map(|before| self.span.until() - before);
        // Who books for a moment needs no reminder that it is nearly over.
        let at = at.filter(|at| *at > self.span.from());
        self.due_shard = at.map(|_| DUE_SHARD.to_owned());
        self.due_at = at.map(audit::at);
        self
    }
}

impl Stored for Session {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.kept_until)
    }
}

/// What a series was booked as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesRow {
    pub id: SeriesId,
    /// In order.
    pub sessions: Vec<SessionId>,
    pub cents: Cents,
    pub kept_until: DateTime<Utc>,
}

impl Stored for SeriesRow {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.kept_until)
    }
}

/// One line of an agenda: enough to decide by, and to show on the first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "AgendaPacked", into = "AgendaPacked")]
pub struct AgendaLine {
    pub session: SessionId,
    pub span: Span,
    pub whom: For,
    pub zone: ZoneId,
    pub plate: Plate,
    pub country: Country,
    pub minutes: u32,
    pub cents: Cents,
    pub series: Option<SeriesId>,
}

/// Without names of fields: an agenda is read and written whole, with every booking.
type AgendaPacked = (SessionId, Span, For, ZoneId, Plate, Country, u32, Cents, Option<SeriesId>);

impl From<AgendaPacked> for AgendaLine {
    fn from((session, span, whom, zone, plate, country, minutes, cents, series): AgendaPacked) -> Self {
        Self { session, span, whom, zone, plate, country, minutes, cents, series }
    }
}

impl From<AgendaLine> for AgendaPacked {
    fn from(line: AgendaLine) -> Self {
        let AgendaLine { session, span, whom, zone, plate, country, minutes, cents, series } = line;
        (session, span, whom, zone, plate, country, minutes, cents, series)
    }
}

impl From<&Session> for AgendaLine {
    fn from(session: &Session) -> Self {
        Self {
            session: session.id.clone(),
            span: session.span,
            whom: session.whom,
            zone: session.zone.clone(),
            plate: session.plate.clone(),
            country: session.country.clone(),
            minutes: session.minutes,
            cents: session.cents,
            series: session.series.clone(),
        }
    }
}

/// What a resident has booked that is not over, or hardly.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// 0 when there is no row.
    pub version: u64,
    /// In order of their ends.
    pub lines: Vec<AgendaLine>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub kept_until: Option<DateTime<Utc>>,
}

impl Agenda {
    /// So many at once are no agenda any more.
    pub const MOST: usize = 200;

    /// The one running now; of several, the one that ends first.
    pub fn current(&self, now: DateTime<Utc>) -> Option<&AgendaLine> {
        self.lines.iter().find(|line| line.span.holds(now))
    }

    /// The one that begins next.
    pub fn next(&self, now: DateTime<Utc>) -> Option<&AgendaLine> {
        self.lines.iter().filter(|line| now < line.span.from()).min_by_key(|line| line.span.from())
    }

    /// The next version, with these lines in place of those of the same sessions, and without what is long
    /// over. Tells which went: their rights go with them, for a few plates each time.
    pub fn with(self, lines: Vec<AgendaLine>, gone: &[SessionId], now: DateTime<Utc>) -> (Self, Vec<AgendaLine>) {
        let replaced =
            |line: &AgendaLine| gone.contains(&line.session) || lines.iter().any(|newer| newer.session == line.session);
        let mut plates: Vec<Plate> = lines.iter().take(1).map(|line| line.plate.clone()).collect();
        let (mut over, mut kept) = (vec![], vec![]);
        for line in self.lines.into_iter().filter(|line| !replaced(line)) {
            let is_over = line.span.until() + OVER_BUT_ASKED_ABOUT < now;
            if is_over && !plates.contains(&line.plate) && plates.len() < PLATES_TIDIED {
                plates.push(line.plate.clone());
            }
            let goes = is_over && plates.contains(&line.plate);
            if goes { over.push(line) } else { kept.push(line) }
        }
        kept.extend(lines);
        kept.sort_by_key(|line| (line.span.until(), line.session.clone()));
        let kept_until = kept.last().map(|line| line.span.until() + OVER_BUT_ASKED_ABOUT + Duration::days(1));
        (Self { version: self.version + 1, lines: kept, kept_until }, over)
    }
}

impl Stored for Agenda {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.kept_until
    }
}

/// A plate somebody parked before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPlate {
    pub plate: Plate,
    pub country: Country,
    /// `oma`, if the resident calls it something.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<PlateName>,
    pub whom: For,
    pub used_at: DateTime<Utc>,
}

impl Stored for KnownPlate {}

impl KnownPlate {
    /// Remembered so long after the last time.
    const KEPT: Duration = Duration::days(400);

    /// Used now: its name, if it has one, stays.
    pub fn used(
        plate: &Plate,
        country: &Country,
        whom: For,
        now: DateTime<Utc>,
    ) -> Result<Vec<(String, Value)>, crate::StoreError> {
        Ok(vec![
            ("plate".to_owned(), value::of(plate)?),
            ("country".to_owned(), value::of(country)?),
            ("whom".to_owned(), value::of(&whom)?),
            ("used_at".to_owned(), value::date(now)),
            ("expires_at".to_owned(), value::number((now + Self::KEPT).timestamp().unsigned_abs())),
        ])
    }
}

/// A plate's rights: one field of the row each, named for its session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlateRow {
    #[serde(flatten)]
    fields: HashMap<String, Field>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Field {
    Right(RightPacked),
    /// The key, and the row's end.
    Text(String),
    Number(u64),
}

/// A right: until when a plate may stand in a zone. Nothing in it tells who booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    /// An id that leads to nobody.
    pub session: String,
    pub country: Country,
    pub zone: ZoneId,
    pub span: Span,
    pub whom: For,
}

type RightPacked = (Country, ZoneId, Span, For);

impl Stored for PlateRow {}

impl PlateRow {
    const PREFIX: &str = "s_";

    pub fn rights(&self) -> impl Iterator<Item = Right> {
        self.fields.iter().filter_map(|(name, field)| match (name.strip_prefix(Self::PREFIX), field) {
            (Some(session), Field::Right((country, zone, span, whom))) => Some(Right {
                session: session.to_owned(),
                country: country.clone(),
                zone: zone.clone(),
                span: *span,
                whom: *whom,
            }),
            _ => None,
        })
    }

    pub fn field(session: &SessionId) -> String {
        format!("{}{session}", Self::PREFIX)
    }

    /// As a field of the row.
    pub fn right(line: &AgendaLine) -> Result<(String, Value), crate::StoreError> {
        let packed: RightPacked = (line.country.clone(), line.zone.clone(), line.span, line.whom);
        Ok((Self::field(&line.session), value::of(&packed)?))
    }

    /// The row goes when nobody has come for so long.
    pub fn kept(now: DateTime<Utc>) -> (String, Value) {
        ("expires_at".to_owned(), value::number((whole_minute(now) + KnownPlate::KEPT).timestamp().unsigned_abs()))
    }
}
