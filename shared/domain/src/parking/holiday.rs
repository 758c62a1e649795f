//! Belgium's ten public holidays, by reckoning: no list to keep up.

use chrono::{Datelike, Days, NaiveDate};

/// The fixed ones: month and day.
const FIXED: [(u32, u32); 7] = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)];
/// Those that follow Easter: Easter Monday, Ascension Day, Whit Monday.
const AFTER_EASTER: [u64; 3] = [1, 39, 50];

pub fn is_holiday(day: NaiveDate) -> bool {
    let follows_easter = || {
        let easter = easter(day.year());
        AFTER_EASTER.iter().any(|days| easter.and_then(|easter| easter.checked_add_days(Days::new(*days))) == Some(day))
    };
    FIXED.contains(&(day.month(), day.day())) || follows_easter()
}

/// Easter Sunday, as Meeus, Jones and Butcher reckon it.
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn easter_is_where_the_church_has_it() {
        for (year, month, date) in
            [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2038, 4, 25)]
        {
            assert_eq!(easter(year), Some(day(year, month, date)), "{year}");
        }
        assert!((1900..2300).all(|year| easter(year).is_some_and(|day| day.weekday() == Weekday::Sun)));
    }

    #[test]
    fn ten_a_year() {
        let of_2026 = [(1, 1), (4, 6), (5, 1), (5, 14), (5, 25), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)];
        let found: Vec<_> = day(2026, 1, 1)
            .iter_days()
            .take(365)
            .filter(|day| is_holiday(*day))
            .map(|d| (d.month(), d.day()))
            .collect();
        assert_eq!(found, of_2026);
        // In 2008 Ascension fell on the first of May.
        assert_eq!(day(2008, 1, 1).iter_days().take(366).filter(|day| is_holiday(*day)).count(), 9);
    }
}
