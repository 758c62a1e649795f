//! Receipts and invoices (W-11): first the number, without gaps and once for a payment; then the document,
//! in a place that was chosen with the number, so that making it again writes over itself; then the payer
//! is told.

use crate::Outbox;
use crate::jobs::Outcome;
use chrono::Datelike;
use meent_documents::{DocumentKey, Invoice, Payment as PaidBy, Receipt, Sale, Sold, SoldLine, invoice, receipt, ubl};
use meent_domain::calendar::local_day;
use meent_domain::company::Line;
use meent_domain::movement::Kind as Movement;
use meent_domain::payment::Paper as Kind;
use meent_domain::{Language, PaymentId};
use meent_http::{MailKind, Problem, ProblemCode};
use meent_payments::{NotAsked, ask_everything};
use meent_store::ledger::{TransferRow, transfer};
use meent_store::payments::{self, LastNumber, List, Paper, Payment, ProviderName, Received, Stands};
use meent_store::people::{self, Person};
use meent_store::work::Message;
use meent_store::{Condition, Refused, Transaction, value};

/// Others may draw at the same time.
const TRIES: usize = 8;

impl Outbox {
    pub(crate) async fn make_paper(&self, id: &PaymentId) -> Result<Outcome, Problem> {
        let app = &self.app;
        let payment: Option<Payment> = app.db.get(&payments::payment(id)).await?;
        let payment = payment.ok_or_else(|| Problem::internal("a job about a payment that is gone"))?;
        let received = payment.received.clone().ok_or_else(|| Problem::internal("a paper for money that came not"))?;
        let person: Option<Person> = app.db.get(&people::person(&payment.person)).await?;
        let person = person.ok_or_else(|| Problem::internal("a payer who never was"))?;
        let (payment, paper) = self.numbered(payment, &received).await?;
        if payment.papers.is_none() {
            self.written(&payment, &paper, &received, &person).await?;
        }
        self.settle_with_who_left(&payment, &person).await?;
        Ok(Outcome::Done)
    }

    /// Draws the number, if there is none yet.
    async fn numbered(&self, read: Payment, received: &Received) -> Result<(Payment, Paper), Problem> {
        let db = &self.app.db;
        let mut payment = read;
        for _try in 0..TRIES {
            if let Some(number) = &payment.paper_number {
                let paper: Option<Paper> = db.get(&payments::paper(number)).await?;
                let paper = paper.ok_or_else(|| Problem::internal("a number without its paper"))?;
                return Ok((payment, paper));
            }
            let now = self.app.now();
            let series = series(payment.paper, local_day(now).year());
            let counter = payments::last_number(&series);
            let last = db.get::<LastNumber>(&counter).await?;
            let next = last.as_ref().map_or(1, |known| known.last + 1);
            let number = format!("{series}-{next:06}");
            let paper = Paper {
                kind: payment.paper,
                drawn_at: now,
                payment: payment.id.clone(),
                person: payment.person.clone(),
                cents: received.cents,
                papers: None,
                planned: planned(payment.paper),
                listed_month: payments::month_of(List::Papers, now),
                listed_at: payments::listed_at(now, &number),
                number,
            };
            let after =
                Payment { paper_number: Some(paper.number.clone()), version: payment.version + 1, ..payment.clone() };
            let undrawn = match last {
                None => Condition::Absent,
                Some(known) => Condition::Is("last", value::number(known.last)),
            };
            let unchanged = Condition::version(payment.version);
            let draw = Transaction::new()
                .replace(counter, &LastNumber { last: next }, undrawn, ())
                .replace(payment.key(), &after, unchanged, ())
                .create(payments::paper(&paper.number), &paper, ());
            match db.commit(draw).await {
                Ok(()) => return Ok((after, paper)),
                Err(Refused::By(_)) => {
                    let again: Option<Payment> = db.get(&payment.key()).await?;
                    payment = again.ok_or(ProblemCode::Busy)?;
                }
                Err(Refused::Failed(error)) => return Err(error.into()),
            }
        }
        Err(ProblemCode::Busy.into())
    }

    /// Makes the document, and tells the payer in the same transaction that says where it stands.
    async fn written(
        &self,
        payment: &Payment,
        paper: &Paper,
        received: &Received,
        person: &Person,
    ) -> Result<(), Problem> {
        let app = &self.app;
        let language = payment.language;
        let sale = self.sale(payment, paper, received, language).await?;
        let letterhead = app.settings.letterhead();
        let unwritten = |error: meent_documents::pdf::PdfError| Problem::internal(format!("no document: {error}"));
        let (pdf, ubl) = match app.company_of(payment).await? {
            Some(buyer) => {
                let paper = Invoice { sale, buyer };
                let pdf = invoice(&letterhead, &paper, language).map_err(unwritten)?;
                (pdf, Some(ubl::invoice(&letterhead, &paper, language)))
            }
            None => {
                // Who left since has no name any more; the paper is kept all the same (P-12).
                let name = person.details.as_ref().map(|known| format!("{} {}", known.first_name, known.last_name));
                let payer = name.unwrap_or_else(|| payment.person.internal_id());
                (receipt(&letterhead, &Receipt { sale, payer }, language).map_err(unwritten)?, None)
            }
        };
        let stands = &paper.planned;
        app.documents.put(&key(&stands.pdf)?, pdf, "application/pdf").await?;
        if let (Some(place), Some(ubl)) = (&stands.ubl, ubl) {
            app.documents.put(&key(place)?, ubl, "application/xml").await?;
        }
        let made = Paper { papers: Some(stands.clone()), ..paper.clone() };
        let after = Payment { papers: Some(stands.clone()), version: payment.version + 1, ..payment.clone() };
        let unchanged = Condition::version(payment.version);
        let mut told =
            Transaction::new().replace(after.key(), &after, unchanged, ()).put(payments::paper(&made.number), &made);
        if let Some(letter) = self.letter_about(payment, received, person).await? {
            told = told.put(letter.key(), &letter);
        }
        app.db.commit(told).await.map_err(Refused::into_failure)?;
        Ok(())
    }

