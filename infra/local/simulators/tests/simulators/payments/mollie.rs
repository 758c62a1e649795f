//! Mollie when all is well.

use axum::http::StatusCode;
use meent_simulators::PaymentProvider;
use serde_json::{Value, json};

use super::merchant::{Merchant, RETURN};
use crate::known::BASE;

const MOLLIE: PaymentProvider = PaymentProvider::Mollie;

async fn ask(merchant: &Merchant, id: &str) -> Value {
    merchant.mollie("GET", &format!("payments/{id}"), None, None).await.json()
}

#[tokio::test]
async fn a_payment_is_paid_and_asked_about() {
    let merchant = Merchant::new().await;
    let answer = merchant.mollie("POST", "payments", Some(merchant.mollie_body("order-42")), None).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    assert_eq!(answer.headers["content-type"], "application/hal+json");
    let payment = answer.json();
    let id = payment["id"].as_str().unwrap();
    assert!(id.starts_with("tr_") && payment["resource"] == "payment" && payment["status"] == "open");
    assert_eq!(payment["amount"], json!({ "currency": "EUR", "value": "12.50" }));
    assert_eq!(payment["metadata"], json!({ "order": 42 }));
    assert_eq!(payment["_links"]["self"]["href"], format!("{BASE}/mollie/v2/payments/{id}"));
    let page = payment["_links"]["checkout"]["href"].as_str().unwrap();
    assert_eq!(page, format!("{BASE}/mollie/checkout/{id}"));
    assert_eq!(ask(&merchant, id).await, payment);

    let back = merchant.press(page.strip_prefix(BASE).unwrap(), "method=mastercard&do=pay").await.location();
    assert_eq!(back.as_str(), RETURN);
    let paid = ask(&merchant, id).await;
    assert_eq!(paid["status"], "paid");
    assert_eq!(paid["method"], "creditcard");
    assert_eq!(paid["amountRefunded"]["value"], "0.00");
    assert_eq!(paid["amountRemaining"]["value"], "12.50");
    assert!(paid["paidAt"].is_string() && paid["_links"].get("checkout").is_none());
    assert_eq!(merchant.payments().deliver_webhooks().await.delivered, 1);
    let told = merchant.receiver.take();
    assert_eq!(told[0].body, format!("id={id}"));
    assert_eq!(told[0].header("content-type"), "application/x-www-form-urlencoded");
    assert!(!told[0].headers.contains_key("x-gcs-signature"));
}

#[tokio::test]
async fn each_end_has_its_status_and_is_told_when_it_is_one() {
    let merchant = Merchant::new().await;
    for (form, status, moment, told) in [
        ("do=cancel", "canceled", Some("canceledAt"), 1),
        ("outcome=refused", "failed", Some("failedAt"), 1),
        ("outcome=pending", "pending", None, 0),
    ] {
        let id = merchant.mollie_payment(form).await;
        merchant.press(&format!("/mollie/checkout/{id}"), form).await.location();
        let payment = ask(&merchant, &id).await;
        assert_eq!(payment["status"], status);
        assert!(moment.is_none_or(|moment| payment[moment].is_string()));
        assert_eq!(merchant.payments().deliver_webhooks().await.delivered, told);
    }
    // Refused with another try left is no end.
    let id = merchant.mollie_payment("declined").await;
    merchant.payments().decline(MOLLIE, &id).unwrap();
    assert_eq!(ask(&merchant, &id).await["status"], "open");
    assert_eq!(merchant.payments().deliver_webhooks().await.delivered, 0);
    merchant.payments().pay(MOLLIE, &id).unwrap();
    assert_eq!(merchant.payments().deliver_webhooks().await.delivered, 1);

    let id = merchant.mollie_payment("waits").await;
    let delivery = merchant.payments().deliver_webhooks().await;
    assert_eq!(delivery.next_at, Some(merchant.payments().find(MOLLIE, &id).unwrap().expires_at));
    merchant.pass_min(15);
    // Told without anybody asking.
    assert_eq!(merchant.payments().deliver_webhooks().await.delivered, 1);
    assert_eq!(ask(&merchant, &id).await["status"], "expired");
}

#[tokio::test]
async fn a_payment_can_be_cancelled_as_long_as_it_is_open() {
    let merchant = Merchant::new().await;
    let id = merchant.mollie_payment("order-42").await;
    let path = format!("payments/{id}");
    let answer = merchant.mollie("DELETE", &path, None, None).await;
    assert_eq!((answer.status, answer.json()["status"].clone()), (StatusCode::OK, json!("canceled")));
    let answer = merchant.mollie("DELETE", &path, None, None).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_refund_is_pending_and_arrives() {
    let merchant = Merchant::new().await;
    let id = merchant.mollie_payment("order-42").await;
    merchant.payments().pay(MOLLIE, &id).unwrap();
    let path = format!("payments/{id}/refunds");
    let part = json!({ "amount": { "currency": "EUR", "value": "5.00" }, "description": "unused balance" });
    let answer = merchant.mollie("POST", &path, Some(part.clone()), Some("key-1")).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let refund = answer.json();
    assert_eq!((&refund["status"], &refund["resource"]), (&json!("pending"), &json!("refund")));
    assert_eq!(refund["paymentId"], id);
    // The same key again, and there is still one.
    let again = merchant.mollie("POST", &path, Some(part), Some("key-1")).await;
    assert_eq!((again.status, again.json()), (StatusCode::CREATED, refund.clone()));
    let one = format!("{path}/{}", refund["id"].as_str().unwrap());
    assert_eq!(merchant.mollie("GET", &one, None, None).await.json(), refund);
    let list = merchant.mollie("GET", &path, None, None).await.json();
    assert_eq!((&list["count"], &list["_embedded"]["refunds"]), (&json!(1), &json!([refund])));
    let payment = ask(&merchant, &id).await;
    assert_eq!(payment["amountRefunded"]["value"], "5.00");
    assert_eq!(payment["amountRemaining"]["value"], "7.50");
    assert_eq!(payment["status"], "paid");

    merchant.payments().deliver_webhooks().await;
    merchant.receiver.take();
    merchant.pass_min(2);
    assert_eq!(merchant.payments().deliver_webhooks().await.delivered, 1);
    assert_eq!(merchant.receiver.take()[0].body, format!("id={id}"));
    assert_eq!(merchant.mollie("GET", &one, None, None).await.json()["status"], "refunded");
}

#[tokio::test]
async fn the_same_key_again_answers_what_the_first_did() {
    let merchant = Merchant::new().await;
    let send = async |key, what: &str| {
        merchant.mollie("POST", "payments", Some(merchant.mollie_body(what)), Some(key)).await.json()
    };
    let first = send("key-1", "order-42").await;
    assert_eq!(send("key-1", "order-43").await, first);
    assert_ne!(send("key-2", "order-42").await, first);
    assert_eq!(merchant.payments().all(MOLLIE).len(), 2);
}
