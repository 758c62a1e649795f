//! W-10 to W-15: ordered, paid, come back; once, whatever is sent twice or comes in another order.

use meent_simulators::{PaymentFault, PaymentProvider};
use meent_store::payments::ProviderName;
use meent_tests::money::intention;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Stage, invariants};
use serde_json::json;

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

#[tokio::test]
async fn somebody_tops_up_and_reads_the_statement() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let wallet = phone.get("/api/wallet").await.json(200);
    assert_eq!(wallet["balanceCents"], 0);
    assert_eq!(
        wallet["topUp"],
        json!({ "offered": true, "leastCents": 5, "mostCents": 50000, "quickCents": [1000, 2500, 5000] })
    );

    let begun = phone.intend("/api/wallet/top-ups", &intention(), &json!({ "amountCents": 1250 })).await.json(201);
    let id = begun["id"].as_str().expect("an id");
    let page = phone.get(begun["payAt"].as_str().expect("a page")).await;
    assert!(page.text.contains("12,50") && page.text.contains(&id.to_uppercase()), "order and amount are on it");
    assert_eq!(stage.outcome(&mut phone, id).await["state"], "open");
    assert_eq!(phone.get("/api/wallet").await.json(200)["payments"][0]["news"], "open");

    stage.pay(id);
    let told = stage.bank().deliver_webhooks().await;
    assert_eq!((told.delivered, told.failed), (2, 0));
    let after = stage.outcome(&mut phone, id).await;
    assert_eq!(
        (&after["state"], &after["balanceCents"], &after["fresh"]),
        (&json!("paid"), &json!(1250), &json!(true))
    );
    assert_eq!(phone.get("/api/home").await.json(200)["balance"]["cents"], 1250);

    let list = phone.get("/api/wallet/transactions").await.json(200);
    assert_eq!((&list["count"], &list["more"], &list["orMore"]), (&json!(1), &json!(false), &json!(false)));
    let line = &list["items"][0];
    assert_eq!(
        (&line["number"], &line["amountCents"], &line["balanceAfterCents"], &line["description"]),
        (&json!(1), &json!(1250), &json!(1250), &json!("Saldo opgeladen"))
    );
    invariants::hold(&stage);
}

#[tokio::test]
async fn the_return_is_right_whether_the_report_came_before_after_or_never() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let before = stage.order(&mut phone, 100).await;
    stage.pay(&before);
    stage.bank().deliver_webhooks().await;
    assert_eq!(stage.outcome(&mut phone, &before).await["balanceCents"], 100);

    let after = stage.order(&mut phone, 100).await;
    stage.pay(&after);
    assert_eq!(stage.outcome(&mut phone, &after).await["balanceCents"], 200);
    stage.bank().deliver_webhooks().await;
    assert_eq!(stage.balance(&mut phone).await, 200);

    stage.bank().misbehave(WORLDLINE, PaymentFault::WebhooksDropped, None);
    let never = stage.order(&mut phone, 100).await;
    stage.pay(&never);
    stage.bank().deliver_webhooks().await;
    assert_eq!(stage.balance(&mut phone).await, 200);
    assert_eq!(stage.outcome(&mut phone, &never).await["balanceCents"], 300);
    invariants::hold(&stage);
}

