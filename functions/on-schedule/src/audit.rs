use crate::Schedule;
use meent_domain::movement::{About, Kind};
use meent_domain::payment::PaymentState;
use meent_domain::{PersonId, TransferId};
use meent_http::Problem;
use meent_ledger::{Fault, Findings, Night, Stretch};
use meent_store::ledger::{AnyRow, TransferRow};
use meent_store::payments::{self, Payment};
use meent_store::{Db, Key, StoreError};
use std::collections::{HashMap, HashSet};

/// Stretches of the tables in one run; the next run goes on.
const MOST_STRETCHES: usize = 20;

impl Schedule {
    /// Goes on with the audit; its findings when it came to the end.
    pub async fn audit(&self) -> Result<Option<Findings>, Problem> {
        let db = &self.app.db;
        let mut night = Night::resume(db, self.app.now()).await?;
        for _stretch in 0..MOST_STRETCHES {
            let (rows, is_last) = night.read_on(db).await?;
            match rows {
                Stretch::Ledger(rows) => have_their_payments(db, &rows, &mut night).await?,
                Stretch::Payments(rows) => self.have_their_movements(&rows, &mut night).await?,
            }
            if is_last {
                let found = night.end(db, self.app.now()).await?;
                tell(&found);
                return Ok(Some(found));
            }
        }
        night.pause(db).await?;
        Ok(None)
    }
}

fn tell(found: &Findings) {
    let Findings { accounts, transfers, payments, fault_count, .. } = found;
    if *fault_count == 0 {
        tracing::info!(accounts, transfers, payments, ledger_faults = 0, "the ledger was audited");
    } else {
        // An alarm counts these. What they are stands in the findings, for the finance office.
        tracing::error!(accounts, transfers, payments, ledger_faults = fault_count, "the ledger is not in order");
    }
}

/// DynamoDB reads no more rows at once.
pub(crate) const MOST_AT_ONCE: usize = 100;

/// Every credit has its payment, which says the same of it.
async fn have_their_payments(db: &Db, rows: &[AnyRow], night: &mut Night) -> Result<(), StoreError> {
    let credits: Vec<(&TransferRow, Key)> = rows
        .iter()
        .filter_map(|row| match row {
            AnyRow::Transfer(transfer) if matches!(transfer.kind, Kind::TopUp | Kind::DeskTopUp) => Some(transfer),
            _ => None,
        })
        .filter_map(|transfer| match &transfer.about {
            About::Payment { payment, .. } => Some((transfer, payments::payment(payment))),
            _ => None,
        })
        .collect();
    for some in credits.chunks(MOST_AT_ONCE) {
        // Two movements may be about one payment, which must not be, and is to be found.
        let keys: HashSet<Key> = some.iter().map(|(_, key)| key.clone()).collect();
        let keys: Vec<Key> = keys.into_iter().collect();
        let mut found = db.get_all(&keys).await?;
        let mut payments: HashMap<&Key, Payment> = HashMap::new();
        for key in &keys {
            payments.extend(found.take(key)?.map(|payment| (key, payment)));
        }
        for (transfer, key) in some {
            night.fault_if(fault_of(payments.get(key), transfer));
        }
    }
    Ok(())
}

fn fault_of(payment: Option<&Payment>, credit: &TransferRow) -> Option<Fault> {
    let transfer = credit.id.to_string();
    match payment {
        Some(payment) if agree(payment, credit) => None,
        Some(payment) if by(payment).is_some_and(|other| *other != credit.id) => {
            Some(Fault::CreditedTwice { payment: payment.id.to_string(), transfer })
        }
        _ => Some(Fault::Orphan { transfer }),
    }
}

/// The movement that credited a payment, as its row says it.
pub(crate) fn by(payment: &Payment) -> Option<&TransferId> {
    let is_credited = matches!(payment.state, PaymentState::Paid | PaymentState::ParkedCredited);
    payment.received.as_ref().filter(|_| is_credited)?.transfer.as_ref()
}

/// A payment and a credit say the same of each other.
pub(crate) fn agree(payment: &Payment, credit: &TransferRow) -> bool {
    let is_credit = matches!(credit.kind, Kind::TopUp | Kind::DeskTopUp);
    let is_about = is_credit && matches!(&credit.about, About::Payment { payment: id, .. } if *id == payment.id);
    let received = payment.received.as_ref().map(|received| received.cents.0);
    is_about && by(payment) == Some(&credit.id) && received == moved(credit, &payment.person)
}

/// What a movement did to somebody's wallet.
pub(crate) fn moved(transfer: &TransferRow, person: &PersonId) -> Option<i64> {
    let wallet = format!("wallet/{person}");
    transfer.postings.iter().find(|posting| posting.account == wallet).map(|posting| posting.amount)
}
