//! The period of a list over everybody.

use crate::{Answer, Problem, ProblemCode};
use chrono::{DateTime, Datelike, Days, Months as CalendarMonths, NaiveDate, Utc};
use meent_domain::calendar::{local_day, start_of_day};
use meent_store::Months;
use std::ops::RangeInclusive;

const MOST_DAYS: i64 = 366;
const YEARS: RangeInclusive<i32> = 2000..=2200;

/// From the first moment of a day until the first after another; none for days in the wrong order, or so far
/// off that there is no local time for them.
pub fn days(first: NaiveDate, last: NaiveDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let after = last.checked_add_days(Days::new(1))?;
    let is_period = first <= last && YEARS.contains(&first.year()) && YEARS.contains(&last.year());
    is_period.then(|| (start_of_day(first), start_of_day(after)))
}

/// From the first day up to and with the last: today, and a month before it, when not given.
pub fn months(from: Option<NaiveDate>, to: Option<NaiveDate>, now: DateTime<Utc>) -> Answer<Months> {
    let last = to.unwrap_or_else(|| local_day(now));
    let first = from.or_else(|| last.checked_sub_months(CalendarMonths::new(1))).unwrap_or(last);
    let period = days(first, last).filter(|_| (last - first).num_days() <= MOST_DAYS);
    let (from, until) = period.ok_or_else(|| Problem::at(ProblemCode::PeriodNotValid, "from"))?;
    Ok(Months { from, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(from: Option<&str>, to: Option<&str>, now: DateTime<Utc>) -> Answer<Months> {
        let day = |text: Option<&str>| text.map(|text| text.parse().expect("a day"));
        months(day(from), day(to), now)
    }

    #[test]
    fn periods() {
        let now = "2026-11-21T23:30:00Z".parse().expect("a time");
        let default = asked(None, None, now).expect("valid");
        // In the town it is the 22nd already.
        assert_eq!(default.until.to_rfc3339(), "2026-11-22T23:00:00+00:00");
        assert_eq!(default.from.to_rfc3339(), "2026-10-21T22:00:00+00:00");
        for (from, to) in [
            (Some("2026-02-01"), Some("2026-01-01")),
            (Some("2020-01-01"), Some("2026-01-01")),
            (Some("-262143-01-01"), Some("2026-01-01")),
            (None, Some("+262142-12-30")),
        ] {
            assert_eq!(asked(from, to, now).expect_err("wrong").code, ProblemCode::PeriodNotValid);
        }
    }
}
