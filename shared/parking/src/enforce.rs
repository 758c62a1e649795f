//! May this plate stand here now? From the plate's own row and the zone's rules; the answer tells
//! nothing of who booked.

use chrono::{DateTime, Duration, Utc};
use meent_domain::calendar::local_day;
use meent_domain::parking::{Country, Policy, Zone, paid};
use meent_store::parking::{PlateRow, Right};

pub struct Question<'a> {
    /// None when who asks can't tell: then any country's plate of these letters counts.
    pub country: Option<&'a Country>,
    pub zone: &'a Zone,
    /// When the plate was seen.
    pub at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It has a right until then.
    Booked { until: DateTime<Utc> },
    /// Nobody pays at that moment; when it is paid again, if within a week.
    Free { until: Option<DateTime<Utc>> },
    /// It got its right after it was seen, soon enough.
    BookedSince { from: DateTime<Utc>, until: DateTime<Utc> },
    /// It has none. While the grace lasts it may still get one: ask again then.
    None { ask_again_at: Option<DateTime<Utc>> },
}

pub fn standing(policy: &Policy, question: &Question<'_>, plate: &PlateRow, now: DateTime<Utc>) -> Standing {
    let at = question.at;
    let mut rights: Vec<Right> = plate
        .rights()
        .filter(|right| right.zone == question.zone.id && question.country.is_none_or(|c| *c == right.country))
        .collect();
    rights.sort_by_key(|right| right.span.from());
    if let Some(right) = rights.iter().find(|right| right.span.holds(at)) {
        return Standing::Booked { until: without_a_break(right, &rights) };
    }
    let rules = question.zone.rules_on(local_day(at)).map(|(_, rules)| rules);
    let paid = rules.and_then(|rules| paid::next_paid(&rules.hours, rules.holidays, at));
    match paid {
        None => return Standing::Free { until: None },
        Some(stretch) if stretch.from > at + Duration::minutes(1) - Duration::seconds(at.timestamp() % 60) => {
            return Standing::Free { until: Some(stretch.from) };
        }
        Some(_) => {}
    }
    let grace_ends = at + policy.grace();
    match rights.iter().find(|right| at < right.span.from() && right.span.from() <= grace_ends) {
        Some(right) => Standing::BookedSince { from: right.span.from(), until: without_a_break(right, &rights) },
        None => Standing::None { ask_again_at: (now < grace_ends).then_some(grace_ends) },
    }
}

/// Rights that follow on one another are one, to who asks.
fn without_a_break(right: &Right, in_order: &[Right]) -> DateTime<Utc> {
    let mut until = right.span.until();
    for next in in_order {
        if next.span.from() <= until && next.span.until() > until {
            until = next.span.until();
        }
    }
    until
}