#[tokio::test]
async fn the_clock_asks_about_what_nobody_reported() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.bank().misbehave(WORLDLINE, PaymentFault::WebhooksDropped, None);
    let paid = stage.order(&mut phone, 700).await;
    let abandoned = stage.order(&mut phone, 900).await;
    stage.pay(&paid);
    assert_eq!(stage.town.sweep().await.expect("swept").asked, 0, "not yet");
    stage.wait_minutes(6);
    assert_eq!(stage.town.sweep().await.expect("swept").asked, 2);
    assert_eq!(stage.account(&own_id(&mut phone).await).await.balance, 700);
    // A provider that is down is asked later, and not forgotten.
    stage.wait_minutes(15);
    stage.bank().misbehave(WORLDLINE, PaymentFault::StatusDown, None);
    assert_eq!(stage.town.sweep().await.expect("swept").unanswered, 1);
    assert_eq!(stage.town.sweep().await.expect("swept").unanswered, 0, "left alone for a while");
    stage.bank().behave(WORLDLINE);
    stage.wait_minutes(240);
    stage.town.sweep().await.expect("swept");
    let mut phone = stage.sign_in("itsme", ZOE).await;
    // A page that closed unused, as Worldline says it.
    assert_eq!(stage.outcome(&mut phone, &abandoned).await["state"], "cancelled");
    // Until it has ended for good; then nobody asks any more.
    for _ in 0..8 {
        stage.wait_minutes(24 * 60);
        stage.town.sweep().await.expect("swept");
    }
    assert_eq!(stage.town.sweep().await.expect("swept").asked, 0);
    invariants::hold(&stage);
}

async fn own_id(phone: &mut meent_tests::Browser) -> String {
    let cookie = phone.cookies.values().next().expect("a session").clone();
    cookie.split('.').next().expect("an id").to_owned()
}

#[tokio::test]
async fn one_intention_is_one_order() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let (key, body) = (intention(), json!({ "amountCents": 2500 }));
    let (mut other, mut third) = (phone.window(), phone.window());
    let (a, b, c) = futures::join!(
        phone.intend("/api/wallet/top-ups", &key, &body),
        other.intend("/api/wallet/top-ups", &key, &body),
        third.intend("/api/wallet/top-ups", &key, &body),
    );
    let taken: Vec<_> = [a, b, c].into_iter().filter(|answer| answer.status == 201).collect();
    assert!(!taken.is_empty());
    let again = phone.intend("/api/wallet/top-ups", &key, &body).await.json(201);
    assert!(taken.iter().all(|answer| answer.json(201) == again), "the same page each time");
    assert_eq!(stage.bank().all(WORLDLINE).len(), 1);
    // The same key for something else is refused, and another's key leads nowhere.
    let other_amount = phone.intend("/api/wallet/top-ups", &key, &json!({ "amountCents": 2501 })).await;
    assert_eq!(other_amount.problem(409), "idempotency-key-used");
    let mut marie = stage.resident(MARIE).await;
    let hers = marie.intend("/api/wallet/top-ups", &key, &body).await.json(201);
    assert_ne!(hers["id"], again["id"]);
    assert_eq!(
        marie.get(&format!("/api/wallet/top-ups/{}", again["id"].as_str().expect("an id"))).await.problem(404),
        "not-found"
    );
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_key_of_a_payment_that_has_ended_leads_to_no_closed_page() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let body = json!({ "amountCents": 1000 });
    let mut balance = 0;
    for end in ["cancelled", "failed", "pending", "paid", "expired"] {
        let key = intention();
        let id = phone.intend("/api/wallet/top-ups", &key, &body).await.json(201)["id"].clone();
        let id = id.as_str().expect("an id").to_owned();
        let (bank, page) = (stage.bank(), id.to_uppercase());
        let at_its_page = match end {
            "cancelled" => Some(bank.cancel(WORLDLINE, &page)),
            "failed" => Some(bank.refuse(WORLDLINE, &page)),
            "pending" => Some(bank.pend(WORLDLINE, &page)),
            "paid" => Some(bank.pay(WORLDLINE, &page)),
            _ => None,
        };
        if at_its_page.is_none() {
            stage.wait_minutes(4 * 60);
            stage.town.sweep().await.expect("swept");
            phone = stage.sign_in("itsme", ZOE).await;
        } else {
            assert!(at_its_page.is_some_and(|done| done.is_ok()));
            assert_eq!(stage.outcome(&mut phone, &id).await["state"], end);
        }
        balance += if end == "paid" { 1000 } else { 0 };
        let before = meent_tests::rows::of(&stage, meent_store::Table::Payments);
        for _ in 0..2 {
            assert_eq!(phone.intend("/api/wallet/top-ups", &key, &body).await.problem(409), "payment-ended", "{end}");
        }
        assert_eq!(meent_tests::rows::of(&stage, meent_store::Table::Payments), before, "nothing was changed");
        assert_eq!(stage.balance(&mut phone).await, balance, "{end}");
        // What was asked with other words is told as that.
        let other = phone.intend("/api/wallet/top-ups", &key, &json!({ "amountCents": 1001 })).await;
        assert_eq!(other.problem(409), "idempotency-key-used");
        phone.intend("/api/wallet/top-ups", &intention(), &body).await.json(201);
    }
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_provider_that_is_down_or_forgets_to_answer_costs_nothing() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let (key, body) = (intention(), json!({ "amountCents": 2500 }));
    stage.bank().misbehave(WORLDLINE, PaymentFault::CreateDown, 1);
    assert_eq!(phone.intend("/api/wallet/top-ups", &key, &body).await.problem(503), "payment-provider-down");
    stage.bank().misbehave(WORLDLINE, PaymentFault::CreateLost, 1);
    assert_eq!(phone.intend("/api/wallet/top-ups", &key, &body).await.problem(503), "payment-provider-down");
    let begun = phone.intend("/api/wallet/top-ups", &key, &body).await.json(201);
    assert_eq!(stage.bank().all(WORLDLINE).len(), 1, "one page, though two were asked for");
    let id = begun["id"].as_str().expect("an id").to_owned();
    stage.pay(&id);
    stage.bank().misbehave(WORLDLINE, PaymentFault::StatusDown, None);
    let unknown = stage.outcome(&mut phone, &id).await;
    assert_eq!((&unknown["state"], &unknown["fresh"]), (&json!("open"), &json!(false)));
    let told = stage.bank().deliver_webhooks().await;
    assert_eq!(told.delivered, 0, "it must tell us again");
    stage.bank().behave(WORLDLINE);
    assert_eq!(stage.outcome(&mut phone, &id).await["balanceCents"], 2500);
    // Told again later, it changes nothing.
    stage.wait_minutes(11);
    assert!(stage.bank().deliver_webhooks().await.delivered > 0);
    assert_eq!(stage.balance(&mut phone).await, 2500);
    invariants::hold(&stage);
}

