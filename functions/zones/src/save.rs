//! Plans become the zones, with a line in the audit trail for each zone that changes (P-21).

use crate::changes::changes;
use chrono::NaiveDate;
use meent_domain::InvalidAt;
use meent_domain::calendar::local_day;
use meent_domain::parking::together::check_together;
use meent_domain::parking::{Plan, Zone};
use meent_domain::person::folded;
use meent_http::{Answer, App, Context, Problem, ProblemCode, Staff};
use meent_store::audit::{self, Action, Change, Line, Subject};
use meent_store::catalogue::{self, Zones};
use meent_store::{Condition, Refused, Transaction};

/// A row holds 400 KB; this leaves room for how DynamoDB counts.
const MOST_BYTES: usize = 300_000;

/// What one plan makes of its zone.
pub struct Planned {
    pub zone: Zone,
    pub is_new: bool,
    /// None, and nothing is written.
    pub changes: Vec<Change>,
    closes_anew: bool,
}

/// The zones, as they were read with the session: never those of a minute ago, since a change is made from them.
pub fn zones(staff: &Staff) -> Answer<Zones> {
    Ok(staff.read_ahead(&catalogue::zones())?.unwrap_or_default())
}

/// What the plans come to. Of which of them something is wrong is told with it.
pub fn planned(before: &Zones, plans: &[Plan], today: NaiveDate) -> Result<(Zones, Vec<Planned>), (usize, InvalidAt)> {
    let (mut after, mut all) = (before.clone(), vec![]);
    let is_first = before.zones.is_empty();
    for (index, plan) in plans.iter().enumerate() {
        let was = before.zones.iter().find(|zone| zone.id == plan.id);
        let zone = plan.applied(was, today, is_first).map_err(|why| (index, why))?;
        let changes = changes(was, &zone);
        match after.zones.iter_mut().find(|known| known.id == zone.id) {
            // What changes nothing is left as it is.
            Some(_) if changes.is_empty() => {}
            Some(known) => *known = zone.clone().without_old_streets(today),
            None => after.zones.push(zone.clone()),
        }
        let closes_anew = was.is_some_and(|was| was.closes != zone.closes) && zone.closes.is_some();
        all.push(Planned { zone, is_new: was.is_none(), changes, closes_anew });
    }
    check_together(&after.zones, plans, today)?;
    after.zones.sort_by_cached_key(|zone| (folded(zone.name.nl.as_str()), zone.id.clone()));
    after.version += 1;
    Ok((after, all))
}

/// Writes what changed; the version there is then.
pub async fn commit(
    app: &App,
    context: &Context,
    staff: &Staff,
    before: &Zones,
    (after, planned): (&Zones, &[Planned]),
) -> Answer<u64> {
    if planned.iter().all(|planned| planned.changes.is_empty()) {
        return Ok(before.version);
    }
    let bytes = serde_json::to_vec(after).map_err(|error| Problem::internal(error.to_string()))?;
    if bytes.len() > MOST_BYTES {
        return Err(ProblemCode::ZonesFull.into());
    }
    let key = catalogue::zones();
    let mut transaction = match before.version {
        0 => Transaction::new().create(key, after, ()),
        read => Transaction::new().replace(key, after, Condition::version(read), ()),
    };
    for planned in planned.iter().filter(|planned| !planned.changes.is_empty()) {
        let line = line(context, staff, planned);
        transaction = transaction.create(line.key(), &line, ());
    }
    match app.db.commit(transaction).await {
        Ok(()) => Ok(after.version),
        Err(Refused::By(_)) => Err(ProblemCode::ChangedMeanwhile.into()),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}

fn line(context: &Context, staff: &Staff, planned: &Planned) -> Line {
    let action = match planned {
        Planned { is_new: true, .. } => Action::ZoneAdded,
        Planned { closes_anew: true, .. } => Action::ZoneClosed,
        _ => Action::ZoneChanged,
    };
    let zone = &planned.zone;
    let id = format!("{}{}", audit::ZONE, zone.id);
    let subject = Subject { id: &id, kind: "zone", label: zone.name.nl.as_str() };
    let actor = (&staff.id, staff.account.name.as_str());
    Line::about(context.now, &context.request_id, actor, action, subject).with_changes(planned.changes.clone())
}

pub fn today(context: &Context) -> NaiveDate {
    local_day(context.now)
}
