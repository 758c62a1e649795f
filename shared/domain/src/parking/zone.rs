//! Zones (R-1): hours, holidays, prices and streets, each with the day it begins.
//!
//! A session names the place of the rules it was booked under, and may be booked a year ahead. So rules are only
//! ever added, never altered, moved or taken away, not even those that have not begun; what is added comes before
//! what stood there, from its day on. What staff plan and what becomes of it: `plan.rs`.

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
    pub fn is_of(&self, address: &Address) -> bool {
        self.postcode.as_str().trim() == address.postcode.trim()
            && folded(self.name.as_str().trim()) == folded(address.street.trim())
    }

    /// What two spellings of one street share.
    pub fn folded(&self) -> (String, String) {
        (self.postcode.as_str().to_owned(), folded(self.name.as_str()))
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
    /// At least one, in the order in which they were made.
    pub(super) rules: Vec<Rules>,
    /// Before this day none of them holds: of a zone that was to begin sooner.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) opens: Option<NaiveDate>,
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
    opens: Option<NaiveDate>,
    #[serde(default)]
    closes: Option<NaiveDate>,
}

impl TryFrom<ZoneGiven> for Zone {
    type Error = Invalid;

    fn try_from(given: ZoneGiven) -> Result<Self, Invalid> {
        let ZoneGiven { id, name, rules, opens, closes } = given;
        if rules.is_empty() { Err(invalid::REQUIRED) } else { Ok(Self { id, name, rules, opens, closes }) }
    }
}

impl Rules {
    /// The same but for the day it begins.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        *self == Self { from: self.from, ..other.clone() }
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
        ZoneGiven { id, name, rules, opens: None, closes }.try_into()
    }

    /// One after the other, as they hold: without those that others came before, and without what changes nothing.
    pub fn timeline(&self) -> Vec<&Rules> {
        self.versions().into_iter().map(|(_, rules)| rules).collect()
    }

    /// The same, each with its place.
    pub fn versions(&self) -> Vec<(usize, &Rules)> {
        let mut holding: Vec<(usize, &Rules)> = vec![];
        let begun = |rules: &Rules| self.opens.is_none_or(|opens| opens <= rules.from);
        for (place, rules) in self.rules.iter().enumerate().filter(|(_, rules)| begun(rules)) {
            holding.retain(|(_, earlier)| earlier.from < rules.from);
            if holding.last().is_none_or(|(_, last)| !last.is_same(rules)) {
                holding.push((place, rules));
            }
        }
        holding
    }

    /// That of a day, as if the zone never opened or closed.
    pub fn version_on(&self, day: NaiveDate) -> Option<(usize, &Rules)> {
        self.versions().into_iter().rev().find(|(_, rules)| rules.from <= day)
    }

    /// Those of a day, with their place.
    pub fn rules_on(&self, day: NaiveDate) -> Option<(usize, &Rules)> {
        if self.closes.is_some_and(|closes| closes <= day) || self.opens.is_some_and(|opens| day < opens) {
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

/// The zone a street belongs to; the postcode tells two of one name apart.
pub fn zone_of_street<'a>(zones: &'a [Zone], name: &str, postcode: Option<&str>, day: NaiveDate) -> Option<&'a Zone> {
    let is_it = |street: &Street| {
        folded(street.name.as_str().trim()) == folded(name.trim())
            && postcode.is_none_or(|postcode| street.postcode.as_str() == postcode.trim())
    };
    zones.iter().find(|zone| zone.rules_on(day).is_some_and(|(_, rules)| rules.streets.iter().any(is_it)))
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
    fn what_comes_later_comes_first() {
        let mut zone = zone(ZONE).expect("a zone");
        let days = |zone: &Zone| zone.timeline().iter().map(|rules| rules.from).collect::<Vec<_>>();
        assert_eq!(days(&zone), [day(1, 1), day(7, 1)]);
        // Another price from June on, in place of July's.
        let june = Rules { from: day(6, 1), longest_stay_minutes: Some(60), ..zone.rules[1].clone() };
        zone.rules.push(june);
        assert_eq!(days(&zone), [day(1, 1), day(6, 1)]);
        assert_eq!(zone.rules_on(day(8, 1)).map(|(place, _)| place), Some(2));
        // As in January again: no change at all.
        zone.rules.push(Rules { from: day(6, 1), ..zone.rules[0].clone() });
        assert_eq!(days(&zone), [day(1, 1)]);
        assert_eq!(zone.rules_on(day(8, 1)).map(|(place, _)| place), Some(3));
        assert_eq!(zone.version_on(day(8, 1)), Some((0, &zone.rules[0])));
        assert!(zone.rules_at(1).is_some_and(|rules| rules.longest_stay_minutes == Some(120)));
    }

    #[test]
    fn a_zone_is_whole_or_none() {
        for (right, wrong, why) in [
            ("\"perHourCents\":160", "\"perHourCents\":-1", "rate-not-valid"),
            ("\"stepCents\":5", "\"stepCents\":0", "step-not-valid"),
            ("\"centrum\"", "\"Het Centrum\"", "zone-id-not-valid"),
            ("\"fr\":\"Centre\"", "\"fr\":\" \"", "field-required"),
        ] {
            let refused = zone(&ZONE.replacen(right, wrong, 1)).expect_err(wrong);
            assert!(refused.starts_with(why), "{refused}");
        }
    }
}
