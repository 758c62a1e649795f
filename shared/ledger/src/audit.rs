//! Reckons the whole ledger again from its entries (W-30), row by row, so that it can stop anywhere and go
//! on.
//!
//! Rows keep coming while it reads. An account's row says how many entries it had when it was read, and
//! those never change; later ones are left for the next time. Sums over everything count what was written
//! before the cut, which lies well before the reading began.

use crate::Bound;
use chrono::{DateTime, Duration, Utc};
use meent_domain::movement::Unit;
use meent_store::ledger::{AccountRow, AnyRow, EntryRow, PostedRow, SystemRow, TransferRow};
use meent_store::row::Position;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is told of; that there are more says the count.
const MOST_FAULTS: usize = 50;
/// Whatever was begun before this has been written or given up by now.
const WRITING_TAKES: Duration = Duration::minutes(15);

/// An audit under way; a row between its steps.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Audit {
    pub started_at: DateTime<Utc>,
    cut: DateTime<Utc>,
    /// Which table is read, and up to where.
    #[serde(default)]
    pub reading: Reading,
    pub position: Option<Position>,
    account: Option<Walk>,
    accounts: u64,
    transfers: u64,
    #[serde(default)]
    payments: u64,
    /// By unit: what the entries, the town's own rows and the transfers say.
    entries: BTreeMap<Unit, Sum>,
    system: BTreeMap<Unit, Sum>,
    posted_entries: BTreeMap<Unit, Sum>,
    posted_system: BTreeMap<Unit, Sum>,
    faults: Vec<Fault>,
    fault_count: u64,
}

/// First what moved, then what it moved for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    #[default]
    Ledger,
    Payments,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Sum {
    rows: u64,
    amount: i64,
    /// So that entries which were moved about among accounts are found too.
    balances: i64,
}

/// One account's entries, walked through.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Walk {
    name: String,
    row: AccountRow,
    seen: u64,
    balance: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "is")]
pub enum Fault {
    /// The account's row says another balance than its entries come to.
    Balance { account: String, row: i64, entries: i64 },
    /// An entry is missing, or there twice.
    Gap { account: String, number: u64 },
    /// An entry's balance does not follow from the one before.
    Chain { account: String, number: u64 },
    /// A posting passed the bound it was made under.
    Bound { account: String, transfer: String },
    /// A transfer's postings don't sum to zero.
    Unbalanced { transfer: String },
    /// Over all accounts there is something too much or too little.
    Total { unit: Unit, amount: i64 },
    /// What stands on accounts is not what transfers say.
    Parted { unit: Unit },
    /// A movement without the thing it is about, or with another.
    Orphan { transfer: String },
    /// A payment that another movement has credited already.
    CreditedTwice { payment: String, transfer: String },
    /// A payment that is called credited, and no movement says so.
    Uncredited { payment: String },
    /// A payment whose money came and is neither credited nor set aside.
    Lost { payment: String },
    /// A payment that has not ended, and that nobody asks about any more.
    Forgotten { payment: String },
    /// A refund without the movement that set it aside.
    NotSetAside { refund: String },
}

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    pub started_at: DateTime<Utc>,
    pub ended_at: DateTime<Utc>,
    pub accounts: u64,
    pub transfers: u64,
    #[serde(default)]
    pub payments: u64,
    pub fault_count: u64,
    /// The first of them.
    pub faults: Vec<Fault>,
}

impl Audit {
    pub fn begin(now: DateTime<Utc>) -> Self {
        Self {
            started_at: now,
            cut: now - WRITING_TAKES,
            reading: Reading::Ledger,
            position: None,
            account: None,
            accounts: 0,
            transfers: 0,
            payments: 0,
            entries: BTreeMap::new(),
            system: BTreeMap::new(),
            posted_entries: BTreeMap::new(),
            posted_system: BTreeMap::new(),
            faults: vec![],
            fault_count: 0,
        }
    }

