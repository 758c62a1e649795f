//! Worldline Direct: hosted checkouts, signed requests.

use crate::gateway::{Asked, Failure, Gateway, Looked, Order, RefundLooked, SendBack, answered, locale};
use crate::signature::{Signed, http_date};
use chrono::{DateTime, Utc};
use meent_domain::Cents;
use meent_domain::payment::Said;
use meent_secrets::{PaymentKeys, WorldlineKeys};
use meent_store::payments::Checkout;
use reqwest::{Method, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;

/// A page is open this long.
const PAGE_LASTS_MINUTES: u32 = 60;

pub(crate) struct Worldline<'a> {
    pub http: &'a reqwest::Client,
    pub endpoint: &'a Url,
    pub merchant_id: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Created {
    hosted_checkout_id: String,
    #[serde(rename = "RETURNMAC")]
    return_mac: String,
    redirect_url: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HostedCheckout {
    status: String,
    created_payment_output: Option<CreatedPaymentOutput>,
}

#[derive(Deserialize)]
struct CreatedPaymentOutput {
    payment: Option<PaymentOf>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PaymentOf {
    id: String,
    status: String,
    status_output: Option<StatusOutput>,
    payment_output: Option<PaymentOutput>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct StatusOutput {
    status_code: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PaymentOutput {
    amount_of_money: AmountOfMoney,
    card_payment_method_specific_output: Option<Product>,
    redirect_payment_method_specific_output: Option<Product>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AmountOfMoney {
    amount: i64,
    currency_code: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Product {
    payment_product_id: Option<u32>,
}

#[derive(Deserialize)]
struct RefundsOf {
    #[serde(default)]
    refunds: Vec<RefundOf>,
}

#[derive(Deserialize)]
struct RefundOf {
    id: String,
    status: String,
}

impl Gateway for Worldline<'_> {
    fn create<'a>(&'a self, keys: &'a PaymentKeys, order: &'a Order, now: DateTime<Utc>) -> Asked<'a, Checkout> {
        Box::pin(async move {
            let body = json!({
                "order": {
                    "amountOfMoney": { "amount": order.amount.0, "currencyCode": "EUR" },
                    "references": { "merchantReference": order.payment.reference() },
                },
                "hostedCheckoutSpecificInput": {
                    "returnUrl": order.back,
                    "locale": locale(order.language),
                    // Ours says what became of it, in the resident's words.
                    "showResultPage": false,
                    "sessionTimeout": PAGE_LASTS_MINUTES,
                },
                "cardPaymentMethodSpecificInput": { "authorizationMode": "SALE" },
                "feedbacks": { "webhookUrls": [order.report] },
            });
            // One payment, one page: whoever asks again gets the same.
            let key = order.payment.to_string();
            let made: Created = self.ask(keys, Method::POST, "hostedcheckouts", Some((body, &key)), now).await?;
            Ok(Checkout { id: made.hosted_checkout_id, address: made.redirect_url, return_mac: Some(made.return_mac) })
        })
    }

    fn look<'a>(&'a self, keys: &'a PaymentKeys, checkout: &'a Checkout, now: DateTime<Utc>) -> Asked<'a, Looked> {
        Box::pin(async move {
            let path = format!("hostedcheckouts/{}", checkout.id);
            match self.ask::<HostedCheckout>(keys, Method::GET, &path, None, now).await {
                Ok(found) => Ok(looked(found)),
                // Pages are forgotten some time after they closed.
                Err(Failure::Unknown) => Ok(Looked { said: Said::Expired, provider_payment: None, method: None }),
                Err(failure) => Err(failure),
            }
        })
    }

    fn send_back<'a>(
        &'a self,
        keys: &'a PaymentKeys,
        what: &'a SendBack,
        now: DateTime<Utc>,
    ) -> Asked<'a, RefundLooked> {
        Box::pin(async move {
            let body = json!({
                "amountOfMoney": { "amount": what.amount.0, "currencyCode": "EUR" },
                "references": { "merchantReference": what.reference },
            });
            let path = format!("payments/{}/refund", what.provider_payment);
            let refund = self.ask::<RefundOf>(keys, Method::POST, &path, Some((body, &what.key)), now).await;
            refund_looked(refund)
        })
    }

    fn look_at_refund<'a>(
        &'a self,
        keys: &'a PaymentKeys,
        provider_payment: &'a str,
        id: &'a str,
        now: DateTime<Utc>,
    ) -> Asked<'a, RefundLooked> {
        Box::pin(async move {
            // A refund has no address of its own; a payment lists its refunds.
            let path = format!("payments/{provider_payment}/refunds");
            let all: RefundsOf = self.ask(keys, Method::GET, &path, None, now).await?;
            refund_looked(all.refunds.into_iter().find(|refund| refund.id == id).ok_or(Failure::Unknown))
        })
    }
}

