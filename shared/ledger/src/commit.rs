//! The half that talks to the tables: read, plan, write, and again if somebody was quicker.

use crate::plan::{Clash, Plan, Short};
use crate::{Account, Transfer};
use meent_domain::TransferId;
use meent_store::ledger::{self, AccountRow, TransferRow};
use meent_store::{Db, Key, Refused, StoreError, Transaction, jittered_wait};
use std::collections::HashMap;

/// What DynamoDB takes in one transaction.
const MOST_WRITES: usize = 100;
/// Somebody else was quicker this often before the answer is "busy".
const TRIES: u32 = 9;

/// Accounts as they were read.
pub type Balances = HashMap<Account, AccountRow>;

/// It is so: the transfer as it was written, now or when it was asked before.
#[derive(Debug, Clone)]
pub struct Done {
    pub transfer: TransferRow,
    pub before: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum NotDone<R> {
    /// The same key was used for something else.
    #[error("the key belongs to another request")]
    OtherRequest,
    /// Nothing was written.
    #[error("{} would pass its bound by {}", .0.account, .0.by)]
    Short(Short),
    /// Less is left of the transfer that was to be taken back.
    #[error("nothing is left to take back")]
    NothingLeft,
    /// The caller's own conditions.
    #[error("refused by a condition")]
    By(Vec<R>),
    #[error(transparent)]
    Failed(#[from] StoreError),
}

#[derive(Clone, Copy)]
enum Reason<R> {
    Ours(Clash),
    Callers(R),
}

/// Makes a transfer and the caller's own writes true together, or nothing.
///
/// `read` are the accounts, if the caller read them with something else: they are tried first, and read
/// afresh when somebody was quicker. After an error nobody knows whether it happened; asking again with
/// the same request tells.
pub async fn commit<R: Copy>(
    db: &Db,
    transfer: &Transfer,
    read: Option<Balances>,
    also: Transaction<R>,
) -> Result<Done, NotDone<R>> {
    let also = also.within(Reason::Callers);
    let mut known = match read {
        // Without the transfer's own row and that of the one it takes back, which `read` holds not.
        Some(balances) if transfer.reverses().is_none() => Known { balances, done: None, original: 0, whole: false },
        _ => Known::read(db, transfer).await?,
    };
    for attempt in 1..=TRIES {
        if let Some(row) = known.done {
            return same(transfer, row);
        }
        let plan = match Plan::new(transfer, &known.balances) {
            Ok(plan) => plan,
            // Perhaps it is short because it was done: that is told by the transfer's row alone.
            Err(_) if !known.whole => {
                known = Known::read(db, transfer).await?;
                continue;
            }
            Err(short) => return Err(NotDone::Short(short)),
        };
        let writes = plan.writes(known.original).within(Reason::Ours).join(also.clone());
        assert!(writes.len() <= MOST_WRITES, "a transfer and what goes with it are at most {MOST_WRITES} writes");
        let reasons = match db.commit(writes).await {
            Ok(()) => return Ok(Done { transfer: plan.transfer, before: false }),
            Err(Refused::By(reasons)) => reasons,
            Err(Refused::Failed(StoreError::Busy)) => vec![],
            Err(Refused::Failed(error)) => return Err(error.into()),
        };
        let ours = |clash| reasons.iter().any(|reason| matches!(reason, Reason::Ours(known) if *known == clash));
        // In this order: done before, somebody was quicker, a bound, the caller's own.
        if !ours(Clash::Done) && !ours(Clash::Moved) {
            if ours(Clash::NothingLeft) {
                return Err(NotDone::NothingLeft);
            }
            let callers: Vec<R> =
                reasons.iter().filter_map(|r| if let Reason::Callers(r) = r { Some(*r) } else { None }).collect();
            if !callers.is_empty() {
                return Err(NotDone::By(callers));
            }
        }
        if !ours(Clash::Done) {
            tokio::time::sleep(jittered_wait(attempt)).await;
        }
        known = Known::read(db, transfer).await?;
    }
    Err(StoreError::Busy.into())
}

fn same<R>(transfer: &Transfer, row: TransferRow) -> Result<Done, NotDone<R>> {
    if row.request == transfer.request.hash {
        Ok(Done { transfer: row, before: true })
    } else {
        Err(NotDone::OtherRequest)
    }
}

/// What is known before a try.
struct Known {
    balances: Balances,
    done: Option<TransferRow>,
    /// Of the transfer that is taken back.
    original: i64,
    /// Whether `done` was looked for.
    whole: bool,
}

impl Known {
    async fn read(db: &Db, transfer: &Transfer) -> Result<Self, StoreError> {
        let own = ledger::transfer(&transfer.request.id);
        let other = transfer.reverses().map(ledger::transfer);
        let bounded = transfer.postings().iter().map(|posting| &posting.account);
        let accounts: Vec<(Account, Key)> = bounded
            .filter(|account| !matches!(account, Account::System(_)))
            .map(|account| (account.clone(), account.key()))
            .collect();
        let mut keys: Vec<Key> = accounts.iter().map(|(_, key)| key.clone()).collect();
        keys.push(own.clone());
        keys.extend(other.clone());
        let mut rows = db.get_all(&keys).await?;
        let mut balances = HashMap::new();
        for (account, key) in accounts {
            balances.insert(account, rows.take::<AccountRow>(&key)?.unwrap_or_default());
        }
        let original = match other {
            Some(key) => rows.take::<TransferRow>(&key)?.map_or(0, |row| size(&row)),
            None => 0,
        };
        Ok(Self { balances, done: rows.take(&own)?, original, whole: true })
    }
}

fn size(row: &TransferRow) -> i64 {
    row.postings.iter().map(|posting| posting.amount.max(0)).sum()
}

impl Done {
    pub fn id(&self) -> &TransferId {
        &self.transfer.id
    }

    /// Where it left an account.
    pub fn balance_after(&self, account: &Account) -> Option<i64> {
        let name = account.to_string();
        self.transfer.postings.iter().find(|posting| posting.account == name)?.balance_after
    }
}
