//! W-16: another amount or another currency is credited to nobody until a finance clerk has looked.

use meent_simulators::{PaymentFault, PaymentProvider};
use meent_tests::colleagues::GOOD_PASSWORD;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage, invariants};
use serde_json::{Value, json};

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

/// A finance clerk, at work.
pub async fn clerk(stage: &Stage) -> Browser {
    let mut admin = stage.staff("superadmin").await;
    stage.colleague(&mut admin, "els.peeters", "finance-clerk").await;
    at_work_again(stage).await
}

/// The same clerk, after a break in which the session ended.
pub async fn at_work_again(stage: &Stage) -> Browser {
    let mut clerk = stage.office();
    stage.give_password(&mut clerk, "els.peeters", GOOD_PASSWORD).await.json(200);
    clerk
}

async fn parked(stage: &Stage, phone: &mut Browser, fault: PaymentFault) -> String {
    stage.bank().misbehave(WORLDLINE, fault, None);
    let id = stage.top_up(phone, 1250).await;
    stage.bank().behave(WORLDLINE);
    assert_eq!(stage.outcome(phone, &id).await["state"], "checking");
    assert_eq!(stage.balance(phone).await, 0, "credited to nobody");
    id
}

async fn resolve(desk: &mut Browser, payment: &Value, resolution: &str) -> meent_tests::Answer {
    let path = format!("/api/staff/payments/{}/resolution", payment["id"].as_str().expect("an id"));
    let body = json!({ "version": payment["version"], "resolution": resolution, "reason": "Nagekeken bij de bank" });
    desk.post(&path, body).await
}

#[tokio::test]
async fn another_amount_is_credited_once_a_clerk_says_so() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let id = parked(&stage, &mut phone, PaymentFault::WrongAmount).await;
    let mut desk = clerk(&stage).await;
    let list = desk.get("/api/staff/payments?state=parked").await.json(200);
    let payment = &list["items"][0];
    assert_eq!((payment["id"].as_str(), &payment["receivedCents"]), (Some(id.as_str()), &json!(1249)));
    let by_reference = desk.get(&format!("/api/staff/payments?reference={}", id.to_uppercase())).await.json(200);
    assert_eq!(by_reference["items"], list["items"]);
    let nobody = desk.get("/api/staff/payments?reference=ORDER-42").await.json(200);
    assert_eq!(nobody["items"], json!([]));
    let older = json!({ "id": payment["id"], "version": 1 });
    assert_eq!(resolve(&mut desk, &older, "credit").await.problem(409), "changed-meanwhile");

    let credited = resolve(&mut desk, payment, "credit").await.json(200);
    assert_eq!(credited["state"], "parked-credited");
    assert_eq!(stage.balance(&mut phone).await, 1249);
    assert_eq!(resolve(&mut desk, &credited, "credit").await.problem(409), "payment-not-parked");
    // Reported again, it stays as it was decided.
    stage.wait_minutes(11);
    stage.bank().deliver_webhooks().await;
    stage.outcome(&mut phone, &id).await;
    assert_eq!(stage.balance(&mut phone).await, 1249);
    let mut admin = stage.staff("superadmin").await;
    let trail = admin.get("/api/audit?action=payment.credited").await.json(200);
    assert_eq!(trail["items"].as_array().map(Vec::len), Some(1), "{trail}");
    invariants::hold(&stage);
}

#[tokio::test]
async fn another_currency_can_only_be_closed() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let id = parked(&stage, &mut phone, PaymentFault::WrongCurrency).await;
    let mut desk = clerk(&stage).await;
    let payment = desk.get(&format!("/api/staff/payments/{id}")).await.json(200);
    assert_eq!(resolve(&mut desk, &payment, "credit").await.problem(400), "field-not-valid");
    let closed = resolve(&mut desk, &payment, "close").await.json(200);
    assert_eq!(closed["state"], "parked-closed");
    assert_eq!(stage.outcome(&mut phone, &id).await["state"], "closed");
    assert_eq!(stage.balance(&mut phone).await, 0);
    invariants::hold(&stage);
}

#[tokio::test]
async fn two_clerks_at_once_decide_once() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let id = parked(&stage, &mut phone, PaymentFault::WrongAmount).await;
    let mut one = clerk(&stage).await;
    let mut two = one.window();
    let payment = one.get(&format!("/api/staff/payments/{id}")).await.json(200);
    let (a, b) = futures::join!(resolve(&mut one, &payment, "credit"), resolve(&mut two, &payment, "close"));
    let mut told = [a.status.as_u16(), b.status.as_u16()];
    told.sort_unstable();
    assert_eq!(told, [200, 409], "{} {}", a.text, b.text);
    invariants::hold(&stage);
}
