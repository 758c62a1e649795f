//! What we ask of a payment provider, and what it can say.

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use meent_domain::payment::Said;
use meent_domain::{Cents, Language, PaymentId};
use meent_secrets::PaymentKeys;
use meent_store::payments::Checkout;
use reqwest::{RequestBuilder, StatusCode};
use serde::de::DeserializeOwned;
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
    fn create<'a>(&'a self, keys: &'a PaymentKeys, order: &'a Order, now: DateTime<Utc>) -> Asked<'a, Checkout>;

    /// What became of a payment.
    fn look<'a>(&'a self, keys: &'a PaymentKeys, checkout: &'a Checkout, now: DateTime<Utc>) -> Asked<'a, Looked>;

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

/// The language of a provider's page.
pub(crate) fn locale(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl_BE",
        Language::French => "fr_BE",
        Language::German => "de_DE",
        Language::English => "en_GB",
    }
}

/// Sends a request and reads what came of it. `refusal` says what an answer means that blames us.
pub(crate) async fn answered<T: DeserializeOwned>(
    request: RequestBuilder,
    refusal: impl Fn(StatusCode, &[u8]) -> Failure,
) -> Result<T, Failure> {
    let answer = request.send().await.map_err(|error| no_answer(&error))?;
    let status = answer.status();
    let body = answer.bytes().await.map_err(|error| no_answer(&error))?;
    match status {
        status if status.is_success() => {
            serde_json::from_slice(&body).map_err(|_| Failure::Unavailable("an answer that we can't read".to_owned()))
        }
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(Failure::Credentials),
        StatusCode::NOT_FOUND => Err(Failure::Unknown),
        // The same key is still being worked on, or there were too many.
        StatusCode::CONFLICT | StatusCode::TOO_MANY_REQUESTS => Err(Failure::Unavailable(status.to_string())),
        status if status.is_client_error() => Err(refusal(status, &body)),
        status => Err(Failure::Unavailable(status.to_string())),
    }
}

/// What a request that failed on the way means. Never the error's own text: it can quote the address.
fn no_answer(error: &reqwest::Error) -> Failure {
    let what = if error.is_timeout() {
        "no answer in time"
    } else if error.is_connect() {
        "no connection"
    } else {
        "half an answer"
    };
    Failure::Unavailable(what.to_owned())
}
