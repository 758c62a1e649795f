//! W-30: what is forged, forgotten or lost is found at night, from the side of the payments too.

use meent_domain::payment::PaymentState;
use meent_domain::{PaymentId, TransferId};
use meent_ledger::Fault;
use meent_simulators::{PaymentFault, PaymentProvider};
use meent_store::ledger::{TransferRow, transfer};
use meent_store::payments::{Payment, Refund, payment, refund};
use meent_tests::money::intention;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage, invariants};
use serde_json::json;

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

async fn row(stage: &Stage, id: &str) -> Payment {
    let id = PaymentId::try_from(id.to_owned()).expect("an id");
    stage.town.app.db.get(&payment(&id)).await.expect("a read").expect("a payment")
}

async fn forge(stage: &Stage, forged: &Payment) {
    stage.town.app.db.put(&forged.key(), forged).await.expect("written");
}

/// Looked at by night, then put back as it was.
async fn found(stage: &Stage, forged: &Payment) -> Vec<Fault> {
    let honest = row(stage, forged.id.as_str()).await;
    forge(stage, forged).await;
    let findings = stage.town.audit().await.expect("audited");
    assert_eq!(findings.faults.len() as u64, findings.fault_count);
    forge(stage, &honest).await;
    assert_eq!(stage.town.audit().await.expect("audited").faults, [], "as it was, it is in order");
    findings.faults
}

/// A paid payment and its credit.
async fn paid(stage: &Stage, phone: &mut Browser) -> (Payment, TransferRow) {
    let id = stage.top_up(phone, 1250).await;
    let payment = row(stage, &id).await;
    let credit = payment.received.as_ref().and_then(|received| received.transfer.clone()).expect("a credit");
    let credit = stage.town.app.db.get(&transfer(&credit)).await.expect("a read").expect("a transfer");
    (payment, credit)
}

#[tokio::test]
async fn a_payment_that_calls_itself_credited_is_found() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let (paid, credit) = paid(&stage, &mut phone).await;
    let open = row(&stage, &stage.order(&mut phone, 500).await).await;
    let uncredited = |payment: &Payment| Fault::Uncredited { payment: payment.id.to_string() };
    let orphan = Fault::Orphan { transfer: credit.id.to_string() };

    // Never paid, and called paid: without a credit, or with that of another.
    let called = Payment { state: PaymentState::Paid, due_at: None, due_shard: None, ..open.clone() };
    assert_eq!(found(&stage, &called).await, [uncredited(&open)]);
    let borrowed = Payment { received: paid.received.clone(), ..called };
    assert_eq!(found(&stage, &borrowed).await, [uncredited(&open)]);
    // Another amount than was credited.
    let mut more = paid.clone();
    more.received.as_mut().expect("money").cents.0 += 1;
    assert_eq!(found(&stage, &more).await, [orphan.clone(), uncredited(&paid)]);
    let mut elsewhere = paid.clone();
    let nobody = TransferId::from_random([7; 16]);
    elsewhere.received.as_mut().expect("money").transfer = Some(nobody);
    let twice = Fault::CreditedTwice { payment: paid.id.to_string(), transfer: credit.id.to_string() };
    assert_eq!(found(&stage, &elsewhere).await, [twice, uncredited(&paid)]);
    // Money came, and the row says that it came to nothing.
    let lost = Payment { state: PaymentState::Failed, ..paid.clone() };
    assert_eq!(found(&stage, &lost).await, [orphan, Fault::Lost { payment: paid.id.to_string() }]);
    let shown = stage.staff("finance").await.get("/api/staff/ledger-audit").await.json(200);
    assert_eq!((&shown["last"]["payments"], &shown["last"]["faultCount"]), (&json!(2), &json!(0)));
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_payment_that_is_credited_twice_is_found() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let (paid, credit) = paid(&stage, &mut phone).await;
    let again = TransferRow { id: TransferId::from_random([9; 16]), ..credit };
    stage.town.app.db.put(&transfer(&again.id), &again).await.expect("written");
    let faults = stage.town.audit().await.expect("audited").faults;
    let twice = Fault::CreditedTwice { payment: paid.id.to_string(), transfer: again.id.to_string() };
    assert!(faults.contains(&twice), "{faults:?}");
    let shown = stage.staff("finance").await.get("/api/staff/ledger-audit").await.json(200);
    let told = json!({ "is": "credited-twice", "payment": paid.id, "transfer": again.id });
    assert!(shown["last"]["faults"].as_array().expect("faults").contains(&told), "{shown}");
}

