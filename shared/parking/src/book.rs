//! Booking: one session or a whole series, in one transaction.

use crate::decide::{Asked, Offer, decide};
use crate::read::{Read, Wanted};
use crate::write::{Moving, NotDone, TRIES, Tried, agenda_writes, going_with, known_plate, wait_a_little};
use chrono::{DateTime, Duration, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::parking::Policy;
use meent_domain::{Cents, HolderId, Language, PersonId, SeriesId, SessionId};
use meent_ledger::{Account, Actor, Request};
use meent_store::ledger::{TransferRow, transfer};
use meent_store::parking::{self, AgendaLine, SeriesRow, Session, SessionState, Visit};
use meent_store::{Db, StoreError, Transaction};

/// Told so long before the end.
pub(crate) const REMIND_BEFORE: Duration = Duration::minutes(15);

pub struct Booking<'a> {
    pub person: PersonId,
    pub actor: Actor,
    pub request: Request,
    pub asked: Asked<'a>,
    /// Booked as a series, even if it has one session.
    pub is_series: bool,
    /// Whose hours a visitor uses.
    pub holder: Option<HolderId>,
    /// What was agreed to: it never costs more.
    pub agreed: Cents,
    pub remind_in: Option<Language>,
}

/// It is so: now, or when it was asked before.
#[derive(Debug)]
pub struct Booked {
    pub sessions: Vec<Session>,
    pub series: Option<SeriesId>,
    pub cents: Cents,
    pub balance_after: i64,
    pub before: bool,
}

/// `goes_with` is what goes with it: the audit line of a clerk.
pub async fn book(
    db: &Db,
    policy: &Policy,
    booking: &Booking<'_>,
    mut read: Read,
    goes_with: &Transaction<()>,
    now: DateTime<Utc>,
) -> Result<Booked, NotDone> {
    for attempt in 1..=TRIES {
        let tried = one_try(db, policy, booking, read, goes_with, now).await;
        match tried {
            Ok(Some(booked)) => return Ok(booked),
            Ok(None) => wait_a_little(attempt).await,
            // Perhaps it can't be because it was: then it is answered as it was.
            Err(refused @ (NotDone::Refused(_) | NotDone::PriceChanged(_))) => {
                return match asked_before(db, booking).await? {
                    Some(booked) => Ok(booked),
                    None => Err(refused),
                };
            }
            Err(other) => return Err(other),
        }
        let wanted = Wanted { person: booking.person.clone(), holder: booking.holder.clone(), session: None };
        read = wanted.read(db, now).await?;
    }
    Err(StoreError::Busy.into())
}

/// `None` when the agenda was changed meanwhile.
async fn one_try(
    db: &Db,
    policy: &Policy,
    booking: &Booking<'_>,
    read: Read,
    goes_with: &Transaction<()>,
    now: DateTime<Utc>,
) -> Result<Option<Booked>, NotDone> {
    let offer = decide(policy, &booking.asked, &read.agenda, now).map_err(NotDone::Refused)?;
    if offer.cents > booking.agreed {
        return Err(NotDone::PriceChanged(offer.cents));
    }
    let plan = Plan::of(booking, policy, &offer, now);
    let decided_from = read.agenda.version;
    let lines: Vec<AgendaLine> = plan.sessions.iter().map(AgendaLine::from).collect();
    let mut also = agenda_writes(&booking.person, read.agenda, lines, &[], now)?.join(going_with(goes_with));
    for session in &plan.sessions {
        also = also.put(session.key(), session);
    }
    if let Some(first) = plan.sessions.first() {
        also = also.join(known_plate(first, now)?);
    }
    if let Some(row) = &plan.series {
        also = also.put(parking::series(&booking.person, &row.id), row);
    }
    let moving = Moving {
        person: &booking.person,
        decided_from,
        actor: booking.actor.clone(),
        request: booking.request.clone(),
        kind: Kind::ParkingBooked,
        about: plan.about(),
        cents: offer.cents,
        holder: booking.holder.as_ref(),
        minutes: offer.quarters.iter().map(|(quarter, minutes)| (*quarter, i64::from(*minutes))).collect(),
    };
    let wallet = Account::Wallet(booking.person.clone());
    let before = read.balances.get(&wallet).map_or(0, |row| row.balance);
    match moving.commit(db, policy, read.balances, also, now).await? {
        Tried::Done(Some(done)) if done.before => asked_before(db, booking).await,
        Tried::Done(done) => {
            let balance_after = done.and_then(|done| done.balance_after(&wallet)).unwrap_or(before);
            let series = plan.series.map(|row| row.id);
            Ok(Some(Booked { sessions: plan.sessions, series, cents: offer.cents, balance_after, before: false }))
        }
        Tried::Again => Ok(None),
    }
}

