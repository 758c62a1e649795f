//! A refund that no provider takes is paid by bank transfer. It stands for payments all the same: they can
//! send that much less back, and what was invoiced is taken back on paper.

use chrono::{DateTime, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::payment::Paper;
use meent_domain::{Cents, PaymentId};
use meent_http::{Answer, App, Context, Staff};
use meent_ledger::{Account, Actor, Balances, Posting, Request, System, Transfer};
use meent_payments::{by_hand, refused_by};
use meent_store::Key;
use meent_store::ledger::AccountRow;
use meent_store::payments::{self, Payment, Refund, RefundPart};
use meent_store::work::{Job, Task};
use std::collections::HashSet;

#[derive(Default)]
pub struct ByHand {
    /// What it stands for; the rest stands for no payment.
    pub parts: Vec<RefundPart>,
    /// The accounts it was told from.
    pub read: Balances,
    /// Credit notes to make.
    pub notes: Vec<Job>,
}

impl ByHand {
    pub async fn of(app: &App, refund: &Refund, now: DateTime<Utc>) -> Answer<Self> {
        let refused: Vec<&PaymentId> = refused_by(refund).collect();
        if refused.is_empty() {
            return Ok(Self::default());
        }
        let accounts = refused.iter().map(|payment| Account::Refundable((*payment).clone()).key());
        let keys: Vec<Key> = accounts.chain(refused.iter().map(|payment| payments::payment(payment))).collect();
        let mut rows = app.db.get_all(&keys).await?;
        let (mut read, mut invoiced) = (Balances::new(), HashSet::new());
        for payment in refused {
            let account = Account::Refundable(payment.clone());
            let row: AccountRow = rows.take(&account.key())?.unwrap_or_default();
            read.insert(account, row);
            let row: Option<Payment> = rows.take(&payments::payment(payment))?;
            if row.is_some_and(|row| row.paper == Paper::Invoice) {
                invoiced.insert(payment.clone());
            }
        }
        let refundable =
            |payment: &PaymentId| Cents(read.get(&Account::Refundable(payment.clone())).map_or(0, |row| row.balance));
        let parts = by_hand(refund, now, refundable);
        let noted = parts.iter().filter(|part| invoiced.contains(&part.payment));
        let notes = noted.map(|part| {
            let task = Task::CreditNote { refund: refund.id.clone(), payment: part.payment.clone() };
            Job::new(task, now)
        });
        let notes = notes.collect();
        read.retain(|account, _| parts.iter().any(|part| *account == Account::Refundable(part.payment.clone())));
        Ok(Self { parts, read, notes })
    }

    /// What was set aside is gone.
    pub fn transfer(&self, refund: &Refund, staff: &Staff, context: &Context) -> Transfer {
        let left = refund.left().0;
        let sent: i64 = self.parts.iter().map(|part| part.cents.0).sum();
        let town = [(System::Refunds, -left), (System::ByHand, left), (System::Refundability, sent)];
        let town = town.map(|(system, amount)| Posting::new(Account::System(system), amount));
        let of_part = |part: &RefundPart| Posting::new(Account::Refundable(part.payment.clone()), -part.cents.0);
        let postings = town.into_iter().chain(self.parts.iter().map(of_part));
        let request = Request::new(&Actor::Town, "refund-by-hand", refund.id.as_str(), "");
        let (actor, about) = (Actor::Staff(staff.id.clone()), About::Refund { refund: refund.id.clone() });
        Transfer::new(request, actor, Kind::RefundPaid, about, context.now, postings)
    }
}
