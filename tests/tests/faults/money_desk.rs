//! Money that the finance office decides about.

use crate::all_of;
use crate::money::with_paid_order;
use crate::people::{Someone, lines_about};
use meent_simulators::{PaymentFault, PaymentProvider};
use meent_tests::faults::{Deed, Tried};
use meent_tests::money::intention;
use meent_tests::{Answer, Browser, Stage};
use serde_json::{Value, json};

/// A resident, a clerk, and what there is to decide.
struct Scene {
    someone: Someone,
    desk: Browser,
    thing: Value,
}

async fn asked_back(stage: &Stage, number: usize) -> Scene {
    let mut someone = with_paid_order(stage, number).await;
    stage.outcome(&mut someone.browser, &someone.more).await;
    let body = json!({ "amountCents": 400 });
    let asked = someone.browser.intend("/api/wallet/refunds", &intention(), &body).await.json(201);
    let mut desk = stage.staff("finance").await;
    let path = format!("/api/staff/refunds/{}", asked["id"].as_str().expect("an id"));
    let thing = desk.get(&path).await.json(200);
    Scene { someone, desk, thing }
}

async fn decide(scene: &mut Scene, decision: &str) -> Answer {
    let path = format!("/api/staff/refunds/{}/decision", scene.thing["id"].as_str().expect("an id"));
    let body = json!({ "version": scene.thing["version"], "decision": decision, "reason": "nagekeken" });
    scene.desk.post(&path, body).await
}

struct Approving;

impl Deed for Approving {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/refunds/{id}/decision (approve)";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        asked_back(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        decide(scene, "approve").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        // Done before: what one looks at is no longer what there is.
        tried.ends_in(200, &["changed-meanwhile"]);
        let id = scene.thing["id"].as_str().expect("an id").to_owned();
        let now = scene.desk.get(&format!("/api/staff/refunds/{id}")).await.json(200);
        assert_eq!(now["state"], "approved", "{}", tried.told());
        assert_eq!(lines_about(stage, &id, "refund.approved"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn approving() {
    all_of(&Approving).await;
}

struct Refusing;

impl Deed for Refusing {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/refunds/{id}/decision (refuse)";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        asked_back(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        decide(scene, "refuse").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(200, &["changed-meanwhile"]);
        assert_eq!(stage.balance(&mut scene.someone.browser).await, 500, "{}", tried.told());
        let id = scene.thing["id"].as_str().expect("an id");
        assert_eq!(lines_about(stage, id, "refund.refused"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn refusing() {
    all_of(&Refusing).await;
}

struct CreditingWhatWasParked;

impl Deed for CreditingWhatWasParked {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/payments/{id}/resolution";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        stage.bank().misbehave(PaymentProvider::Worldline, PaymentFault::WrongAmount, None);
        let mut someone = with_paid_order(stage, number).await;
        stage.outcome(&mut someone.browser, &someone.more).await;
        stage.bank().behave(PaymentProvider::Worldline);
        let mut desk = stage.staff("finance").await;
        let thing = desk.get(&format!("/api/staff/payments/{}", someone.more)).await.json(200);
        Scene { someone, desk, thing }
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        let path = format!("/api/staff/payments/{}/resolution", scene.someone.more);
        let body = json!({ "version": scene.thing["version"], "resolution": "credit", "reason": "nagekeken" });
        scene.desk.post(&path, body).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(200, &["changed-meanwhile"]);
        assert_eq!(stage.balance(&mut scene.someone.browser).await, 499, "{}", tried.told());
        assert_eq!(lines_about(stage, &scene.someone.more, "payment.credited"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn crediting_what_was_parked() {
    all_of(&CreditingWhatWasParked).await;
}
