//! What is told about payments, how it is proved, and when it comes.

use chrono::TimeDelta;
use meent_simulators::{PaymentFault, PaymentProvider, Release};
use serde_json::json;

use super::merchant::Merchant;
use crate::known::{MERCHANT, WEBHOOK_KEY_ID};

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;
const MOLLIE: PaymentProvider = PaymentProvider::Mollie;

async fn kinds(merchant: &Merchant) -> Vec<String> {
    merchant.payments().deliver_webhooks().await;
    merchant.receiver.kinds()
}

#[tokio::test]
async fn each_change_is_told_in_its_order_and_proved() {
    let merchant = Merchant::new().await;
    merchant.checkout("order-42").await;
    assert!(kinds(&merchant).await.is_empty(), "a page is no payment");
    merchant.payments().pay(WORLDLINE, "order-42").unwrap();
    assert!(merchant.receiver.take().is_empty(), "nothing is sent by itself");
    let delivery = merchant.payments().deliver_webhooks().await;
    assert_eq!((delivery.delivered, delivery.failed, delivery.next_at), (2, 0, None));
    let told = merchant.receiver.take();
    assert!(told.iter().all(super::receiver::Received::is_trusted));
    assert_eq!(told[0].header("content-type"), "application/json");
    let [created, captured] = [told[0].event(), told[1].event()];
    assert_eq!((&created["type"], &captured["type"]), (&json!("payment.created"), &json!("payment.captured")));
    assert_eq!(captured["apiVersion"], "v1");
    assert_eq!(captured["merchantId"], MERCHANT);
    assert!(captured["id"].is_string() && captured["created"].is_string());
    let payment = merchant.payments().find(WORLDLINE, "order-42").unwrap();
    assert_eq!(captured["payment"], merchant.get(&format!("payments/{}", payment.id)).await.json());

    let refund = json!({ "amountOfMoney": { "amount": 1250, "currencyCode": "EUR" } });
    merchant.post(&format!("payments/{}/refund", payment.id), refund).await;
    merchant.payments().deliver_webhooks().await;
    let told = merchant.receiver.take();
    assert_eq!(told[0].event()["refund"]["status"], "REFUND_REQUESTED");
    merchant.pass_min(2);
    merchant.payments().deliver_webhooks().await;
    let told = merchant.receiver.take();
    assert_eq!(told[0].kind(), "payment.refunded");
    assert_eq!(told[0].event()["payment"]["statusOutput"]["statusCode"], 8);
}

#[tokio::test]
async fn every_end_has_its_event() {
    let merchant = Merchant::new().await;
    for reference in ["refused", "cancelled", "pending"] {
        merchant.checkout(reference).await;
    }
    let payments = merchant.payments();
    payments.refuse(WORLDLINE, "refused").unwrap();
    assert_eq!(kinds(&merchant).await, ["payment.created", "payment.rejected"]);
    payments.cancel(WORLDLINE, "cancelled").unwrap();
    assert_eq!(kinds(&merchant).await, ["payment.cancelled"]);
    payments.pend(WORLDLINE, "pending").unwrap();
    assert_eq!(kinds(&merchant).await, ["payment.created", "payment.authorization_requested"]);
    payments.settle(WORLDLINE, "pending").unwrap();
    assert_eq!(kinds(&merchant).await, ["payment.captured"]);
    payments.settle_late(WORLDLINE, "cancelled").unwrap();
    assert_eq!(kinds(&merchant).await, ["payment.captured"]);
}

/// A merchant that reads only one of the two forms fails sooner or later.
#[tokio::test]
async fn now_and_then_an_event_comes_in_a_list() {
    let merchant = Merchant::new().await;
    for number in 0..3 {
        let reference = number.to_string();
        merchant.checkout(&reference).await;
        merchant.payments().pay(WORLDLINE, &reference).unwrap();
    }
    merchant.payments().deliver_webhooks().await;
    let told = merchant.receiver.take();
    let lists = told.iter().filter(|told| told.body.starts_with(b"[")).count();
    assert_eq!((told.len(), lists), (6, 2));
}

