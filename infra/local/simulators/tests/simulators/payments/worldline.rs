//! Worldline Direct when all is well: a page, a payment, a refund.

use axum::http::StatusCode;
use meent_simulators::{PaymentProvider, PaymentState};
use serde_json::{Value, json};

use super::merchant::{Merchant, RETURN};
use crate::answer::query;
use crate::known::BASE;

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

#[tokio::test]
async fn a_checkout_is_paid_and_asked_about() {
    let merchant = Merchant::new().await;
    let checkout = merchant.checkout("order-42").await;
    let id = checkout["hostedCheckoutId"].as_str().unwrap();
    let redirect = checkout["redirectUrl"].as_str().unwrap();
    assert_eq!(redirect, format!("{BASE}/worldline/hostedcheckout/{id}"));
    assert_eq!(checkout["partialRedirectUrl"].as_str().unwrap(), redirect.split_once("://").unwrap().1);
    assert_eq!(checkout["merchantReference"], "order-42");
    assert!(checkout["RETURNMAC"].as_str().unwrap().len() >= 32);
    let another = merchant.checkout("order-43").await;
    assert_ne!(another["RETURNMAC"], checkout["RETURNMAC"]);

    let path = format!("hostedcheckouts/{id}");
    assert_eq!(merchant.get(&path).await.json(), json!({ "status": "IN_PROGRESS" }));
    assert_eq!(merchant.get(&format!("payments/{id}_0")).await.status, StatusCode::NOT_FOUND);

    let page = redirect.strip_prefix(BASE).unwrap();
    let back = merchant.press(page, "method=visa&outcome=paid&do=pay").await.location();
    assert!(back.as_str().starts_with(RETURN));
    assert_eq!(query(&back, "RETURNMAC").as_deref(), checkout["RETURNMAC"].as_str());
    assert_eq!(query(&back, "hostedCheckoutId").as_deref(), Some(id));

    let told = merchant.get(&path).await.json();
    assert_eq!(told["status"], "PAYMENT_CREATED");
    assert_eq!(told["createdPaymentOutput"]["paymentStatusCategory"], "SUCCESSFUL");
    let payment = told["createdPaymentOutput"]["payment"].clone();
    assert_eq!(payment["status"], "CAPTURED");
    assert_eq!(payment["statusOutput"]["statusCode"], 9);
    assert_eq!(payment["statusOutput"]["statusCategory"], "COMPLETED");
    assert_eq!(payment["statusOutput"]["isRefundable"], true);
    assert_eq!(payment["paymentOutput"]["amountOfMoney"], json!({ "amount": 1250, "currencyCode": "EUR" }));
    assert_eq!(payment["paymentOutput"]["references"]["merchantReference"], "order-42");
    assert_eq!(payment["paymentOutput"]["cardPaymentMethodSpecificOutput"]["paymentProductId"], 1);
    let path = format!("payments/{}", payment["id"].as_str().unwrap());
    assert_eq!(merchant.get(&path).await.json(), payment);
    // Bancontact is no card to them.
    let id = merchant.paid("by-bancontact").await;
    let output = merchant.get(&format!("payments/{id}")).await.json()["paymentOutput"].clone();
    assert_eq!(output["redirectPaymentMethodSpecificOutput"]["paymentProductId"], 3012);
}

