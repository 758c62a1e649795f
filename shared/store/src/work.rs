//! `work`: what is still to be delivered (the outbox), and what staff are told.
//!
//! | pk | sk | row | index |
//! |---|---|---|---|
//! | `PERSON#<id>`, `STAFF#<id>` or `TOWN` | `MAIL#<id>` | [`Message`] | `by-due` while it waits |
//! | `PAYMENT#<id>`, `REFUND#<id>` | `JOB#<kind>` | [`Job`] | `by-due` while it waits |
//! | `STAFF#<id>` | `NOTE#<time>#<id>` | [`Notification`] | |
//! | `STAFF#<id>` | `READ` | [`ReadMark`] | |
//!
//! A message or a job is written in the transaction of what it follows from. The stream only wakes the
//! delivery; what is due is found by `by-due`, so nothing is lost when a stream is.

use crate::audit;
use crate::row::{Key, Stored};
use crate::{Db, PageSize, Query, StoreError, Table};
use chrono::{DateTime, Duration, Utc};
use meent_domain::{Language, PaymentId, PersonId, RefundId, StaffId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub const MAILS: &str = "MAIL#";
pub const JOBS: &str = "JOB#";
pub const NOTES: &str = "NOTE#";
/// One for a town; more when a measurement asks for it.
pub const DUE_SHARD: &str = "0";
/// Jobs wait apart from letters: a provider that is down holds up no letter.
pub const DUE_JOBS: &str = "jobs-0";
/// And notices apart from both: makers of browsers have bad days too.
pub const DUE_NOTICES: &str = "notices-0";

/// Whose a message is: the recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    Person(PersonId),
    Staff(StaffId),
    /// The town's own desk.
    Town,
}

impl Owner {
    pub fn pk(&self) -> String {
        match self {
            Self::Person(id) => format!("PERSON#{id}"),
            Self::Staff(id) => format!("STAFF#{id}"),
            Self::Town => "TOWN".to_owned(),
        }
    }
}

pub fn message(pk: &str, id: &str) -> Key {
    Key::new(Table::Work, pk, format!("{MAILS}{id}"))
}

pub fn read_mark(id: &StaffId) -> Key {
    Key::new(Table::Work, Owner::Staff(id.clone()).pk(), "READ")
}

/// A letter on its way: by e-mail, or as a notice on a device.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Message {
    pub id: String,
    /// The partition it stands in, so that a row read through the index leads back to it.
    pub owner: String,
    /// Which letter: a code of `shared/http/mails.toml`.
    pub kind: String,
    pub language: Language,
    /// Address and what the letter says, sealed; gone once delivered.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub content_sealed: Option<String>,
    pub created_at: DateTime<Utc>,
    pub state: Delivery,
    pub tries: u32,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due_at: Option<String>,
    /// Staff who want to know if it can't be delivered.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub told_to: Option<StaffId>,
    pub ends_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Delivery {
    Waiting,
    Delivered,
    /// Refused by the other side, or tried for too long.
    Undelivered,
}

/// Waits between tries, in minutes; the last one repeats until the message is given up after a day.
const WAITS_MINUTES: [i64; 5] = [1, 5, 15, 60, 240];

impl Message {
    pub fn new(
        id: String,
        owner: &Owner,
        kind: &str,
        language: Language,
        content_sealed: String,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            owner: owner.pk(),
            kind: kind.to_owned(),
            language,
            content_sealed: Some(content_sealed),
            created_at: now,
            state: Delivery::Waiting,
            tries: 0,
            due_shard: Some(DUE_SHARD.to_owned()),
            due_at: Some(audit::at(now)),
            told_to: None,
            ends_at: now + Duration::days(30),
        }
    }

    pub fn as_notice(mut self) -> Self {
        self.due_shard = Some(DUE_NOTICES.to_owned());
        self
    }

    pub fn telling(mut self, staff: &StaffId) -> Self {
        self.told_to = Some(staff.clone());
        self
    }

    pub fn key(&self) -> Key {
        message(&self.owner, &self.id)
    }

    /// Counts a try and puts the next one off: whoever comes meanwhile leaves it alone.
    pub fn being_tried(mut self, now: DateTime<Utc>) -> Self {
        let wait = WAITS_MINUTES[(self.tries as usize).min(WAITS_MINUTES.len() - 1)];
        self.tries += 1;
        self.due_at = Some(audit::at(now + Duration::minutes(wait)));
        self
    }

    pub fn is_given_up(&self, now: DateTime<Utc>) -> bool {
        now - self.created_at > Duration::days(1)
    }

    /// Delivered or given up: out of the index, and without its content.
    pub fn ended(mut self, state: Delivery) -> Self {
        self.state = state;
        self.content_sealed = None;
        self.due_shard = None;
        self.due_at = None;
        self
    }
}

impl Stored for Message {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ends_at)
    }
}

