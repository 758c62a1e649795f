//! `payments`: money on its way in and back, and the papers about it.
//!
//! | pk | sk | row | indexes |
//! |---|---|---|---|
//! | `PAYMENT#<id>` | `PAYMENT` | [`Payment`] | `by-person`, `by-month`, `by-due` until it has ended, `by-attention` while parked |
//! | `REFUND#<id>` | `REFUND` | [`Refund`] | `by-person`, `by-month`, `by-attention` while a clerk must look |
//! | `PAPERS#<series><year>` | `LAST` | [`LastNumber`] | |
//! | `PAPER#<number>` | `PAPER` | [`Paper`] | `by-month` |
//!
//! Ids of persons only; what a company gave for its invoice is sealed.

use crate::row::{Key, Position, Stored, from_item};
use crate::{Db, StoreError, Table};
use chrono::{DateTime, SecondsFormat, Utc};
use meent_domain::money::Cents;
use meent_domain::payment::{self, PaperKind, PaymentState, RefundState};
use meent_domain::{Language, PaymentId, PersonId, RefundId, TransferId};
use serde::{Deserialize, Serialize};

pub const BY_PERSON: &str = "by-person";
pub const BY_MONTH: &str = "by-month";
pub const BY_DUE: &str = "by-due";
pub const BY_ATTENTION: &str = "by-attention";
/// One for a town; more when a measurement asks for it.
pub const DUE_SHARD: &str = "0";

pub fn payment(id: &PaymentId) -> Key {
    Key::new(Table::Payments, format!("PAYMENT#{id}"), "PAYMENT")
}

pub fn refund(id: &RefundId) -> Key {
    Key::new(Table::Payments, format!("REFUND#{id}"), "REFUND")
}

pub fn last_number(series: &str) -> Key {
    Key::new(Table::Payments, format!("PAPERS#{series}"), "LAST")
}

pub fn paper(number: &str) -> Key {
    Key::new(Table::Payments, format!("PAPER#{number}"), "PAPER")
}

/// A partition of `by-month`.
pub fn month_of(list: List, at: DateTime<Utc>) -> String {
    list.of_month(&at.format("%Y-%m").to_string())
}

/// A partition of `by-person`.
pub fn person_of(list: List, person: &PersonId) -> String {
    format!("{}#{person}", list.code())
}

/// A sort key in every list: time, then the row's own id.
pub fn listed_at(at: DateTime<Utc>, id: &str) -> String {
    format!("{}#{id}", listed_from(at))
}

/// Where the rows of a moment begin.
pub fn listed_from(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The kinds of rows that lists are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Payments,
    Refunds,
    Papers,
}

impl List {
    /// A partition of `by-month`; the month as `2026-11`.
    pub fn of_month(self, month: &str) -> String {
        format!("{}#{month}", self.code())
    }

    fn code(self) -> &'static str {
        match self {
            Self::Payments => "PAYMENTS",
            Self::Refunds => "REFUNDS",
            Self::Papers => "PAPERS",
        }
    }
}

/// Why a finance clerk must look: a partition of `by-attention`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attention {
    PaymentParked,
    RefundAsked,
    RefundStuck,
}

