//! Mollie: payments by their address, amounts as decimal text, a key in the header.

use crate::gateway::{Asked, Failure, Gateway, Looked, Order, RefundLooked, SendBack, answered, locale};
use chrono::{DateTime, Utc};
use meent_domain::Cents;
use meent_domain::payment::Said;
use meent_secrets::PaymentKeys;
use meent_store::payments::Checkout;
use reqwest::{Method, StatusCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

pub(crate) struct Mollie<'a> {
    pub http: &'a reqwest::Client,
    pub endpoint: &'a Url,
}

#[derive(Debug, Serialize, Deserialize)]
struct Amount {
    currency: String,
    value: String,
}

#[derive(Deserialize)]
struct PaymentOf {
    id: String,
    status: String,
    amount: Amount,
    method: Option<String>,
    #[serde(rename = "_links")]
    links: Option<Links>,
}

#[derive(Deserialize)]
struct Links {
    checkout: Option<Link>,
}

#[derive(Deserialize)]
struct Link {
    href: String,
}

#[derive(Deserialize)]
struct RefundOf {
    id: String,
    status: String,
}

impl Gateway for Mollie<'_> {
    fn create<'a>(&'a self, keys: &'a PaymentKeys, order: &'a Order, _: DateTime<Utc>) -> Asked<'a, Checkout> {
        Box::pin(async move {
            let body = json!({
                "amount": euros(order.amount),
                "description": format!("{} · {}", order.beneficiary, order.payment.reference()),
                "redirectUrl": order.back,
                "webhookUrl": order.report,
                "locale": locale(order.language),
                "metadata": { "reference": order.payment.reference() },
            });
            let key = order.payment.to_string();
            let made: PaymentOf = self.ask(keys, Method::POST, "payments", Some((body, &key))).await?;
            let address = made.links.and_then(|links| links.checkout).map(|link| link.href);
            let address = address.ok_or_else(|| Failure::Unavailable("a payment without a page".to_owned()))?;
            Ok(Checkout { id: made.id, address, return_mac: None })
        })
    }

    fn look<'a>(&'a self, keys: &'a PaymentKeys, checkout: &'a Checkout, _: DateTime<Utc>) -> Asked<'a, Looked> {
        Box::pin(async move {
            let found: PaymentOf = self.ask(keys, Method::GET, &format!("payments/{}", checkout.id), None).await?;
            looked(found)
        })
    }

    fn send_back<'a>(&'a self, keys: &'a PaymentKeys, what: &'a SendBack, _: DateTime<Utc>) -> Asked<'a, RefundLooked> {
        Box::pin(async move {
            let body = json!({ "amount": euros(what.amount), "description": what.reference });
            let path = format!("payments/{}/refunds", what.provider_payment);
            refund_looked(self.ask(keys, Method::POST, &path, Some((body, &what.key))).await)
        })
    }

    fn look_at_refund<'a>(
        &'a self,
        keys: &'a PaymentKeys,
        provider_payment: &'a str,
        id: &'a str,
        _: DateTime<Utc>,
    ) -> Asked<'a, RefundLooked> {
        Box::pin(async move {
            let path = format!("payments/{provider_payment}/refunds/{id}");
            refund_looked(self.ask(keys, Method::GET, &path, None).await)
        })
    }
}

impl Mollie<'_> {
    async fn ask<T: DeserializeOwned>(
        &self,
        keys: &PaymentKeys,
        method: Method,
        path: &str,
        sent: Option<(Value, &str)>,
    ) -> Result<T, Failure> {
        let api_key = keys.mollie.as_deref().ok_or(Failure::Credentials)?;
        let address = format!("{}/v2/{path}", self.endpoint.as_str().trim_end_matches('/'));
        let mut request = self.http.request(method, address).bearer_auth(api_key);
        if let Some((body, key)) = &sent {
            request = request.header("Idempotency-Key", *key).json(body);
        }
        answered(request, |status, _| match status {
            StatusCode::GONE => Failure::Unknown,
            status => Failure::Refused(status.to_string()),
        })
        .await
    }
}

fn looked(found: PaymentOf) -> Result<Looked, Failure> {
    let said = match found.status.as_str() {
        "paid" => {
            let amount =
                cents(&found.amount.value).ok_or_else(|| Failure::Unavailable("an amount that is none".to_owned()))?;
            Said::Paid { amount, currency: found.amount.currency }
        }
        "pending" | "authorized" => Said::Pending,
        "canceled" => Said::Cancelled,
        "failed" => Said::Failed,
        "expired" => Said::Expired,
        _ => Said::Open,
    };
    let method = found.method.map(|method| if method == "creditcard" { "card".to_owned() } else { method });
    Ok(Looked { said, provider_payment: Some(found.id), method })
}

fn refund_looked(answered: Result<RefundOf, Failure>) -> Result<RefundLooked, Failure> {
    match answered {
        Ok(RefundOf { id, status }) => Ok(match status.as_str() {
            "refunded" => RefundLooked::Done { id },
            "failed" | "canceled" => RefundLooked::Refused { why: status },
            _ => RefundLooked::Pending { id },
        }),
        Err(Failure::Refused(why)) => Ok(RefundLooked::Refused { why }),
        Err(failure) => Err(failure),
    }
}

fn euros(amount: Cents) -> Amount {
    Amount { currency: "EUR".to_owned(), value: amount.plain() }
}

/// `12.50`, to the cent and without a float.
fn cents(value: &str) -> Option<Cents> {
    let (whole, part) = value.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() != 2 {
        return None;
    }
    let (whole, part): (i64, i64) = (whole.parse().ok()?, part.parse().ok()?);
    whole.checked_mul(100)?.checked_add(part).map(Cents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_there_and_back() {
        for (amount, written) in [(5, "0.05"), (1250, "12.50"), (100_000, "1000.00")] {
            assert_eq!(euros(Cents(amount)).value, written);
            assert_eq!(cents(written), Some(Cents(amount)));
        }
        for wrong in ["", "12", "12.5", "12.500", "-1.00", "1e3.00", " 1.00", "99999999999999999999.00"] {
            assert_eq!(cents(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_mollie_says_in_our_words() {
        let of = |status: &str| {
            let amount = json!({ "currency": "EUR", "value": "12.50" });
            let found = json!({ "id": "tr_1", "status": status, "amount": amount, "method": "bancontact" });
            looked(serde_json::from_value(found).expect("as Mollie writes it")).expect("understood").said
        };
        assert_eq!(of("paid"), Said::Paid { amount: Cents(1250), currency: "EUR".to_owned() });
        for (status, said) in [
            ("open", Said::Open),
            ("pending", Said::Pending),
            ("authorized", Said::Pending),
            ("canceled", Said::Cancelled),
            ("failed", Said::Failed),
            ("expired", Said::Expired),
        ] {
            assert_eq!(of(status), said, "{status}");
        }
    }
}
