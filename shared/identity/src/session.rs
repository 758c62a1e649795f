//! Sessions (P-5). The cookie is `owner.random`: the row, found by the owner and a hash of the random
//! part, decides; there is nothing to sign, and what the page needs can be read in the same wait.

use chrono::{DateTime, Utc};
use meent_domain::session::Term;
use meent_domain::{Invalid, PersonId, StaffId};
use meent_secrets::{fingerprint, random_token};
use meent_store::Key;
use meent_store::web_sessions::{self, Session};
use std::fmt;

pub const RESIDENT_COOKIE: &str = "__Host-resident";
/// Another name than the residents': `__Host-` cookies travel to other ports of one host.
pub const STAFF_COOKIE: &str = "__Host-staff";
/// Ties a sign-in that went to a provider to the browser it began in.
pub const ATTEMPT_COOKIE: &str = "__Host-attempt";

/// Whose session it is.
pub trait Owner: Clone + fmt::Display + TryFrom<String, Error = Invalid> {
    const COOKIE: &'static str;
    fn partition(&self) -> String;
}

impl Owner for PersonId {
    const COOKIE: &'static str = RESIDENT_COOKIE;
    fn partition(&self) -> String {
        web_sessions::of_resident(self)
    }
}

impl Owner for StaffId {
    const COOKIE: &'static str = STAFF_COOKIE;
    fn partition(&self) -> String {
        web_sessions::of_staff(self)
    }
}

/// What a browser presents. Nothing is proved until its row is read.
#[derive(Clone)]
pub struct Presented<O> {
    pub owner: O,
    token: String,
}

impl<O: Owner> Presented<O> {
    pub fn from_cookie(value: &str) -> Option<Self> {
        let (owner, token) = value.split_once('.')?;
        let owner = O::try_from(owner.to_owned()).ok()?;
        (token.len() <= 64).then(|| Self { owner, token: token.to_owned() })
    }

    pub fn key(&self) -> Key {
        web_sessions::session(&self.owner.partition(), &fingerprint(&self.token))
    }

    pub fn cookie_value(&self) -> String {
        format!("{}.{}", self.owner, self.token)
    }
}

/// A session that begins. A new random part every time, so that nobody can fix one beforehand.
pub struct Beginning<O> {
    pub presented: Presented<O>,
    pub row: Session,
}

impl<O: Owner> Beginning<O> {
    pub fn new(owner: O, provider: &str, device: String, term: Term, now: DateTime<Utc>) -> Self {
        let presented = Presented { owner, token: random_token() };
        let row = Session {
            fingerprint: fingerprint(&presented.token),
            provider: provider.to_owned(),
            signed_in_at: now,
            last_seen_at: now,
            ends_at: now + term.idle_limit(),
            device,
            claims_sealed: None,
            second_factor_passed: false,
        };
        Self { presented, row }
    }

    pub fn key(&self) -> Key {
        self.presented.key()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_leads_to_its_row() {
        let owner = PersonId::from_random([1; 16]);
        let begun = Beginning::new(owner, "itsme", String::new(), Term::Resident, DateTime::UNIX_EPOCH);
        let value = begun.presented.cookie_value();
        let presented = Presented::<PersonId>::from_cookie(&value).expect("a cookie");
        assert_eq!(presented.key(), begun.key());
        assert!(
            !begun.key().sk.contains(value.split_once('.').expect("two parts").1),
            "the row must not hold the token"
        );
    }

    #[test]
    fn what_is_no_cookie_is_none() {
        for value in ["", ".", "abc.def", "no-dot-at-all", "ILOUILOUILOUILOUILOUILOUIL.x"] {
            assert!(Presented::<StaffId>::from_cookie(value).is_none(), "{value}");
        }
    }
}
