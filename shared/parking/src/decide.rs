//! What is asked comes to so much, or can't be. In memory, from what was read.

use chrono::{DateTime, Duration, Utc};
use meent_domain::Cents;
use meent_domain::calendar::local_day;
use meent_domain::parking::span::whole_minute;
use meent_domain::parking::{Country, For, Plate, Policy, Priced, Quarter, Rules, Span, Zone, paid, visit};
use meent_store::parking::{Agenda, AgendaLine};

/// What somebody wants to book, or to make of what they booked.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    pub whom: For,
    pub plate: &'a Plate,
    pub country: &'a Country,
    pub zone: &'a Zone,
    pub spans: &'a [Span],
}

/// What it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub items: Vec<Item>,
    pub cents: Cents,
    /// Visitors' minutes by quarter, of all items.
    pub quarters: Vec<(Quarter, u32)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub span: Span,
    /// The place of the zone's rules it goes by.
    pub rules: usize,
    pub priced: Priced,
    pub quarters: Vec<(Quarter, u32)>,
}

impl Item {
    /// Nobody needs to book what is free for everybody.
    pub fn is_free(&self) -> bool {
        self.priced.minutes == 0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Begins before now.
    Past,
    /// Begins or ends later than can be booked by now.
    TooFarAhead,
    /// The zone has no rules on that day: not yet, or no more.
    ZoneClosed,
    /// Longer than the zone allows.
    StayTooLong,
    /// With what follows on it, longer than a visit may be.
    VisitTooLong,
    /// The plate is booked then, in this zone, by the same resident.
    Overlaps,
    /// All of it is in time that nobody pays for.
    Free,
    /// Too much is booked already.
    TooMany,
    /// Extending to an earlier moment than it ends.
    Shorter,
    /// Longer than one session may be; who parks longer books a series.
    TooLong,
}

/// How far ahead one's own plate can be booked.
const MOST_DAYS_AHEAD: i64 = 366;

pub fn decide(policy: &Policy, asked: &Asked<'_>, agenda: &Agenda, now: DateTime<Utc>) -> Result<Offer, Refusal> {
    let (mut items, mut others) = (vec![], of_this_plate(asked, agenda));
    for span in asked.spans {
        if span.from() < whole_minute(now) {
            return Err(Refusal::Past);
        }
        let item = item(policy, asked, *span, now)?;
        if item.is_free() {
            items.push(item);
            continue;
        }
        if others.iter().any(|(other, _, _)| other.overlaps(*span)) {
            return Err(Refusal::Overlaps);
        }
        if asked.whom == For::Visitor {
            let visitors: Vec<(Span, u32)> = others
                .iter()
                .filter(|(_, whom, _)| *whom == For::Visitor)
                .map(|(span, _, minutes)| (*span, *minutes))
                .collect();
            if visit::paid_minutes(*span, item.priced.minutes, &visitors) > policy.visit_minutes {
                return Err(Refusal::VisitTooLong);
            }
        }
        others.push((*span, asked.whom, item.priced.minutes));
        items.push(item);
    }
    if items.iter().all(Item::is_free) {
        return Err(Refusal::Free);
    }
    let coming = agenda.lines.iter().filter(|line| now < line.span.until()).count();
    if coming + items.len() > Agenda::MOST {
        return Err(Refusal::TooMany);
    }
    Ok(Offer::of(items))
}

/// One stretch by itself: its rules, its price, its length.
pub(crate) fn item(policy: &Policy, asked: &Asked<'_>, span: Span, now: DateTime<Utc>) -> Result<Item, Refusal> {
    let (rules, zone_rules) = asked.zone.rules_on(local_day(span.from())).ok_or(Refusal::ZoneClosed)?;
    item_by(policy, asked.whom, rules, zone_rules, span, now)
}

/// The same, by rules that are given: those it was booked under.
pub(crate) fn item_by(
    policy: &Policy,
    whom: For,
    place: usize,
    rules: &Rules,
    span: Span,
    now: DateTime<Utc>,
) -> Result<Item, Refusal> {
    if is_too_far(whom, span, now) {
        return Err(Refusal::TooFarAhead);
    }
    let quarters = paid::minutes_by_quarter(&rules.hours, rules.holidays, span);
    let minutes = quarters.iter().map(|(_, minutes)| minutes).sum();
    if rules.longest_stay_minutes.is_some_and(|most| minutes > most) {
        return Err(Refusal::StayTooLong);
    }
    if whom == For::Visitor && minutes > policy.visit_minutes {
        return Err(Refusal::VisitTooLong);
    }
    let quarters = if whom == For::Visitor { quarters } else { vec![] };
    Ok(Item { span, rules: place, priced: rules.rate(whom).of(minutes), quarters })
}

fn is_too_far(whom: For, span: Span, now: DateTime<Utc>) -> bool {
    let today = local_day(now);
    match whom {
        For::Own => (local_day(span.from()) - today).num_days() > MOST_DAYS_AHEAD,
        // The last minute counts, not the moment after it.
        For::Visitor => {
            let ends = local_day(span.until() - Duration::minutes(1));
            Quarter::of(today).next().last_day().is_none_or(|last| ends > last)
        }
    }
}

/// What else the resident has on this plate in this zone.
fn of_this_plate(asked: &Asked<'_>, agenda: &Agenda) -> Vec<(Span, For, u32)> {
    let same =
        |line: &&AgendaLine| line.plate == *asked.plate && line.country == *asked.country && line.zone == asked.zone.id;
    agenda.lines.iter().filter(same).map(|line| (line.span, line.whom, line.minutes)).collect()
}

impl Offer {
    pub(crate) fn of(items: Vec<Item>) -> Self {
        let mut quarters: Vec<(Quarter, u32)> = vec![];
        for (quarter, minutes) in items.iter().flat_map(|item| &item.quarters) {
            match quarters.iter_mut().find(|(known, _)| known == quarter) {
                Some((_, sum)) => *sum += minutes,
                None => quarters.push((*quarter, *minutes)),
            }
        }
        let cents = items.iter().map(|item| item.priced.total.0).sum();
        Self { items, cents: Cents(cents), quarters }
    }
}
