//! Credit notes (W-11, W-17): what went back of an invoiced payment is taken back on paper too, once for each
//! part of a refund. The invoice comes first: a note names its number and its day.

use crate::Outbox;
use crate::jobs::Outcome;
use crate::numbers::{About, Keeps, Made};
use crate::papers::{line, unwritten};
use meent_documents::{CreditNote as Note, Invoiced, Means, Payment as PaidBy, credit_note, ubl};
use meent_domain::movement::Kind as Movement;
use meent_domain::payment::{PaperKind, method_named};
use meent_domain::{Language, PaymentId, RefundId};
use meent_http::{MailKind, Problem};
use meent_store::Key;
use meent_store::payments::{self, CreditNote, Paper, PartState, Payment, Refund, RefundPart, Stands};
use meent_store::people::{self, Person};
use meent_store::work::Message;

/// A part of a refund that went back.
#[derive(Clone)]
struct Back {
    refund: Refund,
    index: usize,
}

impl Back {
    fn of(refund: Refund, payment: &PaymentId) -> Result<Self, Problem> {
        let index = refund.parts.iter().position(|part| part.payment == *payment && part.is_back());
        let index = index.ok_or_else(|| Problem::internal("a credit note for what did not go back"))?;
        Ok(Self { refund, index })
    }

    fn part(&self) -> &RefundPart {
        &self.refund.parts[self.index]
    }
}

impl Keeps for Back {
    type Row = Refund;

    fn row(&self) -> &Refund {
        &self.refund
    }

    fn key(&self) -> Key {
        self.refund.key()
    }

    fn version(&self) -> u64 {
        self.refund.version
    }

    fn number(&self) -> Option<&str> {
        self.part().credit_note.as_ref().map(|note| note.number.as_str())
    }

    fn about(&self) -> About {
        let RefundPart { payment, cents, .. } = self.part().clone();
        let (refund, person) = (Some(self.refund.id.clone()), self.refund.person.clone());
        About { kind: PaperKind::CreditNote, payment, refund, person, cents }
    }

    fn keeping(&self, number: &str, stands: Option<&Stands>) -> Self {
        let mut after = self.clone();
        let note = CreditNote { number: number.to_owned(), papers: stands.cloned() };
        after.refund.parts[self.index].credit_note = Some(note);
        after.refund.version += 1;
        after
    }

    /// Parts may stand in another order by now.
    fn again(&self, row: Refund) -> Result<Self, Problem> {
        Self::of(row, &self.part().payment)
    }
}

impl Outbox {
    pub(crate) async fn make_credit_note(&self, refund: &RefundId, payment: &PaymentId) -> Result<Outcome, Problem> {
        let gone = || Problem::internal("a credit note about what is gone");
        let keys = [payments::refund(refund), payments::payment(payment)];
        let mut rows = self.app.db.get_all(&keys).await?;
        let back = Back::of(rows.take(&keys[0])?.ok_or_else(gone)?, payment)?;
        let payment: Payment = rows.take(&keys[1])?.ok_or_else(gone)?;
        let Some(invoice) = &payment.paper_number else { return Ok(Outcome::NotYet) };
        let keys = [payments::paper(invoice), people::person(&payment.person)];
        let mut rows = self.app.db.get_all(&keys).await?;
        let invoice: Paper = rows.take(&keys[0])?.ok_or_else(gone)?;
        let person: Person = rows.take(&keys[1])?.ok_or_else(gone)?;
        let (back, paper) = self.numbered(back).await?;
        if paper.papers.is_none() {
            let made = self.note_written(&back, &payment, &invoice, &paper).await?;
            let letter = self.letter_about_note(&paper, &invoice, &person).await?;
            self.made(&back, &paper, made, letter).await?;
        }
        Ok(Outcome::Done)
    }

    async fn note_written(
        &self,
        back: &Back,
        payment: &Payment,
        invoice: &Paper,
        paper: &Paper,
    ) -> Result<Made, Problem> {
        let app = &self.app;
        let language = payment.language;
        let Back { refund, .. } = back;
        let (means, method) = paid_back_by(back.part(), payment, language);
        let reference = back.part().provider_refund.clone().unwrap_or_else(|| refund.id.as_str().to_uppercase());
        let paid = PaidBy {
            means,
            method: line(&method)?,
            on: back.part().paid_at.unwrap_or(paper.drawn_at),
            reference: line(&reference)?,
            order: line(&payment.id.reference())?,
            transaction: self.entry_of(&refund.transfer, &refund.person).await?,
        };
        let buyer = app.company_of(payment).await?.ok_or_else(|| Problem::internal("an invoice for nobody"))?;
        let sale = self.sale(paper, Movement::RefundPaid, paid, language)?;
        let invoice = Invoiced { number: line(&invoice.number)?, on: invoice.drawn_at };
        let note = Note { sale, buyer, invoice };
        let letterhead = app.settings.letterhead();
        let pdf = credit_note(&letterhead, &note, language).map_err(unwritten)?;
        Ok(Made { pdf, ubl: Some(ubl::credit_note(&letterhead, &note, language)) })
    }

    async fn letter_about_note(
        &self,
        paper: &Paper,
        invoice: &Paper,
        person: &Person,
    ) -> Result<Option<Message>, Problem> {
        let amount = paper.cents.written(person.language);
        let link = self.page("/wallet/transactions")?;
        let params = [
            ("town", self.app.settings.town_name.as_str()),
            ("amount", &amount),
            ("number", &paper.number),
            ("invoice", &invoice.number),
            ("link", &link),
        ];
        self.app.letter_to_resident(person, MailKind::CreditNote, &params).await
    }
}

/// The way it came, or by the town's own bank transfer.
fn paid_back_by(part: &RefundPart, payment: &Payment, language: Language) -> (Means, String) {
    if part.state == PartState::ByHand {
        let words = ["overschrijving", "virement", "Überweisung", "bank transfer"];
        return (Means::Transfer, words[language as usize].to_owned());
    }
    let method = payment.received.as_ref().and_then(|received| received.method.as_deref());
    (Means::Card, method_named(method, language))
}
