//! What Worldline refuses, and in which words.

use axum::http::StatusCode;
use meent_simulators::PaymentProvider;
use serde_json::{Value, json};

use super::merchant::{Merchant, Signed};
use crate::answer::Answer;

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

fn refused(answer: &Answer, status: StatusCode, id: &str) {
    assert_eq!(answer.status, status, "{}", answer.body);
    let body = answer.json();
    assert!(body["errorId"].as_str().unwrap().len() == 36);
    let error = &body["errors"][0];
    assert_eq!(error["id"], id, "{body}");
    assert_eq!(error["httpStatusCode"], status.as_u16());
    assert_eq!(error["category"], "DIRECT_PLATFORM_ERROR");
    assert!(error["message"].is_string() && error["errorCode"].is_string());
}

#[tokio::test]
async fn only_the_merchant_with_a_fresh_and_right_signature_is_let_in() {
    let merchant = Merchant::new().await;
    let good = merchant.signed("POST", "hostedcheckouts", Some(merchant.checkout_body("order-42")));
    let spoilt = |spoil: &dyn Fn(&mut Signed)| {
        let mut signed = good.clone();
        spoil(&mut signed);
        signed
    };
    for (signed, reason) in [
        (spoilt(&|signed| signed.key_id = "ANOTHER".to_owned()), "key-unknown"),
        (spoilt(&|signed| signed.secret = "another".to_owned()), "signature"),
        (spoilt(&|signed| signed.date = merchant.date_after(301)), "date-too-far"),
        (spoilt(&|signed| signed.date = merchant.date_after(-301)), "date-too-far"),
        (spoilt(&|signed| signed.date = "yesterday".to_owned()), "date"),
        (spoilt(&|signed| signed.date = signed.date.replace("GMT", "+0000")), "date"),
    ] {
        refused(&merchant.send(signed.request()).await, StatusCode::UNAUTHORIZED, "MISSING_OR_INVALID_AUTHORIZATION");
        assert!(merchant.payments().counts(WORLDLINE).refused[reason] >= 1);
    }
    for authorization in ["", "Basic abc", "GCS v1HMAC:no-signature", "GCS v1HMAC::", "GCS v2HMAC:a:b"] {
        let answer = merchant.send(good.clone().request_with(authorization)).await;
        refused(&answer, StatusCode::UNAUTHORIZED, "MISSING_OR_INVALID_AUTHORIZATION");
    }
    for seconds in [-300, 300] {
        let signed = spoilt(&|signed| signed.date = merchant.date_after(seconds));
        assert_eq!(merchant.send(signed.request()).await.status, StatusCode::CREATED);
    }
}

