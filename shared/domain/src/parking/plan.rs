//! A zone as staff want it to be, and what becomes of it (R-1).
//!
//! Nothing begins sooner than tomorrow: what was parked or scanned today was so by today's rules, and functions
//! keep the zones for a minute. So a plan tells the past as it was, and says anew what is to come.

use super::zone::{Names, Rules, Zone, ZoneId};
use crate::invalid::{NOT_VALID, REQUIRED, TOO_LONG};
use crate::{Invalid, InvalidAt};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    pub id: ZoneId,
    pub name: Names,
    /// One after the other, as they are to hold.
    pub rules: Vec<Rules>,
    /// From this day on there is no parking to book here. A zone is never taken away: what was parked stays.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub closes: Option<NaiveDate>,
}

const MOST_RULES: usize = 60;
/// With all that was planned and planned otherwise.
const MOST_RULES_EVER: usize = 1_000;
const MOST_STREETS: usize = 1_000;
const LONGEST_STAY_MINUTES: u32 = 7 * 24 * 60;
/// The streets of rules that are over serve nobody, and would fill the row in some years.
const STREETS_KEPT: Days = Days::new(366);

const TOO_SOON: Invalid = Invalid("begins-too-soon");
const BEGAN: Invalid = Invalid("rules-began");

impl From<&Zone> for Plan {
    fn from(zone: &Zone) -> Self {
        let rules = zone.timeline().into_iter().cloned().collect();
        Self { id: zone.id.clone(), name: zone.name.clone(), rules, closes: zone.closes }
    }
}

impl Plan {
    /// What the zone becomes; itself, when that is what it is.
    pub fn applied(&self, before: Option<&Zone>, today: NaiveDate, may_begin_before: bool) -> Result<Zone, InvalidAt> {
        self.check()?;
        let began = self.rules.iter().take_while(|rules| rules.from <= today).count();
        let (past, coming) = self.rules.split_at(began);
        let Some(before) = before else {
            // Nobody parked in a zone that is not there; but somebody may have been looked at today.
            if !past.is_empty() && !may_begin_before {
                return Err(TOO_SOON.at("rules[0].from"));
            }
            self.check_closing(None, today)?;
            let Self { id, name, rules, closes } = self.clone();
            return Zone::new(id, name, rules, closes).map_err(|why| why.at("rules"));
        };
        self.check_closing(before.closes, today)?;
        let timeline = before.timeline();
        let (held, planned): (Vec<&Rules>, Vec<&Rules>) = timeline.into_iter().partition(|rules| rules.from <= today);
        as_it_was(past, &held)?;
        let coming = &without_repeats(coming, held.last().copied());
        let mut after = before.clone();
        match coming.first() {
            // What has not begun begins anew, sooner or later.
            Some(first) if held.is_empty() && !coming.iter().eq(planned.iter().copied()) => {
                after.opens = before.rules.iter().any(|rules| rules.from < first.from).then_some(first.from);
                after.rules.extend_from_slice(coming);
            }
            _ => after.rules.extend(added(coming, &planned, held.last().copied())),
        }
        if after.rules.len() > MOST_RULES_EVER {
            return Err(TOO_LONG.at("rules"));
        }
        after.name = self.name.clone();
        after.closes = self.closes;
        Ok(after)
    }

    /// What can be said of a plan by itself.
    fn check(&self) -> Result<(), InvalidAt> {
        if self.rules.is_empty() {
            return Err(REQUIRED.at("rules"));
        }
        if self.rules.len() > MOST_RULES {
            return Err(TOO_LONG.at("rules"));
        }
        for (index, rules) in self.rules.iter().enumerate() {
            rules.check().map_err(|why| why.within(&format!("rules[{index}].")))?;
        }
        match self.rules.windows(2).position(|two| two[0].from >= two[1].from) {
            Some(index) => Err(Invalid("rules-not-in-order").at(format!("rules[{}].from", index + 1))),
            None => Ok(()),
        }
    }

    /// A zone that is closed stays so; one that is open closes tomorrow or later.
    fn check_closing(&self, before: Option<NaiveDate>, today: NaiveDate) -> Result<(), InvalidAt> {
        match (before, self.closes) {
            (before, after) if before == after => Ok(()),
            (Some(before), _) if before <= today => Err(Invalid("zone-stays-closed").at("closes")),
            (_, Some(after)) if after <= today || !is_sane(after) => Err(TOO_SOON.at("closes")),
            _ => Ok(()),
        }
    }
}

