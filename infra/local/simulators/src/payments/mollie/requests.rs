//! What a merchant asks of Mollie, read and judged field by field.

use serde_json::Value;
use url::Url;

use super::refusal::Refusal;
use crate::payments::model::{Money, Payment, PaymentState};

const LONGEST_DESCRIPTION: usize = 255;
const LARGEST_METADATA_BYTES: usize = 1024;
/// One hundred thousand euros: far more than anybody tops up.
const LARGEST_CENTS: u64 = 10_000_000;

pub(super) struct PaymentRequest {
    pub amount: Money,
    pub description: String,
    pub redirect_url: String,
    pub webhook_url: Option<String>,
    pub locale: Option<String>,
    pub metadata: Value,
}

pub(super) struct RefundRequest {
    pub amount: Money,
    pub description: String,
    pub metadata: Value,
}

pub(super) fn payment(body: &[u8]) -> Result<PaymentRequest, Refusal> {
    let body = object(body)?;
    let redirect_url = web_address(&body, "redirectUrl")?;
    Ok(PaymentRequest {
        amount: amount(&body, "EUR")?,
        description: description(&body)?.ok_or(Refusal::field("description", "The description is missing"))?,
        redirect_url: redirect_url.ok_or(Refusal::field("redirectUrl", "The redirect url is missing"))?,
        webhook_url: web_address(&body, "webhookUrl")?,
        locale: locale(&body)?,
        metadata: metadata(&body)?,
    })
}

/// `payment` is the one to give back of.
pub(super) fn refund(body: &[u8], payment: &Payment) -> Result<RefundRequest, Refusal> {
    let body = object(body)?;
    if payment.state != PaymentState::Paid {
        return Err(Refusal::not_possible("The payment is not paid and can't be refunded"));
    }
    let amount = amount(&body, &payment.charged.currency)?;
    if amount.cents > payment.remaining_cents() {
        return Err(Refusal::field("amount", "The amount is higher than the maximum"));
    }
    Ok(RefundRequest {
        amount,
        description: description(&body)?.unwrap_or_else(|| payment.reference.clone()),
        metadata: metadata(&body)?,
    })
}

fn object(body: &[u8]) -> Result<Value, Refusal> {
    let body: Option<Value> = serde_json::from_slice(body).ok();
    body.filter(Value::is_object).ok_or(Refusal::not_json())
}

/// Null is as good as absent.
fn text<'a>(body: &'a Value, field: &'static str) -> Result<Option<&'a str>, Refusal> {
    match body.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Refusal::field(field, "The value is no text")),
    }
}

fn amount(body: &Value, agreed: &str) -> Result<Money, Refusal> {
    let part = |name: &str| body.get("amount").and_then(|amount| amount.get(name)).and_then(Value::as_str);
    let missing = Refusal::field("amount", "The amount is required and should be an object with currency and value");
    let (currency, value) = part("currency").zip(part("value")).ok_or(missing)?;
    if currency != agreed {
        return Err(Refusal::field("amount.currency", "The currency is not agreed on"));
    }
    let wrong = Refusal::field("amount.value", "The amount contains an invalid value");
    let cents = cents(value).ok_or(wrong)?;
    match cents {
        0 => Err(Refusal::field("amount", "The amount is lower than the minimum")),
        1..=LARGEST_CENTS => Ok(Money { cents, currency: currency.to_owned() }),
        _ => Err(Refusal::field("amount", "The amount is higher than the maximum")),
    }
}

/// `12.50` and in no other way: two decimals, always.
fn cents(value: &str) -> Option<u64> {
    let (euros, cents) = value.split_once('.')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if euros.is_empty() || euros.len() > 10 || cents.len() != 2 || !digits(euros) || !digits(cents) {
        return None;
    }
    Some(euros.parse::<u64>().ok()? * 100 + cents.parse::<u64>().ok()?)
}

fn description(body: &Value) -> Result<Option<String>, Refusal> {
    let Some(text) = text(body, "description")? else { return Ok(None) };
    if text.is_empty() || text.chars().count() > LONGEST_DESCRIPTION {
        return Err(Refusal::field("description", "The description has no characters or more than 255"));
    }
    Ok(Some(text.to_owned()))
}

/// The real one can't reach a machine of one's own; this one is on it.
fn web_address(body: &Value, field: &'static str) -> Result<Option<String>, Refusal> {
    let Some(text) = text(body, field)? else { return Ok(None) };
    let is_web = Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if is_web { Ok(Some(text.to_owned())) } else { Err(Refusal::field(field, "The URL is invalid")) }
}

fn locale(body: &Value) -> Result<Option<String>, Refusal> {
    let Some(text) = text(body, "locale")? else { return Ok(None) };
    let is_locale =
        matches!(text, "nl_BE" | "nl_NL" | "fr_BE" | "fr_FR" | "de_DE" | "de_AT" | "de_CH" | "en_GB" | "en_US");
    if is_locale { Ok(Some(text.to_owned())) } else { Err(Refusal::field("locale", "The locale is invalid")) }
}

fn metadata(body: &Value) -> Result<Value, Refusal> {
    let metadata = body.get("metadata").cloned().unwrap_or_default();
    if metadata.to_string().len() > LARGEST_METADATA_BYTES {
        return Err(Refusal::field("metadata", "The metadata is larger than 1024 bytes"));
    }
    Ok(metadata)
}

#[cfg(test)]
mod tests {
    use super::cents;

    #[test]
    fn amounts_have_two_decimals() {
        assert_eq!(cents("12.50"), Some(1250));
        assert_eq!(cents("0.01"), Some(1));
        for wrong in ["12.5", "12,50", "12", ".50", "-1.00", "+1.00", "1e2.00", "12.500", " 1.00", "99999999999.00", ""]
        {
            assert_eq!(cents(wrong), None, "{wrong}");
        }
    }
}
