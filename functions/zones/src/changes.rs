//! What a change comes to, for the audit trail and for who is about to make it: field by field, from what to what.
//! A field of the rules names the day from which it differs: `own@2027-01-01`.

use chrono::NaiveDate;
use meent_domain::Language;
use meent_domain::parking::{DayHours, HolidayRule, Rate, Rules, Street, Zone};
use meent_store::audit::Change;
use std::collections::{BTreeMap, BTreeSet};

/// A list of streets is cut off here: the trail tells what happened, and the zones have the whole.
const MOST_CHARACTERS: usize = 2_000;

/// All differences; everything, of a zone that is new.
pub fn changes(before: Option<&Zone>, after: &Zone) -> Vec<Change> {
    let mut found = vec![];
    for language in Language::ALL {
        let name = |zone: &Zone| zone.name.of(language).to_owned();
        note(&mut found, format!("name.{}", language.code()), before.map(name), Some(name(after)));
    }
    let day = |day: NaiveDate| day.to_string();
    note(&mut found, "closes".to_owned(), before.and_then(|zone| zone.closes).map(day), after.closes.map(day));
    let mut told = BTreeMap::new();
    for day in days(before, after) {
        let (was, is) = (before.and_then(|zone| rules_of(zone, day)), rules_of(after, day));
        for (name, from, to) in differences(was, is) {
            // What goes on as it was told to begin is not told again.
            let goes_on = told.insert(name, (from.clone(), to.clone())) == Some((from.clone(), to.clone()));
            if !goes_on {
                note(&mut found, format!("{name}@{day}"), from, to);
            }
        }
    }
    found
}

/// The days on which something may begin, in either.
fn days(before: Option<&Zone>, after: &Zone) -> BTreeSet<NaiveDate> {
    let begins = |zone: &Zone| zone.timeline().into_iter().map(|rules| rules.from).collect::<Vec<_>>();
    before.into_iter().chain([after]).flat_map(begins).collect()
}

/// Closing is told by itself.
fn rules_of(zone: &Zone, day: NaiveDate) -> Option<&Rules> {
    zone.version_on(day).map(|(_, rules)| rules)
}

