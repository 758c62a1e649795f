//! The numbers of receipts, invoices and credit notes: 1, 2, 3 … of each kind and year (W-11). A number is drawn
//! in the transaction that gives it to the row it is for, together with the place where its document will
//! stand, so that making it again writes over itself.

use crate::Outbox;
use chrono::Datelike;
use meent_documents::DocumentKey;
use meent_domain::calendar::local_day;
use meent_domain::payment::PaperKind;
use meent_domain::{Cents, PaymentId, PersonId, RefundId};
use meent_http::{Problem, ProblemCode};
use meent_store::payments::{self, LastNumber, List, Paper, Stands};
use meent_store::work::Message;
use meent_store::{Condition, Key, Refused, Stored, Transaction, value};

/// Others may draw at the same time.
const TRIES: usize = 8;

/// What a number is drawn for: a row that keeps it, and is changed under its version.
pub(crate) trait Keeps: Sized {
    type Row: Stored;

    fn row(&self) -> &Self::Row;
    fn key(&self) -> Key;
    fn version(&self) -> u64;
    /// The one it has.
    fn number(&self) -> Option<&str>;
    /// What the paper will be about.
    fn about(&self) -> About;
    /// The next version, with its number, and with the document once there is one.
    fn keeping(&self, number: &str, stands: Option<&Stands>) -> Self;
    /// As it was read again.
    fn again(&self, row: Self::Row) -> Result<Self, Problem>;
}

pub(crate) struct About {
    pub kind: PaperKind,
    pub payment: PaymentId,
    pub refund: Option<RefundId>,
    pub person: PersonId,
    pub cents: Cents,
}

/// A document, as people read it and as programs do.
pub(crate) struct Made {
    pub pdf: Vec<u8>,
    pub ubl: Option<Vec<u8>>,
}

impl Outbox {
    /// Draws a number, if there is none yet.
    pub(crate) async fn numbered<K: Keeps>(&self, read: K) -> Result<(K, Paper), Problem> {
        let db = &self.app.db;
        let mut keeper = read;
        for _try in 0..TRIES {
            if let Some(number) = keeper.number() {
                let paper: Option<Paper> = db.get(&payments::paper(number)).await?;
                let paper = paper.ok_or_else(|| Problem::internal("a number without its paper"))?;
                return Ok((keeper, paper));
            }
            match self.drawn(&keeper).await? {
                Some(drawn) => return Ok(drawn),
                None => {
                    let again: Option<K::Row> = db.get(&keeper.key()).await?;
                    keeper = keeper.again(again.ok_or(ProblemCode::Busy)?)?;
                }
            }
        }
        Err(ProblemCode::Busy.into())
    }

    /// None when somebody else drew one first, or changed the row.
    async fn drawn<K: Keeps>(&self, keeper: &K) -> Result<Option<(K, Paper)>, Problem> {
        let db = &self.app.db;
        let now = self.app.now();
        let About { kind, payment, refund, person, cents } = keeper.about();
        let series = kind.series(local_day(now).year());
        let counter = payments::last_number(&series);
        let last = db.get::<LastNumber>(&counter).await?;
        let next = last.as_ref().map_or(1, |known| known.last + 1);
        let number = format!("{series}-{next:06}");
        let paper = Paper {
            kind,
            drawn_at: now,
            payment,
            refund,
            person,
            cents,
            papers: None,
            planned: planned(kind),
            listed_month: payments::month_of(List::Papers, now),
            listed_at: payments::listed_at(now, &number),
            number,
        };
        let after = keeper.keeping(&paper.number, None);
        let undrawn = match last {
            None => Condition::Absent,
            Some(known) => Condition::Is("last", value::number(known.last)),
        };
        let draw = Transaction::new()
            .replace(counter, &LastNumber { last: next }, undrawn, ())
            .replace(keeper.key(), after.row(), Condition::version(keeper.version()), ())
            .create(payments::paper(&paper.number), &paper, ());
        match db.commit(draw).await {
            Ok(()) => Ok(Some((after, paper))),
            Err(Refused::By(_)) => Ok(None),
            Err(Refused::Failed(error)) => Err(error.into()),
        }
    }

    /// Puts the document where it was planned; that it stands there is said in the transaction that tells the
    /// payer.
    pub(crate) async fn made<K: Keeps>(
        &self,
        keeper: &K,
        paper: &Paper,
        made: Made,
        letter: Option<Message>,
    ) -> Result<(), Problem> {
        let app = &self.app;
        let stands = &paper.planned;
        app.documents.put(&key(&stands.pdf)?, made.pdf, "application/pdf").await?;
        if let (Some(place), Some(ubl)) = (&stands.ubl, made.ubl) {
            app.documents.put(&key(place)?, ubl, "application/xml").await?;
        }
        let after = keeper.keeping(&paper.number, Some(stands));
        let paper = Paper { papers: Some(stands.clone()), ..paper.clone() };
        let mut told = Transaction::new()
            .replace(keeper.key(), after.row(), Condition::version(keeper.version()), ())
            .put(payments::paper(&paper.number), &paper);
        if let Some(letter) = letter {
            told = told.put(letter.key(), &letter);
        }
        app.db.commit(told).await.map_err(Refused::into_failure)?;
        Ok(())
    }
}

/// Places that nobody finds by guessing.
fn planned(kind: PaperKind) -> Stands {
    let text = |key: DocumentKey| key.as_str().to_owned();
    match kind {
        PaperKind::Receipt => Stands { pdf: text(DocumentKey::new_receipt()), ubl: None },
        PaperKind::Invoice | PaperKind::CreditNote => {
            Stands { pdf: text(DocumentKey::new_invoice()), ubl: Some(text(DocumentKey::new_ubl())) }
        }
    }
}

fn key(place: &str) -> Result<DocumentKey, Problem> {
    DocumentKey::from_row(place).ok_or_else(|| Problem::internal("a document's key that is none"))
}