impl Rules {
    /// Also of rules that are only tried out.
    pub fn check(&self) -> Result<(), InvalidAt> {
        if !is_sane(self.from) {
            return Err(NOT_VALID.at("from"));
        }
        // What costs its owner nothing needs no booking; what visitors don't pay still counts their hours.
        if self.own.per_hour().0 == 0 {
            return Err(Invalid("rate-not-valid").at("own.perHourCents"));
        }
        if self.longest_stay_minutes.is_some_and(|minutes| !(1..=LONGEST_STAY_MINUTES).contains(&minutes)) {
            return Err(Invalid("longest-stay-not-valid").at("longestStayMinutes"));
        }
        if self.streets.len() > MOST_STREETS {
            return Err(TOO_LONG.at("streets"));
        }
        let mut known = HashSet::new();
        match self.streets.iter().position(|street| !known.insert(street.folded())) {
            Some(index) => Err(Invalid("street-twice").at(format!("streets[{index}].name"))),
            None => Ok(()),
        }
    }

    /// The first field in which they differ. Streets that were let go are not missed.
    fn differs_in(&self, stored: &Self) -> Option<&'static str> {
        let fields = [
            ("from", self.from == stored.from),
            ("hours", self.hours == stored.hours),
            ("holidays", self.holidays == stored.holidays),
            ("own", self.own == stored.own),
            ("visitors", self.visitors == stored.visitors),
            ("longestStayMinutes", self.longest_stay_minutes == stored.longest_stay_minutes),
            ("streets", self.streets == stored.streets || stored.streets.is_empty()),
        ];
        fields.into_iter().find(|(_, same)| !same).map(|(field, _)| field)
    }
}

fn is_sane(day: NaiveDate) -> bool {
    (2000..2200).contains(&day.year())
}

/// What began stays as it began.
fn as_it_was(told: &[Rules], held: &[&Rules]) -> Result<(), InvalidAt> {
    for (index, (told, held)) in told.iter().zip(held).enumerate() {
        match told.differs_in(held) {
            Some("from") if told.from > held.from => return Err(BEGAN.at("rules")),
            Some(field) => return Err(BEGAN.at(format!("rules[{index}].{field}"))),
            None => {}
        }
    }
    if told.len() > held.len() {
        return Err(TOO_SOON.at(format!("rules[{}].from", held.len())));
    }
    if told.len() < held.len() { Err(BEGAN.at("rules")) } else { Ok(()) }
}

/// Whoever says the same again says nothing.
fn without_repeats(coming: &[Rules], now: Option<&Rules>) -> Vec<Rules> {
    let mut different: Vec<Rules> = vec![];
    for rules in coming {
        if different.last().or(now).is_none_or(|last| !last.is_same(rules)) {
            different.push(rules.clone());
        }
    }
    different
}

/// The rules to add so that what is to come is `wanted` and no more what was planned. `now` holds until then.
fn added(wanted: &[Rules], planned: &[&Rules], now: Option<&Rules>) -> Vec<Rules> {
    let same = wanted.iter().zip(planned).take_while(|(wanted, planned)| wanted == *planned).count();
    let (wanted_anew, no_more) = (&wanted[same..], &planned[same..]);
    let holds_until_then = if same > 0 { wanted.get(same - 1) } else { now };
    let begins = wanted_anew.first().map(|rules| rules.from);
    // What is no more would begin before anything that comes in its place: until then all stays as it is.
    let stays = no_more.first().filter(|gone| begins.is_none_or(|begins| gone.from < begins));
    let stays = stays.zip(holds_until_then).map(|(gone, rules)| Rules { from: gone.from, ..rules.clone() });
    stays.into_iter().chain(wanted_anew.iter().cloned()).collect()
}

