//! All zones together: as many as one row holds, none twice, and no street in two at once: visitors park in the
//! zone of their street, and whoever checks a plate may ask by street.

use super::plan::Plan;
use super::zone::{Rules, Street, Zone, ZoneId};
use crate::{Invalid, InvalidAt};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

const MOST_ZONES: usize = 60;

/// Zones as they would be, and the plans that make them so. What is wrong is told of one of these.
pub fn check_together(zones: &[Zone], plans: &[Plan], today: NaiveDate) -> Result<(), (usize, InvalidAt)> {
    let mut known = HashSet::new();
    if let Some(index) = plans.iter().position(|plan| !known.insert(&plan.id)) {
        return Err((index, Invalid("zone-twice").at("id")));
    }
    if zones.len() > MOST_ZONES {
        return Err((plans.len().saturating_sub(1), Invalid("zones-full").at("id")));
    }
    let mut of_street: HashMap<(String, String), Vec<(&ZoneId, Holds)>> = HashMap::new();
    for zone in zones {
        for (rules, holds) in periods(zone.timeline(), zone.closes).filter(|(_, holds)| !holds.is_over(today)) {
            for street in &rules.streets {
                of_street.entry(street.folded()).or_default().push((&zone.id, holds));
            }
        }
    }
    for (index, plan) in plans.iter().enumerate() {
        for (place, (rules, holds)) in periods(plan.rules.iter().collect(), plan.closes).enumerate() {
            let is_anothers = |street: &Street| {
                let others = of_street.get(&street.folded()).into_iter().flatten();
                others.into_iter().any(|(zone, theirs)| **zone != plan.id && holds.meets(*theirs))
            };
            if holds.is_over(today) {
                continue;
            }
            if let Some(street) = rules.streets.iter().position(is_anothers) {
                let field = format!("rules[{place}].streets[{street}].name");
                return Err((index, Invalid("street-in-another-zone").at(field)));
            }
        }
    }
    Ok(())
}

/// From a day until just before another, if there is one.
#[derive(Clone, Copy)]
struct Holds {
    from: NaiveDate,
    until: Option<NaiveDate>,
}

impl Holds {
    fn is_over(self, today: NaiveDate) -> bool {
        self.until.is_some_and(|until| until <= today)
    }

    fn meets(self, other: Self) -> bool {
        self.until.is_none_or(|until| other.from < until) && other.until.is_none_or(|until| self.from < until)
    }
}

fn periods(timeline: Vec<&Rules>, closes: Option<NaiveDate>) -> impl Iterator<Item = (&Rules, Holds)> {
    let begins: Vec<NaiveDate> = timeline.iter().map(|rules| rules.from).collect();
    timeline.into_iter().enumerate().map(move |(index, rules)| {
        let until = [begins.get(index + 1).copied(), closes].into_iter().flatten().min();
        (rules, Holds { from: rules.from, until })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 6, 15).expect("a day");

    fn plan(id: &str, streets: &[(&str, &str)], closes: &str) -> Plan {
        let rules: Vec<String> = streets
            .iter()
            .map(|(from, street)| {
                format!(
                    r#"{{"from":"{from}","hours":[[],[],[],[],[],[],[]],"holidays":"free",
                    "own":{{"perHourCents":100,"stepCents":5}},"visitors":{{"perHourCents":0,"stepCents":5}},
                    "streets":[{{"postcode":"9990","name":"{street}"}}]}}"#
                )
            })
            .collect();
        let text = format!(
            r#"{{"id":"{id}","name":{{"nl":"a","fr":"a","de":"a","en":"a"}},"rules":[{}],"closes":{closes}}}"#,
            rules.join(",")
        );
        serde_json::from_str(&text).expect("a plan")
    }

    fn refused(plans: &[Plan]) -> Option<(usize, &'static str, String)> {
        let zones: Vec<Zone> = plans.iter().map(|plan| plan.applied(None, TODAY, true).expect("a zone")).collect();
        check_together(&zones, plans, TODAY).err().map(|(plan, refused)| (plan, refused.why.0, refused.field))
    }

    #[test]
    fn a_street_is_in_one_zone_at_a_time() {
        let mine = plan("a", &[("2026-01-01", "Kerkstraat"), ("2026-07-01", "Vismarkt")], "null");
        let theirs = |streets: &[(&str, &str)], closes: &str| refused(&[mine.clone(), plan("b", streets, closes)]);
        let both = Some((0, "street-in-another-zone", "rules[0].streets[0].name".to_owned()));
        assert_eq!(theirs(&[("2026-01-01", "KERKSTRAAT")], "null"), both);
        assert_eq!(theirs(&[("2026-07-01", "Kerkstraat")], "null"), None);
        assert_eq!(theirs(&[("2026-01-01", "Vismarkt"), ("2026-07-01", "Kerkstraat")], "null"), None);
        assert_eq!(theirs(&[("2026-01-01", "Vismarkt")], "\"2026-07-01\""), None);
        // What is over is nobody's matter any more.
        assert_eq!(theirs(&[("2026-01-01", "Kerkstraat"), ("2026-06-15", "Markt")], "null"), None);
    }

    #[test]
    fn no_zone_stands_twice() {
        let one = plan("a", &[("2026-01-01", "Kerkstraat")], "null");
        assert_eq!(refused(&[one.clone(), one]), Some((1, "zone-twice", "id".to_owned())));
        let many: Vec<Plan> = (0..61)
            .map(|number| plan(&format!("z{number}"), &[("2026-01-01", &format!("S{number}"))], "null"))
            .collect();
        assert_eq!(refused(&many), Some((60, "zones-full", "id".to_owned())));
        assert_eq!(refused(&many[..60]), None);
    }
}
