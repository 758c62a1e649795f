//! W-17: unused balance goes back, once a clerk agrees, the way it came.

use crate::parked::{at_work_again, clerk};
use meent_simulators::{PaymentFault, PaymentProvider};
use meent_store::payments::ProviderName;
use meent_tests::money::intention;
use meent_tests::people::ZOE;
use meent_tests::{Answer, Browser, Stage, invariants};
use serde_json::{Value, json};

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

pub async fn ask(phone: &mut Browser, cents: i64) -> Answer {
    phone.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": cents })).await
}

pub async fn decide(desk: &mut Browser, refund: &Value, decision: &str, reason: Option<&str>) -> Answer {
    let path = format!("/api/staff/refunds/{}/decision", refund["id"].as_str().expect("an id"));
    desk.post(&path, json!({ "version": refund["version"], "decision": decision, "reason": reason })).await
}

pub async fn waiting(desk: &mut Browser, state: &str) -> Value {
    desk.get(&format!("/api/staff/refunds?state={state}")).await.json(200)["items"][0].clone()
}

/// A provider takes some minutes to say what became of a refund.
pub async fn soon(stage: &Stage) {
    for _ in 0..3 {
        stage.town.deliver().await.expect("delivered");
        stage.wait_minutes(6);
    }
}

#[tokio::test]
async fn asked_approved_and_sent_back_over_several_payments() {
    for provider in [ProviderName::Worldline, ProviderName::Mollie] {
        let stage = Stage::paying_by(provider).await;
        let bank = stage.bank();
        let who = if provider == ProviderName::Mollie { PaymentProvider::Mollie } else { WORLDLINE };
        let mut phone = stage.resident(ZOE).await;
        for cents in [1000, 500, 700] {
            stage.order(&mut phone, cents).await;
            bank.pay(who, &bank.all(who)[0].id).expect("open");
            bank.deliver_webhooks().await;
            stage.wait_minutes(1);
        }
        assert_eq!(ask(&mut phone, 2201).await.problem(409), "balance-too-low");
        let key = intention();
        let body = json!({ "amountCents": 1500 });
        let asked = phone.intend("/api/wallet/refunds", &key, &body).await.json(201);
        assert_eq!(
            phone.intend("/api/wallet/refunds", &key, &body).await.json(201),
            asked,
            "asked twice, set aside once"
        );
        assert_eq!(stage.balance(&mut phone).await, 700, "it can't be spent meanwhile");

        let mut desk = clerk(&stage).await;
        let refund = waiting(&mut desk, "asked").await;
        assert_eq!((&refund["id"], &refund["amountCents"]), (&asked["id"], &json!(1500)));
        decide(&mut desk, &refund, "approve", None).await.json(200);
        stage.town.deliver().await.expect("delivered");
        let sending = desk.get(&format!("/api/staff/refunds/{}", asked["id"].as_str().expect("an id"))).await.json(200);
        assert_eq!(sending["state"], "sending", "{sending}");
        let parts: Vec<i64> = sending["parts"]
            .as_array()
            .expect("parts")
            .iter()
            .filter_map(|part| part["amountCents"].as_i64())
            .collect();
        assert_eq!(parts, [700, 500, 300], "the newest first");
        invariants::hold(&stage);
        stage.wait_minutes(10);
        stage.town.deliver().await.expect("delivered");
        let paid = desk.get(&format!("/api/staff/refunds/{}", asked["id"].as_str().expect("an id"))).await.json(200);
        assert_eq!(paid["state"], "paid", "{paid}");
        let back: u64 =
            bank.all(who).iter().flat_map(|payment| &payment.refunds).map(|refund| refund.amount.cents).sum();
        assert_eq!(back, 1500);
        assert_eq!(stage.balance(&mut phone).await, 700);
        invariants::hold(&stage);
    }
}