impl Worldline<'_> {
    async fn ask<T: DeserializeOwned>(
        &self,
        keys: &PaymentKeys,
        method: Method,
        path: &str,
        sent: Option<(Value, &str)>,
        now: DateTime<Utc>,
    ) -> Result<T, Failure> {
        let WorldlineKeys { key_id, secret, .. } = keys.worldline.as_ref().ok_or(Failure::Credentials)?;
        let base = self.endpoint.as_str().trim_end_matches('/');
        let address = format!("{base}/v2/{}/{path}", self.merchant_id);
        let address: Url = address.parse().map_err(|_| Failure::Refused("an address that is none".to_owned()))?;
        let date = http_date(now);
        let idempotence = sent.as_ref().map(|(_, key)| ("X-GCS-Idempotence-Key", *key));
        let signed = Signed {
            method: method.as_str(),
            content_type: if sent.is_some() { "application/json" } else { "" },
            date: &date,
            headers: idempotence.as_slice(),
            path: address.path(),
        };
        let authorization = signed.authorization(key_id, secret);
        let mut request =
            self.http.request(method, address).header("Date", &date).header("Authorization", authorization);
        if let Some((body, key)) = &sent {
            request = request.header("X-GCS-Idempotence-Key", *key).json(body);
        }
        let refusal = |status, body: &[u8]| Failure::Refused(error_code(body, status));
        answered(request, refusal).await
    }
}

/// The first error's code; its text may quote what we sent.
fn error_code(body: &[u8], status: StatusCode) -> String {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let code = body["errors"][0]["errorCode"].as_str().or(body["errors"][0]["code"].as_str()).unwrap_or("no code");
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    format!("{status}, {code}")
}

const DELETION_REFUSED: u32 = 73;
const REFUND_ASKED: u32 = 81;
const REFUND_REFUSED: u32 = 83;

fn looked(found: HostedCheckout) -> Looked {
    let payment = found.created_payment_output.and_then(|output| output.payment);
    let by_page = match found.status.as_str() {
        "CANCELLED_BY_CONSUMER" => Said::Cancelled,
        // Tried once, refused, and the page still open: not over yet.
        _ => Said::Open,
    };
    let Some(payment) = payment else { return Looked { said: by_page, provider_payment: None, method: None } };
    // A payment takes over what became of its last refund: that one was refused leaves it captured.
    let code = payment.status_output.as_ref().and_then(|output| output.status_code);
    let status = match code {
        Some(REFUND_ASKED | REFUND_REFUSED | DELETION_REFUSED) => "CAPTURED",
        _ => payment.status.as_str(),
    };
    let said = match (status, &payment.payment_output) {
        ("CAPTURED", Some(PaymentOutput { amount_of_money: money, .. })) => {
            Said::Paid { amount: Cents(money.amount), currency: money.currency_code.clone() }
        }
        // Captured and no amount: nothing we could credit. Ask again later.
        ("CAPTURED", None) => Said::Pending,
        ("REJECTED" | "REJECTED_CAPTURE" | "REFUNDED", _) if found.status != "IN_PROGRESS" => Said::Failed,
        ("CANCELLED", _) if found.status != "IN_PROGRESS" => Said::Cancelled,
        (
            "PENDING_CAPTURE"
            | "PENDING_PAYMENT"
            | "CAPTURE_REQUESTED"
            | "AUTHORIZATION_REQUESTED"
            | "PENDING_APPROVAL"
            | "PENDING_COMPLETION",
            _,
        ) => Said::Pending,
        _ => by_page,
    };
    let product = payment.payment_output.and_then(|output| {
        output.card_payment_method_specific_output.or(output.redirect_payment_method_specific_output)
    });
    let method = product.and_then(|product| product.payment_product_id).map(product_named);
    Looked { said, provider_payment: Some(payment.id), method }
}