/// What was signed is what was sent: method, path with its query, type, own headers.
#[tokio::test]
async fn every_part_that_is_signed_counts() {
    let merchant = Merchant::new().await;
    let signed = merchant.signed_with_key("hostedcheckouts", "key-1", merchant.checkout_body("order-42"));
    let parts = signed.clone().request().into_parts();
    let as_signed = |change: &dyn Fn(&mut axum::http::request::Parts)| {
        let mut changed = parts.0.clone();
        change(&mut changed);
        axum::http::Request::from_parts(changed, axum::body::Body::from(signed.body.clone()))
    };
    let address = parts.0.uri.to_string();
    for request in [
        as_signed(&|parts| parts.uri = format!("{address}?x=1").parse().unwrap()),
        as_signed(&|parts| parts.uri = format!("{address}/1").parse().unwrap()),
        as_signed(&|parts| parts.method = axum::http::Method::GET),
        as_signed(&|parts| drop(parts.headers.insert("x-gcs-idempotence-key", "key-2".parse().unwrap()))),
        as_signed(&|parts| drop(parts.headers.insert("x-gcs-servermetainfo", "e30=".parse().unwrap()))),
        as_signed(&|parts| drop(parts.headers.remove("x-gcs-idempotence-key"))),
        as_signed(&|parts| drop(parts.headers.insert("content-type", "application/json;".parse().unwrap()))),
        as_signed(&|parts| drop(parts.headers.insert("date", merchant.date_after(1).parse().unwrap()))),
    ] {
        let answer = merchant.send(request).await;
        assert!(!answer.status.is_success(), "{}", answer.body);
    }
    assert!(merchant.payments().all(WORLDLINE).is_empty());
    // The body is not signed: the real one does not either.
    assert_eq!(merchant.send(as_signed(&|_| ())).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn another_merchant_and_other_than_json_are_refused() {
    let merchant = Merchant::new().await;
    let mut signed = merchant.signed("GET", "hostedcheckouts/1", None);
    signed.path = "/worldline/v2/ANOTHER/hostedcheckouts/1".to_owned();
    refused(&merchant.send(signed.request()).await, StatusCode::FORBIDDEN, "ACCESS_TO_MERCHANT_NOT_ALLOWED");
    for kind in [None, Some("text/plain"), Some("application/x-www-form-urlencoded")] {
        let mut signed = merchant.signed("POST", "hostedcheckouts", Some(merchant.checkout_body("order-42")));
        signed.content_type = kind;
        refused(&merchant.send(signed.request()).await, StatusCode::BAD_REQUEST, "INVALID_REQUEST_BODY");
    }
    for body in ["", "{", "[]", "7", "\"text\"", "null"] {
        let mut signed = merchant.signed("POST", "hostedcheckouts", Some(json!({})));
        signed.body = body.to_owned();
        refused(&merchant.send(signed.request()).await, StatusCode::BAD_REQUEST, "INVALID_REQUEST_BODY");
    }
    for (path, id) in [
        ("hostedcheckouts/4000000000", "UNKNOWN_HOSTED_CHECKOUT_ID"),
        ("payments/4000000000_0", "UNKNOWN_PAYMENT_ID"),
        ("payments/4000000000_0/refunds", "UNKNOWN_PAYMENT_ID"),
    ] {
        refused(&merchant.get(path).await, StatusCode::NOT_FOUND, id);
    }
}

/// The body with a property changed; null takes it away.
fn with(body: &Value, pointer: &str, value: Value) -> Value {
    let mut body = body.clone();
    *body.pointer_mut(pointer).unwrap() = value;
    body
}

#[tokio::test]
async fn each_property_of_a_checkout_is_checked() {
    const AMOUNT: &str = "/order/amountOfMoney/amount";
    const CURRENCY: &str = "/order/amountOfMoney/currencyCode";
    const REFERENCE: &str = "/order/references/merchantReference";
    const RETURN_URL: &str = "/hostedCheckoutSpecificInput/returnUrl";
    const SESSION: &str = "/hostedCheckoutSpecificInput/sessionTimeout";
    const WEBHOOKS: &str = "/feedbacks/webhookUrls";
    let merchant = Merchant::new().await;
    let body = merchant.checkout_body("order-42");
    let address = |length: usize| format!("https://portal.example/{}", "x".repeat(length - 23));
    for (pointer, value) in [
        (AMOUNT, json!(null)),
        (AMOUNT, json!(0)),
        (AMOUNT, json!(-1250)),
        (AMOUNT, json!(12.5)),
        (AMOUNT, json!("1250")),
        (AMOUNT, json!(1_000_000_000_000_u64)),
        (CURRENCY, json!(null)),
        (CURRENCY, json!("USD")),
        (CURRENCY, json!("eur")),
        (REFERENCE, json!(null)),
        (REFERENCE, json!("")),
        (REFERENCE, json!("x".repeat(41))),
        (RETURN_URL, json!(null)),
        (RETURN_URL, json!("/wallet")),
        (RETURN_URL, json!("javascript:alert(1)")),
        (RETURN_URL, json!(address(201))),
        (SESSION, json!(0)),
        (SESSION, json!(1441)),
        (SESSION, json!("60")),
        (WEBHOOKS, json!("https://portal.example/")),
        (WEBHOOKS, json!(["portal.example"])),
        (WEBHOOKS, json!([7])),
        (WEBHOOKS, json!(vec!["https://portal.example/"; 6])),
    ] {
        let answer = merchant.post("hostedcheckouts", with(&body, pointer, value.clone())).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{pointer} = {value}");
        let property = pointer[1..].replace('/', ".");
        assert_eq!(answer.json()["errors"][0]["propertyName"], property, "{pointer} = {value}");
    }
    let mut later = body.clone();
    later["cardPaymentMethodSpecificInput"] = json!({ "authorizationMode": "PRE_AUTHORIZATION" });
    refused(&merchant.post("hostedcheckouts", later.clone()).await, StatusCode::BAD_REQUEST, "INVALID_VALUE");
    assert!(merchant.payments().all(WORLDLINE).is_empty());
    later["cardPaymentMethodSpecificInput"]["authorizationMode"] = json!("SALE");
    assert_eq!(merchant.post("hostedcheckouts", later).await.status, StatusCode::CREATED);
    for (pointer, value) in [
        (AMOUNT, json!(1)),
        (REFERENCE, json!("é".repeat(40))),
        (RETURN_URL, json!(address(200))),
        (SESSION, json!(null)),
        (WEBHOOKS, json!(null)),
    ] {
        let answer = merchant.post("hostedcheckouts", with(&body, pointer, value.clone())).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{pointer} = {value}");
    }
}

#[tokio::test]
async fn a_key_has_a_form() {
    let merchant = Merchant::new().await;
    for (key, status) in [
        ("x".repeat(40), StatusCode::CREATED),
        ("x".repeat(41), StatusCode::BAD_REQUEST),
        (String::new(), StatusCode::BAD_REQUEST),
    ] {
        let signed = merchant.signed_with_key("hostedcheckouts", &key, merchant.checkout_body("order-42"));
        assert_eq!(merchant.send(signed.request()).await.status, status);
    }
}

#[tokio::test]
async fn no_more_is_refunded_than_was_paid_and_only_what_was() {
    let merchant = Merchant::new().await;
    let money =
        |amount: i64, currency: &str| json!({ "amountOfMoney": { "amount": amount, "currencyCode": currency } });
    let open = merchant.checkout("open").await["hostedCheckoutId"].as_str().unwrap().to_owned();
    let answer = merchant.post(&format!("payments/{open}_0/refund"), money(1, "EUR")).await;
    refused(&answer, StatusCode::NOT_FOUND, "UNKNOWN_PAYMENT_ID");
    merchant.payments().refuse(WORLDLINE, "open").unwrap();
    let answer = merchant.post(&format!("payments/{open}_0/refund"), money(1, "EUR")).await;
    refused(&answer, StatusCode::BAD_REQUEST, "OPERATION_NOT_POSSIBLE");

    let path = format!("payments/{}/refund", merchant.paid("order-42").await);
    for (body, id) in [
        (money(0, "EUR"), "INVALID_VALUE"),
        (money(-1, "EUR"), "INVALID_VALUE"),
        (money(1251, "EUR"), "INVALID_VALUE"),
        (money(1250, "USD"), "INVALID_VALUE"),
        (json!({}), "PARAMETER_NOT_FOUND_IN_REQUEST"),
        (json!([]), "INVALID_REQUEST_BODY"),
    ] {
        refused(&merchant.post(&path, body).await, StatusCode::BAD_REQUEST, id);
    }
    assert_eq!(merchant.post(&path, money(1000, "EUR")).await.status, StatusCode::CREATED);
    refused(&merchant.post(&path, money(251, "EUR")).await, StatusCode::BAD_REQUEST, "INVALID_VALUE");
    assert_eq!(merchant.post(&path, money(250, "EUR")).await.status, StatusCode::CREATED);
}

/// Nothing is open with an empty secret.
#[tokio::test]
async fn a_merchant_that_was_not_set_up_gets_nowhere() {
    let merchant = Merchant::new().await;
    let nobody = crate::party::World::simulators_with_mail(std::path::Path::new("/nowhere/mail"));
    let mut signed = merchant.signed("GET", "hostedcheckouts/1", None);
    signed.path = "/worldline/v2//hostedcheckouts/1".to_owned();
    (signed.key_id, signed.secret) = (String::new(), String::new());
    let response = tower::ServiceExt::oneshot(nobody.router(), signed.request()).await.unwrap();
    assert!(response.status().is_client_error());
    let bare = axum::http::Request::get("/mollie/v2/payments/tr_1").header("authorization", "Bearer ");
    let bare = bare.body(axum::body::Body::empty()).unwrap();
    let response = tower::ServiceExt::oneshot(nobody.router(), bare).await.unwrap();
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
}
