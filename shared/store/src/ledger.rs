//! `ledger`: everything that can run out, and every movement of it. `shared/ledger` writes here; nothing
//! else does.
//!
//! | pk | sk | row | index |
//! |---|---|---|---|
//! | `ACCOUNT#<account>` | `ACCOUNT` | [`AccountRow`] | |
//! | `ACCOUNT#<account>` | `ENTRY#<time>#<number>` | [`EntryRow`]: its statement | `by-invoice`, if one was asked |
//! | `SYSTEM#<account>#<year-month>` | `<time>#<transfer>` | [`SystemRow`] | |
//! | `TRANSFER#<id>` | `TRANSFER` | [`TransferRow`] | |
//!
//! Entries, postings of system accounts and transfers are written once. What changes is the account's
//! row, and of a transfer how much of it was taken back.

use crate::Table;
use crate::row::{Key, Position, Stored, from_item};
use crate::{Db, StoreError};
use chrono::{DateTime, SecondsFormat, Utc};
use meent_domain::TransferId;
use meent_domain::movement::{About, Kind, Unit};
use serde::{Deserialize, Serialize};

pub const ENTRIES: &str = "ENTRY#";
pub const BY_INVOICE: &str = "by-invoice";

pub fn account(name: &str) -> Key {
    Key::new(Table::Ledger, account_pk(name), "ACCOUNT")
}

pub fn account_pk(name: &str) -> String {
    format!("ACCOUNT#{name}")
}

/// Entries sort by time; the number makes two of one moment two.
pub fn entry_sk(at: DateTime<Utc>, number: u64) -> String {
    format!("{}#{number:012}", entries_from(at))
}

/// Where the entries of a moment begin.
pub fn entries_from(at: DateTime<Utc>) -> String {
    format!("{ENTRIES}{}", moment(at))
}

pub fn entry(account: &str, at: DateTime<Utc>, number: u64) -> Key {
    Key::new(Table::Ledger, account_pk(account), entry_sk(at, number))
}

pub fn system_pk(name: &str, at: DateTime<Utc>) -> String {
    format!("SYSTEM#{name}#{}", at.format("%Y-%m"))
}

pub fn system(name: &str, at: DateTime<Utc>, transfer: &TransferId) -> Key {
    Key::new(Table::Ledger, system_pk(name, at), format!("{}#{transfer}", moment(at)))
}

pub fn transfer(id: &TransferId) -> Key {
    Key::new(Table::Ledger, format!("TRANSFER#{id}"), "TRANSFER")
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// An account nobody has moved anything on yet has no row, and holds nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRow {
    pub balance: i64,
    /// How many entries it has; each raises it by one, so that it is the row's version too.
    pub entries: u64,
    /// Of the last entry: the next is never earlier, whatever a clock says.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub last_at: Option<DateTime<Utc>>,
}

impl Stored for AccountRow {}

/// One line of a statement. What it says is made of `kind` and `about` in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRow {
    /// 1, 2, 3 … without gaps.
    pub number: u64,
    /// In the order of the numbers, whatever a clock said when it was written.
    pub at: DateTime<Utc>,
    pub committed_at: DateTime<Utc>,
    pub amount: i64,
    pub balance_after: i64,
    pub unit: Unit,
    pub kind: Kind,
    pub about: About,
    pub transfer: TransferId,
    /// The account, if an invoice was asked for; else nothing, and not in the index.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub invoice_of: Option<String>,
}

impl Stored for EntryRow {}

/// One posting on an account of the town's own books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemRow {
    pub at: DateTime<Utc>,
    pub amount: i64,
    pub unit: Unit,
    pub kind: Kind,
    pub about: About,
    pub transfer: TransferId,
}

impl Stored for SystemRow {}

/// A movement, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferRow {
    pub id: TransferId,
    pub kind: Kind,
    pub about: About,
    /// When it happened, and when it was written: a kiosk without network hands in later.
    pub at: DateTime<Utc>,
    pub committed_at: DateTime<Utc>,
    pub actor: String,
    /// The hash of what the client asked, as it came: the same id with another is refused.
    pub request: String,
    pub postings: Vec<PostedRow>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reverses: Option<TransferId>,
    /// How much of it was taken back, in its own unit.
    #[serde(default)]
    pub reversed: i64,
}

impl Stored for TransferRow {}

/// A posting with the bound it was made under, and where it left the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostedRow {
    pub account: String,
    pub unit: Unit,
    pub amount: i64,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub least: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub most: Option<i64>,
    /// Of accounts with a statement.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub entry: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub balance_after: Option<i64>,
}

/// Whatever stands in the table, for the audit alone.
#[derive(Debug)]
pub enum AnyRow {
    Account { name: String, row: AccountRow },
    Entry { account: String, row: EntryRow },
    System { account: String, row: SystemRow },
    Transfer(TransferRow),
}

/// The next stretch of the whole table, partition by partition, each in order of its sort keys.
pub async fn stretch(db: &Db, after: Option<&Position>) -> Result<(Vec<AnyRow>, Option<Position>), StoreError> {
    let (items, next) = db.scan(Table::Ledger, after, None).await?;
    let rows = items.into_iter().map(|(key, item)| {
        Ok(match key.pk.split_once('#') {
            Some(("ACCOUNT", name)) if key.sk == "ACCOUNT" => {
                AnyRow::Account { name: name.to_owned(), row: from_item(item)? }
            }
            Some(("ACCOUNT", name)) => AnyRow::Entry { account: name.to_owned(), row: from_item(item)? },
            Some(("SYSTEM", rest)) => {
                let account = rest.split('#').next().unwrap_or_default().to_owned();
                AnyRow::System { account, row: from_item(item)? }
            }
            Some(("TRANSFER", _)) => AnyRow::Transfer(from_item(item)?),
            _ => return Err(StoreError::Unreadable("a row of the ledger that is none".to_owned())),
        })
    });
    Ok((rows.collect::<Result<_, _>>()?, next))
}