type Sides = (&'static str, Option<String>, Option<String>);

/// Each field as it was and as it is, also where that is the same.
fn differences(was: Option<&Rules>, is: Option<&Rules>) -> Vec<Sides> {
    let field =
        |name: &'static str, text: &dyn Fn(&Rules) -> Option<String>| (name, was.and_then(text), is.and_then(text));
    let rate = |name: &'static str, step: &'static str, rate: fn(&Rules) -> Rate| {
        let cents = field(name, &|rules| Some(rate(rules).per_hour().0.to_string()));
        [cents, field(step, &|rules| Some(rate(rules).step().0.to_string()))]
    };
    let mut fields = vec![
        field("hours", &|rules| hours(rules.hours.days())),
        field("holidays", &|rules| Some(holidays(rules.holidays).to_owned())),
    ];
    fields.extend(rate("own", "ownStep", |rules| rules.own));
    fields.extend(rate("visitors", "visitorsStep", |rules| rules.visitors));
    fields.push(field("longestStay", &|rules| rules.longest_stay_minutes.map(|minutes| minutes.to_string())));
    let (was, is) = (was.map_or(&[][..], |rules| &rules.streets), is.map_or(&[][..], |rules| &rules.streets));
    fields.extend([("streetsGone", None, only_in(was, is)), ("streetsAdded", None, only_in(is, was))]);
    fields
}

fn note(found: &mut Vec<Change>, field: String, from: Option<String>, to: Option<String>) {
    if from != to {
        found.push(Change { field, from, to });
    }
}

/// `1-4 09:00-12:00 13:00-19:00, 6 09:00-12:00`: days of the week from Monday on; none when all of it is free.
fn hours(days: &[DayHours; 7]) -> Option<String> {
    let mut alike: Vec<(usize, usize, &DayHours)> = vec![];
    for (index, hours) in days.iter().enumerate() {
        match alike.last_mut() {
            Some((_, last, same)) if *same == hours => *last = index,
            _ => alike.push((index, index, hours)),
        }
    }
    let told = alike.into_iter().filter(|(.., hours)| !hours.is_empty()).map(|(first, last, hours)| {
        let days = if first == last { (first + 1).to_string() } else { format!("{}-{}", first + 1, last + 1) };
        let windows: Vec<String> = hours.iter().map(|window| format!("{}-{}", window.from, window.until)).collect();
        format!("{days} {}", windows.join(" "))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(", "))
}

fn holidays(rule: HolidayRule) -> &'static str {
    match rule {
        HolidayRule::Free => "free",
        HolidayRule::AsSunday => "as-sunday",
        HolidayRule::AsUsual => "as-usual",
    }
}

fn only_in(these: &[Street], those: &[Street]) -> Option<String> {
    let known: BTreeSet<_> = those.iter().map(Street::folded).collect();
    let (mut text, mut left) = (String::new(), 0);
    for street in these.iter().filter(|street| !known.contains(&street.folded())) {
        let next = format!("{} {}", street.postcode.as_str(), street.name.as_str());
        match text.len() + next.len() {
            length if length > MOST_CHARACTERS => left += 1,
            _ if text.is_empty() => text = next,
            _ => text = format!("{text}, {next}"),
        }
    }
    let more = if left > 0 { format!(" (+ {left})") } else { String::new() };
    (!text.is_empty()).then(|| format!("{text}{more}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use meent_domain::parking::Plan;
    use serde_json::json;

    fn zone(cents: &[(&str, i64)], streets: &[&str]) -> Zone {
        let window = json!([{ "from": "09:00", "until": "12:00" }]);
        let rules = |(from, cents): &(&str, i64)| {
            json!({
                "from": from, "hours": [window, window, [], [], window, [], []], "holidays": "free",
                "own": { "perHourCents": cents, "stepCents": 5 }, "visitors": { "perHourCents": 0, "stepCents": 5 },
                "streets": streets.iter().map(|name| json!({ "postcode": "9990", "name": name })).collect::<Vec<_>>(),
            })
        };
        let name = json!({ "nl": "Centrum", "fr": "Centre", "de": "Zentrum", "en": "Centre" });
        let rules: Vec<_> = cents.iter().map(rules).collect();
        serde_json::from_value(json!({ "id": "centrum", "name": name, "rules": rules })).expect("a zone")
    }

    fn told(before: Option<&Zone>, after: &Zone) -> Vec<String> {
        let side = |text: &Option<String>| text.clone().unwrap_or_default();
        let line = |change: &Change| format!("{} {} > {}", change.field, side(&change.from), side(&change.to));
        changes(before, after).iter().map(line).collect()
    }

    #[test]
    fn each_field_names_its_day() {
        let before = zone(&[("2026-01-01", 100)], &["Kerkstraat", "Vismarkt"]);
        assert!(told(Some(&before), &before).is_empty());
        let dearer = zone(&[("2026-01-01", 100), ("2026-07-01", 120)], &["Kerkstraat", "Vismarkt"]);
        assert_eq!(told(Some(&before), &dearer), ["own@2026-07-01 100 > 120"]);
        let mut moved = Plan::from(&dearer);
        moved.rules[1].from = moved.rules[1].from.succ_opt().expect("a day");
        moved.rules[1].streets.remove(0);
        let moved = moved.applied(Some(&dearer), moved.rules[0].from, false).expect("a zone");
        let lines = ["own@2026-07-01 120 > 100", "streetsGone@2026-07-02  > 9990 Kerkstraat"];
        assert_eq!(told(Some(&dearer), &moved), lines);
        // A new price, and later other streets: the price is told once.
        let mut later = Plan::from(&dearer);
        later.rules.push(later.rules[1].clone());
        later.rules[2].from = "2026-09-01".parse().expect("a day");
        later.rules[2].streets.pop();
        let later = later.applied(Some(&before), before.timeline()[0].from, false).expect("a zone");
        assert_eq!(
            told(Some(&before), &later),
            ["own@2026-07-01 100 > 120", "streetsGone@2026-09-01  > 9990 Vismarkt"]
        );
        let all = told(None, &before);
        assert!(all.contains(&"hours@2026-01-01  > 1-2 09:00-12:00, 5 09:00-12:00".to_owned()), "{all:?}");
        assert!(all.contains(&"streetsAdded@2026-01-01  > 9990 Kerkstraat, 9990 Vismarkt".to_owned()), "{all:?}");
    }

    #[test]
    fn long_lists_of_streets_are_cut_off() {
        let names: Vec<String> = (0..500).map(|number| format!("Straat {number}")).collect();
        let after = zone(&[("2026-01-01", 100)], &names.iter().map(String::as_str).collect::<Vec<_>>());
        let all = told(None, &after);
        let streets = all.iter().find(|line| line.starts_with("streetsAdded")).expect("streets");
        assert!(streets.len() < MOST_CHARACTERS + 100 && streets.contains(" (+ "), "{streets}");
    }
}