#[tokio::test]
async fn what_is_not_taken_is_tried_again_and_then_given_up() {
    for (provider, waits_min) in
        [(WORLDLINE, vec![10, 60, 120, 480, 1440]), (MOLLIE, vec![1, 2, 4, 8, 16, 29, 60, 480, 960])]
    {
        let merchant = Merchant::new().await;
        let id = match provider {
            // Cancelled, as that is told with one event at both.
            WORLDLINE => merchant.checkout("order-42").await["hostedCheckoutId"].as_str().unwrap().to_owned(),
            MOLLIE => merchant.mollie_payment("order-42").await,
        };
        merchant.payments().cancel(provider, &id).unwrap();
        merchant.receiver.answer(500);
        for wait_min in waits_min {
            let before = merchant.payments().webhooks(provider)[0].due_at;
            let delivery = merchant.payments().deliver_webhooks().await;
            assert_eq!((delivery.failed, delivery.given_up), (1, 0));
            assert_eq!(delivery.next_at, Some(before + TimeDelta::minutes(wait_min)));
            merchant.pass_min(wait_min - 1);
            let early = merchant.payments().deliver_webhooks().await;
            assert_eq!((early.delivered, early.failed), (0, 0));
            merchant.pass_min(1);
        }
        let delivery = merchant.payments().deliver_webhooks().await;
        assert_eq!((delivery.failed, delivery.given_up, delivery.next_at), (0, 1, None));
        let sent = merchant.payments().sent_webhooks(provider);
        assert!(sent.iter().all(|request| request.body == sent[0].body));
        assert_eq!(sent.len(), merchant.receiver.take().len());
    }
}

#[tokio::test]
async fn a_redirect_is_no_taking_and_nobody_there_neither() {
    let merchant = Merchant::new().await;
    merchant.checkout("order-42").await;
    merchant.payments().cancel(WORLDLINE, "order-42").unwrap();
    merchant.receiver.answer(302);
    assert_eq!(merchant.payments().deliver_webhooks().await.failed, 1);
    let mut body = merchant.checkout_body("order-43");
    body["feedbacks"]["webhookUrls"] = json!(["http://127.0.0.1:9/webhooks"]);
    merchant.post("hostedcheckouts", body).await;
    merchant.payments().cancel(WORLDLINE, "order-43").unwrap();
    assert_eq!(merchant.payments().deliver_webhooks().await.failed, 1);
}

#[tokio::test]
async fn whoever_delivers_is_woken() {
    let merchant = Merchant::new().await;
    let waiting = merchant.payments().webhooks_waiting();
    merchant.checkout("order-42").await;
    merchant.payments().pay(WORLDLINE, "order-42").unwrap();
    waiting.notified().await;
    assert_eq!(merchant.payments().deliver_webhooks().await.delivered, 2);
}

/// Two who deliver at once send nothing twice.
#[tokio::test]
async fn deliveries_wait_for_one_another() {
    let merchant = Merchant::new().await;
    merchant.checkout("order-42").await;
    merchant.payments().pay(WORLDLINE, "order-42").unwrap();
    let (one, other) = tokio::join!(merchant.payments().deliver_webhooks(), merchant.payments().deliver_webhooks());
    assert_eq!(one.delivered + other.delivered, 2);
    assert_eq!(merchant.receiver.kinds(), ["payment.created", "payment.captured"]);
}

#[tokio::test]
async fn webhooks_get_lost_or_come_twice() {
    let merchant = Merchant::new().await;
    for (fault, told) in [
        (PaymentFault::WebhooksDropped, vec!["payment.captured"]),
        (PaymentFault::WebhooksTwice, vec!["payment.created", "payment.created", "payment.captured"]),
    ] {
        merchant.checkout(fault.name()).await;
        // The first of the two events is drawn.
        merchant.payments().misbehave(WORLDLINE, fault, 1);
        merchant.payments().pay(WORLDLINE, fault.name()).unwrap();
        assert_eq!(kinds(&merchant).await, told);
    }
}

