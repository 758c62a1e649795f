//! A series: the same hours on some weekdays of a period.

use super::{Span, TimeOfDay};
use crate::Invalid;
use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Europe::Brussels;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Series {
    /// 1 is Monday, 7 is Sunday.
    pub weekdays: Vec<u8>,
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub from: TimeOfDay,
    pub until: TimeOfDay,
}

impl Series {
    pub const MOST: usize = 84;
    const MOST_DAYS: i64 = 366;

    /// Every session of it, in order. An until-time before the from-time means the next day.
    pub fn spans(&self) -> Result<Vec<Span>, Invalid> {
        let is_week = (1..=7).contains(&self.weekdays.len()) && self.weekdays.iter().all(|day| (1..=7).contains(day));
        if !is_week {
            return Err(Invalid("weekdays-not-valid"));
        }
        let days = (self.last - self.first).num_days();
        if days < 0 {
            return Err(Invalid("until-before-from"));
        }
        if days > Self::MOST_DAYS {
            return Err(Invalid("series-too-long"));
        }
        if self.from == self.until || self.from.on_the_clock().is_none() {
            return Err(Invalid("time-not-valid"));
        }
        let mut spans = vec![];
        for day in self.first.iter_days().take_while(|day| *day <= self.last) {
            if !self.falls_on(day.weekday()) {
                continue;
            }
            if spans.len() == Self::MOST {
                return Err(Invalid("series-too-long"));
            }
            spans.push(self.span_on(day)?);
        }
        if spans.is_empty() { Err(Invalid("series-empty")) } else { Ok(spans) }
    }

    fn falls_on(&self, day: Weekday) -> bool {
        self.weekdays.iter().any(|wanted| u32::from(*wanted) == day.number_from_monday())
    }

    fn span_on(&self, day: NaiveDate) -> Result<Span, Invalid> {
        let over_midnight = self.until < self.from;
        let last = if over_midnight { day.checked_add_days(Days::new(1)).unwrap_or(day) } else { day };
        Span::new(moment(day, self.from), moment(last, self.until))
    }
}

/// When the town's clock shows a time. One that a change of the clocks leaves out comes with the change; one
/// that comes twice is the first.
pub fn moment(day: NaiveDate, time: TimeOfDay) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN) + Duration::minutes(time.minute());
    let known = Brussels.from_local_datetime(&local).earliest();
    let after = || Brussels.from_local_datetime(&(local + Duration::hours(1))).earliest();
    known.or_else(after).map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::local_day;

    fn series(weekdays: &[u8], first: (u32, u32), last: (u32, u32), from: &str, until: &str) -> Series {
        let day = |(month, day)| NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
        let time = |text: &str| TimeOfDay::try_from(text.to_owned()).expect("a time");
        Series { weekdays: weekdays.to_vec(), first: day(first), last: day(last), from: time(from), until: time(until) }
    }

    #[test]
    fn each_weekday_of_the_period() {
        let spans = series(&[2, 4], (11, 23), (12, 6), "09:00", "12:30").spans().expect("a series");
        let days: Vec<u32> = spans.iter().map(|span| local_day(span.from()).day()).collect();
        assert_eq!(days, [24, 26, 1, 3]);
        assert!(spans.iter().all(|span| (span.until() - span.from()).num_minutes() == 210));
    }

    #[test]
    fn until_before_from_is_the_next_day() {
        let nights = series(&[6, 7], (10, 24), (10, 25), "22:00", "04:00").spans().expect("a series");
        let lengths: Vec<i64> = nights.iter().map(|span| (span.until() - span.from()).num_hours()).collect();
        // The clocks go back in the first night.
        assert_eq!(lengths, [7, 6]);
        let whole_day = series(&[1], (11, 23), (11, 23), "00:00", "24:00").spans().expect("a series");
        assert_eq!((whole_day[0].until() - whole_day[0].from()).num_hours(), 24);
    }

    #[test]
    fn a_time_that_is_left_out_comes_with_the_change() {
        let spring = series(&[7], (3, 29), (3, 29), "02:30", "05:00").spans().expect("a series");
        assert_eq!(spring[0].from(), DateTime::parse_from_rfc3339("2026-03-29T01:30:00Z").expect("a time"));
    }

    #[test]
    fn limits_hold() {
        let why = |series: Series| series.spans().map(|spans| spans.len());
        let all = [1, 2, 3, 4, 5, 6, 7];
        assert_eq!(why(series(&all, (1, 1), (3, 25), "09:00", "10:00")), Ok(84));
        assert_eq!(why(series(&all, (1, 1), (3, 26), "09:00", "10:00")), Err(Invalid("series-too-long")));
        assert_eq!(why(series(&[1], (11, 24), (11, 29), "09:00", "10:00")), Err(Invalid("series-empty")));
        assert_eq!(why(series(&[], (1, 1), (1, 2), "09:00", "10:00")), Err(Invalid("weekdays-not-valid")));
        assert_eq!(why(series(&[8], (1, 1), (1, 2), "09:00", "10:00")), Err(Invalid("weekdays-not-valid")));
        assert_eq!(why(series(&all, (1, 2), (1, 1), "09:00", "10:00")), Err(Invalid("until-before-from")));
        assert_eq!(why(series(&all, (1, 1), (1, 1), "09:00", "09:00")), Err(Invalid("time-not-valid")));
        assert_eq!(why(series(&all, (1, 1), (1, 1), "24:00", "09:00")), Err(Invalid("time-not-valid")));
    }
}
