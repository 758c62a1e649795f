//! Which of it is paid time: a minute is paid when the town's clock, at that minute, stands within a
//! window of its day.
//!
//! Europe changes its clocks at 01:00 UTC and at no other moment, so between two of those the town's clock
//! runs straight, and windows can be cut out of the span with plain sums.

use super::{HolidayRule, Quarter, Span, WeekHours};
use chrono::{DateTime, Days, Duration, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Europe::Brussels;

/// Paid time without a break, on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub quarter: Quarter,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Stretch {
    pub fn minutes(&self) -> u32 {
        u32::try_from((self.until - self.from).num_minutes()).unwrap_or(0)
    }
}

/// Paid time within a span, in order.
pub fn stretches(hours: &WeekHours, holidays: HolidayRule, span: Span) -> Vec<Stretch> {
    let mut found = vec![];
    let mut from = span.from();
    while from < span.until() {
        let until = next_possible_change(from).min(span.until());
        straight(hours, holidays, from, until, &mut found);
        from = until;
    }
    found
}

pub fn minutes(hours: &WeekHours, holidays: HolidayRule, span: Span) -> u32 {
    stretches(hours, holidays, span).iter().map(Stretch::minutes).sum()
}

/// Paid minutes by the quarter they fall in, in order.
pub fn minutes_by_quarter(hours: &WeekHours, holidays: HolidayRule, span: Span) -> Vec<(Quarter, u32)> {
    let mut quarters: Vec<(Quarter, u32)> = vec![];
    for stretch in stretches(hours, holidays, span) {
        match quarters.last_mut() {
            Some((quarter, minutes)) if *quarter == stretch.quarter => *minutes += stretch.minutes(),
            _ => quarters.push((stretch.quarter, stretch.minutes())),
        }
    }
    quarters
}

/// When paid time begins, or goes on, within a week of a moment.
pub fn next_paid(hours: &WeekHours, holidays: HolidayRule, at: DateTime<Utc>) -> Option<Stretch> {
    let week = Span::new(at, at + Span::LONGEST).ok()?;
    stretches(hours, holidays, week).first().copied()
}

/// A part in which the clock does not change.
fn straight(
    hours: &WeekHours,
    holidays: HolidayRule,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    found: &mut Vec<Stretch>,
) {
    let ahead =
        Duration::seconds(i64::from(Brussels.offset_from_utc_datetime(&from.naive_utc()).fix().local_minus_utc()));
    let (local_from, local_until) = (from.naive_utc() + ahead, until.naive_utc() + ahead);
    for day in local_from.date().iter_days().take_while(|day| day.and_time(NaiveTime::MIN) < local_until) {
        let midnight: NaiveDateTime = day.and_time(NaiveTime::MIN);
        for window in hours.on(day, holidays) {
            let begins = (midnight + Duration::minutes(window.from.minute())).max(local_from);
            let ends = (midnight + Duration::minutes(window.until.minute())).min(local_until);
            if begins < ends {
                let (from, until) = ((begins - ahead).and_utc(), (ends - ahead).and_utc());
                found.push(Stretch { quarter: Quarter::of(day), from, until });
            }
        }
    }
}

