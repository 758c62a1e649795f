//! A movement, before it is made.

use crate::Account;
use aws_lc_rs::digest::{Context, SHA256};
use chrono::{DateTime, Utc};
use meent_domain::movement::{About, Kind, Unit};
use meent_domain::{PersonId, StaffId, TransferId, base32};
use std::collections::BTreeMap;
use std::fmt;

/// Who moves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Resident(PersonId),
    Staff(StaffId),
    /// The town's own machinery: a provider's report, a job, the clock.
    Town,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Resident(id) => write!(f, "resident/{id}"),
            Self::Staff(id) => write!(f, "staff/{id}"),
            Self::Town => f.write_str("town"),
        }
    }
}

/// What was asked: an id that nobody else can meet, and a hash of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub id: TransferId,
    /// Of what came, never of times or prices made from it.
    pub hash: String,
}

impl Request {
    /// `what` is the route, or the step of the machinery; `key` is what tells this time from others.
    pub fn new(actor: &Actor, what: &str, key: &str, hash: &str) -> Self {
        Self { id: TransferId::from_random(digest(&[&actor.to_string(), what, key])), hash: hash.to_owned() }
    }

    /// Of what a client sent.
    pub fn hash_of(body: &[u8]) -> String {
        base32::readable(&aws_lc_rs::digest::digest(&SHA256, body).as_ref()[..16])
    }
}

/// Half of a SHA-256 over the parts, each with its length before it so that no two lists are alike.
pub(crate) fn digest(parts: &[&str]) -> [u8; 16] {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part.as_bytes());
    }
    let mut half = [0; 16];
    half.copy_from_slice(&context.finish().as_ref()[..16]);
    half
}

/// What a balance never passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    pub least: Option<i64>,
    pub most: Option<i64>,
}

impl Bound {
    /// Neither more nor less: for who takes everything.
    pub fn exactly(balance: i64) -> Self {
        Self { least: Some(balance), most: Some(balance) }
    }

    /// By how much a balance passes it after `amount` was moved; nothing when it holds. A movement that
    /// makes things better is never refused, also when a bound was drawn tighter meanwhile.
    pub fn passed_by(self, balance: i64, amount: i64) -> Option<i64> {
        let is_exact = self.least.is_some() && self.least == self.most;
        let under = self.least.filter(|_| amount < 0 || is_exact).map(|least| least.saturating_sub(balance));
        let over = self.most.filter(|_| amount > 0 || is_exact).map(|most| balance.saturating_sub(most));
        under.filter(|by| *by > 0).or(over).filter(|by| *by > 0)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    pub account: Account,
    pub amount: i64,
    pub bound: Bound,
}

impl Posting {
    pub fn new(account: Account, amount: i64) -> Self {
        let bound = account.bound();
        Self { account, amount, bound }
    }

    /// Up to what is allowed this time, where that is not the account's own.
    pub fn up_to(account: Account, amount: i64, most: i64) -> Self {
        let bound = Bound { most: Some(most), ..account.bound() };
        Self { account, amount, bound }
    }
}

/// Postings that sum to zero in each unit, one for an account.
#[derive(Debug, Clone)]
pub struct Transfer {
    pub request: Request,
    pub actor: Actor,
    pub kind: Kind,
    pub about: About,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// When it is written.
    pub now: DateTime<Utc>,
    postings: Vec<Posting>,
    reverses: Option<TransferId>,
}

impl Transfer {
    /// # Panics
    /// When the postings don't sum to zero, or nothing moves: a mistake in the code, not in a request.
    pub fn new(
        request: Request,
        actor: Actor,
        kind: Kind,
        about: About,
        now: DateTime<Utc>,
        postings: impl IntoIterator<Item = Posting>,
    ) -> Self {
        let postings = merged(postings);
        assert!(!postings.is_empty(), "a transfer moves something");
        let mut sums: BTreeMap<Unit, i128> = BTreeMap::new();
        for posting in &postings {
            *sums.entry(posting.account.unit()).or_default() += i128::from(posting.amount);
        }
        assert!(sums.values().all(|sum| *sum == 0), "postings sum to zero in each unit: {sums:?}");
        Self { request, actor, kind, about, at: now, now, postings, reverses: None }
    }

