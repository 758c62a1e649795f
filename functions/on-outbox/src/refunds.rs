//! An approved refund goes back through the payments it came by, newest first (W-17).
//!
//! Each part is reserved in the ledger before its provider is asked, so that no payment ever sends back more
//! than it brought; and asked with a key of its own, so that asking again sends nothing twice.

use crate::Outbox;
use crate::jobs::Outcome;
use meent_domain::movement::{About, Kind};
use meent_domain::payment::{Paper, RefundState};
use meent_domain::{Cents, RefundId};
use meent_http::{MailKind, Problem, ProblemCode};
use meent_ledger::{Account, Actor, NotDone, Posting, Request, System, Transfer};
use meent_payments::{RefundLooked, SendBack};
use meent_store::ledger::AccountRow;
use meent_store::payments::{self, Attention, BY_PERSON, List, PartState, Payment, Refund, RefundPart};
use meent_store::people::{self, Person};
use meent_store::work::{Job, Message, Task};
use meent_store::{Condition, Query, Refused, Table, Transaction};

const LOOKED_AGAIN: u32 = 2;

impl Outbox {
    /// `tries` is how often it was tried before.
    pub(crate) async fn send_refund(&self, id: &RefundId, tries: u32) -> Result<Outcome, Problem> {
        let row: Option<Refund> = self.app.db.get(&payments::refund(id)).await?;
        let mut refund = row.ok_or_else(|| Problem::internal("a job about a refund that is gone"))?;
        if !matches!(refund.state, RefundState::Approved | RefundState::Sending) {
            return Ok(Outcome::Done);
        }
        if refund.unplaced() > Cents(0) {
            refund = self.placed(refund).await?;
        }
        for index in 0..refund.parts.len() {
            if matches!(refund.parts[index].state, PartState::Reserved | PartState::Sent) {
                refund = self.brought_on(refund, index).await?;
            }
        }
        self.concluded(refund, tries).await
    }

    /// Reserves on payments that can still send back, until everything has its place.
    async fn placed(&self, mut refund: Refund) -> Result<Refund, Problem> {
        let db = &self.app.db;
        let theirs = Query::index(Table::Payments, BY_PERSON, payments::person_of(List::Payments, &refund.person));
        let mut paid: Vec<Payment> = db.query_all(theirs.newest_first()).await?;
        // One that refused once is not asked again for this refund.
        paid.retain(|payment| {
            payment.received.as_ref().is_some_and(|received| received.transfer.is_some())
                && !refund.parts.iter().any(|part| part.payment == payment.id)
        });
        for payment in paid {
            let left = refund.unplaced();
            if left == Cents(0) {
                break;
            }
            let account = Account::Refundable(payment.id.clone());
            let row = db.get::<AccountRow>(&account.key()).await?.unwrap_or_default();
            let cents = left.min(Cents(row.balance));
            if cents > Cents(0) {
                refund = self.reserved(refund, &payment, cents).await?;
            }
        }
        Ok(refund)
    }

    async fn reserved(&self, refund: Refund, payment: &Payment, cents: Cents) -> Result<Refund, Problem> {
        let part = RefundPart::new(payment.id.clone(), cents, PartState::Reserved);
        let mut after = Refund { state: RefundState::Sending, ..refund.clone() };
        after.parts.push(part);
        let postings = [
            Posting::new(Account::Refundable(payment.id.clone()), -cents.0),
            Posting::new(Account::System(System::Refundability), cents.0),
        ];
        let step = Step { index: after.parts.len() - 1, name: "reserve", kind: Kind::RefundReserved, postings };
        self.moved(refund, after, step, Transaction::new()).await
    }

    /// Asks the provider about one part, and makes what it says so.
    async fn brought_on(&self, refund: Refund, index: usize) -> Result<Refund, Problem> {
        let app = &self.app;
        let part = refund.parts[index].clone();
        let payment: Option<Payment> = app.db.get(&payments::payment(&part.payment)).await?;
        let payment = payment.ok_or_else(|| Problem::internal("a part of a payment that is gone"))?;
        let received = payment.received.as_ref().ok_or_else(|| Problem::internal("a part of no money"))?;
        let now = app.now();
        let looked = match &part.provider_refund {
            Some(known) => {
                let paid = &received.provider_payment;
                app.gateways.look_at_refund(&app.secrets, payment.provider, paid, known, now).await?
            }
            None => {
                let what = SendBack {
                    provider_payment: received.provider_payment.clone(),
                    amount: part.cents,
                    // As long as providers take.
                    key: Request::new(&Actor::Town, "refund", &step_key(&refund, index, "send"), "").id.to_string(),
                    reference: payment.id.reference(),
                };
                app.gateways.send_back(&app.secrets, payment.provider, &what, now).await?
            }
        };
        let mut after = refund.clone();
        match looked {
            RefundLooked::Pending { id }
                if part.state == PartState::Sent && part.provider_refund.as_ref() == Some(&id) =>
            {
                Ok(refund)
            }
            RefundLooked::Pending { id } => {
                after.parts[index].state = PartState::Sent;
                after.parts[index].provider_refund = Some(id);
                self.noted(refund, after).await
            }
            RefundLooked::Done { id } => {
                after.parts[index].state = PartState::Paid;
                after.parts[index].provider_refund = Some(id);
                after.parts[index].paid_at = Some(now);
                let postings = [
                    Posting::new(Account::System(System::Refunds), -part.cents.0),
                    Posting::new(Account::System(System::InTransit), part.cents.0),
                ];
                let also = match payment.paper {
                    Paper::Receipt => Transaction::new(),
                    // What was invoiced is taken back on paper.
                    Paper::Invoice => {
                        let job = Job::new(Task::CreditNote { refund: refund.id.clone(), payment: payment.id }, now);
                        Transaction::new().put(job.key(), &job)
                    }
                };
                self.moved(refund, after, Step { index, name: "paid", kind: Kind::RefundPaid, postings }, also).await
            }
            RefundLooked::Refused { why } => {
                tracing::warn!(why, "a provider would not send a payment back");
                after.parts[index].state = PartState::Released;
                let postings = [
                    Posting::new(Account::Refundable(part.payment.clone()), part.cents.0),
                    Posting::new(Account::System(System::Refundability), -part.cents.0),
                ];
                let step = Step { index, name: "release", kind: Kind::RefundReleased, postings };
                self.moved(refund, after, step, Transaction::new()).await
            }
        }
    }

