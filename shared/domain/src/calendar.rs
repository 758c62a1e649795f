//! Dates and times as each language writes them (P-45), in the town's time zone.

use crate::Language;
use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike, Utc};
use chrono_tz::Europe::Brussels;

const MONTHS: [[&str; 12]; 4] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// The day it is in the town.
pub fn local_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Brussels).date_naive()
}

/// When a day of the town begins.
pub fn start_of_day(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    // Brussels changes its clocks at two in the night, never at midnight: there is one answer.
    Brussels.from_local_datetime(&midnight).earliest().map_or_else(|| midnight.and_utc(), |at| at.with_timezone(&Utc))
}

/// `21 november 2026`, `21. November 2026` in German.
pub fn date(at: DateTime<Utc>, language: Language) -> String {
    let day = local_day(at);
    let month = MONTHS[language as usize][day.month0() as usize];
    match language {
        Language::German => format!("{}. {month} {}", day.day(), day.year()),
        Language::French if day.day() == 1 => format!("1er {month} {}", day.year()),
        _ => format!("{} {month} {}", day.day(), day.year()),
    }
}

/// Dutch `14u05`, French `14h05`, German `14:05 Uhr`, English `14:05`.
pub fn time(at: DateTime<Utc>, language: Language) -> String {
    let local = at.with_timezone(&Brussels);
    let (hour, minute) = (local.hour(), local.minute());
    match language {
        Language::Dutch => format!("{hour}u{minute:02}"),
        Language::French => format!("{hour}h{minute:02}"),
        Language::German => format!("{hour}:{minute:02} Uhr"),
        Language::English => format!("{hour}:{minute:02}"),
    }
}

/// As files write a moment, for a spreadsheet to read: `21/11/2026 14:05:09`.
pub fn stamp(at: DateTime<Utc>) -> String {
    at.with_timezone(&Brussels).format("%d/%m/%Y %H:%M:%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).expect("a time").with_timezone(&Utc)
    }

    #[test]
    fn as_each_language_writes_it() {
        let then = at("2026-11-21T13:05:00Z");
        assert_eq!(date(then, Language::Dutch), "21 november 2026");
        assert_eq!(date(then, Language::German), "21. November 2026");
        assert_eq!(date(at("2026-02-01T12:00:00Z"), Language::French), "1er février 2026");
        assert_eq!(Language::ALL.map(|language| time(then, language)), ["14u05", "14h05", "14:05 Uhr", "14:05"]);
    }

    #[test]
    fn days_begin_where_the_town_is() {
        assert_eq!(local_day(at("2026-07-01T22:30:00Z")).day(), 2);
        assert_eq!(start_of_day(NaiveDate::from_ymd_opt(2026, 3, 29).expect("a date")), at("2026-03-28T23:00:00Z"));
        assert_eq!(start_of_day(NaiveDate::from_ymd_opt(2026, 7, 1).expect("a date")), at("2026-06-30T22:00:00Z"));
    }
}
