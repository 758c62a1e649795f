//! When parking is paid: windows of each weekday, on the clock of the town.

use super::holiday::is_holiday;
use crate::Invalid;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Deref;

/// `09:00`, up to `24:00`: the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay {
    minute: u16,
}

impl TimeOfDay {
    const MINUTES_OF_A_DAY: u16 = 24 * 60;

    /// Minutes since midnight.
    pub fn minute(self) -> i64 {
        i64::from(self.minute)
    }

    /// On the clock; none for 24:00.
    pub fn on_the_clock(self) -> Option<NaiveTime> {
        NaiveTime::from_num_seconds_from_midnight_opt(u32::from(self.minute) * 60, 0)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid("time-not-valid");
        if text == "24:00" {
            return Ok(Self { minute: Self::MINUTES_OF_A_DAY });
        }
        // chrono takes less strict forms too.
        let is_shape = text.len() == 5 && text.as_bytes()[2] == b':';
        let time = NaiveTime::parse_from_str(&text, "%H:%M").ok().filter(|_| is_shape).ok_or(WRONG)?;
        u16::try_from(time.num_seconds_from_midnight() / 60).map(|minute| Self { minute }).map_err(|_| WRONG)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        time.to_string()
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minute / 60, self.minute % 60)
    }
}

const WRONG_HOURS: Invalid = Invalid("hours-not-valid");

/// Paid from a time until just before another, on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WindowGiven")]
pub struct Window {
    pub from: TimeOfDay,
    pub until: TimeOfDay,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WindowGiven {
    from: TimeOfDay,
    until: TimeOfDay,
}

impl TryFrom<WindowGiven> for Window {
    type Error = Invalid;

    fn try_from(WindowGiven { from, until }: WindowGiven) -> Result<Self, Invalid> {
        if from < until { Ok(Self { from, until }) } else { Err(WRONG_HOURS) }
    }
}

/// The windows of a day: in order, and apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Window>", into = "Vec<Window>")]
pub struct DayHours(Vec<Window>);

impl DayHours {
    const MOST_WINDOWS: usize = 6;
}

impl Deref for DayHours {
    type Target = [Window];

    fn deref(&self) -> &[Window] {
        &self.0
    }
}

impl TryFrom<Vec<Window>> for DayHours {
    type Error = Invalid;

    fn try_from(windows: Vec<Window>) -> Result<Self, Invalid> {
        let in_order = windows.len() <= Self::MOST_WINDOWS
            && windows.iter().all(|window| window.from < window.until)
            && windows.windows(2).all(|two| two[0].until < two[1].from);
        if in_order { Ok(Self(windows)) } else { Err(WRONG_HOURS) }
    }
}

impl From<DayHours> for Vec<Window> {
    fn from(hours: DayHours) -> Self {
        hours.0
    }
}

/// The windows of each weekday, Monday first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<DayHours>", into = "Vec<DayHours>")]
pub struct WeekHours([DayHours; 7]);

impl WeekHours {
    /// By day of the week, Monday first.
    pub fn days(&self) -> &[DayHours; 7] {
        &self.0
    }

    /// What is paid on a day, holidays as the rule says.
    pub fn on(&self, day: NaiveDate, holidays: HolidayRule) -> &[Window] {
        const SUNDAY: usize = 6;
        match holidays {
            HolidayRule::Free if is_holiday(day) => &[],
            HolidayRule::AsSunday if is_holiday(day) => &self.0[SUNDAY],
            _ => &self.0[day.weekday().num_days_from_monday() as usize],
        }
    }
}

impl TryFrom<Vec<DayHours>> for WeekHours {
    type Error = Invalid;

    fn try_from(days: Vec<DayHours>) -> Result<Self, Invalid> {
        days.try_into().map(Self).map_err(|_| WRONG_HOURS)
    }
}

impl From<WeekHours> for Vec<DayHours> {
    fn from(hours: WeekHours) -> Self {
        hours.0.into()
    }
}

/// What a public holiday is (R-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolidayRule {
    Free,
    AsSunday,
    /// As the weekday it falls on.
    AsUsual,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn windows(text: &str) -> Result<WeekHours, serde_json::Error> {
        serde_json::from_str(&format!("[{text}, [], [], [], [], [], []]"))
    }

    #[test]
    fn times_are_of_a_day() {
        let time = |text: &str| TimeOfDay::try_from(text.to_owned()).map(TimeOfDay::minute);
        assert_eq!((time("00:00"), time("09:05"), time("24:00")), (Ok(0), Ok(545), Ok(1440)));
        for wrong in ["24:01", "9:05", "09:60", "0905", "", "09:05:00", "é9:0", "09.05"] {
            assert!(time(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn windows_of_a_day_are_in_order_and_apart() {
        assert!(windows(r#"[{"from":"09:00","until":"12:00"},{"from":"13:00","until":"24:00"}]"#).is_ok());
        for wrong in [
            r#"[{"from":"09:00","until":"09:00"}]"#,
            r#"[{"from":"12:00","until":"09:00"}]"#,
            r#"[{"from":"09:00","until":"12:00"},{"from":"12:00","until":"14:00"}]"#,
            r#"[{"from":"13:00","until":"14:00"},{"from":"09:00","until":"12:00"}]"#,
        ] {
            assert!(windows(wrong).is_err(), "{wrong}");
        }
        assert!(serde_json::from_str::<WeekHours>("[[],[],[],[],[],[]]").is_err());
    }

    #[test]
    fn holidays_go_by_the_rule() {
        let hours = windows(r#"[{"from":"09:00","until":"12:00"}]"#).expect("hours");
        let easter_monday = NaiveDate::from_ymd_opt(2026, 4, 6).expect("a day");
        let paid = |rule| hours.on(easter_monday, rule).len();
        assert_eq!((paid(HolidayRule::AsUsual), paid(HolidayRule::AsSunday), paid(HolidayRule::Free)), (1, 0, 0));
    }
}
