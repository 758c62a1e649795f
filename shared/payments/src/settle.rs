//! What a provider says of a payment becomes so: credited once, parked, or ended.

use crate::gateway::{Failure, Looked};
use crate::gateways::Gateways;
use chrono::{DateTime, Duration, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::payment::{Paper, PaymentState, Said, Verdict, ask_again_at};
use meent_domain::{Cents, StaffId};
use meent_ledger::{Account, Actor, Balances, NotDone, Posting, Request, System, Transfer};
use meent_secrets::Secrets;
use meent_store::ledger::AccountRow;
use meent_store::payments::{Attention, Payment, Received};
use meent_store::work::{Job, Task};
use meent_store::{Condition, Db, Refused, StoreError, Transaction};
use std::collections::HashMap;

/// Why a payment is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The provider reported something, or the browser came back.
    SomebodyTold,
    /// Nobody told anything (W-15).
    ItIsTime,
}

/// A payment as it is now.
#[derive(Debug, Clone)]
pub struct Settled {
    pub payment: Payment,
    /// Of the wallet, as far as it was read or written.
    pub balance: Option<Cents>,
    /// By this look, not by an earlier one.
    pub changed: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum SettleError {
    #[error(transparent)]
    Provider(#[from] Failure),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A page at a provider is over by then, whatever it says.
const PAGE_IS_OVER_AFTER: Duration = Duration::hours(3);
/// Others look at the same payment at the same time: the report, the browser, the clock.
const TRIES: usize = 4;

/// Asks the provider and makes it so. `wallet` is the payer's account, if it was read already.
pub async fn settle(
    db: &Db,
    gateways: &Gateways,
    secrets: &Secrets,
    payment: Payment,
    wallet: Option<AccountRow>,
    because: Because,
    now: DateTime<Utc>,
) -> Result<Settled, SettleError> {
    let account = Account::Wallet(payment.person.clone());
    let key = account.key();
    let read_wallet = async {
        match wallet {
            Some(row) => Ok(row),
            None => Ok(db.get::<AccountRow>(&key).await?.unwrap_or_default()),
        }
    };
    let look = async {
        match (&payment.checkout, payment.state.has_money()) {
            (Some(checkout), false) => gateways.look(secrets, payment.provider, checkout, now).await,
            // Never given a page, or done with: there is nothing to ask.
            _ => Ok(Looked { said: Said::Open, provider_payment: None, method: None }),
        }
    };
    // Beside each other: they wait for different people.
    let (looked, wallet): (_, Result<AccountRow, StoreError>) = futures::join!(look, read_wallet);
    let (mut looked, wallet) = (looked?, wallet?);
    if looked.said == Said::Open && now - payment.ordered_at > PAGE_IS_OVER_AFTER {
        looked.said = Said::Expired;
    }
    let (mut payment, mut wallet) = (payment, Some(wallet));
    for _try in 0..TRIES {
        let read = payment.version;
        let settled = made_so(db, payment, wallet.take(), &looked, because, now).await?;
        let is_lost = !settled.changed && settled.payment.version != read && !settled.payment.state.has_money();
        // Money that came is there, whatever somebody quicker wrote; anything less they may know better.
        if !is_lost || !matches!(looked.said, Said::Paid { .. }) {
            return Ok(settled);
        }
        payment = settled.payment;
    }
    Err(StoreError::Busy.into())
}

async fn made_so(
    db: &Db,
    payment: Payment,
    wallet: Option<AccountRow>,
    looked: &Looked,
    because: Because,
    now: DateTime<Utc>,
) -> Result<Settled, SettleError> {
    let balance = wallet.as_ref().map(|row| Cents(row.balance));
    match payment.state.after(&looked.said, payment.ordered) {
        Verdict::Credit => credit(db, payment, wallet, looked, now).await,
        Verdict::Park => park(db, payment, balance, looked, now).await,
        Verdict::Become(state) => become_(db, payment, balance, state, because, now).await,
        Verdict::Nothing if because == Because::ItIsTime => {
            let state = payment.state;
            become_(db, payment, balance, state, because, now).await
        }
        Verdict::Nothing => Ok(Settled { payment, balance, changed: false }),
    }
}

async fn credit(
    db: &Db,
    payment: Payment,
    wallet: Option<AccountRow>,
    looked: &Looked,
    now: DateTime<Utc>,
) -> Result<Settled, SettleError> {
    let mut paid = payment.clone();
    paid.state = PaymentState::Paid;
    paid.came_late = payment.state.was_lost();
    paid.received = Some(received(payment.ordered, "EUR", looked, now));
    credited(db, payment, paid, wallet, Actor::Town, Transaction::new(), now).await
}

/// A finance clerk credits what came of a parked payment (W-16).
pub async fn resolve(
    db: &Db,
    payment: Payment,
    by: &StaffId,
    also: Transaction<()>,
    now: DateTime<Utc>,
) -> Result<Settled, SettleError> {
    let mut resolved = payment.clone();
    resolved.state = PaymentState::ParkedCredited;
    resolved.attention = None;
    credited(db, payment, resolved, None, Actor::Staff(by.clone()), also, now).await
}

/// Moves what was received into the wallet, and everything that goes with it.
async fn credited(
    db: &Db,
    before: Payment,
    mut after: Payment,
    wallet: Option<AccountRow>,
    actor: Actor,
    also: Transaction<()>,
    now: DateTime<Utc>,
) -> Result<Settled, SettleError> {
    let account = Account::Wallet(before.person.clone());
    let refundable = Account::Refundable(before.id.clone());
    let received = after.received.as_mut().expect("what is credited was received");
    let cents = received.cents.0;
    // The payment's own id, whoever comes: that is what makes it once.
    let request = Request::new(&Actor::Town, "credit", before.id.as_str(), before.id.as_str());
    received.transfer = Some(request.id.clone());
    let transfer = Transfer::new(
        request,
        actor,
        Kind::TopUp,
        About::Payment { payment: before.id.clone(), invoice: before.paper == Paper::Invoice },
        now,
        [
            Posting::new(account.clone(), cents),
            Posting::new(Account::System(System::InTransit), -cents),
            Posting::new(refundable.clone(), cents),
            Posting::new(Account::System(System::Refundability), -cents),
        ],
    );
    after.version = before.version + 1;
    after.due(None);
    let job = Job::new(Task::Paper(before.id.clone()), now);
    let also = also.replace(before.key(), &after, Condition::version(before.version), ()).put(job.key(), &job);
    let balances: Option<Balances> = wallet.map(|row| HashMap::from([(account.clone(), row)]));
    match meent_ledger::commit(db, &transfer, balances, also).await {
        Ok(done) if !done.before => {
            let balance = done.balance_after(&account).map(Cents);
            Ok(Settled { payment: after, balance, changed: true })
        }
        // Somebody else was quicker, or saw it end otherwise: what they made of it stands in the row.
        Ok(_) | Err(NotDone::By(_)) => as_it_is(db, &before).await,
        Err(NotDone::Failed(error)) => Err(error.into()),
        Err(NotDone::OtherRequest | NotDone::Short(_) | NotDone::NothingLeft) => {
            Err(StoreError::Unreadable("a credit that the ledger refuses".to_owned()).into())
        }
    }
}

async fn park(
    db: &Db,
    payment: Payment,
    balance: Option<Cents>,
    looked: &Looked,
    now: DateTime<Utc>,
) -> Result<Settled, SettleError> {
    let Said::Paid { amount, currency } = looked.said.clone() else {
        return Ok(Settled { payment, balance: None, changed: false });
    };
    let mut parked = payment.clone();
    parked.state = PaymentState::Parked;
    parked.came_late = payment.state.was_lost();
    parked.received = Some(received(amount, &currency, looked, now));
    parked.attention = Some(Attention::PaymentParked);
    parked.due(None);
    let settled = written(db, payment, parked, balance).await?;
    if settled.changed {
        // An alarm counts this.
        tracing::warn!(payments_parked = 1, "a payment is of another amount than was ordered");
    }
    Ok(settled)
}

async fn become_(
    db: &Db,
    payment: Payment,
    balance: Option<Cents>,
    state: PaymentState,
    because: Because,
    now: DateTime<Utc>,
) -> Result<Settled, SettleError> {
    let mut after = payment.clone();
    after.state = state;
    if because == Because::ItIsTime {
        after.asked += 1;
        after.due(ask_again_at(payment.ordered_at, after.asked, now));
    }
    written(db, payment, after, balance).await
}

async fn written(db: &Db, before: Payment, mut after: Payment, balance: Option<Cents>) -> Result<Settled, SettleError> {
    after.version = before.version + 1;
    let unchanged = Condition::version(before.version);
    let change = Transaction::new().replace(before.key(), &after, unchanged, ());
    match db.commit(change).await {
        Ok(()) => Ok(Settled { payment: after, balance, changed: true }),
        Err(Refused::By(_)) => as_it_is(db, &before).await,
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}

async fn as_it_is(db: &Db, before: &Payment) -> Result<Settled, SettleError> {
    let (payment_key, wallet_key) = (before.key(), Account::Wallet(before.person.clone()).key());
    let mut rows = db.get_all(&[payment_key.clone(), wallet_key.clone()]).await?;
    let payment: Option<Payment> = rows.take(&payment_key)?;
    let payment = payment.ok_or_else(|| StoreError::Unreadable("a payment that is gone".to_owned()))?;
    let wallet: AccountRow = rows.take(&wallet_key)?.unwrap_or_default();
    Ok(Settled { payment, balance: Some(Cents(wallet.balance)), changed: false })
}

fn received(cents: Cents, currency: &str, looked: &Looked, now: DateTime<Utc>) -> Received {
    Received {
        cents,
        currency: currency.chars().filter(char::is_ascii_alphabetic).take(3).collect(),
        at: now,
        provider_payment: looked.provider_payment.clone().unwrap_or_default(),
        method: looked.method.clone(),
        transfer: None,
    }
}

/// Whether its provider says that money came, whatever the row says. Changes nothing.
pub async fn is_paid(
    gateways: &Gateways,
    secrets: &Secrets,
    payment: &Payment,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    let Some(checkout) = &payment.checkout else { return Ok(false) };
    let looked = gateways.look(secrets, payment.provider, checkout, now).await?;
    Ok(matches!(looked.said, Said::Paid { .. }))
}

/// Leaves a payment alone until then, without counting it as asked.
pub async fn put_off(db: &Db, payment: Payment, until: DateTime<Utc>) -> Result<(), StoreError> {
    let mut later = payment.clone();
    later.due(Some(until));
    later.version += 1;
    let unchanged = Condition::version(payment.version);
    match db.commit(Transaction::new().replace(payment.key(), &later, unchanged, ())).await {
        // Somebody settled it meanwhile: so much the better.
        Ok(()) | Err(Refused::By(_)) => Ok(()),
        Err(Refused::Failed(error)) => Err(error),
    }
}
