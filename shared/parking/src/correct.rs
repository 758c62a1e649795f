//! A mistyped plate is put right: once, within minutes of the start, by the booker; later by staff. What
//! is still to come of a series goes with it.

use crate::decide::Refusal;
use crate::read::{Read, Wanted};
use crate::write::{Clash, NotDone, TRIES, agenda_writes, going_with, known_plate, wait_a_little};
use chrono::{DateTime, Duration, Utc};
use meent_domain::parking::{Country, For, Plate, Policy, Span, visit};
use meent_domain::{PersonId, SessionId};
use meent_ledger::Actor;
use meent_store::parking::{self, AgendaLine, Session, SessionState};
use meent_store::{Condition, Db, Key, Refused, StoreError, Transaction};

/// Soon enough that nobody parks two cars on one right.
const SOON: Duration = Duration::minutes(10);

pub struct Correcting {
    pub person: PersonId,
    pub actor: Actor,
    pub session: SessionId,
    pub plate: Plate,
    pub country: Country,
}

impl Correcting {
    fn is_so(&self, session: &Session) -> bool {
        session.plate == self.plate && session.country == self.country
    }

    /// Staff look at the reason, residents at the clock.
    fn may(&self, session: &Session, now: DateTime<Utc>) -> bool {
        matches!(self.actor, Actor::Staff(_)) || can_correct(session, now)
    }
}

/// Whether its booker can still put the plate right.
pub fn can_correct(session: &Session, now: DateTime<Utc>) -> bool {
    let is_booked = session.state == SessionState::Booked && now < session.span.until();
    is_booked && !session.corrected && now < session.span.from() + SOON
}

/// `goes_with` is what goes with it: the audit line of a clerk.
pub async fn correct(
    db: &Db,
    policy: &Policy,
    correcting: &Correcting,
    mut read: Read,
    goes_with: &Transaction<()>,
    now: DateTime<Utc>,
) -> Result<Session, NotDone> {
    for attempt in 1..=TRIES {
        let session = read.session.clone().ok_or(NotDone::NoSession)?;
        if correcting.is_so(&session) {
            return Ok(session);
        }
        if session.state != SessionState::Booked || now >= session.span.until() {
            return Err(NotDone::Over);
        }
        if !correcting.may(&session, now) {
            return Err(NotDone::TooLateToCorrect);
        }
        let sessions = with_the_rest_of_its_series(db, session, now, &read).await?;
        let after: Vec<Session> = sessions.iter().map(|before| corrected(before, correcting)).collect();
        let lines: Vec<AgendaLine> = after.iter().map(AgendaLine::from).collect();
        fits(policy, &lines, &read)?;
        let mut writes = agenda_writes(&correcting.person, read.agenda, lines, &[], now)?;
        for (before, after) in sessions.iter().zip(&after) {
            writes = writes.replace(after.key(), after, Condition::version(before.version), Clash::Moved);
        }
        let first = after.into_iter().next().ok_or(NotDone::NoSession)?;
        writes = writes.join(known_plate(&first, now)?).join(going_with(goes_with));
        match db.commit(writes).await {
            Ok(()) => return Ok(first),
            Err(Refused::By(_)) => {}
            Err(Refused::Failed(error)) => return Err(error.into()),
        }
        wait_a_little(attempt).await;
        let wanted =
            Wanted { person: correcting.person.clone(), holder: None, session: Some(correcting.session.clone()) };
        read = wanted.read(db, now).await?;
    }
    Err(StoreError::Busy.into())
}

/// The session first, then what of its series is still to come, on the same plate.
async fn with_the_rest_of_its_series(
    db: &Db,
    session: Session,
    now: DateTime<Utc>,
    read: &Read,
) -> Result<Vec<Session>, NotDone> {
    let Some(series) = session.series.clone() else { return Ok(vec![session]) };
    let rest: Vec<Key> = read
        .agenda
        .lines
        .iter()
        .filter(|line| line.series.as_ref() == Some(&series) && line.session != session.id)
        .filter(|line| line.plate == session.plate && line.span.from() > now)
        .map(|line| parking::session(&session.person, &line.session))
        .collect();
    let mut sessions = vec![session];
    if !rest.is_empty() {
        let mut found = db.get_all(&rest).await?;
        for key in rest {
            sessions.extend(found.take::<Session>(&key)?.filter(|session| session.state == SessionState::Booked));
        }
    }
    Ok(sessions)
}

fn corrected(session: &Session, correcting: &Correcting) -> Session {
    Session {
        plate: correcting.plate.clone(),
        country: correcting.country.clone(),
        corrected: true,
        version: session.version + 1,
        ..session.clone()
    }
}

/// The right plate must be free then, and its visit no longer than one may be.
fn fits(policy: &Policy, lines: &[AgendaLine], read: &Read) -> Result<(), NotDone> {
    for line in lines {
        let others: Vec<&AgendaLine> = read
            .agenda
            .lines
            .iter()
            .filter(|other| !lines.iter().any(|newer| newer.session == other.session))
            .chain(lines.iter().filter(|newer| newer.session != line.session))
            .filter(|other| other.plate == line.plate && other.country == line.country && other.zone == line.zone)
            .collect();
        if others.iter().any(|other| other.span.overlaps(line.span)) {
            return Err(NotDone::Refused(Refusal::Overlaps));
        }
        let visitors: Vec<(Span, u32)> =
            others.iter().filter(|other| other.whom == For::Visitor).map(|other| (other.span, other.minutes)).collect();
        if line.whom == For::Visitor && visit::paid_minutes(line.span, line.minutes, &visitors) > policy.visit_minutes {
            return Err(NotDone::Refused(Refusal::VisitTooLong));
        }
    }
    Ok(())
}
