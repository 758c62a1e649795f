//! Receipts and invoices (W-11): first the number, once for a payment; then the document; then the payer is told.

use crate::Outbox;
use crate::jobs::Outcome;
use crate::numbers::{About, Keeps, Made};
use meent_documents::{
    Invoice, Means, Payment as PaidBy, PdfError, Receipt, Sale, Sold, SoldLine, invoice, receipt, ubl,
};
use meent_domain::company::Line;
use meent_domain::movement::Kind as Movement;
use meent_domain::payment::method_named;
use meent_domain::{Language, PaymentId, PersonId, TransferId};
use meent_http::{MailKind, Problem};
use meent_payments::{NotAsked, ask_everything};
use meent_store::ledger::{TransferRow, transfer};
use meent_store::payments::{self, Paper, Payment, ProviderName, Received, Stands};
use meent_store::people::{self, Person};
use meent_store::work::Message;
use meent_store::{Key, Transaction};

/// A payment with what came.
#[derive(Clone)]
struct Credited {
    payment: Payment,
    received: Received,
}

impl Credited {
    fn of(payment: Payment) -> Result<Self, Problem> {
        let received = payment.received.clone().ok_or_else(|| Problem::internal("a paper for money that came not"))?;
        Ok(Self { payment, received })
    }
}

impl Keeps for Credited {
    type Row = Payment;

    fn row(&self) -> &Payment {
        &self.payment
    }

    fn key(&self) -> Key {
        self.payment.key()
    }

    fn version(&self) -> u64 {
        self.payment.version
    }

    fn number(&self) -> Option<&str> {
        self.payment.paper_number.as_deref()
    }

    fn about(&self) -> About {
        let Payment { id, person, paper, .. } = self.payment.clone();
        About { kind: paper.into(), payment: id, refund: None, person, cents: self.received.cents }
    }

    fn keeping(&self, number: &str, stands: Option<&Stands>) -> Self {
        let mut after = self.clone();
        after.payment.paper_number = Some(number.to_owned());
        after.payment.papers = stands.cloned();
        after.payment.version += 1;
        after
    }

    fn again(&self, row: Payment) -> Result<Self, Problem> {
        Self::of(row)
    }
}

impl Outbox {
    pub(crate) async fn make_paper(&self, id: &PaymentId) -> Result<Outcome, Problem> {
        let app = &self.app;
        let payment: Option<Payment> = app.db.get(&payments::payment(id)).await?;
        let credited = Credited::of(payment.ok_or_else(|| Problem::internal("a job about a payment that is gone"))?)?;
        let person: Option<Person> = app.db.get(&people::person(&credited.payment.person)).await?;
        let person = person.ok_or_else(|| Problem::internal("a payer who never was"))?;
        let (credited, paper) = self.numbered(credited).await?;
        if credited.payment.papers.is_none() {
            let made = self.written(&credited, &paper, &person).await?;
            let letter = self.letter_about(&credited, &person).await?;
            self.made(&credited, &paper, made, letter).await?;
        }
        self.settle_with_who_left(&credited.payment, &person).await?;
        Ok(Outcome::Done)
    }

    async fn written(&self, credited: &Credited, paper: &Paper, person: &Person) -> Result<Made, Problem> {
        let app = &self.app;
        let Credited { payment, received } = credited;
        let language = payment.language;
        let id = received.transfer.as_ref().ok_or_else(|| Problem::internal("a payment that was not credited"))?;
        let paid = PaidBy {
            means: Means::Card,
            method: line(&method_named(received.method.as_deref(), language))?,
            on: received.at,
            reference: line(&received.provider_payment)?,
            order: line(&payment.id.reference())?,
            transaction: self.entry_of(id, &payment.person).await?,
        };
        let movement = match payment.provider {
            ProviderName::Desk => Movement::DeskTopUp,
            ProviderName::Worldline | ProviderName::Mollie => Movement::TopUp,
        };
        let sale = self.sale(paper, movement, paid, language)?;
        let letterhead = app.settings.letterhead();
        if let Some(buyer) = app.company_of(payment).await? {
            let paper = Invoice { sale, buyer };
            let pdf = invoice(&letterhead, &paper, language).map_err(unwritten)?;
            return Ok(Made { pdf, ubl: Some(ubl::invoice(&letterhead, &paper, language)) });
        }
        // Who left since has no name any more; the paper is kept all the same (P-12).
        let name = person.details.as_ref().map(|known| format!("{} {}", known.first_name, known.last_name));
        let payer = name.unwrap_or_else(|| payment.person.internal_id());
        let pdf = receipt(&letterhead, &Receipt { sale, payer }, language).map_err(unwritten)?;
        Ok(Made { pdf, ubl: None })
    }

    /// One line: what moved, and how it was paid or paid back.
    pub(crate) fn sale(
        &self,
        paper: &Paper,
        what: Movement,
        payment: PaidBy,
        language: Language,
    ) -> Result<Sale, Problem> {
        let seller = &self.app.settings.seller;
        let wrong = |_| Problem::internal("a sale that is none");
        let vat = seller.vat(language).map_err(wrong)?;
        let sold = SoldLine { what: line(what.described(language))?, amount: paper.cents };
        Ok(Sale {
            number: line(&paper.number)?,
            on: paper.drawn_at,
            seller: seller.town().map_err(wrong)?,
            sold: Sold::new(vec![sold], vat).map_err(wrong)?,
            payment,
        })
    }

    /// The number of a movement in the resident's own statement.
    pub(crate) async fn entry_of(&self, id: &TransferId, person: &PersonId) -> Result<u64, Problem> {
        let row: Option<TransferRow> = self.app.db.get(&transfer(id)).await?;
        let wallet = format!("wallet/{person}");
        let entry = row.and_then(|row| row.postings.into_iter().find(|posting| posting.account == wallet)?.entry);
        entry.ok_or_else(|| Problem::internal("a movement without its entry"))
    }

    /// Who gave an e-mail address hears that the paper is there, and whoever was told that it came to nothing,
    /// that it came all the same (W-15).
    async fn letter_about(&self, credited: &Credited, person: &Person) -> Result<Option<Message>, Problem> {
        let Credited { payment, received } = credited;
        let kind = if payment.came_late { MailKind::PaymentCameLate } else { MailKind::PaymentReceived };
        let amount = received.cents.written(person.language);
        let link = self.page(&format!("/top-up/{}", payment.id))?;
        let reference = payment.id.reference();
        let town = self.app.settings.town_name.as_str();
        let params = [("town", town), ("amount", &amount), ("reference", &reference), ("link", &link)];
        self.app.letter_to_resident(person, kind, &params).await
    }

    /// Where a letter leads to.
    pub(crate) fn page(&self, path: &str) -> Result<String, Problem> {
        let link = self.app.settings.portal.join(path);
        Ok(link.map_err(|_| Problem::internal("an address that is none"))?.to_string())
    }

    /// Money that came after somebody left goes back by itself: they can't ask for it any more (P-12).
    async fn settle_with_who_left(&self, payment: &Payment, person: &Person) -> Result<(), Problem> {
        if person.details.is_some() {
            return Ok(());
        }
        let key = format!("late/{}", payment.id);
        match ask_everything(&self.app.db, &person.id, &key, None, Transaction::new(), self.app.now()).await {
            Ok(()) | Err(NotAsked::By) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

pub(crate) fn line(text: &str) -> Result<Line, Problem> {
    Line::try_from(text.to_owned()).map_err(|_| Problem::internal("a line of a paper that is none"))
}

pub(crate) fn unwritten(error: PdfError) -> Problem {
    Problem::internal(format!("no document: {error}"))
}