#[tokio::test]
async fn cancelled_refused_pending_and_paid_after_all() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let cancelled = stage.order(&mut phone, 1000).await;
    stage.bank().cancel(WORLDLINE, &cancelled.to_uppercase()).expect("open");
    assert_eq!(stage.outcome(&mut phone, &cancelled).await["state"], "cancelled");
    let refused = stage.order(&mut phone, 1000).await;
    stage.bank().refuse(WORLDLINE, &refused.to_uppercase()).expect("open");
    assert_eq!(stage.outcome(&mut phone, &refused).await["state"], "failed");
    let pending = stage.order(&mut phone, 1000).await;
    stage.bank().pend(WORLDLINE, &pending.to_uppercase()).expect("open");
    assert_eq!(stage.outcome(&mut phone, &pending).await["state"], "pending");
    assert_eq!(stage.balance(&mut phone).await, 0);
    stage.bank().settle(WORLDLINE, &pending.to_uppercase()).expect("pending");
    stage.bank().deliver_webhooks().await;
    assert_eq!(stage.outcome(&mut phone, &pending).await["balanceCents"], 1000);
    // Shown as failed, and paid all the same: credited, and the resident told (W-15).
    stage.bank().settle_late(WORLDLINE, &refused.to_uppercase()).expect("refused before");
    stage.bank().deliver_webhooks().await;
    assert_eq!(stage.balance(&mut phone).await, 2000);
    let news = phone.get("/api/wallet").await.json(200)["payments"].clone();
    assert!(
        news.as_array().expect("a list").iter().any(|row| row["id"] == refused.as_str() && row["news"] == "late"),
        "{news}"
    );
    invariants::hold(&stage);
}

