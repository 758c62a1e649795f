//! `staff`: who works for the town and how they get in.
//!
//! | pk | sk | row |
//! |---|---|---|
//! | `STAFF` | `ACCOUNT#<id>` | [`Account`]; index `by-name` |
//! | `LOGIN#<login>` | `LOCK` | [`LoginRow`]: one user name, one account, and its password |
//! | `EMAIL#<keyed hash>` | `LOCK` | [`EmailLock`]: one address, one account |
//! | `SUBJECT#<provider>#<hash>` | `LOCK` | [`StaffLock`]: an outside account, bound at the first sign-in (P-3) |
//! | `INVITATION#<hash of token>` | `INVITATION` | [`Invitation`] |
//! | `SUPERADMIN` | `LOCK` | [`StaffLock`]: a region has one |
//!
//! All accounts share a partition: a town has hundreds, a list reads them in order of name.

use crate::Table;
use crate::row::{Key, Stored};
use chrono::{DateTime, Utc};
use meent_domain::person::{FullName, folded};
use meent_domain::role::Bindings;
use meent_domain::throttle::Tries;
use meent_domain::{EmailAddress, Language, Login, StaffId};
use meent_secrets::{DataKeys, Place};
use serde::{Deserialize, Serialize};

/// The partition that all accounts are in.
pub const ACCOUNTS: &str = "STAFF";

pub fn account(id: &StaffId) -> Key {
    Key::new(Table::Staff, ACCOUNTS, format!("ACCOUNT#{id}"))
}

pub fn login(login: &Login) -> Key {
    Key::new(Table::Staff, format!("LOGIN#{}", login.as_str()), "LOCK")
}

/// `lookup` is the keyed hash of an address ([`SealedEmail::lookup_of`]).
pub fn email_lock(lookup: &str) -> Key {
    Key::new(Table::Staff, format!("EMAIL#{lookup}"), "LOCK")
}

/// `subject` is the fingerprint of the provider's `sub`.
pub fn subject_lock(provider: &str, subject: &str) -> Key {
    Key::new(Table::Staff, format!("SUBJECT#{provider}#{subject}"), "LOCK")
}

pub fn invitation(fingerprint: &str) -> Key {
    Key::new(Table::Staff, format!("INVITATION#{fingerprint}"), "INVITATION")
}

pub fn superadmin_lock() -> Key {
    Key::new(Table::Staff, "SUPERADMIN", "LOCK")
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Account {
    pub id: StaffId,
    pub version: u64,
    pub name: FullName,
    /// The list's order: the name folded, then the id.
    pub name_key: String,
    pub email: SealedEmail,
    pub entrance: Entrance,
    pub roles: Bindings,
    pub state: State,
    pub language: Language,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub second_factor: Option<SecondFactor>,
    /// Wrong passwords and codes of somebody who is signed in already, or halfway.
    #[serde(default)]
    pub wrong_tries: Tries,
    pub invited_at: DateTime<Utc>,
    /// When the invitation was taken.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub activated_at: Option<DateTime<Utc>>,
    /// Sessions that began before this have ended: a new password ends the others.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub signed_out_before: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub last_sign_in_at: Option<DateTime<Utc>>,
}

/// An address as it is kept (P-30): found by a keyed hash, read by who has the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedEmail {
    pub lookup: String,
    pub sealed: String,
}

impl SealedEmail {
    /// Field under which an account seals its address.
    pub const FIELD: &'static str = "email";

    pub fn of(keys: &DataKeys, id: &StaffId, address: &EmailAddress) -> Self {
        let row = account(id).row();
        let place = Place { table: Table::Staff.name(), row: &row, field: Self::FIELD };
        Self { lookup: Self::lookup_of(keys, address), sealed: keys.seal(address.as_str().as_bytes(), place) }
    }

    pub fn lookup_of(keys: &DataKeys, address: &EmailAddress) -> String {
        keys.lookup("staff-email", &address.folded())
    }
}

/// How somebody gets in (P-3).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Entrance {
    Password {
        login: Login,
        /// The invitation or reset that is still open.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        invitation: Option<String>,
    },
    Oidc {
        /// The outside account's lock, once bound.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        subject: Option<Subject>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    pub provider: String,
    pub fingerprint: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Invited,
    Active,
    Blocked,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Blocked => "blocked",
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SecondFactor {
    pub secret_sealed: String,
    /// The last code's step, so that no code works twice.
    pub last_step: i64,
}

impl Account {
    pub fn name_key(name: &FullName, id: &StaffId) -> String {
        format!("{}#{id}", folded(name.as_str()))
    }

    pub fn login(&self) -> Option<&Login> {
        match &self.entrance {
            Entrance::Password { login, .. } => Some(login),
            Entrance::Oidc { .. } => None,
        }
    }

    pub fn needs_second_factor(&self) -> bool {
        self.second_factor.is_some() || self.roles.requires_second_factor()
    }
}

impl Stored for Account {}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LoginRow {
    pub staff_id: StaffId,
    /// Absent until the invitation is accepted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub password_hash: Option<String>,
}

impl Stored for LoginRow {}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EmailLock {
    pub staff_id: StaffId,
    /// For accounts that get in through a provider: enough to bind one at the first sign-in.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outside: Option<OutsideInvitation>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OutsideInvitation {
    pub name: FullName,
    pub invited_by: StaffId,
}

impl Stored for EmailLock {}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StaffLock {
    pub staff_id: StaffId,
}

impl Stored for StaffLock {}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invitation {
    pub staff_id: StaffId,
    pub login: Login,
    pub name: FullName,
    pub invited_by: StaffId,
    pub ends_at: DateTime<Utc>,
}

impl Stored for Invitation {
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ends_at)
    }
}