    /// It takes this much of another back. Bounded by what is left of that one.
    pub fn reversing(mut self, other: TransferId) -> Self {
        assert!(other != self.request.id, "a transfer reverses another");
        self.reverses = Some(other);
        self
    }

    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    pub fn reverses(&self) -> Option<&TransferId> {
        self.reverses.as_ref()
    }

    /// What moves, in its own unit: all that comes to somebody.
    pub fn size(&self) -> i64 {
        self.postings.iter().map(|posting| posting.amount.max(0)).sum()
    }
}

/// One posting for an account; what comes to nothing is left out.
fn merged(postings: impl IntoIterator<Item = Posting>) -> Vec<Posting> {
    let mut merged: Vec<Posting> = vec![];
    for posting in postings {
        match merged.iter_mut().find(|known| known.account == posting.account) {
            Some(known) => {
                assert!(known.bound == posting.bound, "one bound for an account");
                known.amount = known.amount.checked_add(posting.amount).expect("amounts of people");
            }
            None => merged.push(posting),
        }
    }
    merged.retain(|posting| posting.amount != 0);
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::System;

    fn about() -> About {
        About::Refund { refund: meent_domain::RefundId::from_random([1; 16]) }
    }

    fn transfer(postings: Vec<Posting>) -> Transfer {
        let request = Request::new(&Actor::Town, "test", "1", "");
        Transfer::new(request, Actor::Town, Kind::TopUp, about(), DateTime::UNIX_EPOCH, postings)
    }

    fn wallet() -> Account {
        Account::Wallet(PersonId::from_random([2; 16]))
    }

    #[test]
    fn postings_of_one_account_are_one() {
        let transit = Account::System(System::InTransit);
        let transfer = transfer(vec![
            Posting::new(wallet(), 300),
            Posting::new(transit.clone(), -500),
            Posting::new(wallet(), 200),
            Posting::new(Account::System(System::Refunds), 0),
        ]);
        assert_eq!(transfer.postings(), [Posting::new(wallet(), 500), Posting::new(transit, -500)]);
        assert_eq!(transfer.size(), 500);
    }

    #[test]
    #[should_panic(expected = "sum to zero in each unit")]
    fn units_do_not_make_up_for_each_other() {
        transfer(vec![Posting::new(wallet(), 5), Posting::new(Account::System(System::Refundability), -5)]);
    }

    #[test]
    #[should_panic(expected = "moves something")]
    fn nothing_is_no_transfer() {
        transfer(vec![]);
    }

    #[test]
    fn nobody_meets_anothers_id() {
        let (ann, bob) = (PersonId::from_random([1; 16]), PersonId::from_random([2; 16]));
        let id = |actor: &Actor, what: &str, key: &str| Request::new(actor, what, key, "h").id;
        let ann = Actor::Resident(ann);
        assert_eq!(id(&ann, "a", "k"), id(&ann, "a", "k"));
        for other in [id(&Actor::Resident(bob), "a", "k"), id(&ann, "b", "k"), id(&ann, "a", "l"), id(&ann, "ak", "")] {
            assert_ne!(other, id(&ann, "a", "k"));
        }
    }

    #[test]
    fn bounds_say_by_how_much() {
        let bound = Bound { least: Some(0), most: Some(10) };
        assert_eq!([-3, 0, 10, 14].map(|balance| bound.passed_by(balance, -1)), [Some(3), None, None, None]);
        assert_eq!([-3, 0, 10, 14].map(|balance| bound.passed_by(balance, 1)), [None, None, None, Some(4)]);
        assert_eq!(Bound { least: Some(0), most: None }.passed_by(i64::MIN, -1), Some(i64::MAX));
        assert_eq!([-3, 0, 4].map(|balance| Bound::exactly(0).passed_by(balance, -1)), [Some(3), None, Some(4)]);
    }
}