/// Something to do once what it follows from is true. It is done at least once, so doing it twice must
/// be as good as once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Job {
    pub task: Task,
    pub created_at: DateTime<Utc>,
    pub tries: u32,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due_at: Option<String>,
    /// Kept for a while after it is done; never removed before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ends_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Draw the number of a receipt or an invoice, make it, and tell the payer (W-11).
    Paper(PaymentId),
    /// Send an approved refund through its provider (W-17).
    Refund(RefundId),
    /// Take back on paper what an invoice asked, once that much of its payment went back, and tell the payer.
    CreditNote { refund: RefundId, payment: PaymentId },
    /// Somebody left: what they booked is cancelled, and no plate of theirs stays (P-12).
    LeaveParking(PersonId),
}

impl Task {
    pub fn key(&self) -> Key {
        match self {
            Self::Paper(payment) => Key::new(Table::Work, format!("PAYMENT#{payment}"), format!("{JOBS}paper")),
            Self::Refund(refund) => Key::new(Table::Work, format!("REFUND#{refund}"), format!("{JOBS}refund")),
            Self::CreditNote { refund, payment } => {
                Key::new(Table::Work, format!("REFUND#{refund}"), format!("{JOBS}credit-note#{payment}"))
            }
            Self::LeaveParking(person) => {
                Key::new(Table::Work, Owner::Person(person.clone()).pk(), format!("{JOBS}leave-parking"))
            }
        }
    }
}

/// Waits between tries, in minutes; the last repeats for as long as it takes.
const JOB_WAITS_MINUTES: [i64; 6] = [1, 5, 15, 60, 240, 720];

impl Job {
    pub fn new(task: Task, now: DateTime<Utc>) -> Self {
        Self {
            task,
            created_at: now,
            tries: 0,
            due_shard: Some(DUE_JOBS.to_owned()),
            due_at: Some(audit::at(now)),
            ends_at: None,
        }
    }

    pub fn key(&self) -> Key {
        self.task.key()
    }

    /// Counts a try and puts the next one off: whoever comes meanwhile leaves it alone.
    pub fn being_tried(mut self, now: DateTime<Utc>) -> Self {
        let wait = JOB_WAITS_MINUTES[(self.tries as usize).min(JOB_WAITS_MINUTES.len() - 1)];
        self.tries += 1;
        self.due_at = Some(audit::at(now + Duration::minutes(wait)));
        self
    }

    /// When it was to be tried.
    pub fn due_since(&self) -> DateTime<Utc> {
        self.due_at.as_deref().and_then(|at| at.parse().ok()).unwrap_or(self.created_at)
    }

    pub fn done(mut self, now: DateTime<Utc>) -> Self {
        self.due_shard = None;
        self.due_at = None;
        self.ends_at = Some(now + Duration::days(30));
        self
    }
}

impl Stored for Job {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.ends_at
    }
}

/// Something a staff member finds under the bell.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Notification {
    /// Equal to the row's `sk`.
    pub id: String,
    pub at: DateTime<Utc>,
    pub kind: NotificationKind,
    pub params: BTreeMap<String, String>,
    pub ends_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotificationKind {
    InvitationAccepted,
    MailUndelivered,
}

impl Notification {
    pub fn new(kind: NotificationKind, params: &[(&str, &str)], now: DateTime<Utc>) -> Self {
        Self {
            id: format!("{NOTES}{}#{}", audit::at(now), meent_secrets::random_token()),
            at: now,
            kind,
            params: params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            ends_at: now + Duration::days(90),
        }
    }

    pub fn key(&self, to: &StaffId) -> Key {
        Key::new(Table::Work, Owner::Staff(to.clone()).pk(), &self.id)
    }
}

impl Stored for Notification {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ends_at)
    }
}

/// Everything up to here was seen.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReadMark {
    pub up_to: String,
}

impl Stored for ReadMark {}

/// What somebody finds under the bell: the newest notifications, and up to where they were seen.
pub struct Inbox {
    pub newest_first: Vec<Notification>,
    read_up_to: Option<String>,
}

/// Counting stops here.
pub const MOST_UNREAD: usize = 50;

impl Inbox {
    pub async fn read(db: &Db, id: &StaffId) -> Result<Self, StoreError> {
        let notes = Query::partition(Table::Work, Owner::Staff(id.clone()).pk()).beginning_with(NOTES).newest_first();
        let mark = read_mark(id);
        let (page, mark) =
            tokio::join!(db.query::<Notification>(notes.page(PageSize::MOST, None)), db.get::<ReadMark>(&mark));
        Ok(Self { newest_first: page?.rows, read_up_to: mark?.map(|mark| mark.up_to) })
    }

    pub fn is_read(&self, note: &Notification) -> bool {
        self.read_up_to.as_ref().is_some_and(|up_to| note.id <= *up_to)
    }

    pub fn unread(&self) -> usize {
        self.newest_first.iter().filter(|note| !self.is_read(note)).count()
    }
}
