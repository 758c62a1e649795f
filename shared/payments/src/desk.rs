//! Money that comes in at the desk, in cash or by card (P-63). It lies there when it is written down, so it is
//! paid, credited and given its receipt in one transaction, and no provider is ever asked about it. What is asked
//! back of it can't go back through one: a finance clerk pays it by hand, as whatever is stuck.

use crate::order::{New, order};
use chrono::{DateTime, Utc};
use meent_domain::company::Line;
use meent_domain::movement::{About, Kind};
use meent_domain::payment::{Means, Paper, PaymentState};
use meent_domain::{Cents, Language, PaymentId, PersonId, StaffId};
use meent_ledger::{Account, Actor, Balances, NotDone, Posting, Request, System, Transfer};
use meent_store::payments::{Payment, ProviderName, Received};
use meent_store::work::{Job, Task};
use meent_store::{Db, StoreError, Transaction};

pub struct Taken {
    pub person: PersonId,
    pub by: StaffId,
    pub request: Request,
    pub cents: Cents,
    pub means: Means,
    /// What the card terminal printed.
    pub terminal_reference: Option<Line>,
    /// Of the receipt.
    pub language: Language,
    /// The resident's account, if it was read already.
    pub balances: Option<Balances>,
}

/// It is so: now, or when it was asked before.
#[derive(Debug)]
pub struct TakenAtTheDesk {
    pub payment: PaymentId,
    pub cents: Cents,
    pub balance_after: Cents,
}

#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    #[error("the key belongs to another request")]
    OtherRequest,
    /// What the caller wanted true with it isn't.
    #[error("refused by a condition")]
    By,
    #[error(transparent)]
    Failed(#[from] StoreError),
}

/// Credits what lies on the desk. `goes_with` is what must be true with it: the audit line, and that there is
/// somebody whose balance it is.
pub async fn take_at_the_desk(
    db: &Db,
    taken: Taken,
    goes_with: Transaction<()>,
    now: DateTime<Utc>,
) -> Result<TakenAtTheDesk, NotTaken> {
    let wallet = Account::Wallet(taken.person.clone());
    let row = paid(&taken, now);
    let till = match taken.means {
        Means::Cash => System::DeskCash,
        Means::Card => System::DeskCard,
    };
    let transfer = Transfer::new(
        taken.request,
        Actor::Staff(taken.by),
        Kind::DeskTopUp,
        About::Payment { payment: row.id.clone(), invoice: false },
        now,
        [Posting::new(wallet.clone(), taken.cents.0), Posting::new(Account::System(till), -taken.cents.0)],
    );
    let job = Job::new(Task::Paper(row.id.clone()), now);
    let also = goes_with.create(row.key(), &row, ()).put(job.key(), &job);
    match meent_ledger::commit(db, &transfer, taken.balances, also).await {
        Ok(done) => Ok(TakenAtTheDesk {
            payment: row.id,
            cents: taken.cents,
            balance_after: Cents(done.balance_after(&wallet).unwrap_or_default()),
        }),
        Err(NotDone::OtherRequest) => Err(NotTaken::OtherRequest),
        Err(NotDone::By(_)) => Err(NotTaken::By),
        Err(NotDone::Failed(error)) => Err(error.into()),
        Err(NotDone::Short(_) | NotDone::NothingLeft) => {
            Err(StoreError::Unreadable("a credit that the ledger refuses".to_owned()).into())
        }
    }
}

/// The same id for the same request: trying again makes the same row.
fn paid(taken: &Taken, now: DateTime<Utc>) -> Payment {
    let id = PaymentId::try_from(taken.request.id.to_string()).expect("ids are of one shape");
    let reference = id.reference();
    let ordered = order(
        New {
            id,
            person: taken.person.clone(),
            provider: ProviderName::Desk,
            amount: taken.cents,
            request: taken.request.hash.clone(),
            language: taken.language,
            paper: Paper::Receipt,
            company_sealed: None,
        },
        now,
    );
    let printed = taken.terminal_reference.as_ref().map(|line| line.as_str().to_owned());
    let mut row = Payment {
        state: PaymentState::Paid,
        received: Some(Received {
            cents: taken.cents,
            currency: "EUR".to_owned(),
            at: now,
            provider_payment: printed.unwrap_or(reference),
            method: Some(taken.means.code().to_owned()),
            transfer: Some(taken.request.id.clone()),
        }),
        ..ordered
    };
    row.due(None);
    row
}
