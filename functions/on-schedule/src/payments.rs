//! The other side of the audit (W-30): every payment and refund has its movement, and nothing that came, or may
//! still come, is left lying.

use crate::Schedule;
use crate::audit::{MOST_AT_ONCE, agree, by, moved};
use chrono::{DateTime, Duration, Utc};
use meent_domain::TransferId;
use meent_domain::movement::{About, Kind};
use meent_domain::payment::PaymentState;
use meent_http::Problem;
use meent_ledger::{Fault, Night};
use meent_payments::{Failure, is_paid, put_off};
use meent_store::Key;
use meent_store::ledger::{TransferRow, transfer};
use meent_store::payments::{AnyRow, Payment, Refund};
use std::collections::{HashMap, HashSet};

/// A question that should have been asked so long ago is one that nobody asks.
const QUESTION_WAITS: Duration = Duration::days(1);
/// So long after its order a payment is asked about once more every night, past its last question by the clock.
/// Later, providers remember no page.
const ASKED_ABOUT_FOR: Duration = Duration::days(7);
/// Asked beside each other.
const MOST_QUESTIONS_AT_ONCE: usize = 10;

impl Schedule {
    pub(crate) async fn have_their_movements(&self, rows: &[AnyRow], night: &mut Night) -> Result<(), Problem> {
        for some in rows.chunks(MOST_AT_ONCE) {
            let movements = self.movements(some.iter().filter_map(movement_of)).await?;
            for row in some {
                let movement = movement_of(row).and_then(|id| movements.get(id));
                night.fault_if(fault_of(row, movement, self.app.now()));
            }
        }
        self.nothing_came(rows, night).await
    }

    async fn movements(
        &self,
        ids: impl Iterator<Item = &TransferId>,
    ) -> Result<HashMap<TransferId, TransferRow>, Problem> {
        // Two rows may name one movement, which must not be, and is to be found.
        let keys: HashSet<Key> = ids.map(transfer).collect();
        let keys: Vec<Key> = keys.into_iter().collect();
        if keys.is_empty() {
            return Ok(HashMap::new());
        }
        let mut found = self.app.db.get_all(&keys).await?;
        let rows = keys.iter().map(|key| found.take::<TransferRow>(key));
        Ok(rows
            .flat_map(Result::transpose)
            .map(|row| row.map(|row| (row.id.clone(), row)))
            .collect::<Result<_, _>>()?)
    }

    /// Providers are asked about payments that nobody asks about any more. One that is paid after all is a fault;
    /// the clock takes it up again, and credits it.
    async fn nothing_came(&self, rows: &[AnyRow], night: &mut Night) -> Result<(), Problem> {
        let app = &self.app;
        let now = app.now();
        let payments: Vec<&Payment> = rows.iter().filter_map(|row| past_its_sweep(row, now)).collect();
        for some in payments.chunks(MOST_QUESTIONS_AT_ONCE) {
            let questions = some.iter().map(|payment| is_paid(&app.gateways, &app.secrets, payment, now));
            let answers: Vec<Result<bool, Failure>> = futures::future::join_all(questions).await;
            let mut is_silent = false;
            for (payment, answer) in some.iter().zip(answers) {
                match answer {
                    Ok(false) => {}
                    Ok(true) => {
                        night.fault_if(Some(Fault::Lost { payment: payment.id.to_string() }));
                        put_off(&app.db, (*payment).clone(), now).await?;
                    }
                    Err(failure) => {
                        tracing::warn!(%failure, "a payment could not be asked about at night");
                        is_silent = true;
                    }
                }
            }
            // A provider that doesn't answer holds up no audit: the next night asks again.
            if is_silent {
                break;
            }
        }
        Ok(())
    }
}

/// Which movement a row says it has.
fn movement_of(row: &AnyRow) -> Option<&TransferId> {
    match row {
        AnyRow::Payment(payment) => by(payment),
        AnyRow::Refund(refund) => Some(&refund.transfer),
    }
}

fn fault_of(row: &AnyRow, movement: Option<&TransferRow>, now: DateTime<Utc>) -> Option<Fault> {
    match row {
        AnyRow::Payment(payment) => fault_of_payment(payment, movement, now),
        AnyRow::Refund(refund) => {
            let is_set_aside = movement.is_some_and(|movement| set_aside(refund, movement));
            (!is_set_aside).then(|| Fault::NotSetAside { refund: refund.id.to_string() })
        }
    }
}

fn fault_of_payment(payment: &Payment, movement: Option<&TransferRow>, now: DateTime<Utc>) -> Option<Fault> {
    let id = payment.id.to_string();
    match payment.state {
        PaymentState::Paid | PaymentState::ParkedCredited => {
            let is_credited = movement.is_some_and(|movement| agree(payment, movement));
            (!is_credited).then_some(Fault::Uncredited { payment: id })
        }
        PaymentState::Parked | PaymentState::ParkedClosed => None,
        _ if payment.received.is_some() => Some(Fault::Lost { payment: id }),
        PaymentState::Created | PaymentState::Open | PaymentState::Pending => {
            let due: Option<DateTime<Utc>> = payment.due_at.as_deref().and_then(|at| at.parse().ok());
            let is_asked = due.is_some_and(|at| now - at < QUESTION_WAITS);
            (!is_asked).then_some(Fault::Forgotten { payment: id })
        }
        PaymentState::Cancelled | PaymentState::Failed | PaymentState::Expired => None,
    }
}

fn set_aside(refund: &Refund, movement: &TransferRow) -> bool {
    let is_about = matches!(&movement.about, About::Refund { refund: id } if *id == refund.id);
    movement.kind == Kind::RefundAsked && is_about && moved(movement, &refund.person) == Some(-refund.cents.0)
}

/// Payments without money that the clock asks about no more.
fn past_its_sweep(row: &AnyRow, now: DateTime<Utc>) -> Option<&Payment> {
    let AnyRow::Payment(payment) = row else { return None };
    let is_over = payment.due_at.is_none() && payment.received.is_none();
    (is_over && now - payment.ordered_at < ASKED_ABOUT_FOR).then_some(payment)
}