#[tokio::test]
async fn mollie_takes_payments_too() {
    let stage = Stage::paying_by(ProviderName::Mollie).await;
    let bank = stage.bank();
    let mollie = PaymentProvider::Mollie;
    let mut phone = stage.resident(ZOE).await;
    let paid = stage.order(&mut phone, 1250).await;
    let page = bank.all(mollie)[0].id.clone();
    bank.pay(mollie, &page).expect("open");
    assert_eq!(bank.deliver_webhooks().await.failed, 0);
    assert_eq!(stage.balance(&mut phone).await, 1250);
    assert_eq!(stage.outcome(&mut phone, &paid).await["state"], "paid");
    let cancelled = stage.order(&mut phone, 1250).await;
    bank.cancel(mollie, &bank.all(mollie)[0].id).expect("open");
    bank.deliver_webhooks().await;
    assert_eq!(stage.outcome(&mut phone, &cancelled).await["state"], "cancelled");
    let wrong = stage.order(&mut phone, 1250).await;
    bank.misbehave(mollie, PaymentFault::WrongAmount, None);
    bank.pay(mollie, &bank.all(mollie)[0].id).expect("open");
    bank.deliver_webhooks().await;
    assert_eq!(stage.outcome(&mut phone, &wrong).await["state"], "checking");
    assert_eq!(stage.balance(&mut phone).await, 1250);
    invariants::hold(&stage);
}

#[tokio::test]
async fn what_cannot_be_ordered_is_refused_at_its_field() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let company = |vat: &str| json!({ "name": "Bakkerij Peeters", "vatNumber": vat, "street": "Markt 1", "postcode": "9990", "town": "Noorderhaven", "country": "BE" });
    for (body, code, field) in [
        (json!({}), "field-required", "amountCents"),
        (json!({ "amountCents": 4 }), "amount-too-small", "amountCents"),
        (json!({ "amountCents": -1250 }), "amount-too-small", "amountCents"),
        (json!({ "amountCents": 50_001 }), "amount-too-large", "amountCents"),
        (json!({ "amountCents": 9_223_372_036_854_775_807i64 }), "amount-too-large", "amountCents"),
        (json!({ "amountCents": 12.5 }), "field-not-valid", "amountCents"),
        (json!({ "amountCents": "1250" }), "field-not-valid", "amountCents"),
        (
            json!({ "amountCents": 1250, "company": company("BE0123456748") }),
            "vat-number-not-valid",
            "company.vatNumber",
        ),
        (json!({ "amountCents": 1250, "company": company("") }), "field-required", "company.vatNumber"),
        (json!({ "amountCents": 1250, "company": {} }), "field-required", "company.name"),
        (json!({ "amountCents": 1250, "tip": 1 }), "field-not-valid", "tip"),
    ] {
        let answer = phone.intend("/api/wallet/top-ups", &intention(), &body).await;
        assert_eq!((answer.problem(400).as_str(), answer.json(400)["field"].as_str()), (code, Some(field)), "{body}");
    }
    for key in ["", "short", "with spaces in it, as a key", &"x".repeat(65)] {
        let answer = phone.intend("/api/wallet/top-ups", key, &json!({ "amountCents": 1250 })).await;
        assert_eq!(answer.problem(400), "idempotency-key-needed");
    }
    assert!(stage.bank().all(WORLDLINE).is_empty());
    for id in ["x", "00000000000000000000000000", "../home"] {
        assert_eq!(phone.get(&format!("/api/wallet/top-ups/{id}")).await.status, 404);
    }
    let id = stage.order(&mut phone, 1250).await;
    let forged = phone.post(&format!("/api/wallet/top-ups/{id}/outcome"), json!({ "returnMac": "forged" })).await;
    assert_eq!(forged.problem(400), "payment-return-not-valid");
    invariants::hold(&stage);
}
