//! Reading a statement: its pages, its whole, and which part of it a page is.

use crate::Account;
use chrono::{DateTime, Utc};
use meent_store::ledger::{self, BY_INVOICE, EntryRow};
use meent_store::{Cursor, Db, Page, PageSize, Query, StoreError, Table};

/// From a moment until just before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// What is asked of a statement.
#[derive(Debug, Clone)]
pub struct Statement {
    pub account: Account,
    pub period: Option<Period>,
    /// Only what an invoice was asked for.
    pub invoiced: bool,
}

/// A page, newest first, and how many entries the whole has.
pub struct Listed {
    pub page: Page<EntryRow>,
    pub count: Count,
}

/// Exact up to a thousand (W-20); entries are numbered without gaps, so that most of the time nothing
/// needs to be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub entries: u64,
    pub or_more: bool,
}

const COUNTED_UP_TO: u64 = 1000;

impl Statement {
    fn query(&self) -> Query {
        let name = self.account.to_string();
        let query = if self.invoiced {
            Query::index(Table::Ledger, BY_INVOICE, name)
        } else {
            Query::partition(Table::Ledger, ledger::account_pk(&name))
        };
        match self.period {
            // Nothing sorts between the last entry before `until` and this.
            Some(Period { from, until }) => query.between(ledger::entries_from(from), ledger::entries_from(until)),
            None => query.beginning_with(ledger::ENTRIES),
        }
    }

    async fn count(&self, db: &Db) -> Result<Count, StoreError> {
        if self.invoiced {
            let found = db.count(self.query(), COUNTED_UP_TO as usize + 1).await? as u64;
            return Ok(Count::of(found));
        }
        let one = |query: Query| async { Ok::<_, StoreError>(db.query::<EntryRow>(query.first()).await?.rows.pop()) };
        let (newest, oldest) = tokio::try_join!(one(self.query().newest_first()), one(self.query()))?;
        let numbers = newest.zip(oldest).map(|(newest, oldest)| newest.number - oldest.number + 1);
        Ok(Count::of(numbers.unwrap_or(0)))
    }
}

impl Count {
    fn of(found: u64) -> Self {
        Self { entries: found.min(COUNTED_UP_TO), or_more: found > COUNTED_UP_TO }
    }
}

/// One page, newest first.
pub async fn page(db: &Db, statement: &Statement, size: PageSize, after: Option<Cursor>) -> Result<Listed, StoreError> {
    let rows = db.query::<EntryRow>(statement.query().newest_first().page(size, after));
    let (page, count) = tokio::try_join!(rows, statement.count(db))?;
    Ok(Listed { page, count })
}

/// All of it, oldest first, if it has no more than `most`.
pub async fn entries(db: &Db, statement: &Statement, most: usize) -> Result<Option<Vec<EntryRow>>, StoreError> {
    db.query_up_to(statement.query(), most).await
}

/// The last entry before a moment: what there was then.
pub async fn last_before(db: &Db, account: &Account, at: DateTime<Utc>) -> Result<Option<EntryRow>, StoreError> {
    let query = Query::partition(Table::Ledger, ledger::account_pk(&account.to_string()));
    let before = query.between(ledger::ENTRIES.to_owned(), ledger::entries_from(at)).newest_first().first();
    Ok(db.query::<EntryRow>(before).await?.rows.pop())
}