#[tokio::test]
async fn each_end_of_a_page_has_its_status() {
    let merchant = Merchant::new().await;
    for (form, status, payment, code, category) in [
        ("do=cancel", "CANCELLED_BY_CONSUMER", "CANCELLED", 1, "UNSUCCESSFUL"),
        ("outcome=refused", "PAYMENT_CREATED", "REJECTED", 2, "UNSUCCESSFUL"),
        ("outcome=pending", "PAYMENT_CREATED", "AUTHORIZATION_REQUESTED", 50, "PENDING_CONNECT_OR_3RD_PARTY"),
    ] {
        let id = merchant.checkout(form).await["hostedCheckoutId"].as_str().unwrap().to_owned();
        let page = format!("/worldline/hostedcheckout/{id}");
        merchant.press(&page, form).await.location();
        let told = merchant.get(&format!("hostedcheckouts/{id}")).await.json();
        assert_eq!(told["status"], status);
        let output = &told["createdPaymentOutput"]["payment"];
        assert_eq!(output["status"], payment);
        assert_eq!(output["statusOutput"]["statusCode"], code);
        assert_eq!(output["statusOutput"]["statusCategory"], category);
        assert_eq!(output["statusOutput"]["isRefundable"], false);
        // Pressing again, whatever one presses, changes nothing and leads back.
        merchant.press(&page, "do=pay").await.location();
        assert_eq!(merchant.get(&format!("hostedcheckouts/{id}")).await.json(), told);
    }
    merchant.payments().settle(WORLDLINE, "outcome=pending").unwrap();
    assert_eq!(merchant.payments().find(WORLDLINE, "outcome=pending").unwrap().state, PaymentState::Paid);
}

#[tokio::test]
async fn one_is_refused_first_and_pays_then() {
    let merchant = Merchant::new().await;
    let id = merchant.checkout("order-42").await["hostedCheckoutId"].as_str().unwrap().to_owned();
    let path = format!("hostedcheckouts/{id}");
    merchant.payments().decline(WORLDLINE, &id).unwrap();
    let told = merchant.get(&path).await.json();
    assert_eq!(told["status"], "IN_PROGRESS");
    assert_eq!(told["createdPaymentOutput"]["payment"]["status"], "REJECTED");
    merchant.payments().pay(WORLDLINE, &id).unwrap();
    let told = merchant.get(&path).await.json();
    assert_eq!(told["status"], "PAYMENT_CREATED");
    assert_eq!(told["createdPaymentOutput"]["payment"]["status"], "CAPTURED");
    merchant.payments().deliver_webhooks().await;
    assert_eq!(merchant.receiver.kinds(), ["payment.created", "payment.rejected", "payment.captured"]);

    // Refused, and then nobody came back: that is no page left unused.
    let id = merchant.checkout("order-43").await["hostedCheckoutId"].as_str().unwrap().to_owned();
    merchant.payments().decline(WORLDLINE, &id).unwrap();
    merchant.pass_min(60);
    let told = merchant.get(&format!("hostedcheckouts/{id}")).await.json();
    assert_eq!(told["status"], "PAYMENT_CREATED");
    assert_eq!(told["createdPaymentOutput"]["payment"]["statusOutput"]["statusCode"], 2);
}

