//! After wrong tries, a growing wait (P-4): long enough to stop guessing, never longer than a
//! quarter of an hour, so that a stranger can't lock anybody out.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

/// Tries in a row that cost nothing.
pub const FREE_TRIES: u32 = 5;
const MOST_SECONDS: i64 = 15 * 60;

/// An office shares one address: it gets more tries before it waits.
const FREE_TRIES_OF_AN_ADDRESS: u32 = 4 * FREE_TRIES;

/// Wrong tries in a row, of an account, an address, or an account from an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tries {
    pub wrong_in_a_row: u32,
    pub last_wrong_at: Option<DateTime<Utc>>,
}

/// What is known when somebody tries to sign in to an account from an address.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standing {
    pub account: Tries,
    pub address: Tries,
    pub pair: Tries,
    /// The account has been signed in to from this address before. Then the wrong tries of others,
    /// elsewhere, make nobody wait here: a stranger can't keep somebody from their own desk.
    pub pair_is_known: bool,
}

impl Tries {
    pub fn one_more(self, now: DateTime<Utc>) -> Self {
        Self { wrong_in_a_row: self.remembered(now).wrong_in_a_row.saturating_add(1), last_wrong_at: Some(now) }
    }

    /// For somebody who is known already, whose own tries are all there is to count.
    pub fn own_wait_seconds(&self, now: DateTime<Utc>) -> Option<i64> {
        self.wait_seconds(FREE_TRIES, now)
    }

    /// Old mistakes don't add up: a day after the last one, all are forgotten.
    pub fn remembered(self, now: DateTime<Utc>) -> Self {
        match self.last_wrong_at {
            Some(at) if now < forgotten_at(at) => self,
            _ => Self::default(),
        }
    }

    fn wait_seconds(&self, free: u32, now: DateTime<Utc>) -> Option<i64> {
        let tries = self.remembered(now);
        let until = tries.last_wrong_at? + Duration::seconds(penalty_seconds(tries.wrong_in_a_row, free));
        let left = (until - now).num_seconds();
        (left > 0).then_some(left)
    }
}

impl Standing {
    /// Seconds still to wait; `None` when one may try now.
    pub fn wait_seconds(&self, now: DateTime<Utc>) -> Option<i64> {
        let account = if self.pair_is_known { None } else { self.account.wait_seconds(FREE_TRIES, now) };
        let address = self.address.wait_seconds(FREE_TRIES_OF_AN_ADDRESS, now);
        account.max(address).max(self.pair.wait_seconds(FREE_TRIES, now))
    }
}

/// When a wrong try of now no longer counts.
pub fn forgotten_at(now: DateTime<Utc>) -> DateTime<Utc> {
    now + Duration::days(1)
}

/// Nothing while tries are free, then 15 s, doubled each time, 15 minutes at most.
fn penalty_seconds(wrong_in_a_row: u32, free: u32) -> i64 {
    match wrong_in_a_row.checked_sub(free) {
        None => 0,
        Some(over) => (15i64 << over.min(10)).min(MOST_SECONDS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(times: u32, at: DateTime<Utc>) -> Tries {
        (0..times).fold(Tries::default(), |tries, _| tries.one_more(at))
    }

    #[test]
    fn grows_and_stops_growing() {
        assert_eq!(penalty_seconds(4, FREE_TRIES), 0);
        assert_eq!(penalty_seconds(5, FREE_TRIES), 15);
        assert_eq!(penalty_seconds(6, FREE_TRIES), 30);
        assert_eq!(penalty_seconds(11, FREE_TRIES), MOST_SECONDS);
        assert_eq!(penalty_seconds(u32::MAX, FREE_TRIES), MOST_SECONDS);
        for tries in 0..40 {
            assert!(penalty_seconds(tries, FREE_TRIES) <= penalty_seconds(tries + 1, FREE_TRIES));
        }
    }

    #[test]
    fn a_wait_ends() {
        let then = DateTime::<Utc>::UNIX_EPOCH;
        let standing = Standing { pair: wrong(5, then), ..Standing::default() };
        assert_eq!(standing.wait_seconds(then), Some(15));
        assert_eq!(standing.wait_seconds(then + Duration::seconds(15)), None);
        assert_eq!(Standing::default().wait_seconds(then), None);
    }

    #[test]
    fn a_stranger_keeps_nobody_from_their_own_desk() {
        let then = DateTime::<Utc>::UNIX_EPOCH;
        let attacked = Standing { account: wrong(50, then), ..Standing::default() };
        assert_eq!(attacked.wait_seconds(then), Some(MOST_SECONDS));
        assert_eq!(Standing { pair_is_known: true, ..attacked }.wait_seconds(then), None);
    }

    #[test]
    fn trying_many_accounts_from_one_address_waits_too() {
        let then = DateTime::<Utc>::UNIX_EPOCH;
        let address = |times| Standing { address: wrong(times, then), pair_is_known: true, ..Standing::default() };
        assert_eq!(address(19).wait_seconds(then), None);
        assert_eq!(address(20).wait_seconds(then), Some(15));
    }
}
