//! What a merchant asks of Worldline, read and judged property by property.

use serde_json::Value;
use url::Url;

use super::refusal::Refusal;
use crate::payments::model::{Money, Payment, PaymentState};

const LONGEST_REFERENCE: usize = 40;
const LONGEST_RETURN_URL: usize = 200;
const LONGEST_WEBHOOK_URL: usize = 325;
const MOST_WEBHOOK_URLS: usize = 5;
const LARGEST_AMOUNT: u64 = 999_999_999_999;
const DEFAULT_SESSION_MIN: i64 = 180;
const LONGEST_SESSION_MIN: i64 = 1440;

#[derive(Debug)]
pub(super) struct CheckoutRequest {
    pub amount: Money,
    pub reference: String,
    pub return_url: String,
    pub locale: Option<String>,
    pub session_min: i64,
    pub webhook_urls: Vec<String>,
}

pub(super) struct RefundRequest {
    pub amount: Money,
    pub reference: String,
}

pub(super) fn checkout(body: &[u8]) -> Result<CheckoutRequest, Refusal> {
    let body = object(body)?;
    let specific = "hostedCheckoutSpecificInput";
    immediate_capture(&body)?;
    let return_url = text(&body, &format!("{specific}.returnUrl"), LONGEST_RETURN_URL)?
        .ok_or_else(|| Refusal::missing(&format!("{specific}.returnUrl")))?;
    Ok(CheckoutRequest {
        amount: amount(&body, "order.amountOfMoney", "EUR")?,
        // The real one can do without; we never do, and without it nobody finds the order.
        reference: text(&body, "order.references.merchantReference", LONGEST_REFERENCE)?
            .ok_or_else(|| Refusal::missing("order.references.merchantReference"))?,
        return_url: address(&format!("{specific}.returnUrl"), return_url)?,
        locale: text(&body, &format!("{specific}.locale"), 6)?,
        session_min: session(&body, &format!("{specific}.sessionTimeout"))?,
        webhook_urls: webhook_urls(&body)?,
    })
}

/// `payment` is the one to give back of.
pub(super) fn refund(body: &[u8], payment: &Payment) -> Result<RefundRequest, Refusal> {
    let body = object(body)?;
    if payment.state != PaymentState::Paid {
        return Err(Refusal::not_possible("the payment is not captured"));
    }
    let amount = amount(&body, "amountOfMoney", &payment.charged.currency)?;
    if amount.cents > payment.remaining_cents() {
        return Err(Refusal::invalid("amountOfMoney.amount", "is more than can be refunded"));
    }
    let own = text(&body, "operationReferences.merchantReference", LONGEST_REFERENCE)?;
    let reference = text(&body, "references.merchantReference", LONGEST_REFERENCE)?.or(own);
    Ok(RefundRequest { amount, reference: reference.unwrap_or_else(|| payment.reference.clone()) })
}

fn object(body: &[u8]) -> Result<Value, Refusal> {
    let body: Option<Value> = serde_json::from_slice(body).ok();
    body.filter(Value::is_object).ok_or(Refusal::not_json("not-json"))
}

/// By its path with dots; null is as good as absent.
fn property<'a>(body: &'a Value, path: &str) -> Option<&'a Value> {
    let found = path.split('.').try_fold(body, |value, name| value.get(name))?;
    (!found.is_null()).then_some(found)
}

fn text(body: &Value, path: &str, longest: usize) -> Result<Option<String>, Refusal> {
    let Some(value) = property(body, path) else { return Ok(None) };
    let text = value.as_str().ok_or_else(|| Refusal::invalid(path, "is no text"))?;
    if text.is_empty() || text.chars().count() > longest {
        return Err(Refusal::invalid(path, &format!("has no characters or more than {longest}")));
    }
    Ok(Some(text.to_owned()))
}

fn amount(body: &Value, path: &str, agreed: &str) -> Result<Money, Refusal> {
    let (amount, currency) = (format!("{path}.amount"), format!("{path}.currencyCode"));
    let cents = property(body, &amount).ok_or_else(|| Refusal::missing(&amount))?;
    let cents = cents.as_u64().filter(|cents| (1..=LARGEST_AMOUNT).contains(cents));
    let cents = cents.ok_or_else(|| Refusal::invalid(&amount, "is no whole number of cents above zero"))?;
    let code = text(body, &currency, 3)?.ok_or_else(|| Refusal::missing(&currency))?;
    if code != agreed {
        return Err(Refusal::invalid(&currency, "is not the currency agreed on"));
    }
    Ok(Money { cents, currency: code })
}

/// Without it the account decides whether money moves at once; here it does.
fn immediate_capture(body: &Value) -> Result<(), Refusal> {
    const PATH: &str = "cardPaymentMethodSpecificInput.authorizationMode";
    match text(body, PATH, 22)?.as_deref() {
        None | Some("SALE") => Ok(()),
        Some(_) => Err(Refusal::invalid(PATH, "is other than SALE, which is all that is simulated")),
    }
}

fn session(body: &Value, path: &str) -> Result<i64, Refusal> {
    let Some(minutes) = property(body, path) else { return Ok(DEFAULT_SESSION_MIN) };
    let minutes = minutes.as_i64().filter(|minutes| (1..=LONGEST_SESSION_MIN).contains(minutes));
    minutes.ok_or_else(|| Refusal::invalid(path, "is no number of minutes from 1 to 1440"))
}

fn webhook_urls(body: &Value) -> Result<Vec<String>, Refusal> {
    const PATH: &str = "feedbacks.webhookUrls";
    let Some(urls) = property(body, PATH) else { return Ok(vec![]) };
    let urls = urls.as_array().filter(|urls| urls.len() <= MOST_WEBHOOK_URLS);
    let urls = urls.ok_or_else(|| Refusal::invalid(PATH, "is no list of at most five"))?;
    urls.iter()
        .map(|url| {
            let url = url.as_str().filter(|url| url.len() <= LONGEST_WEBHOOK_URL);
            address(PATH, url.ok_or_else(|| Refusal::invalid(PATH, "has more than 325 characters"))?.to_owned())
        })
        .collect()
}

/// The real one wants https of webhooks; on one machine there is none.
fn address(path: &str, url: String) -> Result<String, Refusal> {
    let is_web = Url::parse(&url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if is_web { Ok(url) } else { Err(Refusal::invalid(path, "is no web address")) }
}
