//! The rows that decide, read together.

use chrono::{DateTime, Utc};
use meent_domain::calendar::local_day;
use meent_domain::parking::{Policy, Quarter};
use meent_domain::{HolderId, PersonId, SessionId};
use meent_ledger::{Account, Balances};
use meent_store::ledger::AccountRow;
use meent_store::parking::{self, Agenda, Session};
use meent_store::{Db, Key, StoreError};

/// Whose rows, and which.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub person: PersonId,
    /// Whose visitors' hours, where they matter.
    pub holder: Option<HolderId>,
    /// A session that is to be changed.
    pub session: Option<SessionId>,
}

#[derive(Debug, Clone)]
pub struct Read {
    pub agenda: Agenda,
    pub session: Option<Session>,
    pub balances: Balances,
    person: PersonId,
    /// Whose hours were read.
    pub holder: Option<HolderId>,
}

impl Wanted {
    /// Visitors' hours of this quarter and the next: a session in the first minutes of a quarter may have
    /// begun in the one before, and gives back there.
    fn quarters(&self, now: DateTime<Utc>) -> Vec<Quarter> {
        let [this, next] = Policy::quarters(Quarter::of(local_day(now)));
        let began = self.session.as_ref().map(|_| Quarter::of(local_day(now - meent_domain::parking::Span::LONGEST)));
        let mut quarters = vec![this, next];
        quarters.extend(began.filter(|began| *began != this));
        quarters
    }

    pub async fn read(self, db: &Db, now: DateTime<Utc>) -> Result<Read, StoreError> {
        let wallet = Account::Wallet(self.person.clone());
        let visits = self.holder.iter().flat_map(|holder| {
            self.quarters(now).into_iter().map(move |quarter| Account::Visits(holder.clone(), quarter))
        });
        let accounts: Vec<Account> = std::iter::once(wallet).chain(visits).collect();
        let mut keys: Vec<Key> = accounts.iter().map(Account::key).collect();
        let agenda = parking::agenda(&self.person);
        let session = self.session.as_ref().map(|id| parking::session(&self.person, id));
        keys.push(agenda.clone());
        keys.extend(session.clone());
        let mut rows = db.get_all(&keys).await?;
        let mut balances = Balances::new();
        for account in accounts {
            let row = rows.take::<AccountRow>(&account.key())?.unwrap_or_default();
            balances.insert(account, row);
        }
        Ok(Read {
            agenda: rows.take(&agenda)?.unwrap_or_default(),
            session: session.map(|key| rows.take(&key)).transpose()?.flatten(),
            balances,
            person: self.person,
            holder: self.holder,
        })
    }
}

impl Read {
    pub fn balance(&self) -> i64 {
        self.balances.get(&Account::Wallet(self.person.clone())).map_or(0, |row| row.balance)
    }

    /// Visitors' minutes used in a quarter; none where it was not read.
    pub fn used(&self, quarter: Quarter) -> Option<i64> {
        let holder = self.holder.clone()?;
        self.balances.get(&Account::Visits(holder, quarter)).map(|row| row.balance)
    }
}
