//! Cash and cards: in the balance at once, with a receipt, in the town's books.

use meent_store::Table;
use meent_tests::money::intention;
use meent_tests::people::ZOE;
use meent_tests::{Stage, invariants, rows};
use serde_json::json;

#[tokio::test]
async fn taken_credited_and_given_a_receipt() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 500).await;
    let mut clerk = stage.staff("vouchers").await;
    let desk = clerk.helping(ZOE).await;
    let (key, cash) = (intention(), json!({ "amountCents": 2000, "means": "cash" }));
    let path = format!("{desk}/top-ups");
    let taken = clerk.intend(&path, &key, &cash).await.json(201);
    assert_eq!(taken["balanceCents"], 2500);
    assert_eq!(clerk.intend(&path, &key, &cash).await.json(201), taken, "once");
    let other = json!({ "amountCents": 2500, "means": "cash" });
    assert_eq!(clerk.intend(&path, &key, &other).await.problem(409), "idempotency-key-used");
    let card = json!({ "amountCents": 1000, "means": "card", "terminalReference": "000123 4567" });
    clerk.intend(&path, &intention(), &card).await.json(201);
    assert_eq!(stage.balance(&mut phone).await, 3500);
    let said = phone.get("/api/wallet/transactions").await.json(200)["items"][0].clone();
    assert_eq!(said["description"], "Saldo opgeladen aan de balie");

    stage.town.deliver().await.expect("delivered");
    let payment = taken["payment"].as_str().expect("an id");
    phone.get(&format!("/api/wallet/papers/{payment}")).await.location();
    let mut finance = stage.staff("finance").await;
    let shown = finance.get(&format!("/api/staff/payments/{payment}")).await.json(200);
    assert_eq!(
        (&shown["provider"], &shown["method"], &shown["state"]),
        (&json!("desk"), &json!("cash"), &json!("paid"))
    );
    assert!(shown["paperNumber"].as_str().is_some_and(|number| number.starts_with("K2026-")), "{shown}");
    // The till is counted by this.
    let list = finance.get("/api/staff/payments.csv").await.text;
    assert!(list.contains(";contante betaling;K2026-") && list.contains(";bankkaart;K2026-"), "{list}");
    let all = rows::of(&stage, Table::Audit);
    let line = all.iter().find(|row| row["changes"][0]["to"] == taken["reference"]).expect("a line");
    assert_eq!((&line["action"], &line["changes"][1]["to"]), (&json!("desk.topped-up"), &json!("20.00")));
    // Nobody asks anybody about it: not the clock, not the browser that comes to see.
    stage.wait_minutes(600);
    stage.town.sweep().await.expect("swept");
    invariants::hold(&stage);
}

#[tokio::test]
async fn within_the_limits_and_in_one_of_two_ways() {
    let stage = Stage::new().await;
    stage.resident(ZOE).await;
    let mut clerk = stage.staff("vouchers").await;
    let path = format!("{}/top-ups", clerk.helping(ZOE).await);
    for (body, code, field) in [
        (json!({ "amountCents": 4, "means": "cash" }), "amount-too-small", "amountCents"),
        (json!({ "amountCents": 50_001, "means": "cash" }), "amount-too-large", "amountCents"),
        (json!({ "amountCents": -500, "means": "cash" }), "amount-too-small", "amountCents"),
        (json!({ "amountCents": 500, "means": "cheque" }), "field-not-valid", "means"),
        (json!({ "amountCents": 500 }), "field-required", "means"),
        (
            json!({ "amountCents": 500, "means": "card", "terminalReference": "x".repeat(101) }),
            "field-too-long",
            "terminalReference",
        ),
    ] {
        let answer = clerk.intend(&path, &intention(), &body).await;
        assert_eq!((answer.problem(400).as_str(), &answer.json(400)["field"]), (code, &json!(field)), "{body}");
    }
    let answer = clerk.post(&path, json!({ "amountCents": 500, "means": "cash" })).await;
    assert_eq!(answer.problem(400), "idempotency-key-needed");
    invariants::hold(&stage);
}

/// What came in cash can't go back through a provider: a clerk pays it by hand.
#[tokio::test]
async fn asked_back_it_is_paid_by_hand() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 500).await;
    let mut clerk = stage.staff("vouchers").await;
    let desk = clerk.helping(ZOE).await;
    clerk.take_cash(&desk, 2000).await;
    let asked = phone.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 2500 })).await.json(201);
    let mut finance = stage.staff("finance").await;
    let path = format!("/api/staff/refunds/{}", asked["id"].as_str().expect("an id"));
    let decide = async |finance: &mut meent_tests::Browser, decision: &str| {
        let version = finance.get(&path).await.json(200)["version"].clone();
        let body = json!({ "version": version, "decision": decision, "reason": "overgeschreven" });
        finance.post(&format!("{path}/decision"), body).await.json(200)
    };
    decide(&mut finance, "approve").await;
    for _try in 0..6 {
        stage.wait_minutes(20);
        stage.town.deliver().await.expect("delivered");
    }
    let mut finance = stage.staff("finance").await;
    let stuck = finance.get(&path).await.json(200);
    assert_eq!(stuck["state"], "stuck");
    let parts: i64 =
        stuck["parts"].as_array().into_iter().flatten().filter_map(|part| part["amountCents"].as_i64()).sum();
    assert_eq!(parts, 500, "what came online goes back so: {stuck}");
    decide(&mut finance, "paid-by-hand").await;
    assert_eq!(finance.get(&path).await.json(200)["state"], "paid");
    invariants::hold(&stage);
}

#[tokio::test]
async fn asked_back_for_who_has_no_phone() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let mut clerk = stage.staff("vouchers").await;
    let desk = clerk.helping(ZOE).await;
    clerk.take_cash(&desk, 2000).await;
    let path = format!("{desk}/refunds");
    let (key, most) = (intention(), json!({ "amountCents": 1500 }));
    let asked = clerk.intend(&path, &key, &most).await.json(201);
    assert_eq!(clerk.intend(&path, &key, &most).await.json(201), asked, "once");
    assert_eq!(stage.balance(&mut phone).await, 500);
    assert_eq!(clerk.intend(&path, &intention(), &most).await.problem(409), "balance-too-low");
    let none = clerk.intend(&path, &intention(), &json!({ "amountCents": 0 })).await;
    assert_eq!((none.problem(400).as_str(), &none.json(400)["field"]), ("amount-too-small", &json!("amountCents")));

    // It is decided on as any other, and its resident sees who asked.
    let refund = asked["refund"].as_str().expect("an id");
    let mut finance = stage.staff("finance").await;
    assert_eq!(finance.get(&format!("/api/staff/refunds/{refund}")).await.json(200)["state"], "asked");
    let held = phone.get("/api/profile/data").await.json(200);
    let actions: Vec<&str> =
        held["staff"].as_array().into_iter().flatten().filter_map(|line| line["action"].as_str()).collect();
    assert!(actions.contains(&"desk.refund-asked"), "{actions:?}");
    invariants::hold(&stage);
}
