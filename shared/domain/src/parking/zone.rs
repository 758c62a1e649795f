//! Zones (R-1): hours, holidays, prices and streets, each with the day it begins. Rules that began are never
//! altered: what was booked under them keeps them.

use super::{HolidayRule, Rate, WeekHours};
use crate::company::Line;
use crate::person::{Address, folded};
use crate::{Invalid, Language, invalid};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A short word of the town's choice: `centrum`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ZoneId(String);

impl ZoneId {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ZoneId {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        let is_id = (1..=24).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if is_id { Ok(Self(text)) } else { Err(Invalid("zone-id-not-valid")) }
    }
}

impl From<ZoneId> for String {
    fn from(id: ZoneId) -> String {
        id.0
    }
}

impl fmt::Display for ZoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The same in each language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    pub nl: Line,
    pub fr: Line,
    pub de: Line,
    pub en: Line,
}

impl Names {
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.nl,
            Language::French => &self.fr,
            Language::German => &self.de,
            Language::English => &self.en,
        }
        .as_str()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Street {
    pub postcode: Line,
    pub name: Line,
}

impl Street {
    fn is_of(&self, address: &Address) -> bool {
        self.postcode.as_str().trim() == address.postcode.trim()
            && folded(self.name.as_str().trim()) == folded(address.street.trim())
    }
}

/// How a zone works from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rules {
    /// The first day.
    pub from: NaiveDate,
    pub hours: WeekHours,
    pub holidays: HolidayRule,
    pub own: Rate,
    pub visitors: Rate,
    /// Of paid time.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub longest_stay_minutes: Option<u32>,
    pub streets: Vec<Street>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "ZoneGiven")]
pub struct Zone {
    pub id: ZoneId,
    pub name: Names,
    /// At least one, in order of their days. A session names the place of those it was booked under.
    rules: Vec<Rules>,
    /// From this day on there is no parking to book here.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub closes: Option<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ZoneGiven {
    id: ZoneId,
    name: Names,
    rules: Vec<Rules>,
    #[serde(default)]
    closes: Option<NaiveDate>,
}

const MOST_RULES: usize = 60;
const MOST_STREETS: usize = 1_000;
const LONGEST_STAY_MINUTES: u32 = 7 * 24 * 60;

impl TryFrom<ZoneGiven> for Zone {
    type Error = Invalid;

    fn try_from(given: ZoneGiven) -> Result<Self, Invalid> {
        let ZoneGiven { id, name, rules, closes } = given;
        if rules.is_empty() {
            return Err(invalid::REQUIRED);
        }
        if rules.len() > MOST_RULES || rules.iter().any(|rules| rules.streets.len() > MOST_STREETS) {
            return Err(invalid::TOO_LONG);
        }
        if rules.windows(2).any(|two| two[0].from >= two[1].from) {
            return Err(Invalid("rules-not-in-order"));
        }
        rules.iter().try_for_each(Rules::check)?;
        Ok(Self { id, name, rules, closes })
    }
}

impl Rules {
    fn check(&self) -> Result<(), Invalid> {
        // What costs its owner nothing needs no booking; what visitors don't pay still counts their hours.
        if self.own.per_hour().0 == 0 {
            return Err(Invalid("rate-not-valid"));
        }
        match self.longest_stay_minutes {
            Some(minutes) if !(1..=LONGEST_STAY_MINUTES).contains(&minutes) => Err(Invalid("longest-stay-not-valid")),
            _ => Ok(()),
        }
    }

    pub fn rate(&self, whom: super::For) -> Rate {
        match whom {
            super::For::Own => self.own,
            super::For::Visitor => self.visitors,
        }
    }
}

impl Zone {
    pub fn new(id: ZoneId, name: Names, rules: Vec<Rules>, closes: Option<NaiveDate>) -> Result<Self, Invalid> {
        ZoneGiven { id, name, rules, closes }.try_into()
    }

    pub fn all_rules(&self) -> &[Rules] {
        &self.rules
    }

