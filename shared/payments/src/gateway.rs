//! What we ask of a payment provider, and what it can say.

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use meent_domain::payment::Said;
use meent_domain::{Cents, Language, PaymentId};
use meent_secrets::PaymentKeys;
use meent_store::payments::{Checkout, Payment};
use url::Url;

/// A page to pay on.
#[derive(Debug, Clone)]
pub struct Order {
    pub payment: PaymentId,
    pub amount: Cents,
    pub language: Language,
    /// Who is paid, as the page says it.
    pub beneficiary: String,
    /// Where the browser comes back to.
    pub back: Url,
    /// Where the provider reports to.
    pub report: Url,
}

pub type NewCheckout = Checkout;

/// What the provider says of a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    pub said: Said,
    /// What it knows the payment by; there once something was paid.
    pub provider_payment: Option<String>,
    pub method: Option<String>,
}

/// Money on its way back.
#[derive(Debug, Clone)]
pub struct SendBack {
    pub provider_payment: String,
    pub amount: Cents,
    /// The same each time it is tried, so that trying again sends nothing twice.
    pub key: String,
    pub reference: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefundLooked {
    Pending { id: String },
    Done { id: String },
    Refused { why: String },
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// No answer, or none that says what happened: it may have been carried out.
    #[error("the payment provider gave no answer: {0}")]
    Unavailable(String),
    /// It said no, and nothing happened.
    #[error("the payment provider refused: {0}")]
    Refused(String),
    /// It doesn't take us for who we are.
    #[error("the payment provider does not know our key")]
    Credentials,
    /// Our own keys could not be read: it was not asked.
    #[error("{0}")]
    NotAsked(String),
    /// It has no such thing.
    #[error("the payment provider knows nothing of it")]
    Unknown,
}

pub(crate) type Asked<'a, T> = BoxFuture<'a, Result<T, Failure>>;

/// One payment provider.
pub(crate) trait Gateway: Send + Sync {
    /// Makes a page. Asked again for the same payment, it answers the same.
    fn create<'a>(&'a self, keys: &'a PaymentKeys, order: &'a Order, now: DateTime<Utc>) -> Asked<'a, NewCheckout>;

    /// What became of a payment.
    fn look<'a>(
        &'a self,
        keys: &'a PaymentKeys,
        payment: &'a Payment,
        checkout: &'a Checkout,
        now: DateTime<Utc>,
    ) -> Asked<'a, Looked>;

    fn send_back<'a>(
        &'a self,
        keys: &'a PaymentKeys,
        what: &'a SendBack,
        now: DateTime<Utc>,
    ) -> Asked<'a, RefundLooked>;

    fn look_at_refund<'a>(
        &'a self,
        keys: &'a PaymentKeys,
        provider_payment: &'a str,
        id: &'a str,
        now: DateTime<Utc>,
    ) -> Asked<'a, RefundLooked>;
}

/// What a request that failed on the way means. Never the error's own text: it can quote the address.
pub(crate) fn no_answer(error: &reqwest::Error) -> Failure {
    let what = if error.is_timeout() {
        "no answer in time"
    } else if error.is_connect() {
        "no connection"
    } else {
        "half an answer"
    };
    Failure::Unavailable(what.to_owned())
}