#[tokio::test]
async fn a_payment_that_nobody_asks_about_is_found() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let open = row(&stage, &stage.order(&mut phone, 500).await).await;
    assert_eq!(stage.town.audit().await.expect("audited").faults, []);
    let forgotten = Fault::Forgotten { payment: open.id.to_string() };
    for state in [PaymentState::Created, PaymentState::Open, PaymentState::Pending] {
        let unasked = Payment { state, due_at: None, due_shard: None, ..open.clone() };
        assert_eq!(found(&stage, &unasked).await, std::slice::from_ref(&forgotten));
    }
    // A sweep that has not run for a day forgets everybody.
    stage.wait_minutes(25 * 60);
    assert_eq!(stage.town.audit().await.expect("audited").faults, [forgotten]);
    stage.town.sweep().await.expect("swept");
    assert_eq!(stage.town.audit().await.expect("audited").faults, []);
    invariants::hold(&stage);
}

#[tokio::test]
async fn money_that_came_past_the_last_question_is_found_and_credited() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.bank().misbehave(WORLDLINE, PaymentFault::WebhooksDropped, None);
    let id = stage.order(&mut phone, 1250).await;
    stage.bank().refuse(WORLDLINE, &id.to_uppercase()).expect("open");
    assert_eq!(stage.outcome(&mut phone, &id).await["state"], "failed");
    // The clock has asked for the last time.
    let swept = row(&stage, &id).await;
    forge(&stage, &Payment { due_at: None, due_shard: None, ..swept }).await;
    assert_eq!(stage.town.audit().await.expect("audited").faults, []);
    stage.bank().settle_late(WORLDLINE, &id.to_uppercase()).expect("refused");
    stage.bank().misbehave(WORLDLINE, PaymentFault::StatusDown, None);
    assert_eq!(stage.town.audit().await.expect("audited").faults, [], "who doesn't answer says nothing");
    stage.bank().stop_misbehaving(WORLDLINE, PaymentFault::StatusDown);
    let lost = Fault::Lost { payment: id.clone() };
    assert_eq!(stage.town.audit().await.expect("audited").faults, [lost]);
    stage.wait_minutes(1);
    assert_eq!(stage.town.sweep().await.expect("swept").asked, 1);
    assert_eq!(stage.balance(&mut phone).await, 1250);
    assert_eq!(stage.town.audit().await.expect("audited").faults, []);
    stage.town.deliver().await.expect("delivered");
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_refund_that_was_not_set_aside_is_found() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1250).await;
    let asked = phone.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 500 })).await.json(201);
    let id = meent_domain::RefundId::try_from(asked["id"].as_str().expect("an id").to_owned()).expect("an id");
    assert_eq!(stage.town.audit().await.expect("audited").faults, []);
    let honest: Refund = stage.town.app.db.get(&refund(&id)).await.expect("a read").expect("a refund");
    let mut forged = honest.clone();
    forged.cents.0 += 1;
    stage.town.app.db.put(&refund(&id), &forged).await.expect("written");
    let not_set_aside = Fault::NotSetAside { refund: id.to_string() };
    assert_eq!(stage.town.audit().await.expect("audited").faults, [not_set_aside]);
    stage.town.app.db.put(&refund(&id), &honest).await.expect("written");
    invariants::hold(&stage);
}
