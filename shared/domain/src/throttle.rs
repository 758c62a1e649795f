//! After wrong tries, a growing wait (P-4): long enough to stop guessing, never longer than a
//! quarter of an hour, so that a stranger can't lock anybody out.

use chrono::{DateTime, Duration, Utc};

/// Tries in a row that cost nothing.
pub const FREE_TRIES: u32 = 5;
const MOST_SECONDS: i64 = 15 * 60;

/// Wrong tries in a row of one account or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tries {
    pub wrong_in_a_row: u32,
    pub last_wrong_at: Option<DateTime<Utc>>,
}

impl Tries {
    /// Seconds still to wait; `None` when one may try now.
    pub fn wait_seconds(&self, now: DateTime<Utc>) -> Option<i64> {
        let until = self.last_wrong_at? + Duration::seconds(penalty_seconds(self.wrong_in_a_row));
        let left = (until - now).num_seconds();
        (left > 0).then_some(left)
    }

    /// Forgotten a day after the last wrong try, so that old mistakes don't add up.
    pub fn forgotten_at(now: DateTime<Utc>) -> DateTime<Utc> {
        now + Duration::days(1)
    }
}

/// 0 up to the fifth, then 15 s, doubled each time, 15 minutes at most.
fn penalty_seconds(wrong_in_a_row: u32) -> i64 {
    match wrong_in_a_row.checked_sub(FREE_TRIES) {
        None => 0,
        Some(over) => (15i64 << over.min(10)).min(MOST_SECONDS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_and_stops_growing() {
        assert_eq!(penalty_seconds(4), 0);
        assert_eq!(penalty_seconds(5), 15);
        assert_eq!(penalty_seconds(6), 30);
        assert_eq!(penalty_seconds(11), MOST_SECONDS);
        assert_eq!(penalty_seconds(u32::MAX), MOST_SECONDS);
        for tries in 0..40 {
            assert!(penalty_seconds(tries) <= penalty_seconds(tries + 1));
        }
    }

    #[test]
    fn a_wait_ends() {
        let then = DateTime::<Utc>::from_timestamp(1_800_000_000, 0).expect("a time");
        let tries = Tries { wrong_in_a_row: 5, last_wrong_at: Some(then) };
        assert_eq!(tries.wait_seconds(then), Some(15));
        assert_eq!(tries.wait_seconds(then + Duration::seconds(15)), None);
        assert_eq!(Tries::default().wait_seconds(then), None);
    }
}