    pub fn fault(&mut self, fault: Fault) {
        self.fault_count += 1;
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    /// Payments that were looked at.
    pub fn count(&mut self, payments: u64) {
        self.payments += payments;
    }

    /// The next row of the ledger.
    pub fn take(&mut self, row: &AnyRow) {
        match row {
            AnyRow::Account { name, row } => {
                self.end_account();
                self.accounts += 1;
                self.account = Some(Walk { name: name.clone(), row: row.clone(), seen: 0, balance: 0 });
            }
            AnyRow::Entry { account, row } => self.entry(account, row),
            AnyRow::System { row, .. } => self.system_row(row),
            AnyRow::Transfer(row) => self.transfer(row),
        }
    }

    fn entry(&mut self, account: &str, row: &EntryRow) {
        if row.committed_at < self.cut {
            self.entries.entry(row.unit).or_default().add(row.amount, row.balance_after);
        }
        let Some(walk) = self.account.as_mut().filter(|walk| walk.name == account) else {
            // Its account's row comes before it, unless there is none.
            self.end_account();
            self.fault(Fault::Balance { account: account.to_owned(), row: 0, entries: row.balance_after });
            let row = AccountRow { balance: row.balance_after, entries: row.number, last_at: None };
            self.account = Some(Walk { name: account.to_owned(), seen: row.entries, balance: row.balance, row });
            return;
        };
        if walk.seen == walk.row.entries {
            return;
        }
        let (expected, follows) = (walk.seen + 1, walk.balance.checked_add(row.amount) == Some(row.balance_after));
        (walk.seen, walk.balance) = (row.number, row.balance_after);
        if row.number != expected {
            self.fault(Fault::Gap { account: account.to_owned(), number: expected });
        } else if !follows {
            self.fault(Fault::Chain { account: account.to_owned(), number: row.number });
        }
    }

    fn end_account(&mut self) {
        let Some(walk) = self.account.take() else { return };
        if walk.seen != walk.row.entries {
            self.fault(Fault::Gap { account: walk.name.clone(), number: walk.seen + 1 });
        }
        if walk.balance != walk.row.balance {
            self.fault(Fault::Balance { account: walk.name, row: walk.row.balance, entries: walk.balance });
        }
    }

    fn system_row(&mut self, row: &SystemRow) {
        self.end_account();
        if row.at < self.cut {
            self.system.entry(row.unit).or_default().add(row.amount, 0);
        }
    }

    fn transfer(&mut self, row: &TransferRow) {
        self.end_account();
        self.transfers += 1;
        let mut sums: BTreeMap<Unit, i128> = BTreeMap::new();
        for posting in &row.postings {
            *sums.entry(posting.unit).or_default() += i128::from(posting.amount);
            if passes_its_bound(posting) {
                self.fault(Fault::Bound { account: posting.account.clone(), transfer: row.id.to_string() });
            }
            if row.committed_at < self.cut {
                let sums = if posting.entry.is_some() { &mut self.posted_entries } else { &mut self.posted_system };
                sums.entry(posting.unit).or_default().add(posting.amount, posting.balance_after.unwrap_or(0));
            }
        }
        if sums.values().any(|sum| *sum != 0) {
            self.fault(Fault::Unbalanced { transfer: row.id.to_string() });
        }
    }

    /// After the last row.
    pub fn end(mut self, now: DateTime<Utc>) -> Findings {
        self.end_account();
        for unit in Unit::ALL {
            let of = |sums: &BTreeMap<Unit, Sum>| sums.get(&unit).copied().unwrap_or_default();
            let (entries, system) = (of(&self.entries), of(&self.system));
            let total = entries.amount.wrapping_add(system.amount);
            let parted = entries != of(&self.posted_entries) || system != of(&self.posted_system);
            if total != 0 {
                self.fault(Fault::Total { unit, amount: total });
            }
            if parted {
                self.fault(Fault::Parted { unit });
            }
        }
        Findings {
            started_at: self.started_at,
            ended_at: now,
            accounts: self.accounts,
            transfers: self.transfers,
            payments: self.payments,
            fault_count: self.fault_count,
            faults: self.faults,
        }
    }
}

impl Sum {
    fn add(&mut self, amount: i64, balance: i64) {
        self.rows += 1;
        self.amount = self.amount.wrapping_add(amount);
        self.balances = self.balances.wrapping_add(balance);
    }
}

fn passes_its_bound(posting: &PostedRow) -> bool {
    let bound = Bound { least: posting.least, most: posting.most };
    posting.balance_after.is_some_and(|balance| bound.passed_by(balance, posting.amount).is_some())
}
