//! A session ends sooner or later than it was booked. It goes by the rules it was booked under, and its
//! price is always that of all the time it has: what comes back or is to be paid is the difference.

use crate::book::REMIND_BEFORE;
use crate::decide::{Item, Refusal, item_by};
use crate::read::{Read, Wanted};
use crate::write::{Clash, Moving, NotDone, TRIES, Tried, agenda_writes, going_with, wait_a_little};
use chrono::{DateTime, Duration, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::parking::span::whole_minute;
use meent_domain::parking::{For, Policy, Quarter, Rules, Span, Zone, paid, visit};
use meent_domain::{Cents, HolderId, PersonId, SessionId};
use meent_ledger::{Account, Actor, Request};
use meent_store::parking::{AgendaLine, Session, SessionState, Visit};
use meent_store::{Condition, Db, StoreError, Transaction};

/// Stop it, or cancel it before it begins.
pub struct Ending<'a> {
    pub person: PersonId,
    pub actor: Actor,
    pub request: Request,
    pub session: SessionId,
    pub zones: &'a [Zone],
}

pub struct Extending<'a> {
    pub person: PersonId,
    pub actor: Actor,
    pub request: Request,
    pub session: SessionId,
    pub zones: &'a [Zone],
    pub until: DateTime<Utc>,
    /// What was agreed to pay for it: it never costs more.
    pub agreed: Cents,
}

/// What became of it.
#[derive(Debug)]
pub struct Changed {
    pub session: Session,
    /// Paid more; what came back is below zero.
    pub cents: Cents,
    pub balance_after: i64,
}

/// `goes_with` is what goes with it: the audit line of a clerk.
pub async fn end(
    db: &Db,
    policy: &Policy,
    ending: &Ending<'_>,
    mut read: Read,
    goes_with: &Transaction<()>,
    now: DateTime<Utc>,
) -> Result<Changed, NotDone> {
    for attempt in 1..=TRIES {
        let session = read.session.clone().ok_or(NotDone::NoSession)?;
        read = with_hours_of(db, read, &session, now).await?;
        if session.state != SessionState::Booked {
            let balance_after = read.balance();
            return Ok(Changed { session, cents: Cents(0), balance_after });
        }
        if now >= session.span.until() {
            return Err(NotDone::Over);
        }
        let after = ended(&session, rules_of(ending.zones, &session)?, now);
        let wanted = Wanted::of(&session);
        let change = Change { actor: &ending.actor, request: &ending.request, kind: Kind::ParkingEnded, goes_with };
        if let Some(changed) = change.commit(db, policy, session, after, read, now).await? {
            return Ok(changed);
        }
        wait_a_little(attempt).await;
        read = wanted.read(db, now).await?;
    }
    Err(StoreError::Busy.into())
}

/// `goes_with` as with [`end`].
pub async fn extend(
    db: &Db,
    policy: &Policy,
    extending: &Extending<'_>,
    mut read: Read,
    goes_with: &Transaction<()>,
    now: DateTime<Utc>,
) -> Result<Changed, NotDone> {
    let until = whole_minute(extending.until);
    for attempt in 1..=TRIES {
        let session = read.session.clone().ok_or(NotDone::NoSession)?;
        read = with_hours_of(db, read, &session, now).await?;
        // Asked twice, it is so already.
        if session.state == SessionState::Booked && session.span.until() == until {
            let balance_after = read.balance();
            return Ok(Changed { session, cents: Cents(0), balance_after });
        }
        let (session, after) = extension(policy, extending.zones, &read, until, now)?;
        let cost = Cents(after.cents.0 - session.cents.0);
        if cost > extending.agreed {
            return Err(NotDone::PriceChanged(cost));
        }
        let wanted = Wanted::of(&session);
        let change =
            Change { actor: &extending.actor, request: &extending.request, kind: Kind::ParkingExtended, goes_with };
        if let Some(changed) = change.commit(db, policy, session, after, read, now).await? {
            return Ok(changed);
        }
        wait_a_little(attempt).await;
        read = wanted.read(db, now).await?;
    }
    Err(StoreError::Busy.into())
}

/// The session as it is and as it would be, for who wants to know first what it costs.
pub fn extension(
    policy: &Policy,
    zones: &[Zone],
    read: &Read,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(Session, Session), NotDone> {
    let before = read.session.clone().ok_or(NotDone::NoSession)?;
    if before.state != SessionState::Booked || now >= before.span.until() {
        return Err(NotDone::Over);
    }
    let after = extended(policy, zones, &before, read, whole_minute(until), now)?;
    Ok((before, after))
}

impl Wanted {
    fn of(session: &Session) -> Self {
        Self {
            person: session.person.clone(),
            holder: session.visit.as_ref().map(|visit| visit.holder.clone()),
            session: Some(session.id.clone()),
        }
    }
}

/// A visitor's hours may be another household's than was thought: who moved since booked.
async fn with_hours_of(db: &Db, read: Read, session: &Session, now: DateTime<Utc>) -> Result<Read, StoreError> {
    let holder: Option<&HolderId> = session.visit.as_ref().map(|visit| &visit.holder);
    match holder {
        Some(holder) if read.holder.as_ref() != Some(holder) => Wanted::of(session).read(db, now).await,
        _ => Ok(read),
    }
}

/// Those it was booked under; the catalogue keeps them.
pub(crate) fn rules_of<'a>(zones: &'a [Zone], session: &Session) -> Result<&'a Rules, StoreError> {
    let zone = zones.iter().find(|zone| zone.id == session.zone);
    zone.and_then(|zone| zone.rules_at(session.rules))
        .ok_or_else(|| StoreError::Unreadable("a session by rules that are gone".to_owned()))
}