impl Zone {
    /// Lets go of streets that no day asks for any more: of rules that others came before, and of those that are
    /// long over. Prices and hours stay, for what was booked under them.
    pub fn without_old_streets(mut self, today: NaiveDate) -> Self {
        for place in 0..self.rules.len() {
            let from = self.rules[place].from;
            let next = self.rules[place + 1..].iter().map(|later| later.from).min();
            let is_long_over = |next: NaiveDate| next.checked_add_days(STREETS_KEPT).is_some_and(|day| day <= today);
            if next.is_some_and(|next| next <= from || is_long_over(next)) {
                self.rules[place].streets.clear();
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Cents;
    use crate::parking::{Rate, Street};
    use proptest::prelude::*;

    const TODAY: (u32, u32) = (6, 15);

    fn day((month, day): (u32, u32)) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
    }

    fn rules(from: (u32, u32), cents: i64) -> Rules {
        let text = r#"{"from":"2026-01-01","hours":[[],[],[],[],[],[],[]],"holidays":"free",
            "own":{"perHourCents":1,"stepCents":1},"visitors":{"perHourCents":0,"stepCents":1},
            "streets":[{"postcode":"9990","name":"Kerkstraat"}]}"#;
        let rules: Rules = serde_json::from_str(text).expect("rules");
        Rules { from: day(from), own: Rate::new(Cents(cents), Cents(1)).expect("a rate"), ..rules }
    }

    fn plan(rules: &[Rules]) -> Plan {
        let name = r#"{"nl":"Centrum","fr":"Centre","de":"Zentrum","en":"Centre"}"#;
        let id = ZoneId::try_from("centrum".to_owned()).expect("an id");
        Plan { id, name: serde_json::from_str(name).expect("names"), rules: rules.to_vec(), closes: None }
    }

    fn zone(rules: &[Rules]) -> Zone {
        plan(rules).applied(None, day(TODAY), true).expect("a zone")
    }

    fn refused(plan: &Plan, before: Option<&Zone>) -> (&'static str, String) {
        let refused = plan.applied(before, day(TODAY), false).expect_err("refused");
        (refused.why.0, refused.field)
    }

    #[test]
    fn what_began_stays() {
        let (old, now) = (rules((1, 1), 100), rules((3, 1), 120));
        let before = zone(&[old.clone(), now.clone()]);
        let told = |rules: &[Rules]| refused(&plan(rules), Some(&before));
        assert_eq!(told(&[old.clone(), rules((3, 1), 130)]), ("rules-began", "rules[1].own".to_owned()));
        assert_eq!(told(std::slice::from_ref(&old)), ("rules-began", "rules".to_owned()));
        assert_eq!(told(std::slice::from_ref(&now)), ("rules-began", "rules".to_owned()));
        assert_eq!(told(&[old.clone(), rules((2, 1), 110), now.clone()]).1, "rules[1].from");
        let today = rules(TODAY, 130);
        assert_eq!(told(&[old, now, today]), ("begins-too-soon", "rules[2].from".to_owned()));
        let renamed = Plan {
            name: serde_json::from_str(r#"{"nl":"a","fr":"b","de":"c","en":"d"}"#).expect("names"),
            ..Plan::from(&before)
        };
        let after = renamed.applied(Some(&before), day(TODAY), false).expect("renamed");
        assert_eq!((after.rules, after.name), (before.rules, renamed.name));
    }

    #[test]
    fn a_zone_begins_tomorrow_unless_there_was_none_at_all() {
        for (from, may) in [((1, 1), false), (TODAY, false), ((6, 16), true)] {
            assert_eq!(plan(&[rules(from, 100)]).applied(None, day(TODAY), false).is_ok(), may, "{from:?}");
        }
        assert_eq!(refused(&plan(&[rules(TODAY, 100)]), None), ("begins-too-soon", "rules[0].from".to_owned()));
    }

    #[test]
    fn a_zone_that_has_not_begun_begins_sooner_or_later() {
        let before = zone(&[rules((7, 1), 100)]);
        for from in [(6, 20), (8, 1)] {
            let later = plan(&[rules(from, 100)]).applied(Some(&before), day(TODAY), false).expect("a zone");
            assert_eq!(Plan::from(&later), plan(&[rules(from, 100)]));
            assert_eq!(later.rules_on(day(from).pred_opt().expect("a day")), None);
            assert_eq!(later.rules_on(day((9, 1))).map(|(place, _)| place), Some(1));
            assert_eq!(later.rules_at(0), before.rules_at(0));
            let again = Plan::from(&later).applied(Some(&later), day(TODAY), false);
            assert_eq!(again.as_ref(), Ok(&later));
        }
    }

    #[test]
    fn the_same_again_is_no_change() {
        let before = zone(&[rules((1, 1), 100)]);
        let told = plan(&[rules((1, 1), 100), rules((7, 1), 100), rules((8, 1), 100)]);
        assert_eq!(told.applied(Some(&before), day(TODAY), false), Ok(before));
    }

    #[test]
    fn a_zone_closes_tomorrow_or_later_and_for_good() {
        let open = zone(&[rules((1, 1), 100)]);
        let closing = |zone: &Zone, closes| Plan { closes, ..Plan::from(zone) }.applied(Some(zone), day(TODAY), false);
        assert_eq!(closing(&open, Some(day(TODAY))).expect_err("too soon").why, TOO_SOON);
        let mut closed = closing(&open, Some(day((6, 16)))).expect("closes");
        assert_eq!((closing(&closed, None).as_ref(), closed.rules_on(day((6, 16)))), (Ok(&open), None));
        closed.closes = Some(day(TODAY));
        assert_eq!(closing(&closed, None).expect_err("closed").why, Invalid("zone-stays-closed"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let now = rules((6, 16), 100);
        let whole = plan(&[now.clone(), rules((7, 1), 120)]);
        let with = |change: &dyn Fn(&mut Plan)| {
            let mut plan = whole.clone();
            change(&mut plan);
            refused(&plan, None)
        };
        let free = Rate::new(Cents(0), Cents(1)).expect("a rate");
        let street =
            |name: &str| Street { name: name.to_owned().try_into().expect("a street"), ..now.streets[0].clone() };
        let told = |why: &'static str, field: &str| (why, field.to_owned());
        assert_eq!(with(&|plan| plan.rules.clear()), told("field-required", "rules"));
        assert_eq!(with(&|plan| plan.rules = vec![now.clone(); 61]), told("field-too-long", "rules"));
        assert_eq!(with(&|plan| plan.rules[1].from = now.from), told("rules-not-in-order", "rules[1].from"));
        assert_eq!(with(&|plan| plan.rules[1].own = free), told("rate-not-valid", "rules[1].own.perHourCents"));
        let too_long = |plan: &mut Plan| plan.rules[0].longest_stay_minutes = Some(0);
        assert_eq!(with(&too_long), told("longest-stay-not-valid", "rules[0].longestStayMinutes"));
        let twice = |plan: &mut Plan| plan.rules[0].streets.push(street("KERKSTRAAT"));
        assert_eq!(with(&twice), told("street-twice", "rules[0].streets[1].name"));
        let far = |plan: &mut Plan| plan.rules[1].from = NaiveDate::from_ymd_opt(9999, 1, 1).expect("a day");
        assert_eq!(with(&far), told("field-not-valid", "rules[1].from"));
    }

    #[test]
    fn streets_are_let_go_when_no_day_asks_for_them() {
        let mut old = zone(&[rules((1, 1), 100), rules((2, 1), 110), rules((7, 1), 120)]);
        let earlier =
            Plan { rules: vec![old.rules[0].clone(), old.rules[1].clone(), rules((6, 20), 130)], ..Plan::from(&old) };
        old = earlier.applied(Some(&old), day(TODAY), false).expect("a zone");
        let streets = |zone: &Zone| zone.rules.iter().map(|rules| rules.streets.len()).collect::<Vec<_>>();
        assert_eq!(streets(&old.clone().without_old_streets(day(TODAY))), [1, 1, 0, 1]);
        let next_year = day(TODAY) + Days::new(300);
        let kept = old.clone().without_old_streets(next_year);
        assert_eq!(streets(&kept), [0, 1, 0, 1]);
        // A file from before still tells the same.
        assert_eq!(earlier.applied(Some(&kept), next_year, false), Ok(kept));
    }

    proptest! {
        /// Whatever is planned, time after time: it holds as planned, the past as it was, and every place that a
        /// session may name keeps its rules.
        #[test]
        fn a_plan_holds_and_places_stay(plans in prop::collection::vec((0u64..40, prop::collection::btree_map(1u64..90, 1i64..4, 0..4)), 1..8)) {
            let (mut today, mut zone) = (day(TODAY), zone(&[rules((1, 1), 1)]));
            for (days, coming) in plans {
                today = today + Days::new(days);
                let mut wanted = Plan::from(&zone);
                wanted.rules.retain(|rules| rules.from <= today);
                for (later, cents) in coming {
                    let next = Rules { from: today + Days::new(later), ..rules((1, 1), cents) };
                    if wanted.rules.last().is_none_or(|last| !last.is_same(&next)) {
                        wanted.rules.push(next);
                    }
                }
                let after = wanted.applied(Some(&zone), today, false);
                prop_assert!(after.is_ok(), "{after:?}");
                let after = after.expect("a zone");
                prop_assert_eq!(&Plan::from(&after), &wanted);
                prop_assert_eq!(&after.rules[..zone.rules.len()], &zone.rules[..]);
                for ago in 0..200 {
                    let day = today - Days::new(ago);
                    prop_assert_eq!(after.rules_on(day), zone.rules_on(day));
                }
                prop_assert_eq!(wanted.applied(Some(&after), today, false), Ok(after.clone()));
                zone = after;
            }
        }
    }
}