#[tokio::test]
async fn a_page_that_nobody_used_ends_as_cancelled_and_leaves_no_payment() {
    let merchant = Merchant::new().await;
    let id = merchant.checkout("order-42").await["hostedCheckoutId"].as_str().unwrap().to_owned();
    let page = format!("/worldline/hostedcheckout/{id}");
    merchant.pass_min(59);
    assert_eq!(merchant.page(&page).await.status, StatusCode::OK);
    merchant.pass_min(1);
    assert_eq!(merchant.page(&page).await.status, StatusCode::GONE);
    assert_eq!(merchant.press(&page, "do=pay").await.status, StatusCode::GONE);
    let told = merchant.get(&format!("hostedcheckouts/{id}")).await.json();
    assert_eq!(told, json!({ "status": "CANCELLED_BY_CONSUMER" }));
    assert_eq!(merchant.get(&format!("payments/{id}_0")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(merchant.payments().deliver_webhooks().await.delivered, 0);
}

#[tokio::test]
async fn a_refund_is_requested_and_arrives() {
    let merchant = Merchant::new().await;
    let id = merchant.paid("order-42").await;
    let part = json!({
        "amountOfMoney": { "amount": 500, "currencyCode": "EUR" },
        "references": { "merchantReference": "refund-1" },
    });
    let answer = merchant.post(&format!("payments/{id}/refund"), part).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let refund = answer.json();
    assert_eq!(refund["id"].as_str().unwrap(), id.replace("_0", "_1"));
    assert_eq!(refund["status"], "REFUND_REQUESTED");
    assert_eq!(refund["statusOutput"]["statusCode"], 81);
    assert_eq!(refund["refundOutput"]["amountOfMoney"], json!({ "amount": 500, "currencyCode": "EUR" }));
    assert_eq!(refund["refundOutput"]["references"]["merchantReference"], "refund-1");
    let list = merchant.get(&format!("payments/{id}/refunds")).await.json();
    assert_eq!(list, json!({ "refunds": [refund] }));
    // As the real one: the payment shows what was last done with it.
    assert_eq!(status(&merchant, &id).await, ("REFUND_REQUESTED".to_owned(), json!(81)));

    merchant.pass_min(2);
    let list = merchant.get(&format!("payments/{id}/refunds")).await.json();
    assert_eq!(list["refunds"][0]["status"], "REFUNDED");
    assert_eq!(list["refunds"][0]["statusOutput"]["statusCode"], 8);
    assert_eq!(status(&merchant, &id).await, ("REFUNDED".to_owned(), json!(8)));

    let rest = json!({ "amountOfMoney": { "amount": 750, "currencyCode": "EUR" } });
    let answer = merchant.post(&format!("payments/{id}/refund"), rest).await;
    assert_eq!(answer.json()["refundOutput"]["references"]["merchantReference"], "order-42");
    let payment = merchant.get(&format!("payments/{id}")).await.json();
    assert_eq!(payment["statusOutput"]["isRefundable"], false);
    // There is no way to ask for one by its id.
    assert_eq!(merchant.get("refunds/1").await.status, StatusCode::NOT_FOUND);
}

async fn status(merchant: &Merchant, id: &str) -> (String, Value) {
    let payment = merchant.get(&format!("payments/{id}")).await.json();
    (payment["status"].as_str().unwrap().to_owned(), payment["statusOutput"]["statusCode"].clone())
}

#[tokio::test]
async fn the_same_key_again_answers_what_the_first_did() {
    let merchant = Merchant::new().await;
    let send = async |key: &str, reference: &str| {
        let body = merchant.checkout_body(reference);
        merchant.send(merchant.signed_with_key("hostedcheckouts", key, body).request()).await
    };
    let first = send("key-1", "order-42").await;
    assert!(!first.headers.contains_key("x-gcs-idempotence-request-timestamp"));
    merchant.pass_min(5);
    // Even with another body: what counts is the key.
    let again = send("key-1", "order-43").await;
    assert_eq!((again.status, again.json()), (StatusCode::CREATED, first.json()));
    let first_at = (merchant.payments().all(WORLDLINE)[0].created_at.timestamp_millis()).to_string();
    assert_eq!(again.headers["x-gcs-idempotence-request-timestamp"].to_str().unwrap(), first_at);
    assert_eq!(merchant.payments().all(WORLDLINE).len(), 1);
    assert_ne!(send("key-2", "order-43").await.json(), first.json());
    // A refusal is an answer too.
    let refused = send("key-3", &"x".repeat(41)).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(send("key-3", "order-44").await.json(), refused.json());
    // After a day nobody remembers.
    merchant.pass_min(24 * 60);
    assert_ne!(send("key-1", "order-42").await.json(), first.json());
}

#[tokio::test]
async fn a_refund_with_a_key_is_made_once() {
    let merchant = Merchant::new().await;
    let id = merchant.paid("order-42").await;
    let path = format!("payments/{id}/refund");
    let body = json!({ "amountOfMoney": { "amount": 400, "currencyCode": "EUR" } });
    let send = async || merchant.send(merchant.signed_with_key(&path, "refund-1", body.clone()).request()).await.json();
    assert_eq!(send().await, send().await);
    assert_eq!(merchant.payments().find(WORLDLINE, &id).unwrap().remaining_cents(), 850);
}