/// The rows to be.
struct Plan {
    sessions: Vec<Session>,
    series: Option<SeriesRow>,
}

impl Plan {
    fn of(booking: &Booking<'_>, policy: &Policy, offer: &Offer, now: DateTime<Utc>) -> Self {
        let asked = &booking.asked;
        let keep = Duration::days(i64::from(policy.keep_days));
        let series = booking.is_series.then(|| SeriesId::from_random(part(&booking.request, 0)));
        let sessions: Vec<Session> = offer
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| !item.is_free())
            .map(|(index, item)| {
                let mut random = [0; 12];
                random.copy_from_slice(&part(&booking.request, index + 1)[..12]);
                Session {
                    id: SessionId::beginning(item.span.from(), random),
                    person: booking.person.clone(),
                    version: 1,
                    whom: asked.whom,
                    plate: asked.plate.clone(),
                    country: asked.country.clone(),
                    zone: asked.zone.id.clone(),
                    rules: item.rules,
                    span: item.span,
                    state: SessionState::Booked,
                    minutes: item.priced.minutes,
                    cents: item.priced.total,
                    visit: booking.holder.clone().map(|holder| Visit { holder, minutes: item.quarters.clone() }),
                    series: series.clone(),
                    booked_at: now,
                    at_the_desk: matches!(booking.actor, Actor::Staff(_)),
                    transfer: booking.request.id.clone(),
                    corrected: false,
                    remind_in: booking.remind_in,
                    due_shard: None,
                    due_at: None,
                    kept_until: item.span.until() + keep,
                }
                .reminding(Some(REMIND_BEFORE))
            })
            .collect();
        let series = series.map(|id| SeriesRow {
            id,
            sessions: sessions.iter().map(|session| session.id.clone()).collect(),
            cents: offer.cents,
            kept_until: sessions.last().map_or(now, |session| session.kept_until),
        });
        Self { sessions, series }
    }

    fn about(&self) -> About {
        match (&self.series, self.sessions.first()) {
            (Some(series), _) => About::Series { series: series.id.clone() },
            (None, Some(session)) => About::Session { session: session.id.clone() },
            (None, None) => panic!("an offer of which all is free was refused before"),
        }
    }
}

/// Bytes that the same request always gives: ids of what it makes.
fn part(request: &Request, index: usize) -> [u8; 16] {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, format!("{}/{index}", request.id).as_bytes());
    let mut half = [0; 16];
    half.copy_from_slice(&digest.as_ref()[..16]);
    half
}

/// What this request booked before, if it did.
async fn asked_before(db: &Db, booking: &Booking<'_>) -> Result<Option<Booked>, NotDone> {
    let row: Option<TransferRow> = db.get(&transfer(&booking.request.id)).await?;
    let Some(row) = row else { return Ok(None) };
    if row.request != booking.request.hash {
        return Err(NotDone::OtherRequest);
    }
    let gone = || NotDone::Failed(StoreError::Unreadable("a booking without its sessions".to_owned()));
    let (ids, series) = match row.about {
        About::Session { session } => (vec![session], None),
        About::Series { series } => {
            let row: Option<SeriesRow> = db.get(&parking::series(&booking.person, &series)).await?;
            (row.ok_or_else(gone)?.sessions, Some(series))
        }
        _ => return Err(NotDone::OtherRequest),
    };
    let keys: Vec<_> = ids.iter().map(|id| parking::session(&booking.person, id)).collect();
    let mut found = db.get_all(&keys).await?;
    let sessions =
        keys.iter().map(|key| found.take::<Session>(key)?.ok_or_else(gone)).collect::<Result<Vec<_>, NotDone>>()?;
    let wallet = Account::Wallet(booking.person.clone()).to_string();
    let moved = row.postings.iter().find(|posting| posting.account == wallet);
    Ok(Some(Booked {
        sessions,
        series,
        cents: Cents(moved.map_or(0, |posting| -posting.amount)),
        balance_after: match moved.and_then(|posting| posting.balance_after) {
            Some(balance) => balance,
            None => {
                db.get::<meent_store::ledger::AccountRow>(&Account::Wallet(booking.person.clone()).key())
                    .await?
                    .unwrap_or_default()
                    .balance
            }
        },
        before: true,
    }))
}
