use crate::Schedule;
use meent_domain::movement::{About, Kind};
use meent_domain::payment::PaymentState;
use meent_http::Problem;
use meent_ledger::{Fault, Findings, Night};
use meent_store::ledger::{AnyRow, TransferRow};
use meent_store::payments::{self, Payment};
use meent_store::{Db, Key, StoreError};

/// Stretches of the table in one run; the next run goes on.
const MOST_STRETCHES: usize = 20;

impl Schedule {
    /// Goes on with the audit; its findings when it came to the end.
    pub async fn audit(&self) -> Result<Option<Findings>, Problem> {
        let db = &self.app.db;
        let mut night = Night::resume(db, self.app.now()).await?;
        for _stretch in 0..MOST_STRETCHES {
            let (rows, is_last) = night.read_on(db).await?;
            have_their_payments(db, &rows, &mut night).await?;
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
    let (accounts, transfers) = (found.accounts, found.transfers);
    if found.fault_count == 0 {
        tracing::info!(accounts, transfers, ledger_faults = 0, "the ledger was audited");
    } else {
        // An alarm counts these. What they are stands in the findings, for the finance office.
        tracing::error!(accounts, transfers, ledger_faults = found.fault_count, "the ledger is not in order");
    }
}

/// DynamoDB reads no more rows at once.
const MOST_AT_ONCE: usize = 100;

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
        let keys: Vec<Key> = some.iter().map(|(_, key)| key.clone()).collect();
        let mut found = db.get_all(&keys).await?;
        for (transfer, key) in some {
            let payment: Option<Payment> = found.take(key)?;
            if !payment.is_some_and(|payment| says_so(&payment, transfer)) {
                night.fault(Fault::Orphan { transfer: transfer.id.to_string() });
            }
        }
    }
    Ok(())
}

fn says_so(payment: &Payment, transfer: &TransferRow) -> bool {
    let is_credited = matches!(payment.state, PaymentState::Paid | PaymentState::ParkedCredited);
    let wallet = format!("wallet/{}", payment.person);
    let amount = transfer.postings.iter().find(|posting| posting.account == wallet).map(|posting| posting.amount);
    is_credited
        && payment.received.as_ref().is_some_and(|received| {
            received.transfer.as_ref() == Some(&transfer.id) && Some(received.cents.0) == amount
        })
}