    /// All of it is back, or some of it can't go back this way, or it takes its time.
    async fn concluded(&self, refund: Refund, tries: u32) -> Result<Outcome, Problem> {
        if refund.left() == Cents(0) {
            let mut after = refund.clone();
            after.state = RefundState::Paid;
            let letter = self.letter_about_refund(&refund).await?;
            after.version += 1;
            let unchanged = Condition::version(refund.version);
            let mut change = Transaction::new().replace(refund.key(), &after, unchanged, ());
            if let Some(letter) = letter {
                change = change.put(letter.key(), &letter);
            }
            self.app.db.commit(change).await.map_err(Refused::into_failure)?;
            return Ok(Outcome::Done);
        }
        let is_under_way = refund.parts.iter().any(|part| matches!(part.state, PartState::Reserved | PartState::Sent));
        // The index that lists payments may lag behind: it is looked at again before somebody must.
        if is_under_way || tries < LOOKED_AGAIN {
            return Ok(Outcome::NotYet);
        }
        let mut after = refund.clone();
        after.state = RefundState::Stuck;
        after.attention = Some(Attention::RefundStuck);
        self.noted(refund, after).await?;
        // An alarm counts these; a clerk tries again, or pays by hand.
        tracing::warn!(refunds_stuck = 1, "a refund can't go back through its provider");
        Ok(Outcome::Done)
    }

    /// A step of a part: the movement, the row that says so, and what follows from it, together.
    async fn moved(
        &self,
        before: Refund,
        mut after: Refund,
        step: Step,
        also: Transaction<()>,
    ) -> Result<Refund, Problem> {
        let Step { index, name, kind, postings } = step;
        let key = step_key(&before, index, name);
        let about = About::RefundPart { refund: before.id.clone(), payment: after.parts[index].payment.clone() };
        let request = Request::new(&Actor::Town, "refund", &key, "");
        let transfer = Transfer::new(request, Actor::Town, kind, about, self.app.now(), postings);
        after.version = before.version + 1;
        let unchanged = Condition::version(before.version);
        let also = also.replace(before.key(), &after, unchanged, ());
        match meent_ledger::commit(&self.app.db, &transfer, None, also).await {
            Ok(done) if !done.before => Ok(after),
            // Somebody was quicker: the next try goes on from what they wrote.
            Ok(_) | Err(NotDone::By(_) | NotDone::Short(_)) => Err(ProblemCode::Busy.into()),
            Err(NotDone::Failed(error)) => Err(error.into()),
            Err(NotDone::OtherRequest | NotDone::NothingLeft) => Err(Problem::internal("a step of another refund")),
        }
    }

    async fn noted(&self, before: Refund, mut after: Refund) -> Result<Refund, Problem> {
        after.version = before.version + 1;
        let unchanged = Condition::version(before.version);
        let change = Transaction::new().replace(before.key(), &after, unchanged, ());
        self.app.db.commit(change).await.map_err(Refused::into_failure)?;
        Ok(after)
    }

    async fn letter_about_refund(&self, refund: &Refund) -> Result<Option<Message>, Problem> {
        let app = &self.app;
        let person: Option<Person> = app.db.get(&people::person(&refund.person)).await?;
        let Some(person) = person else { return Ok(None) };
        let amount = refund.cents.written(person.language);
        let params = [("town", app.settings.town_name.as_str()), ("amount", amount.as_str())];
        app.letter_to_resident(&person, MailKind::RefundPaid, &params).await
    }
}

/// What becomes of a part.
struct Step {
    index: usize,
    name: &'static str,
    kind: Kind,
    postings: [Posting; 2],
}

/// The same each time a step is tried, another for each part: how often a payment was given up before is
/// part of it, so that one that a clerk sends again is asked anew.
fn step_key(refund: &Refund, index: usize, step: &str) -> String {
    format!("{}/{}/{index}/{step}", refund.id, refund.tries)
}
