//! What bookings and changes write, and how they come out.

use crate::Refusal;
use chrono::{DateTime, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::parking::{Plate, Policy, Quarter};
use meent_domain::{Cents, HolderId, PersonId, SessionId};
use meent_ledger::{Account, Actor, Balances, Done, NotDone as NotMoved, Posting, Request, Short, System, Transfer};
use meent_store::parking::{self, Agenda, AgendaLine, KnownPlate, PlateRow, Session};
use meent_store::{Condition, Db, Refused, StoreError, Transaction, jittered_wait};
use std::collections::BTreeMap;

/// The agenda was changed by somebody quicker this often before the answer is "busy".
pub(crate) const TRIES: u32 = 9;

#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The wallet holds so many cents too little.
    #[error("{0:?} too little")]
    ShortOfMoney(Cents),
    /// So many minutes more than visitors have left.
    #[error("{0} minutes too many")]
    ShortOfHours(i64),
    /// It costs this by now, more than what was agreed to.
    #[error("it costs {0:?} by now")]
    PriceChanged(Cents),
    #[error("the key belongs to another request")]
    OtherRequest,
    #[error("no such session")]
    NoSession,
    /// It has ended; nothing of it can be changed.
    #[error("the session is over")]
    Over,
    /// A plate is put right once, soon after the start.
    #[error("too late to put the plate right")]
    TooLateToCorrect,
    #[error(transparent)]
    Failed(#[from] StoreError),
}

/// Why a written change didn't hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clash {
    /// The agenda or the session is newer than what was read.
    Moved,
}

/// How one try came out.
pub(crate) enum Tried {
    Done(Option<Box<Done>>),
    /// Read again, decide again.
    Again,
}

/// What moves: cents from the wallet and visitors' minutes, each below zero when they come back.
pub(crate) struct Moving<'a> {
    pub person: &'a PersonId,
    /// The agenda's version.
    pub decided_from: u64,
    pub actor: Actor,
    pub request: Request,
    pub kind: Kind,
    pub about: About,
    pub cents: Cents,
    pub holder: Option<&'a HolderId>,
    pub minutes: Vec<(Quarter, i64)>,
}

impl Moving<'_> {
    fn postings(&self, policy: &Policy) -> Vec<Posting> {
        let mut postings = vec![
            Posting::new(Account::Wallet(self.person.clone()), -self.cents.0),
            Posting::new(Account::System(System::Parking), self.cents.0),
        ];
        if let Some(holder) = self.holder {
            for (quarter, minutes) in &self.minutes {
                let account = Account::Visits(holder.clone(), *quarter);
                postings.push(Posting::up_to(account, *minutes, i64::from(policy.quota_minutes_per_quarter)));
                postings.push(Posting::new(Account::System(System::VisitorMinutes), -minutes));
            }
        }
        postings.retain(|posting| posting.amount != 0);
        postings
    }

    /// Moves it together with the rows it is about; those alone when nothing is to be moved.
    pub async fn commit(
        self,
        db: &Db,
        policy: &Policy,
        read: Balances,
        also: Transaction<Clash>,
        now: DateTime<Utc>,
    ) -> Result<Tried, NotDone> {
        let postings = self.postings(policy);
        let (person, decided_from) = (self.person, self.decided_from);
        if postings.is_empty() {
            return match db.commit(also).await {
                Ok(()) => Ok(Tried::Done(None)),
                Err(Refused::By(_)) => Ok(Tried::Again),
                Err(Refused::Failed(error)) => Err(error.into()),
            };
        }
        let transfer = Transfer::new(self.request, self.actor, self.kind, self.about, now, postings);
        match meent_ledger::commit(db, &transfer, Some(read), also).await {
            Ok(done) => Ok(Tried::Done(Some(Box::new(done)))),
            Err(NotMoved::By(_)) => Ok(Tried::Again),
            Err(NotMoved::Short(short)) => {
                // Perhaps too little only for what is not so any more: the ledger reads its accounts afresh, and
                // not what this was decided from.
                let now_there: Option<Agenda> = db.get(&parking::agenda(person)).await?;
                if now_there.unwrap_or_default().version != decided_from {
                    return Ok(Tried::Again);
                }
                Err(match short {
                    Short { account: Account::Visits(..), by } => NotDone::ShortOfHours(by),
                    Short { by, .. } => NotDone::ShortOfMoney(Cents(by)),
                })
            }
            Err(NotMoved::OtherRequest) => Err(NotDone::OtherRequest),
            Err(NotMoved::NothingLeft) => {
                Err(StoreError::Unreadable("a booking that takes nothing back".into()).into())
            }
            Err(NotMoved::Failed(error)) => Err(error.into()),
        }
    }
}

/// The agenda as it will be, the rights of plates with it, and the condition that it is as it was read.
pub(crate) fn agenda_writes(
    person: &PersonId,
    read: Agenda,
    lines: Vec<AgendaLine>,
    gone: &[SessionId],
    now: DateTime<Utc>,
) -> Result<Transaction<Clash>, StoreError> {
    let mut plates: BTreeMap<Plate, (Vec<_>, Vec<_>)> = BTreeMap::new();
    for line in &lines {
        plates.entry(line.plate.clone()).or_default().0.push(PlateRow::right(line)?);
    }
    // Rights of another plate than the one it is now: put right, or gone.
    let newer =
        |line: &AgendaLine| lines.iter().any(|newer| newer.session == line.session && newer.plate == line.plate);
    let replaced = |line: &&AgendaLine| gone.contains(&line.session) || lines.iter().any(|n| n.session == line.session);
    for line in read.lines.iter().filter(replaced).filter(|line| !newer(line)) {
        plates.entry(line.plate.clone()).or_default().1.push(PlateRow::field(&line.session));
    }
    let version = read.version;
    let (after, over) = read.with(lines, gone, now);
    for line in &over {
        plates.entry(line.plate.clone()).or_default().1.push(PlateRow::field(&line.session));
    }
    let key = parking::agenda(person);
    let mut writes = match version {
        0 => Transaction::new().create(key, &after, Clash::Moved),
        read => Transaction::new().replace(key, &after, Condition::version(read), Clash::Moved),
    };
    for (plate, (mut rights, gone)) in plates {
        rights.push(PlateRow::kept(now));
        writes = writes.set(parking::plate(&plate), rights, gone);
    }
    Ok(writes)
}

/// The resident knows this plate from now on.
pub(crate) fn known_plate(session: &Session, now: DateTime<Utc>) -> Result<Transaction<Clash>, StoreError> {
    let key = parking::known_plate(&session.person, &session.country, &session.plate);
    let used = KnownPlate::used(&session.plate, &session.country, session.whom, now)?;
    Ok(Transaction::new().set(key, used, vec![]))
}

/// The caller's own rows. What they are conditions of was read with the rest: it is read anew.
pub(crate) fn going_with(more: &Transaction<()>) -> Transaction<Clash> {
    more.clone().within(|()| Clash::Moved)
}

pub(crate) async fn wait_a_little(attempt: u32) {
    tokio::time::sleep(jittered_wait(attempt)).await;
}
