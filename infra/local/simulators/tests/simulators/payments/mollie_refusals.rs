//! What Mollie refuses, and in which words.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use meent_simulators::PaymentProvider;
use serde_json::{Value, json};

use super::merchant::Merchant;
use crate::answer::Answer;

const MOLLIE: PaymentProvider = PaymentProvider::Mollie;

fn refused(answer: &Answer, status: StatusCode, field: &Value) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert_eq!(answer.headers["content-type"], "application/hal+json");
    let body = answer.json();
    assert_eq!((&body["status"], &body["field"]), (&json!(status.as_u16()), field));
    assert!(body["title"].is_string() && body["detail"].is_string());
    assert!(body["_links"]["documentation"]["href"].is_string());
}

#[tokio::test]
async fn only_who_has_the_key_is_let_in() {
    let merchant = Merchant::new().await;
    for authorization in
        ["", "Bearer", "Bearer ", "Bearer another", "Basic abc", "bearer test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM"]
    {
        let request = Request::get("/mollie/v2/payments/tr_1").header("authorization", authorization);
        let answer = merchant.send(request.body(Body::empty()).unwrap()).await;
        refused(&answer, StatusCode::UNAUTHORIZED, &Value::Null);
        assert_eq!(answer.json()["title"], "Unauthorized Request");
    }
    let answer = merchant.mollie("GET", "payments/tr_1", None, None).await;
    refused(&answer, StatusCode::NOT_FOUND, &Value::Null);
    assert_eq!(answer.json()["detail"], "No payment exists with token tr_1.");
}

#[tokio::test]
async fn each_field_is_checked() {
    let merchant = Merchant::new().await;
    let body = merchant.mollie_body("order-42");
    let value = |value: &str| json!({ "currency": "EUR", "value": value });
    for (name, value, field) in [
        ("amount", json!(null), "amount"),
        ("amount", json!(12.5), "amount"),
        ("amount", json!({ "currency": "EUR", "value": 12.5 }), "amount"),
        ("amount", json!({ "currency": "USD", "value": "12.50" }), "amount.currency"),
        ("amount", value("12.5"), "amount.value"),
        ("amount", value("12,50"), "amount.value"),
        ("amount", value("-12.50"), "amount.value"),
        ("amount", value("0.00"), "amount"),
        ("amount", value("100000.01"), "amount"),
        ("description", json!(null), "description"),
        ("description", json!(""), "description"),
        ("description", json!(7), "description"),
        ("description", json!("x".repeat(256)), "description"),
        ("redirectUrl", json!(null), "redirectUrl"),
        ("redirectUrl", json!("javascript:alert(1)"), "redirectUrl"),
        ("webhookUrl", json!("portal.example"), "webhookUrl"),
        ("locale", json!("nl"), "locale"),
        ("metadata", json!("x".repeat(1024)), "metadata"),
    ] {
        let mut body = body.clone();
        body[name] = value.clone();
        let answer = merchant.mollie("POST", "payments", Some(body), None).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} = {value}");
        refused(&answer, StatusCode::UNPROCESSABLE_ENTITY, &json!(field));
    }
    for body in [json!([]), json!(7)] {
        let answer = merchant.mollie("POST", "payments", Some(body), None).await;
        refused(&answer, StatusCode::BAD_REQUEST, &Value::Null);
    }
    let answer = merchant.mollie("POST", "payments", Some(body), Some(&"x".repeat(65))).await;
    refused(&answer, StatusCode::BAD_REQUEST, &Value::Null);
    assert!(merchant.payments().all(MOLLIE).is_empty());
}

#[tokio::test]
async fn no_more_is_refunded_than_was_paid_and_only_what_was() {
    let merchant = Merchant::new().await;
    let id = merchant.mollie_payment("order-42").await;
    let path = format!("payments/{id}/refunds");
    let refund = async |currency: &str, value: &str| {
        let body = json!({ "amount": { "currency": currency, "value": value } });
        merchant.mollie("POST", &path, Some(body), None).await
    };
    refused(&refund("EUR", "1.00").await, StatusCode::UNPROCESSABLE_ENTITY, &Value::Null);
    merchant.payments().pay(MOLLIE, &id).unwrap();
    refused(&refund("EUR", "12.51").await, StatusCode::UNPROCESSABLE_ENTITY, &json!("amount"));
    refused(&refund("USD", "1.00").await, StatusCode::UNPROCESSABLE_ENTITY, &json!("amount.currency"));
    refused(&refund("EUR", "0.00").await, StatusCode::UNPROCESSABLE_ENTITY, &json!("amount"));
    assert_eq!(refund("EUR", "12.50").await.status, StatusCode::CREATED);
    refused(&refund("EUR", "0.01").await, StatusCode::UNPROCESSABLE_ENTITY, &json!("amount"));
    let answer = merchant.mollie("GET", &format!("{path}/re_1"), None, None).await;
    refused(&answer, StatusCode::NOT_FOUND, &Value::Null);
}
