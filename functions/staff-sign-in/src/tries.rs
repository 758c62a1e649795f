//! Counting wrong tries (P-4).

use chrono::{DateTime, Utc};
use meent_domain::throttle::{Standing, forgotten_at};
use meent_http::{Answer, App, Context};
use meent_store::web_sessions::{TriesRow, tries};
use meent_store::{Batch, Condition, Key, StoreError, Transaction, value};

/// The three rows that count for a try: of the account, of the address, and of both together.
pub struct Counted {
    account: (Key, Option<TriesRow>),
    address: (Key, Option<TriesRow>),
    pair: (Key, Option<TriesRow>),
}

/// Another try was counted since the rows were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountedMeanwhile;

pub struct Keys([Key; 3]);

impl Keys {
    /// Nobody's name or address is in them.
    pub async fn of(app: &App, context: &Context, login: &str) -> Answer<Self> {
        let keys = app.data_keys().await?;
        let (account, address) = (login.trim().to_lowercase(), context.client_address.as_str());
        Ok(Self([
            tries(&keys.lookup("tries-account", &account)),
            tries(&keys.lookup("tries-address", address)),
            tries(&keys.lookup("tries-pair", &format!("{account} {address}"))),
        ]))
    }

    pub fn to_read(&self) -> Vec<Key> {
        self.0.to_vec()
    }

    pub fn taken_from(self, rows: &mut Batch) -> Result<Counted, StoreError> {
        let [account, address, pair] = self.0;
        let mut read = |key: Key| rows.take(&key).map(|row| (key, row));
        Ok(Counted { account: read(account)?, address: read(address)?, pair: read(pair)? })
    }
}

impl Counted {
    pub fn wait_seconds(&self, now: DateTime<Utc>) -> Option<i64> {
        let tries = |row: &Option<TriesRow>| row.as_ref().map(|row| row.tries).unwrap_or_default();
        let standing = Standing {
            account: tries(&self.account.1),
            address: tries(&self.address.1),
            pair: tries(&self.pair.1),
            pair_is_known: self.pair.1.as_ref().is_some_and(|row| row.known && now < row.ends_at),
        };
        standing.wait_seconds(now)
    }

    /// One more wrong try, under the counts that were read.
    pub fn wrong(&self, now: DateTime<Utc>) -> Transaction<CountedMeanwhile> {
        [&self.account, &self.address, &self.pair].into_iter().fold(Transaction::new(), |transaction, (key, before)| {
            let known = before.as_ref().is_some_and(|row| row.known);
            let so_far = before.as_ref().map(|row| row.tries).unwrap_or_default();
            // A pair stays known for longer than its wrong tries count.
            let ends_at = forgotten_at(now).max(before.as_ref().map_or(now, |row| row.ends_at));
            let row = TriesRow { tries: so_far.one_more(now), known, ends_at };
            write(transaction, key, before, &row, CountedMeanwhile)
        })
    }

    /// A right try: the account's and the pair's counts begin anew, and the pair is known from now on.
    pub fn right<R: Copy>(&self, transaction: Transaction<R>, now: DateTime<Utc>, or: R) -> Transaction<R> {
        let known = TriesRow { tries: Default::default(), known: true, ends_at: now + chrono::Duration::days(90) };
        let (pair, before) = &self.pair;
        let transaction = write(transaction, pair, before, &known, or);
        match &self.account {
            (account, Some(before)) => transaction.delete_if(account.clone(), unchanged(before), or),
            (_, None) => transaction,
        }
    }
}

fn write<R: Copy>(
    transaction: Transaction<R>,
    key: &Key,
    before: &Option<TriesRow>,
    row: &TriesRow,
    or: R,
) -> Transaction<R> {
    match before {
        Some(before) => transaction.replace(key.clone(), row, unchanged(before), or),
        None => transaction.create(key.clone(), row, or),
    }
}

fn unchanged(row: &TriesRow) -> Condition {
    Condition::Is("wrong_in_a_row", value::number(u64::from(row.tries.wrong_in_a_row)))
}
