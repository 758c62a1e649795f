//! `web-sessions`: who is signed in where, sign-ins under way, and wrong tries. Everything here ends.
//!
//! | pk | sk | row |
//! |---|---|---|
//! | `RESIDENT#<person>` or `STAFF#<id>` | `SESSION#<hash of the cookie's random part>` | [`Session`] |
//! | `STAFF#<id>` | `VISIT#<person>` | [`DeskVisit`]: a clerk helps this resident now (P-63) |
//! | `ATTEMPT#<hash of state>` | `ATTEMPT` | [`Attempt`]: a sign-in that went to a provider; taken once |
//! | `TRIES#<whose>` | `TRIES` | [`TriesRow`] |
//! | `SCANNERS` | `<hash of the key>` | [`Scanner`]: a scan car's own way in (R-30) |
//!
//! Rows are removed some time after they ended; whoever reads one looks at its end first.

use crate::Table;
use crate::row::{Key, Stored};
use chrono::{DateTime, Duration, Utc};
use meent_domain::company::Line;
use meent_domain::person::FullName;
use meent_domain::throttle::Tries;
use meent_domain::{PersonId, StaffId};
use serde::{Deserialize, Serialize};

/// What session rows of somebody begin with.
pub const SESSIONS: &str = "SESSION#";

pub fn of_resident(id: &PersonId) -> String {
    format!("RESIDENT#{id}")
}

pub fn of_staff(id: &StaffId) -> String {
    format!("STAFF#{id}")
}

/// `owner` as [`of_resident`] or [`of_staff`] makes it.
pub fn session(owner: &str, fingerprint: &str) -> Key {
    Key::new(Table::WebSessions, owner, format!("{SESSIONS}{fingerprint}"))
}

pub fn attempt(state_fingerprint: &str) -> Key {
    Key::new(Table::WebSessions, format!("ATTEMPT#{state_fingerprint}"), "ATTEMPT")
}

/// `whose` names an account, an address, or both, hashed.
pub fn tries(whose: &str) -> Key {
    Key::new(Table::WebSessions, format!("TRIES#{whose}"), "TRIES")
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Session {
    pub fingerprint: String,
    /// `itsme`, `eid`, …, or `password`.
    pub provider: String,
    pub signed_in_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// Browser and system in two words, for the list of where one is signed in.
    pub device: String,
    /// What the provider told, sealed, while the resident has not answered whether it may be used.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub claims_sealed: Option<String>,
    /// Staff: the code of the second factor was right.
    #[serde(default)]
    pub second_factor_passed: bool,
}

impl Session {
    /// Whether it still counts. `signed_out_before` is its owner's.
    pub fn lasts(&self, now: DateTime<Utc>, signed_out_before: Option<DateTime<Utc>>) -> bool {
        now < self.ends_at && signed_out_before.is_none_or(|before| self.signed_in_at >= before)
    }
}

impl Stored for Session {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ends_at)
    }
}

pub fn desk_visit(clerk: &StaffId, person: &PersonId) -> Key {
    Key::new(Table::WebSessions, of_staff(clerk), format!("VISIT#{person}"))
}

/// Somebody stands at the desk, with their identity card. Nobody looks at a resident's things without.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DeskVisit {
    pub reason: Line,
    pub began_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

impl DeskVisit {
    /// Who stays longer shows their card again.
    pub const LASTS: Duration = Duration::minutes(30);

    pub fn new(reason: Line, now: DateTime<Utc>) -> Self {
        Self { reason, began_at: now, ends_at: now + Self::LASTS }
    }
}

impl Stored for DeskVisit {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ends_at)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Attempt {
    pub provider: String,
    pub nonce: String,
    pub pkce_verifier: String,
    /// The fingerprint of the cookie that only the browser which began has.
    pub browser: String,
    pub return_to: String,
    pub ends_at: DateTime<Utc>,
}

impl Stored for Attempt {
    /// Kept a while longer, so that who comes back late is told that, and not that it was used.
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ends_at + Duration::days(1))
    }
}

pub const SCANNERS: &str = "SCANNERS";

/// `fingerprint` is the hash of the key that the car shows.
pub fn scanner(fingerprint: &str) -> Key {
    Key::new(Table::WebSessions, SCANNERS, fingerprint)
}

/// A scan car or another machine of enforcement, known by its key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Scanner {
    pub fingerprint: String,
    pub name: FullName,
    pub made_at: DateTime<Utc>,
    /// Who made it, as they were called then.
    pub made_by: String,
    pub ends_at: DateTime<Utc>,
    /// The minute it asked last, since 1970.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub counted_minute: Option<i64>,
    #[serde(default)]
    pub counted: u32,
}

impl Stored for Scanner {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ends_at)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TriesRow {
    #[serde(flatten)]
    pub tries: Tries,
    /// For an account from an address: it was signed in to from there before.
    #[serde(default)]
    pub known: bool,
    pub ends_at: DateTime<Utc>,
}

impl Stored for TriesRow {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ends_at)
    }
}
