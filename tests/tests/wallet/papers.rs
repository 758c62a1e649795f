//! W-11: a receipt for everybody, an invoice for companies; numbered without gaps, for their owner alone.

use crate::parked::clerk;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, Stage, invariants};
use serde_json::json;

pub async fn document(phone: &mut Browser, path: &str) -> Vec<u8> {
    let link = phone.get(path).await.location();
    assert!(!link.contains("receipt=") && link.contains("X-Amz-Expires=300"), "{link}");
    let client = reqwest::Client::builder().tls_certs_only([]).build().expect("a client");
    let answer = client.get(link).send().await.expect("the bucket answers");
    assert_eq!(answer.status(), 200);
    answer.bytes().await.expect("a document").to_vec()
}

/// Letters are sent there from now on.
pub async fn give_address(stage: &Stage, phone: &mut Browser) {
    phone.put("/api/profile/email", json!({ "address": "zoe@example.org" })).await;
    stage.town.deliver().await.expect("delivered");
    let code = stage.town.simulators.mails()[0].subject.split(' ').next().unwrap_or_default().to_owned();
    phone.post("/api/profile/email/confirmation", json!({ "code": code })).await.json(200);
}

#[tokio::test]
async fn receipts_and_invoices_are_numbered_made_and_shown_to_their_owner() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let receipt = stage.top_up(&mut phone, 1250).await;
    let invoice = stage.order_invoiced(&mut phone, 2500).await;
    stage.pay(&invoice);
    stage.bank().deliver_webhooks().await;
    assert_eq!(phone.get(&format!("/api/wallet/papers/{invoice}")).await.problem(404), "paper-not-ready");
    assert_eq!(stage.town.deliver().await.expect("delivered").jobs_done, 2);

    let pdf = document(&mut phone, &format!("/api/wallet/papers/{receipt}")).await;
    assert!(pdf.starts_with(b"%PDF-"));
    let ubl = document(&mut phone, &format!("/api/wallet/papers/{invoice}?form=ubl")).await;
    let ubl = String::from_utf8(ubl).expect("text");
    assert!(ubl.contains("F2026-000001") && ubl.contains("0123456749") && ubl.contains("25.00"), "{ubl}");
    assert_eq!(phone.get(&format!("/api/wallet/papers/{receipt}?form=ubl")).await.problem(404), "not-found");
    let invoiced = phone.get("/api/wallet/transactions?invoice=true").await.json(200);
    assert_eq!((&invoiced["count"], &invoiced["items"][0]["payment"]), (&json!(1), &json!(invoice)));

    let mut marie = stage.resident(MARIE).await;
    assert_eq!(marie.get(&format!("/api/wallet/papers/{receipt}")).await.problem(404), "not-found");
    let hers = stage.top_up(&mut marie, 100).await;
    stage.town.deliver().await.expect("delivered");
    let mut desk = clerk(&stage).await;
    let list = desk.get("/api/staff/papers").await.json(200);
    let mut numbers: Vec<&str> =
        list["items"].as_array().expect("a list").iter().filter_map(|row| row["number"].as_str()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, ["F2026-000001", "K2026-000001", "K2026-000002"]);
    assert!(document(&mut desk, "/api/staff/papers/F2026-000001").await.starts_with(b"%PDF-"));
    assert_eq!(desk.get("/api/staff/papers?kind=invoice").await.json(200)["items"][0]["number"], "F2026-000001");
    for none in ["F2026-000002", "x", "F2026-000001%2F.."] {
        assert_eq!(desk.get(&format!("/api/staff/papers/{none}")).await.problem(404), "not-found");
    }
    assert_eq!(stage.outcome(&mut marie, &hers).await["paperReady"], true);
    invariants::hold(&stage);
}

#[tokio::test]
async fn many_at_once_draw_each_a_number() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    for _ in 0..12 {
        stage.top_up(&mut phone, 100).await;
    }
    let (a, b, c) = futures::join!(stage.town.deliver(), stage.town.deliver(), stage.town.deliver());
    let done: usize = [a, b, c].into_iter().map(|run| run.expect("delivered").jobs_done).sum();
    for _ in 0..4 {
        stage.wait_minutes(2);
        stage.town.deliver().await.expect("delivered");
    }
    assert!(done > 0);
    let mut desk = clerk(&stage).await;
    let list = desk.get("/api/staff/papers?limit=25").await.json(200);
    assert_eq!(list["items"].as_array().map(Vec::len), Some(12));
    invariants::hold(&stage);
}

#[tokio::test]
async fn who_gave_an_address_is_told_by_letter() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    give_address(&stage, &mut phone).await;
    let late = stage.order(&mut phone, 1250).await;
    let worldline = meent_simulators::PaymentProvider::Worldline;
    stage.bank().refuse(worldline, &late.to_uppercase()).expect("open");
    assert_eq!(stage.outcome(&mut phone, &late).await["state"], "failed");
    stage.bank().settle_late(worldline, &late.to_uppercase()).expect("refused");
    stage.bank().deliver_webhooks().await;
    stage.town.deliver().await.expect("delivered");
    let letter = stage.town.simulators.mails()[0].clone();
    assert_eq!(letter.subject.replace('\u{a0}', " "), "Uw betaling van € 12,50 is toch gelukt");
    assert!(letter.text.expect("text").contains(&format!("/top-up/{late}")));
    stage.top_up(&mut phone, 500).await;
    stage.town.deliver().await.expect("delivered");
    assert_eq!(stage.town.simulators.mails()[0].subject.replace('\u{a0}', " "), "€ 5,00 staat op uw saldo");
}
