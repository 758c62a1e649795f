//! What Mollie says of payments and refunds.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use crate::payments::house::House;
use crate::payments::model::{Method, Money, Payment, PaymentState, Refund, RefundState};

pub(super) fn state(state: PaymentState) -> &'static str {
    match state {
        PaymentState::Open => "open",
        PaymentState::Pending => "pending",
        PaymentState::Paid => "paid",
        PaymentState::Refused => "failed",
        PaymentState::Cancelled => "canceled",
        PaymentState::Expired => "expired",
    }
}

pub(super) fn page_path(id: &str) -> String {
    format!("/mollie/checkout/{id}")
}

pub(super) fn payment(house: &House, payment: &Payment) -> Value {
    let itself = payment_path(&payment.id);
    let mut links = json!({ "self": link(house, &itself, HAL) });
    let mut body = json!({
        "resource": "payment",
        "id": payment.id,
        "mode": "test",
        "createdAt": moment(payment.created_at),
        "amount": money(&payment.charged),
        "description": payment.reference,
        "method": payment.method.map(method),
        "metadata": payment.metadata,
        "status": state(payment.state),
        "profileId": "pfl_simulated",
        "sequenceType": "oneoff",
        "redirectUrl": payment.return_url,
        "webhookUrl": payment.webhook_urls.first(),
        "locale": payment.locale,
    });
    let since = json!(moment(payment.changed_at));
    match payment.state {
        PaymentState::Open => {
            body["isCancelable"] = json!(true);
            body["expiresAt"] = json!(moment(payment.expires_at));
            links["checkout"] = link(house, &page_path(&payment.id), "text/html");
        }
        PaymentState::Pending => body["isCancelable"] = json!(false),
        PaymentState::Paid => {
            let part = |cents| money(&Money { cents, currency: payment.charged.currency.clone() });
            body["paidAt"] = since;
            body["amountRefunded"] = part(payment.refunded_cents());
            body["amountRemaining"] = part(payment.remaining_cents());
        }
        PaymentState::Refused => body["failedAt"] = since,
        PaymentState::Cancelled => body["canceledAt"] = since,
        PaymentState::Expired => body["expiredAt"] = since,
    }
    if !payment.refunds.is_empty() {
        links["refunds"] = link(house, &format!("{itself}/refunds"), HAL);
    }
    body["_links"] = links;
    body
}

pub(super) fn refund(house: &House, payment: &Payment, refund: &Refund) -> Value {
    let status = match refund.state {
        // One that waits for somebody waits for money on the merchant's account.
        RefundState::Requested(None) => "queued",
        RefundState::Requested(Some(_)) => "pending",
        RefundState::Refunded => "refunded",
        RefundState::Refused => "failed",
    };
    let of = payment_path(&payment.id);
    json!({
        "resource": "refund",
        "id": refund.id,
        "mode": "test",
        "paymentId": payment.id,
        "amount": money(&refund.amount),
        "description": refund.reference,
        "metadata": refund.metadata,
        "status": status,
        "createdAt": moment(refund.created_at),
        "_links": {
            "self": link(house, &format!("{of}/refunds/{}", refund.id), HAL),
            "payment": link(house, &of, HAL),
        },
    })
}

pub(super) fn refunds(house: &House, payment: &Payment) -> Value {
    let refunds: Vec<Value> = payment.refunds.iter().map(|refund| self::refund(house, payment, refund)).collect();
    json!({
        "count": refunds.len(),
        "_embedded": { "refunds": refunds },
        "_links": { "self": link(house, &format!("{}/refunds", payment_path(&payment.id)), HAL) },
    })
}

const HAL: &str = "application/hal+json";

fn payment_path(id: &str) -> String {
    format!("/mollie/v2/payments/{id}")
}

fn link(house: &House, path: &str, kind: &str) -> Value {
    json!({ "href": house.url(path), "type": kind })
}

fn money(money: &Money) -> Value {
    json!({ "currency": money.currency, "value": format!("{}.{:02}", money.cents / 100, money.cents % 100) })
}

fn method(method: Method) -> &'static str {
    match method {
        Method::Bancontact => "bancontact",
        Method::Visa | Method::Mastercard => "creditcard",
    }
}

fn moment(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, false)
}
