//! Quarters of a year, by which visitors' hours are counted.

use crate::{Invalid, invalid};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// `2026-Q4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quarter {
    year: i32,
    /// 0 to 3.
    index: u32,
}

impl Quarter {
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), index: day.month0() / 3 }
    }

    pub fn next(self) -> Self {
        match self.index {
            3 => Self { year: self.year + 1, index: 0 },
            index => Self { year: self.year, index: index + 1 },
        }
    }

    /// Its last day.
    pub fn last_day(self) -> Option<NaiveDate> {
        let Self { year, index } = self.next();
        NaiveDate::from_ymd_opt(year, index * 3 + 1, 1)?.pred_opt()
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.index + 1)
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> String {
        quarter.to_string()
    }
}

impl TryFrom<String> for Quarter {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        let (year, number) = text.split_once("-Q").ok_or(invalid::NOT_VALID)?;
        let (year, number): (i32, u32) = year.parse().ok().zip(number.parse().ok()).ok_or(invalid::NOT_VALID)?;
        let is_quarter = (1..=4).contains(&number) && (1..=9999).contains(&year);
        if is_quarter { Ok(Self { year, index: number - 1 }) } else { Err(invalid::NOT_VALID) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_follow_on() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
        let last = Quarter::of(day(12, 31));
        assert_eq!(last.to_string(), "2026-Q4");
        assert_eq!(last.next().to_string(), "2027-Q1");
        assert_eq!(Quarter::of(day(3, 31)).last_day(), Some(day(3, 31)));
        assert_eq!(last.last_day(), Some(day(12, 31)));
        assert_eq!(Quarter::try_from("2026-Q4".to_owned()), Ok(last));
        for wrong in ["2026-Q5", "2026-Q0", "Q1", "2026", "-3-Q1"] {
            assert!(Quarter::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
