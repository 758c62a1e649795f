//! Unused balance goes back to whoever paid it (W-17). Asking sets it aside at once, so that it can't be
//! spent twice; a clerk approves; a job sends it back through the payments it came by.

use chrono::{DateTime, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::payment::RefundState;
use meent_domain::{Cents, PaymentId, PersonId, RefundId};
use meent_ledger::{Account, Actor, Balances, Bound, NotDone, Posting, Request, Short, System, Transfer};
use meent_store::ledger::AccountRow;
use meent_store::payments::{self, Attention, List, PartState, Refund, RefundPart};
use meent_store::{Condition, Db, Refused, StoreError, Transaction, value};
use std::collections::HashMap;

pub struct Asking<'a> {
    pub person: &'a PersonId,
    pub cents: Cents,
    pub request: Request,
    pub actor: Actor,
    /// The wallet, if it was read already.
    pub wallet: Option<AccountRow>,
}

#[derive(Debug, thiserror::Error)]
pub enum NotAsked {
    /// There is less in the wallet.
    #[error("less in the wallet, by {0:?}")]
    Short(Cents),
    #[error("the key belongs to another request")]
    OtherRequest,
    /// What the caller wanted true with it isn't.
    #[error("refused by a condition")]
    By,
    #[error(transparent)]
    Failed(#[from] StoreError),
}

/// Sets balance aside to be paid back, as the refund that is answered. Asked again with the same request, it is
/// the same refund: its id is made of the request's. The caller's own conditions come back as [`NotAsked::By`].
pub async fn ask(db: &Db, asking: Asking<'_>, also: Transaction<()>, now: DateTime<Utc>) -> Result<RefundId, NotAsked> {
    let wallet = Account::Wallet(asking.person.clone());
    let read = asking.wallet.map(|row| HashMap::from([(wallet.clone(), row)]));
    let posting = Posting::new(wallet, -asking.cents.0);
    let (transfer, refund) = set_aside(asking.person, asking.actor, posting, asking.request, now);
    let also = also.create(refund.key(), &refund, ());
    match meent_ledger::commit(db, &transfer, read, also).await {
        Ok(_) => Ok(refund.id),
        Err(error) => Err(not_asked(error)),
    }
}

/// How often somebody else may move the balance meanwhile.
const TRIES: usize = 6;

/// Sets everything aside, together with what the caller makes true: a wallet that somebody leaves is empty
/// afterwards (P-12). `wallet` is the account as it was read already, if it was. The caller's own conditions
/// come back as [`NotAsked::By`].
pub async fn ask_everything(
    db: &Db,
    person: &PersonId,
    key: &str,
    mut wallet: Option<AccountRow>,
    also: Transaction<()>,
    now: DateTime<Utc>,
) -> Result<(), NotAsked> {
    let account = Account::Wallet(person.clone());
    for attempt in 0..TRIES {
        let row = match wallet.take() {
            Some(row) => row,
            None => db.get::<AccountRow>(&account.key()).await?.unwrap_or_default(),
        };
        if row.balance == 0 {
            if while_empty(db, &account, &row, also.clone()).await? {
                return Ok(());
            }
            continue;
        }
        let actor = Actor::Resident(person.clone());
        let request = Request::new(&actor, "leave", &format!("{key}/{attempt}/{}", row.entries), "");
        let posting = Posting { account: account.clone(), amount: -row.balance, bound: Bound::exactly(0) };
        let (transfer, refund) = set_aside(person, actor, posting, request, now);
        let balances: Balances = HashMap::from([(account.clone(), row)]);
        let also = also.clone().create(refund.key(), &refund, ());
        match meent_ledger::commit(db, &transfer, Some(balances), also).await {
            Ok(_) => return Ok(()),
            // Something came in or went out meanwhile: everything is another amount now.
            Err(NotDone::Short(_)) => {}
            Err(error) => return Err(not_asked(error)),
        }
    }
    Err(StoreError::Busy.into())
}

/// Makes the caller's writes true if the wallet is as it was read: empty.
async fn while_empty(db: &Db, account: &Account, read: &AccountRow, also: Transaction<()>) -> Result<bool, NotAsked> {
    #[derive(Clone, Copy, PartialEq)]
    enum Why {
        Moved,
        Callers,
    }
    let unmoved = match read.entries {
        0 => Condition::Absent,
        entries => Condition::Is("entries", value::number(entries)),
    };
    let writes = also.within(|()| Why::Callers).check(account.key(), unmoved, Why::Moved);
    match db.commit(writes).await {
        Ok(()) => Ok(true),
        Err(Refused::By(reasons)) if reasons.contains(&Why::Callers) => Err(NotAsked::By),
        Err(Refused::By(_)) => Ok(false),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}

fn set_aside(
    person: &PersonId,
    actor: Actor,
    posting: Posting,
    request: Request,
    now: DateTime<Utc>,
) -> (Transfer, Refund) {
    let cents = Cents(-posting.amount);
    // The same id for the same request: trying again makes the same row.
    let id = RefundId::try_from(request.id.to_string()).expect("ids are of one shape");
    let refund = Refund {
        version: 1,
        person: person.clone(),
        cents,
        asked_at: now,
        request: request.hash.clone(),
        state: RefundState::Asked,
        transfer: request.id.clone(),
        reason: None,
        parts: vec![],
        tries: 0,
        listed_person: payments::person_of(List::Refunds, person),
        listed_month: payments::month_of(List::Refunds, now),
        listed_at: payments::listed_at(now, id.as_str()),
        attention: Some(Attention::RefundAsked),
        id,
    };
    let transfer = Transfer::new(
        request,
        actor,
        Kind::RefundAsked,
        About::Refund { refund: refund.id.clone() },
        now,
        [posting, Posting::new(Account::System(System::Refunds), cents.0)],
    );
    (transfer, refund)
}

/// What is read to tell which payments a bank transfer stands for; a transfer of the ledger has room for no more.
const MOST_BY_HAND: usize = 20;

/// The payments that a refund could not go back through, newest first.
pub fn refused_by(refund: &Refund) -> impl Iterator<Item = &PaymentId> {
    let released = refund.parts.iter().filter(|part| part.state == PartState::Released);
    released.map(|part| &part.payment).take(MOST_BY_HAND)
}

/// A clerk pays what is left by bank transfer. It stands for the payments that would not send it back, in the
/// order they were asked in and as far as they still could; what is over stands for none.
pub fn by_hand(refund: &Refund, now: DateTime<Utc>, refundable: impl Fn(&PaymentId) -> Cents) -> Vec<RefundPart> {
    let mut left = refund.left();
    let mut parts = vec![];
    for payment in refused_by(refund) {
        let cents = left.min(refundable(payment));
        if cents > Cents(0) {
            left = Cents(left.0 - cents.0);
            let part = RefundPart::new(payment.clone(), cents, PartState::ByHand);
            parts.push(RefundPart { paid_at: Some(now), ..part });
        }
    }
    parts
}

fn not_asked(error: NotDone<()>) -> NotAsked {
    match error {
        NotDone::Short(Short { by, .. }) => NotAsked::Short(Cents(by)),
        NotDone::OtherRequest => NotAsked::OtherRequest,
        NotDone::By(_) => NotAsked::By,
        NotDone::Failed(error) => NotAsked::Failed(error),
        NotDone::NothingLeft => NotAsked::Failed(StoreError::Unreadable("a refund that reverses".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payment(number: u8) -> PaymentId {
        PaymentId::from_random([number; 16])
    }

    fn refund(cents: i64, parts: &[(u8, i64, PartState)]) -> Refund {
        let person = PersonId::from_random([1; 16]);
        let posting = Posting::new(Account::Wallet(person.clone()), -cents);
        let request = Request::new(&Actor::Resident(person.clone()), "refund", "key", "");
        let (_, mut refund) =
            set_aside(&person, Actor::Resident(person.clone()), posting, request, DateTime::UNIX_EPOCH);
        let of =
            |(number, cents, state): &(u8, i64, PartState)| RefundPart::new(payment(*number), Cents(*cents), *state);
        refund.parts = parts.iter().map(of).collect();
        refund
    }

    #[test]
    fn a_bank_transfer_stands_for_the_payments_that_refused() {
        use PartState::{Paid, Released};
        let refund = refund(1000, &[(1, 300, Paid), (2, 500, Released), (3, 700, Released)]);
        let stands_for = |refundable: i64| -> Vec<(PaymentId, i64)> {
            let parts = by_hand(&refund, DateTime::UNIX_EPOCH, |_| Cents(refundable));
            assert!(parts.iter().all(|part| part.state == PartState::ByHand && part.is_back()));
            parts.into_iter().map(|part| (part.payment, part.cents.0)).collect()
        };
        assert_eq!(stands_for(500), [(payment(2), 500), (payment(3), 200)], "the newest first");
        assert_eq!(stands_for(5000), [(payment(2), 700)], "no more than is left");
        assert_eq!(stands_for(100), [(payment(2), 100), (payment(3), 100)], "no more than they could send back");
        assert_eq!(stands_for(0), []);
    }
}