#[tokio::test]
async fn refused_with_a_reason_it_is_in_the_wallet_again() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    ask(&mut phone, 1000).await.json(201);
    let mut desk = clerk(&stage).await;
    let refund = waiting(&mut desk, "asked").await;
    assert_eq!(decide(&mut desk, &refund, "refuse", None).await.problem(400), "field-required");
    decide(&mut desk, &refund, "refuse", Some("Er loopt nog een parkeersessie")).await.json(200);
    assert_eq!(stage.balance(&mut phone).await, 1000);
    let news = phone.get("/api/wallet").await.json(200)["refunds"][0].clone();
    assert_eq!((&news["news"], &news["reason"]), (&json!("refused"), &json!("Er loopt nog een parkeersessie")));
    let again = desk.get(&format!("/api/staff/refunds/{}", refund["id"].as_str().expect("an id"))).await.json(200);
    assert_eq!(decide(&mut desk, &again, "approve", None).await.problem(409), "refund-not-waiting");
    assert_eq!(decide(&mut desk, &refund, "approve", None).await.problem(409), "changed-meanwhile");
    // Asked once more, it is another one.
    ask(&mut phone, 400).await.json(201);
    assert_eq!(stage.balance(&mut phone).await, 600);
    invariants::hold(&stage);
}

#[tokio::test]
async fn one_that_is_stuck_is_sent_again_or_paid_by_hand() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    ask(&mut phone, 600).await.json(201);
    let mut desk = clerk(&stage).await;
    let refund = waiting(&mut desk, "asked").await;
    stage.bank().misbehave(WORLDLINE, PaymentFault::RefundRefused, None);
    decide(&mut desk, &refund, "approve", None).await.json(200);
    soon(&stage).await;
    let stuck = waiting(&mut desk, "stuck").await;
    assert_eq!(stuck["state"], "stuck", "{stuck}");
    invariants::hold(&stage);
    decide(&mut desk, &stuck, "try-again", None).await.json(200);
    soon(&stage).await;
    let mut desk = at_work_again(&stage).await;
    let stuck = waiting(&mut desk, "stuck").await;
    assert_eq!(stuck["state"], "stuck", "still refused: {stuck}");
    stage.bank().behave(WORLDLINE);
    decide(&mut desk, &stuck, "paid-by-hand", Some("Overgeschreven op 21/11")).await.json(200);
    assert_eq!(stage.balance(&mut phone).await, 400);
    invariants::hold(&stage);

    ask(&mut phone, 400).await.json(201);
    let refund = waiting(&mut desk, "asked").await;
    stage.bank().misbehave(WORLDLINE, PaymentFault::RefundDown, None);
    decide(&mut desk, &refund, "approve", None).await.json(200);
    assert_eq!(stage.town.deliver().await.expect("delivered").jobs_put_off, 1);
    stage.bank().behave(WORLDLINE);
    stage.bank().misbehave(WORLDLINE, PaymentFault::RefundLost, 1);
    for _ in 0..6 {
        stage.wait_minutes(20);
        stage.town.deliver().await.expect("delivered");
    }
    let mut desk = at_work_again(&stage).await;
    let paid = desk.get(&format!("/api/staff/refunds/{}", refund["id"].as_str().expect("an id"))).await.json(200);
    assert_eq!(paid["state"], "paid", "{paid}");
    let sent: u64 =
        stage.bank().all(WORLDLINE).iter().flat_map(|payment| &payment.refunds).map(|refund| refund.amount.cents).sum();
    assert!(sent >= 400, "{sent}");
    let once = stage.bank().all(WORLDLINE)[0].refunds.iter().filter(|refund| refund.amount.cents == 400).count();
    assert_eq!(once, 1, "a lost answer sends nothing twice");
    invariants::hold(&stage);
}

#[tokio::test]
async fn what_cannot_be_asked() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    for (cents, code, status) in
        [(0, "amount-too-small", 400), (-5, "amount-too-small", 400), (1, "balance-too-low", 409)]
    {
        assert_eq!(ask(&mut phone, cents).await.problem(status), code);
    }
    invariants::hold(&stage);
}
