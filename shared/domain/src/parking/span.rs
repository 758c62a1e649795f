//! From a minute until just before another.

use crate::Invalid;
use chrono::{DateTime, Duration, DurationRound, Utc};
use serde::{Deserialize, Serialize};

/// Whole minutes, at least one, at most a week: who parks longer books a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(i64, i64)", into = "(i64, i64)")]
pub struct Span {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl Span {
    pub const LONGEST: Duration = Duration::days(7);

    /// Seconds are dropped: a minute begun is a minute had.
    pub fn new(from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Self, Invalid> {
        let (from, until) = (whole_minute(from), whole_minute(until));
        if until <= from {
            return Err(Invalid("until-before-from"));
        }
        if until - from > Self::LONGEST {
            return Err(Invalid("session-too-long"));
        }
        Ok(Self { from, until })
    }

    pub fn from(self) -> DateTime<Utc> {
        self.from
    }

    pub fn until(self) -> DateTime<Utc> {
        self.until
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.until && other.from < self.until
    }

    pub fn holds(self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.until
    }

    /// The time between two that don't overlap.
    pub fn gap_to(self, other: Self) -> Duration {
        (other.from - self.until).max(self.from - other.until)
    }
}

/// As rows keep it: minutes since 1970.
impl From<Span> for (i64, i64) {
    fn from(span: Span) -> Self {
        (span.from.timestamp() / 60, span.until.timestamp() / 60)
    }
}

impl TryFrom<(i64, i64)> for Span {
    type Error = Invalid;

    fn try_from((from, until): (i64, i64)) -> Result<Self, Invalid> {
        let at = |minute: i64| minute.checked_mul(60).and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        let (from, until) = at(from).zip(at(until)).ok_or(Invalid("time-not-valid"))?;
        Self::new(from, until)
    }
}

pub fn whole_minute(at: DateTime<Utc>) -> DateTime<Utc> {
    at.duration_trunc(Duration::minutes(1)).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_whole_minutes_of_a_week_at_most() {
        let start = DateTime::<Utc>::UNIX_EPOCH;
        let span = |from: i64, until: i64| Span::new(start + Duration::seconds(from), start + Duration::seconds(until));
        assert_eq!(span(59, 61).map(|span| (span.from, span.until)), Ok((start, start + Duration::minutes(1))));
        assert_eq!(span(60, 119), Err(Invalid("until-before-from")));
        assert_eq!(span(60, 0), Err(Invalid("until-before-from")));
        let week = span(0, 7 * 86_400).expect("a week");
        assert_eq!(Span::try_from(<(i64, i64)>::from(week)), Ok(week));
        assert!(Span::try_from((i64::MIN, i64::MAX)).is_err());
        assert_eq!(span(0, 7 * 86_400 + 60), Err(Invalid("session-too-long")));
    }

    #[test]
    fn what_follows_on_does_not_overlap() {
        let at = |minute: i64| DateTime::<Utc>::UNIX_EPOCH + Duration::minutes(minute);
        let span = |from, until| Span::new(at(from), at(until)).expect("a span");
        assert!(!span(0, 10).overlaps(span(10, 20)) && span(0, 11).overlaps(span(10, 20)));
        assert_eq!(span(0, 10).gap_to(span(15, 20)), Duration::minutes(5));
        assert_eq!(span(15, 20).gap_to(span(0, 10)), Duration::minutes(5));
        assert!(span(0, 10).holds(at(0)) && !span(0, 10).holds(at(10)));
    }
}