/// The first 01:00 UTC after a moment.
fn next_possible_change(at: DateTime<Utc>) -> DateTime<Utc> {
    let one = NaiveTime::MIN + Duration::hours(1);
    let today = at.date_naive().and_time(one).and_utc();
    if at < today { today } else { today.checked_add_days(Days::new(1)).unwrap_or(DateTime::<Utc>::MAX_UTC) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parking::{DayHours, TimeOfDay, Window};
    use chrono::{NaiveDate, Timelike};
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).expect("a time").with_timezone(&Utc)
    }

    fn span(from: &str, until: &str) -> Span {
        Span::new(at(from), at(until)).expect("a span")
    }

    fn hours(of_each_day: &[(&str, &str)]) -> WeekHours {
        let time = |text: &str| TimeOfDay::try_from(text.to_owned()).expect("a time");
        let day: Vec<Window> =
            of_each_day.iter().map(|(from, until)| Window { from: time(from), until: time(until) }).collect();
        WeekHours::try_from(vec![DayHours::try_from(day).expect("in order"); 7]).expect("hours")
    }

    /// Slow and plain: asks of every minute what the clock on the wall says.
    fn reference(hours: &WeekHours, holidays: HolidayRule, span: Span) -> u32 {
        let mut minute = span.from();
        let mut paid = 0;
        while minute < span.until() {
            let local = minute.with_timezone(&Brussels);
            let of_day = i64::from(local.hour() * 60 + local.minute());
            let windows = hours.on(local.date_naive(), holidays);
            paid += u32::from(windows.iter().any(|w| w.from.minute() <= of_day && of_day < w.until.minute()));
            minute += Duration::minutes(1);
        }
        paid
    }

    #[test]
    fn unpaid_time_costs_nothing() {
        let day = hours(&[("09:00", "12:00"), ("13:00", "19:00")]);
        let of = |from, until| minutes(&day, HolidayRule::Free, span(from, until));
        // Winter: an hour ahead of UTC.
        assert_eq!(of("2026-11-23T10:30:00Z", "2026-11-23T12:30:00Z"), 60);
        assert_eq!(of("2026-11-23T19:00:00Z", "2026-11-24T07:00:00Z"), 0);
        assert_eq!(of("2026-11-23T17:00:00Z", "2026-11-24T09:00:00Z"), 120);
        // The eleventh of November is nobody's working day.
        assert_eq!(of("2026-11-11T00:00:00Z", "2026-11-11T23:00:00Z"), 0);
    }

    #[test]
    fn a_night_with_a_change_is_as_long_as_it_is() {
        let always = hours(&[("00:00", "24:00")]);
        let of = |hours: &WeekHours, from, until| minutes(hours, HolidayRule::AsUsual, span(from, until));
        assert_eq!(of(&always, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"), 25 * 60);
        assert_eq!(of(&always, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"), 23 * 60);
        // From half past two until three comes twice in autumn, and not at all in spring.
        let odd = hours(&[("02:30", "03:00")]);
        assert_eq!(of(&odd, "2026-10-24T22:00:00Z", "2026-10-25T06:00:00Z"), 60);
        assert_eq!(of(&odd, "2026-03-28T22:00:00Z", "2026-03-29T06:00:00Z"), 0);
    }

    #[test]
    fn a_visit_over_the_end_of_a_quarter_uses_both() {
        let always = hours(&[("00:00", "24:00")]);
        let over_new_year = span("2026-12-31T22:00:00Z", "2027-01-01T01:30:00Z");
        let named: Vec<(String, u32)> = minutes_by_quarter(&always, HolidayRule::AsUsual, over_new_year)
            .into_iter()
            .map(|(quarter, minutes)| (quarter.to_string(), minutes))
            .collect();
        assert_eq!(named, [("2026-Q4".to_owned(), 60), ("2027-Q1".to_owned(), 150)]);
    }

    #[test]
    fn the_next_paid_time_is_found() {
        let day = hours(&[("09:00", "12:00")]);
        let next = |from| next_paid(&day, HolidayRule::Free, at(from)).map(|stretch| (stretch.from, stretch.until));
        assert_eq!(next("2026-11-23T10:00:00Z"), Some((at("2026-11-23T10:00:00Z"), at("2026-11-23T11:00:00Z"))));
        assert_eq!(next("2026-12-24T12:00:00Z"), Some((at("2026-12-26T08:00:00Z"), at("2026-12-26T11:00:00Z"))));
        assert_eq!(next_paid(&hours(&[]), HolidayRule::Free, at("2026-11-23T10:00:00Z")), None);
    }

    fn any_hours() -> impl Strategy<Value = WeekHours> {
        let day = proptest::collection::vec(0u16..=96, 0..6).prop_map(|mut cuts| {
            cuts.sort_unstable();
            cuts.dedup();
            let time = |quarter: u16| {
                TimeOfDay::try_from(format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15)).expect("a time")
            };
            cuts.chunks_exact(2).map(|two| Window { from: time(two[0]), until: time(two[1]) }).collect::<Vec<_>>()
        });
        let day = day.prop_map(|windows| DayHours::try_from(windows).expect("in order"));
        proptest::collection::vec(day, 7).prop_map(|days| WeekHours::try_from(days).expect("hours"))
    }

    fn any_rule() -> impl Strategy<Value = HolidayRule> {
        prop_oneof![Just(HolidayRule::Free), Just(HolidayRule::AsSunday), Just(HolidayRule::AsUsual)]
    }

    /// Around changes of the clock, holidays and the year's end, and anywhere else.
    fn any_start() -> impl Strategy<Value = DateTime<Utc>> {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
        let near = prop_oneof![
            Just(day(3, 28)),
            Just(day(10, 24)),
            Just(day(12, 30)),
            Just(day(4, 4)),
            Just(day(5, 13)),
            Just(day(9, 29)),
            (1u32..=12, 1u32..=28).prop_map(move |(m, d)| day(m, d)),
        ];
        (near, 0i64..2880).prop_map(|(day, minute)| day.and_time(NaiveTime::MIN).and_utc() + Duration::minutes(minute))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn as_minute_by_minute(hours in any_hours(), rule in any_rule(), start in any_start(), length in 1i64..4000) {
            let span = Span::new(start, start + Duration::minutes(length)).expect("a span");
            prop_assert_eq!(minutes(&hours, rule, span), reference(&hours, rule, span));
        }

        #[test]
        fn additive_over_cuts(
            hours in any_hours(), rule in any_rule(), start in any_start(), first in 1i64..3000, second in 1i64..3000,
        ) {
            let cut = start + Duration::minutes(first);
            let end = cut + Duration::minutes(second);
            let of = |from, until| minutes(&hours, rule, Span::new(from, until).expect("a span"));
            prop_assert_eq!(of(start, cut) + of(cut, end), of(start, end));
        }

        #[test]
        fn quarters_are_parts_of_the_whole(
            hours in any_hours(), rule in any_rule(), start in any_start(), length in 1i64..9000,
        ) {
            let span = Span::new(start, start + Duration::minutes(length)).expect("a span");
            let parts = minutes_by_quarter(&hours, rule, span);
            prop_assert!(parts.len() <= 2 && parts.windows(2).all(|two| two[0].0 < two[1].0));
            prop_assert_eq!(parts.iter().map(|(_, minutes)| minutes).sum::<u32>(), minutes(&hours, rule, span));
        }
    }
}