#[tokio::test]
async fn webhooks_are_held_and_let_go_in_any_order() {
    let in_order = ["payment.created", "payment.authorization_requested", "payment.captured"];
    let reversed = ["payment.captured", "payment.authorization_requested", "payment.created"];
    for (release, told) in [
        (Release::InOrder, &in_order[..]),
        (Release::Reversed, &reversed[..]),
        (Release::OnlyLast, &["payment.captured"][..]),
    ] {
        let merchant = Merchant::new().await;
        let payments = merchant.payments();
        payments.misbehave(WORLDLINE, PaymentFault::WebhooksHeld, None);
        merchant.checkout("order-42").await;
        payments.pend(WORLDLINE, "order-42").unwrap();
        payments.settle(WORLDLINE, "order-42").unwrap();
        merchant.pass_min(60);
        assert!(kinds(&merchant).await.is_empty());
        assert_eq!(payments.webhooks(WORLDLINE).len(), 3);
        assert!(payments.webhooks(WORLDLINE).iter().all(|webhook| webhook.is_held));
        assert_eq!(payments.release_webhooks(WORLDLINE, release), told.len());
        assert_eq!(kinds(&merchant).await, told);
        assert!(payments.webhooks(WORLDLINE).is_empty());
    }
}

#[tokio::test]
async fn a_webhook_can_be_forged() {
    let merchant = Merchant::new().await;
    for fault in [PaymentFault::BadSignature, PaymentFault::UnknownKey] {
        merchant.checkout(fault.name()).await;
        merchant.payments().misbehave(WORLDLINE, fault, None);
        merchant.payments().cancel(WORLDLINE, fault.name()).unwrap();
        merchant.payments().deliver_webhooks().await;
        let told = merchant.receiver.take();
        assert!(!told[0].is_trusted());
        assert_eq!(told[0].header("x-gcs-keyid") == WEBHOOK_KEY_ID, fault == PaymentFault::BadSignature);
        merchant.payments().behave(WORLDLINE);
    }
    // A test can make one of its own, and see those that are.
    let headers = merchant.payments().sign_webhook(b"{}");
    assert_eq!(headers[0], ("x-gcs-keyid", WEBHOOK_KEY_ID.to_owned()));
    merchant.checkout("seen").await;
    merchant.payments().cancel(WORLDLINE, "seen").unwrap();
    let waiting = merchant.payments().webhooks(WORLDLINE);
    merchant.payments().deliver_webhooks().await;
    let told = merchant.receiver.take();
    assert_eq!(told[0].body, waiting[0].body);
    for (name, value) in &waiting[0].headers {
        assert_eq!(told[0].header(name), value);
    }
    assert_eq!(merchant.payments().sent_webhooks(WORLDLINE).last().unwrap().body, waiting[0].body);
}

#[tokio::test]
async fn a_new_key_ends_the_old_one_at_once() {
    let merchant = Merchant::new().await;
    merchant.checkout("order-42").await;
    merchant.payments().cancel(WORLDLINE, "order-42").unwrap();
    let fresh = merchant.payments().rotate_webhook_key();
    merchant.payments().deliver_webhooks().await;
    let told = merchant.receiver.take();
    assert!(!told[0].is_trusted() && told[0].is_signed_with(&fresh.id, &fresh.secret));

    let fresh = merchant.payments().rotate_api_key(WORLDLINE);
    let mut signed = merchant.signed("POST", "hostedcheckouts", Some(merchant.checkout_body("order-43")));
    assert_eq!(merchant.send(signed.clone().request()).await.status, 401);
    (signed.key_id, signed.secret) = (fresh.id, fresh.secret);
    assert_eq!(merchant.send(signed.request()).await.status, 201);

    merchant.payments().rotate_api_key(MOLLIE);
    assert_eq!(merchant.mollie("GET", "payments/tr_1", None, None).await.status, 401);
}

#[tokio::test]
async fn an_address_is_asked_whether_it_is_one() {
    let merchant = Merchant::new().await;
    let url = &merchant.receiver.url;
    assert!(merchant.payments().is_endpoint(url).await);
    for other in [format!("{url}/other"), "http://127.0.0.1:9/".to_owned(), "no address".to_owned()] {
        assert!(!merchant.payments().is_endpoint(&other).await);
    }
}