impl Attention {
    pub fn code(self) -> &'static str {
        match self {
            Self::PaymentParked => "payment-parked",
            Self::RefundAsked => "refund-asked",
            Self::RefundStuck => "refund-stuck",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProviderName {
    Worldline,
    Mollie,
    /// None: paid at the desk (P-63). Nobody is asked about it, and nothing goes back through it.
    Desk,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Payment {
    pub id: PaymentId,
    /// Raised by every change; a change names the one it was made from.
    pub version: u64,
    pub person: PersonId,
    pub provider: ProviderName,
    pub ordered: Cents,
    pub ordered_at: DateTime<Utc>,
    /// The hash of what the resident asked: the same key with another is refused.
    pub request: String,
    pub language: Language,
    pub paper: payment::Paper,
    /// Whom an invoice is for ([`meent_domain::company::Company`]), sealed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company_sealed: Option<String>,
    /// Part of the address that a provider reports to, for one that signs nothing.
    pub webhook_token: String,
    pub state: PaymentState,
    /// Was shown as ended without money before the money came (W-15).
    #[serde(default)]
    pub came_late: bool,
    /// The provider's page, once there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub checkout: Option<Checkout>,
    /// What came, once something did.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub received: Option<Received>,
    /// How often it was asked about by the clock.
    #[serde(default)]
    pub asked: u32,
    /// The receipt's or invoice's number, once drawn.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub paper_number: Option<String>,
    /// Where it stands, once made.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub papers: Option<Stands>,
    pub listed_person: String,
    pub listed_month: String,
    pub listed_at: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attention: Option<Attention>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkout {
    /// What the provider knows the page by.
    pub id: String,
    pub address: String,
    /// Comes back with the browser, from a provider that gives one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub return_mac: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    pub cents: Cents,
    pub currency: String,
    pub at: DateTime<Utc>,
    /// What the provider knows the payment by; needed to send it back.
    pub provider_payment: String,
    /// `bancontact`, `visa`, `mastercard`, or whatever the provider calls it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub method: Option<String>,
    /// The movement that credited it; none while it is parked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub transfer: Option<TransferId>,
}

impl Payment {
    /// Field under which it seals whom its invoice is for.
    pub const COMPANY: &'static str = "company";

    pub fn key(&self) -> Key {
        payment(&self.id)
    }

    /// Asked about again at `at`, or not any more.
    pub fn due(&mut self, at: Option<DateTime<Utc>>) {
        self.due_shard = at.map(|_| DUE_SHARD.to_owned());
        self.due_at = at.map(listed_from);
    }
}

impl Stored for Payment {}

/// Balance asked back. It leaves the wallet when asked, and goes back through the payments it came by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Refund {
    pub id: RefundId,
    pub version: u64,
    pub person: PersonId,
    pub cents: Cents,
    pub asked_at: DateTime<Utc>,
    pub request: String,
    pub state: RefundState,
    /// The movement that set it aside.
    pub transfer: TransferId,
    /// Why a clerk said no, or why it is stuck.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
    #[serde(default)]
    pub parts: Vec<RefundPart>,
    /// How often a clerk had it sent again.
    #[serde(default)]
    pub tries: u32,
    pub listed_person: String,
    pub listed_month: String,
    pub listed_at: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attention: Option<Attention>,
}

/// What goes back through one payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundPart {
    pub payment: PaymentId,
    pub cents: Cents,
    pub state: PartState,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub provider_refund: Option<String>,
    /// When it went back.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub paid_at: Option<DateTime<Utc>>,
    /// Of what went back of an invoiced payment, once its number is drawn.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub credit_note: Option<CreditNote>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreditNote {
    pub number: String,
    /// Where it stands, once made.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub papers: Option<Stands>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartState {
    /// Reserved; the provider may have been asked.
    Reserved,
    /// The provider has it, and is not done.
    Sent,
    Paid,
    /// The provider would not; what was reserved is free again.
    Released,
    /// The town paid it by bank transfer in the provider's place.
    ByHand,
}

impl RefundPart {
    pub fn new(payment: PaymentId, cents: Cents, state: PartState) -> Self {
        Self { payment, cents, state, provider_refund: None, paid_at: None, credit_note: None }
    }

    pub fn is_back(&self) -> bool {
        matches!(self.state, PartState::Paid | PartState::ByHand)
    }
}

impl Refund {
    pub fn key(&self) -> Key {
        refund(&self.id)
    }

    /// What is set aside still: what providers have not sent back.
    pub fn left(&self) -> Cents {
        let paid: i64 = self.parts.iter().filter(|part| part.state == PartState::Paid).map(|part| part.cents.0).sum();
        Cents(self.cents.0 - paid)
    }

    /// The part of a payment that went back. A payment has one at most: it is asked again for no refund that it
    /// has a part in.
    pub fn back_through(&self, payment: &PaymentId) -> Option<&RefundPart> {
        self.parts.iter().find(|part| part.payment == *payment && part.is_back())
    }

    /// What no payment has been found for.
    pub fn unplaced(&self) -> Cents {
        let placed = self.parts.iter().filter(|part| part.state != PartState::Released).map(|part| part.cents.0);
        Cents(self.cents.0 - placed.sum::<i64>())
    }
}

impl Stored for Refund {}

/// The last number drawn of a series: numbers have no gaps (W-11).
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct LastNumber {
    pub last: u64,
}

impl Stored for LastNumber {}

/// A receipt, an invoice or a credit note.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Paper {
    /// `K2026-000042`, `F2026-000007`, `C2026-000001`
    pub number: String,
    pub kind: PaperKind,
    pub drawn_at: DateTime<Utc>,
    pub payment: PaymentId,
    /// Of a credit note: the refund by which it went back.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub refund: Option<RefundId>,
    pub person: PersonId,
    pub cents: Cents,
    /// Where it will stand: chosen with the number, so that making it again writes over itself.
    pub planned: Stands,
    /// Where it stands, once made.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub papers: Option<Stands>,
    pub listed_month: String,
    pub listed_at: String,
}

/// Keys in the documents bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stands {
    pub pdf: String,
    /// Of an invoice or a credit note.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ubl: Option<String>,
}

impl Stored for Paper {}

/// What the audit looks at, of all that stands in the table.
#[derive(Debug)]
pub enum AnyRow {
    Payment(Box<Payment>),
    Refund(Box<Refund>),
}

/// Each may ask a provider something, so there are fewer than a megabyte.
const MOST_IN_A_STRETCH: i32 = 500;

/// The next stretch of the whole table. Papers and their numbers are left out.
pub async fn stretch(db: &Db, after: Option<&Position>) -> Result<(Vec<AnyRow>, Option<Position>), StoreError> {
    let (items, next) = db.scan(Table::Payments, after, Some(MOST_IN_A_STRETCH)).await?;
    let mut rows = vec![];
    for (key, item) in items {
        match key.sk.as_str() {
            "PAYMENT" => rows.push(AnyRow::Payment(Box::new(from_item(item)?))),
            "REFUND" => rows.push(AnyRow::Refund(Box::new(from_item(item)?))),
            _ => {}
        }
    }
    Ok((rows, next))
}
