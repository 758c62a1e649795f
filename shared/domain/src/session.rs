//! How long a session lasts (P-5), and when something asks for a fresh sign-in.

use chrono::{DateTime, Duration, Utc};

/// Who a session belongs to decides how long it may lie idle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    Resident,
    Staff,
    /// Between signing in and agreeing, or between password and second factor.
    Halfway,
}

impl Term {
    pub fn idle_limit(self) -> Duration {
        match self {
            Self::Resident => Duration::days(30),
            Self::Staff => Duration::minutes(30),
            Self::Halfway => Duration::minutes(15),
        }
    }

    /// A session is renewed at most ten times within its idle limit: a page that only reads then
    /// costs a write once in three minutes (staff) or three days (residents), not every time.
    pub fn is_due_for_renewal(self, last_seen_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        self != Self::Halfway && now - last_seen_at >= self.idle_limit() / 10
    }

    pub fn has_ended(self, last_seen_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        now - last_seen_at >= self.idle_limit()
    }
}

/// How recent a sign-in must be for what can't be undone.
pub fn is_fresh(signed_in_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - signed_in_at < Duration::minutes(15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits() {
        let then = DateTime::<Utc>::from_timestamp(1_800_000_000, 0).expect("a time");
        assert!(!Term::Staff.has_ended(then, then + Duration::minutes(29)));
        assert!(Term::Staff.has_ended(then, then + Duration::minutes(30)));
        assert!(!Term::Resident.has_ended(then, then + Duration::days(29)));
        assert!(!Term::Staff.is_due_for_renewal(then, then + Duration::minutes(2)));
        assert!(Term::Staff.is_due_for_renewal(then, then + Duration::minutes(3)));
        assert!(!Term::Halfway.is_due_for_renewal(then, then + Duration::minutes(14)));
    }
}
