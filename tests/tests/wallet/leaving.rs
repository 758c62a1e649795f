//! P-12: who withdraws or asks for erasure is paid back first, in the same moment.

use crate::parked::clerk;
use meent_simulators::{PaymentFault, PaymentProvider};
use meent_tests::people::ZOE;
use meent_tests::{Stage, invariants};
use serde_json::json;

#[tokio::test]
async fn what_is_left_is_asked_back_with_the_withdrawal() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    stage.decide(&mut phone, "no").await.json(200);
    invariants::hold(&stage);
    let mut desk = clerk(&stage).await;
    let refund = desk.get("/api/staff/refunds?state=asked").await.json(200)["items"][0].clone();
    assert_eq!(refund["amountCents"], 1000);
    let refused = json!({ "version": refund["version"], "decision": "refuse", "reason": "nee" });
    let path = format!("/api/staff/refunds/{}/decision", refund["id"].as_str().expect("an id"));
    assert_eq!(desk.post(&path, refused).await.problem(409), "refund-of-somebody-gone");
    desk.post(&path, json!({ "version": refund["version"], "decision": "approve" })).await.json(200);
    for _ in 0..3 {
        stage.town.deliver().await.expect("delivered");
        stage.wait_minutes(10);
    }
    assert_eq!(stage.bank().all(PaymentProvider::Worldline)[0].refunds.len(), 1, "without anybody's name or number");
    invariants::hold(&stage);
}

#[tokio::test]
async fn an_empty_wallet_asks_nothing_back() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.decide(&mut phone, "no").await.json(200);
    let mut desk = clerk(&stage).await;
    assert_eq!(desk.get("/api/staff/refunds").await.json(200)["items"], json!([]));
}

#[tokio::test]
async fn erasure_pays_back_too_and_what_comes_late_follows() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    stage.bank().misbehave(PaymentProvider::Worldline, PaymentFault::WebhooksHeld, None);
    let late = stage.order(&mut phone, 300).await;
    stage.pay(&late);
    phone.post("/api/profile/erasure", json!({ "confirm": true })).await.json(200);
    stage.bank().behave(PaymentProvider::Worldline);
    stage.wait_minutes(6);
    stage.town.sweep().await.expect("swept");
    // The receipt is made all the same, and the money that came to nobody goes back.
    stage.town.deliver().await.expect("delivered");
    let mut desk = clerk(&stage).await;
    let refunds = desk.get("/api/staff/refunds?state=asked").await.json(200);
    let mut cents: Vec<i64> =
        refunds["items"].as_array().expect("a list").iter().filter_map(|row| row["amountCents"].as_i64()).collect();
    cents.sort_unstable();
    assert_eq!(cents, [300, 1000]);
    invariants::hold(&stage);
}
