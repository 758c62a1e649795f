//! The pure half: what a transfer makes of the accounts as they were read.

use crate::{Account, Posting, System, Transfer};
use meent_domain::TransferId;
use meent_domain::movement::About;
use meent_store::ledger::{self, AccountRow, EntryRow, PostedRow, SystemRow, TransferRow};
use meent_store::{Condition, Transaction, value};
use std::collections::HashMap;

/// An account that would pass its bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    pub account: Account,
    pub by: i64,
}

/// Why a planned write was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// The transfer is there already.
    Done,
    /// An account moved since it was read.
    Moved,
    /// Less is left of the transfer that this one takes back.
    NothingLeft,
}

/// The rows to write.
#[derive(Debug, Clone)]
pub struct Plan {
    pub transfer: TransferRow,
    pub accounts: Vec<Planned>,
    pub system: Vec<(System, SystemRow)>,
    reverses: Option<(TransferId, i64)>,
}

/// An account with its entry.
#[derive(Debug, Clone)]
pub struct Planned {
    pub account: Account,
    pub before: AccountRow,
    pub after: AccountRow,
    pub entry: EntryRow,
}

impl Plan {
    /// `balances` holds the accounts that the transfer touches; one that isn't there is empty.
    pub fn new(transfer: &Transfer, balances: &HashMap<Account, AccountRow>) -> Result<Self, Short> {
        let (mut accounts, mut system, mut posted) = (vec![], vec![], vec![]);
        for posting in transfer.postings() {
            match &posting.account {
                Account::System(name) => {
                    system.push((*name, system_row(transfer, posting)));
                    posted.push(posted_row(posting, None));
                }
                account => {
                    let before = balances.get(account).cloned().unwrap_or_default();
                    let planned = planned(transfer, posting, before)?;
                    posted.push(posted_row(posting, Some(&planned.entry)));
                    accounts.push(planned);
                }
            }
        }
        let row = TransferRow {
            id: transfer.request.id.clone(),
            kind: transfer.kind,
            about: transfer.about.clone(),
            at: transfer.at,
            committed_at: transfer.now,
            actor: transfer.actor.to_string(),
            request: transfer.request.hash.clone(),
            postings: posted,
            reverses: transfer.reverses().cloned(),
            reversed: 0,
        };
        let reverses = transfer.reverses().map(|id| (id.clone(), transfer.size()));
        Ok(Self { transfer: row, accounts, system, reverses })
    }

    /// As writes. `original` is the size of the transfer that this one takes back, if it does.
    pub(crate) fn writes(&self, original: i64) -> Transaction<Clash> {
        let mut writes = Transaction::new().create(ledger::transfer(&self.transfer.id), &self.transfer, Clash::Done);
        for planned in &self.accounts {
            let name = planned.account.to_string();
            let (key, after) = (planned.account.key(), &planned.after);
            writes = match planned.before.entries {
                0 => writes.create(key, after, Clash::Moved),
                // The number of entries is the row's version: with it goes the balance the bound was held to.
                read => writes.replace(key, after, Condition::Is("entries", value::number(read)), Clash::Moved),
            };
            let entry = &planned.entry;
            writes = writes.put(ledger::entry(&name, entry.at, entry.number), entry);
        }
        for (system, row) in &self.system {
            writes = writes.put(ledger::system(system.name(), row.at, &row.transfer), row);
        }
        if let Some((other, size)) = &self.reverses {
            writes = writes.add_up_to(ledger::transfer(other), "reversed", *size, original, Clash::NothingLeft);
        }
        writes
    }
}

fn planned(transfer: &Transfer, posting: &Posting, before: AccountRow) -> Result<Planned, Short> {
    let short = |by| Short { account: posting.account.clone(), by };
    let balance = before.balance.checked_add(posting.amount).ok_or_else(|| short(i64::MAX))?;
    if let Some(by) = posting.bound.passed_by(balance, posting.amount) {
        return Err(short(by));
    }
    let number = before.entries + 1;
    // A statement is in order of time and of numbers at once, whatever a clock says.
    let at = before.last_at.map_or(transfer.now, |last| last.max(transfer.now));
    let invoice_of = match &transfer.about {
        About::Payment { invoice: true, .. } => Some(posting.account.to_string()),
        _ => None,
    };
    let entry = EntryRow {
        number,
        at,
        committed_at: transfer.now,
        amount: posting.amount,
        balance_after: balance,
        unit: posting.account.unit(),
        kind: transfer.kind,
        about: transfer.about.clone(),
        transfer: transfer.request.id.clone(),
        invoice_of,
    };
    let after = AccountRow { balance, entries: number, last_at: Some(at) };
    Ok(Planned { account: posting.account.clone(), before, after, entry })
}

fn system_row(transfer: &Transfer, posting: &Posting) -> SystemRow {
    SystemRow {
        at: transfer.now,
        amount: posting.amount,
        unit: posting.account.unit(),
        kind: transfer.kind,
        about: transfer.about.clone(),
        transfer: transfer.request.id.clone(),
    }
}

fn posted_row(posting: &Posting, entry: Option<&EntryRow>) -> PostedRow {
    PostedRow {
        account: posting.account.to_string(),
        unit: posting.account.unit(),
        amount: posting.amount,
        least: posting.bound.least,
        most: posting.bound.most,
        entry: entry.map(|entry| entry.number),
        balance_after: entry.map(|entry| entry.balance_after),
    }
}