/// Stopped at the end of this minute, or as if it had never been.
fn ended(session: &Session, rules: &Rules, now: DateTime<Utc>) -> Session {
    let begun = whole_minute(now + Duration::seconds(59)).min(session.span.until());
    match Span::new(session.span.from(), begun) {
        Ok(span) if now >= session.span.from() => {
            let quarters = paid::minutes_by_quarter(&rules.hours, rules.holidays, span);
            let minutes = quarters.iter().map(|(_, minutes)| minutes).sum();
            let visit = session.visit.as_ref().map(|visit| Visit { minutes: quarters, ..visit.clone() });
            let cents = rules.rate(session.whom).of(minutes).total.min(session.cents);
            Session { span, minutes, cents, visit, state: SessionState::Stopped, ..session.clone() }
        }
        _ => {
            let visit = session.visit.as_ref().map(|visit| Visit { minutes: vec![], ..visit.clone() });
            Session { minutes: 0, cents: Cents(0), visit, state: SessionState::Cancelled, ..session.clone() }
        }
    }
}

fn extended(
    policy: &Policy,
    zones: &[Zone],
    session: &Session,
    read: &Read,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Session, NotDone> {
    if until < session.span.until() {
        return Err(NotDone::Refused(Refusal::Shorter));
    }
    let span = Span::new(session.span.from(), until).map_err(|_| NotDone::Refused(Refusal::TooLong))?;
    let rules = rules_of(zones, session)?;
    let item = item_by(policy, session.whom, session.rules, rules, span, now).map_err(NotDone::Refused)?;
    let others: Vec<&AgendaLine> = read
        .agenda
        .lines
        .iter()
        .filter(|line| line.session != session.id && line.zone == session.zone)
        .filter(|line| line.plate == session.plate && line.country == session.country)
        .collect();
    if others.iter().any(|line| line.span.overlaps(span)) {
        return Err(NotDone::Refused(Refusal::Overlaps));
    }
    if session.whom == For::Visitor {
        let visitors: Vec<(Span, u32)> =
            others.iter().filter(|line| line.whom == For::Visitor).map(|line| (line.span, line.minutes)).collect();
        if visit::paid_minutes(span, item.priced.minutes, &visitors) > policy.visit_minutes {
            return Err(NotDone::Refused(Refusal::VisitTooLong));
        }
    }
    let Item { priced, quarters, .. } = item;
    let visit = session.visit.as_ref().map(|visit| Visit { minutes: quarters, ..visit.clone() });
    let kept_until = session.kept_until.max(until + Duration::days(i64::from(policy.keep_days)));
    Ok(Session { span, minutes: priced.minutes, cents: priced.total, visit, kept_until, ..session.clone() })
}

/// One session becomes another.
struct Change<'a> {
    actor: &'a Actor,
    request: &'a Request,
    kind: Kind,
    goes_with: &'a Transaction<()>,
}

impl Change<'_> {
    /// `None` when it was changed meanwhile.
    async fn commit(
        self,
        db: &Db,
        policy: &Policy,
        before: Session,
        after: Session,
        read: Read,
        now: DateTime<Utc>,
    ) -> Result<Option<Changed>, NotDone> {
        let is_booked = after.state == SessionState::Booked;
        let mut after = after.reminding(is_booked.then_some(REMIND_BEFORE));
        after.version = before.version + 1;
        // One that was cancelled leaves no right; one that was stopped has had it.
        let (lines, gone) = match after.state {
            SessionState::Cancelled => (vec![], vec![after.id.clone()]),
            _ => (vec![AgendaLine::from(&after)], vec![]),
        };
        let unchanged = Condition::version(before.version);
        let also: Transaction<Clash> = agenda_writes(&after.person, read.agenda.clone(), lines, &gone, now)?
            .replace(after.key(), &after, unchanged, Clash::Moved)
            .join(going_with(self.goes_with));
        let cents = Cents(after.cents.0 - before.cents.0);
        let moving = Moving {
            person: &after.person,
            decided_from: read.agenda.version,
            actor: self.actor.clone(),
            request: self.request.clone(),
            kind: self.kind,
            about: About::Session { session: after.id.clone() },
            cents,
            holder: after.visit.as_ref().map(|visit| &visit.holder),
            minutes: difference(before.visit.as_ref(), after.visit.as_ref()),
        };
        let wallet = Account::Wallet(after.person.clone());
        let was = read.balance();
        match moving.commit(db, policy, read.balances, also, now).await? {
            // The same key, and the session is as it was read: it was used for something else since.
            Tried::Done(Some(done)) if done.before => Ok(None),
            Tried::Done(done) => {
                let balance_after = done.and_then(|done| done.balance_after(&wallet)).unwrap_or(was);
                Ok(Some(Changed { session: after, cents, balance_after }))
            }
            Tried::Again => Ok(None),
        }
    }
}

/// By how much each quarter's minutes change.
fn difference(before: Option<&Visit>, after: Option<&Visit>) -> Vec<(Quarter, i64)> {
    let of = |visit: Option<&Visit>| visit.map(|visit| visit.minutes.clone()).unwrap_or_default();
    let less = of(before).into_iter().map(|(quarter, minutes)| (quarter, -i64::from(minutes)));
    let more = of(after).into_iter().map(|(quarter, minutes)| (quarter, i64::from(minutes)));
    less.chain(more).collect()
}