    async fn sale(
        &self,
        payment: &Payment,
        paper: &Paper,
        received: &Received,
        language: Language,
    ) -> Result<Sale, Problem> {
        let line = |text: &str| {
            Line::try_from(text.to_owned()).map_err(|_| Problem::internal("a line of a paper that is none"))
        };
        let id = received.transfer.as_ref().ok_or_else(|| Problem::internal("a payment that was not credited"))?;
        let credit: Option<TransferRow> = self.app.db.get(&transfer(id)).await?;
        let wallet = format!("wallet/{}", payment.person);
        let entry = credit.and_then(|row| row.postings.into_iter().find(|posting| posting.account == wallet)?.entry);
        let wrong = |_| Problem::internal("a sale that is none");
        let vat = self.app.settings.seller.vat(language).map_err(wrong)?;
        let movement = match payment.provider {
            ProviderName::Desk => Movement::DeskTopUp,
            ProviderName::Worldline | ProviderName::Mollie => Movement::TopUp,
        };
        let sold = SoldLine { what: line(movement.described(language))?, amount: received.cents };
        Ok(Sale {
            number: line(&paper.number)?,
            on: paper.drawn_at,
            seller: self.app.settings.seller.town().map_err(wrong)?,
            sold: Sold::new(vec![sold], vat).map_err(wrong)?,
            payment: PaidBy {
                method: line(&method_named(received.method.as_deref(), language))?,
                on: received.at,
                reference: line(&received.provider_payment)?,
                order: line(&payment.id.reference())?,
                transaction: entry.ok_or_else(|| Problem::internal("a credit without its entry"))?,
            },
        })
    }

    /// Who gave an e-mail address hears that the paper is there, and whoever was told that it came to nothing,
    /// that it came all the same (W-15).
    async fn letter_about(
        &self,
        payment: &Payment,
        received: &Received,
        person: &Person,
    ) -> Result<Option<Message>, Problem> {
        let app = &self.app;
        let kind = if payment.came_late { MailKind::PaymentCameLate } else { MailKind::PaymentReceived };
        let amount = received.cents.written(person.language);
        let link = app.settings.portal.join(&format!("/top-up/{}", payment.id));
        let link = link.map_err(|_| Problem::internal("an address that is none"))?.to_string();
        let reference = payment.id.reference();
        let params = [
            ("town", app.settings.town_name.as_str()),
            ("amount", &amount),
            ("reference", &reference),
            ("link", &link),
        ];
        app.letter_to_resident(person, kind, &params).await
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

/// Kwitantie and factuur, each with its own numbers.
fn series(kind: Kind, year: i32) -> String {
    match kind {
        Kind::Receipt => format!("K{year}"),
        Kind::Invoice => format!("F{year}"),
    }
}

/// Places that nobody finds by guessing.
fn planned(kind: Kind) -> Stands {
    let text = |key: DocumentKey| key.as_str().to_owned();
    match kind {
        Kind::Receipt => Stands { pdf: text(DocumentKey::new_receipt()), ubl: None },
        Kind::Invoice => Stands { pdf: text(DocumentKey::new_invoice()), ubl: Some(text(DocumentKey::new_ubl())) },
    }
}

fn key(place: &str) -> Result<DocumentKey, Problem> {
    DocumentKey::from_row(place).ok_or_else(|| Problem::internal("a document's key that is none"))
}

fn method_named(method: Option<&str>, language: Language) -> String {
    let in_language = |texts: [&str; 4]| texts[language as usize].to_owned();
    match method {
        Some("cash") => in_language(["contante betaling", "espèces", "Bargeld", "cash"]),
        Some("card") => in_language(["bankkaart", "carte bancaire", "Bankkarte", "bank card"]),
        Some("bancontact") => "Bancontact".to_owned(),
        Some("visa") => "Visa".to_owned(),
        Some("mastercard") => "Mastercard".to_owned(),
        // Whatever the provider calls it, within what a line holds.
        Some(other) => other.chars().filter(|c| !c.is_control()).take(40).collect(),
        None => "online".to_owned(),
    }
}