    /// Those of a day, with their place.
    pub fn rules_on(&self, day: NaiveDate) -> Option<(usize, &Rules)> {
        if self.closes.is_some_and(|closes| closes <= day) {
            return None;
        }
        self.rules.iter().enumerate().rev().find(|(_, rules)| rules.from <= day)
    }

    /// Those that something was booked under.
    pub fn rules_at(&self, place: usize) -> Option<&Rules> {
        self.rules.get(place)
    }
}

/// The zone in which somebody at this address has visitors.
pub fn zone_of<'a>(zones: &'a [Zone], address: &Address, day: NaiveDate) -> Option<&'a Zone> {
    zones.iter().find(|zone| {
        zone.rules_on(day).is_some_and(|(_, rules)| rules.streets.iter().any(|street| street.is_of(address)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: &str = r#"{"id":"centrum","name":{"nl":"Centrum","fr":"Centre","de":"Zentrum","en":"Centre"},"rules":[
        {"from":"2026-01-01","hours":[[],[],[],[],[],[],[]],"holidays":"free",
         "own":{"perHourCents":160,"stepCents":5},"visitors":{"perHourCents":0,"stepCents":5},
         "streets":[{"postcode":"9990","name":"Grote Markt"}]},
        {"from":"2026-07-01","hours":[[],[],[],[],[],[],[]],"holidays":"free","longestStayMinutes":120,
         "own":{"perHourCents":200,"stepCents":5},"visitors":{"perHourCents":50,"stepCents":5},
         "streets":[{"postcode":"9990","name":"Élisabethlaan"}]}]}"#;

    fn zone(text: &str) -> Result<Zone, String> {
        serde_json::from_str(text).map_err(|error: serde_json::Error| error.to_string())
    }

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
    }

    #[test]
    fn rules_hold_from_their_day_until_the_zone_closes() {
        let mut zone = zone(ZONE).expect("a zone");
        let place = |zone: &Zone, day| zone.rules_on(day).map(|(place, _)| place);
        assert_eq!(place(&zone, day(6, 30)), Some(0));
        assert_eq!(place(&zone, day(7, 1)), Some(1));
        assert_eq!(place(&zone, day(1, 1).pred_opt().expect("a day")), None);
        zone.closes = Some(day(8, 1));
        assert_eq!((place(&zone, day(7, 31)), place(&zone, day(8, 1))), (Some(1), None));
        let again = serde_json::to_string(&zone).expect("JSON");
        assert_eq!(super::tests::zone(&again), Ok(zone));
    }

    #[test]
    fn an_address_has_the_zone_of_its_street() {
        let zones = [zone(ZONE).expect("a zone")];
        let found = |street: &str, postcode: &str, on| {
            let address = Address {
                street: street.to_owned(),
                number: "1".to_owned(),
                box_number: None,
                postcode: postcode.to_owned(),
                town: "Stad".to_owned(),
            };
            zone_of(&zones, &address, on).is_some()
        };
        assert!(found("elisabethlaan ", "9990", day(7, 1)));
        assert!(!found("Elisabethlaan", "9990", day(6, 30)));
        assert!(!found("Elisabethlaan", "9991", day(7, 1)));
    }

    #[test]
    fn a_zone_is_whole_or_none() {
        for (right, wrong, why) in [
            ("\"2026-07-01\"", "\"2026-01-01\"", "rules-not-in-order"),
            ("\"perHourCents\":160", "\"perHourCents\":0", "rate-not-valid"),
            ("\"longestStayMinutes\":120", "\"longestStayMinutes\":0", "longest-stay-not-valid"),
            ("\"centrum\"", "\"Het Centrum\"", "zone-id-not-valid"),
            ("\"fr\":\"Centre\"", "\"fr\":\" \"", "field-required"),
        ] {
            let refused = zone(&ZONE.replacen(right, wrong, 1)).expect_err(wrong);
            assert!(refused.starts_with(why), "{refused}");
        }
    }
}