fn product_named(id: u32) -> String {
    match id {
        1 => "visa".to_owned(),
        3 => "mastercard".to_owned(),
        3012 => "bancontact".to_owned(),
        other => format!("product-{other}"),
    }
}

fn refund_looked(answered: Result<RefundOf, Failure>) -> Result<RefundLooked, Failure> {
    match answered {
        Ok(RefundOf { id, status }) => Ok(match status.as_str() {
            "REFUNDED" => RefundLooked::Done { id },
            "REJECTED" | "CANCELLED" | "REJECTED_CAPTURE" => RefundLooked::Refused { why: status },
            _ => RefundLooked::Pending { id },
        }),
        Err(Failure::Refused(why)) => Ok(RefundLooked::Refused { why }),
        Err(failure) => Err(failure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(status: &str, payment: Value) -> Looked {
        let output = if payment.is_null() { Value::Null } else { json!({ "payment": payment }) };
        let found = json!({ "status": status, "createdPaymentOutput": output });
        looked(serde_json::from_value(found).expect("as Worldline writes it"))
    }

    fn paid(status: &str) -> Value {
        json!({
            "id": "3066019730_0", "status": status,
            "paymentOutput": {
                "amountOfMoney": { "amount": 1250, "currencyCode": "EUR" },
                "redirectPaymentMethodSpecificOutput": { "paymentProductId": 3012 },
            },
        })
    }

    #[test]
    fn what_worldline_says_in_our_words() {
        assert_eq!(of("IN_PROGRESS", Value::Null).said, Said::Open);
        assert_eq!(of("CANCELLED_BY_CONSUMER", Value::Null).said, Said::Cancelled);
        let captured = of("PAYMENT_CREATED", paid("CAPTURED"));
        assert_eq!(captured.said, Said::Paid { amount: Cents(1250), currency: "EUR".to_owned() });
        assert_eq!(
            (captured.provider_payment.as_deref(), captured.method.as_deref()),
            (Some("3066019730_0"), Some("bancontact"))
        );
        for (status, said) in [
            ("PENDING_CAPTURE", Said::Pending),
            ("REJECTED", Said::Failed),
            ("CANCELLED", Said::Cancelled),
            ("SOMETHING_NEW", Said::Open),
        ] {
            assert_eq!(of("PAYMENT_CREATED", paid(status)).said, said, "{status}");
        }
        // Refused by one card, and the page still open for another.
        assert_eq!(of("IN_PROGRESS", paid("REJECTED")).said, Said::Open);
        // Cancelled on the page, and captured all the same.
        assert!(matches!(of("CANCELLED_BY_CONSUMER", paid("CAPTURED")).said, Said::Paid { .. }));
        for code in [73, 81, 83] {
            let mut reversed = paid(if code == 81 { "REFUND_REQUESTED" } else { "REJECTED" });
            reversed["statusOutput"] = json!({ "statusCode": code });
            assert!(matches!(of("PAYMENT_CREATED", reversed).said, Said::Paid { .. }), "{code}");
        }
        let without_amount = json!({ "id": "1", "status": "CAPTURED" });
        assert_eq!(of("PAYMENT_CREATED", without_amount).said, Said::Pending);
    }

    #[test]
    fn an_error_is_told_by_its_code_alone() {
        let body = br#"{"errorId":"x","errors":[{"errorCode":"50001130","message":"jan@example.org is not valid"}]}"#;
        assert_eq!(error_code(body, StatusCode::BAD_REQUEST), "400 Bad Request, 50001130");
        assert_eq!(error_code(b"<html>", StatusCode::BAD_REQUEST), "400 Bad Request, nocode");
    }
}
