//! What the payment providers know outlives them, even a `kill -9`.

use std::path::PathBuf;

use meent_simulators::{PaymentFault, PaymentProvider, Release};
use serde_json::json;

use super::merchant::Merchant;
use super::receiver::Receiver;

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;
const MOLLIE: PaymentProvider = PaymentProvider::Mollie;

fn file(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&path);
    path
}

#[tokio::test]
async fn everything_is_there_again() {
    let path = file("payments.jsonl");
    let receiver = Receiver::listen().await;
    let merchant = Merchant::keeping(Some(path.clone()), receiver.clone());
    let signed = merchant.signed_with_key("hostedcheckouts", "key-1", merchant.checkout_body("order-42"));
    let first = merchant.send(signed.clone().request()).await.json();
    let id = first["hostedCheckoutId"].as_str().unwrap();
    merchant.payments().pay(WORLDLINE, id).unwrap();
    let refund = json!({ "amountOfMoney": { "amount": 400, "currencyCode": "EUR" } });
    merchant.post(&format!("payments/{id}_0/refund"), refund).await;
    merchant.payments().misbehave(MOLLIE, PaymentFault::WebhooksHeld, None);
    let other = merchant.mollie_payment("order-43").await;
    merchant.payments().pay(MOLLIE, &other).unwrap();
    receiver.answer(500);
    merchant.payments().deliver_webhooks().await;
    receiver.take();
    let (payments, webhooks) = (merchant.payments().all(WORLDLINE), merchant.payments().webhooks(WORLDLINE));
    assert_eq!((payments.len(), webhooks.len()), (1, 3));

    // Not stopped, as somebody who is killed is not either; and cut off amid a letter.
    let mut torn = std::fs::read(&path).unwrap();
    torn.extend(b"{\"payments\":[{\"reference\":\"caf\xc3");
    std::fs::write(&path, torn).unwrap();
    let again = Merchant::keeping(Some(path), receiver.clone());
    assert_eq!(again.payments().all(WORLDLINE), payments);
    assert_eq!(again.payments().all(MOLLIE), merchant.payments().all(MOLLIE));
    assert_eq!(again.payments().webhooks(WORLDLINE), webhooks);
    assert_eq!(again.send(signed.request()).await.json(), first, "an answer is given once");

    receiver.answer(204);
    assert_eq!(again.payments().deliver_webhooks().await.delivered, 0, "they wait as long as before");
    again.pass_min(10);
    // With the refund, which arrived meanwhile.
    assert_eq!(again.payments().deliver_webhooks().await.delivered, 4);
    assert_eq!(again.payments().release_webhooks(MOLLIE, Release::InOrder), 1);
    assert_eq!(again.payments().deliver_webhooks().await.delivered, 1);
    // What is made now is newer than what was.
    again.checkout("order-42").await;
    assert!(again.payments().find(WORLDLINE, "order-42").unwrap().number > payments[0].number);
}

#[tokio::test]
async fn what_was_delivered_is_not_delivered_again() {
    let path = file("delivered.jsonl");
    let receiver = Receiver::listen().await;
    let merchant = Merchant::keeping(Some(path.clone()), receiver.clone());
    merchant.checkout("order-42").await;
    merchant.payments().pay(WORLDLINE, "order-42").unwrap();
    merchant.payments().deliver_webhooks().await;
    let again = Merchant::keeping(Some(path), receiver);
    assert_eq!(again.payments().deliver_webhooks().await.delivered, 0);
    assert!(again.payments().webhooks(WORLDLINE).is_empty());
}

/// It is written anew when it has grown, so it grows no further than what it holds.
#[tokio::test]
async fn the_file_does_not_grow_for_ever() {
    let path = file("growing.jsonl");
    let merchant = Merchant::keeping(Some(path.clone()), Receiver::listen().await);
    let id = merchant.paid("order-42").await;
    merchant.payments().misbehave(WORLDLINE, PaymentFault::WebhooksDropped, None);
    let cent = json!({ "amountOfMoney": { "amount": 1, "currencyCode": "EUR" } });
    for _ in 0..300 {
        merchant.post(&format!("payments/{id}/refund"), cent.clone()).await;
    }
    let lines = std::fs::read_to_string(&path).unwrap().lines().count();
    assert!(lines <= 202, "{lines}");
    let again = Merchant::keeping(Some(path), Receiver::listen().await);
    assert_eq!(again.payments().find(WORLDLINE, &id).unwrap().refunds.len(), 300);
}

/// A file that can't be written costs the keeping, and nothing else.
#[tokio::test]
async fn without_a_place_nothing_is_kept() {
    let merchant = Merchant::keeping(Some("/nowhere/at/all.jsonl".into()), Receiver::listen().await);
    merchant.checkout("order-42").await;
    merchant.payments().pay(WORLDLINE, "order-42").unwrap();
    assert_eq!(merchant.payments().deliver_webhooks().await.delivered, 2);
}
