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
    asking_back(stage, someone).await
}

async fn asking_back(stage: &Stage, mut someone: Someone) -> Scene {
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

struct PayingByHand;

impl Deed for PayingByHand {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/refunds/{id}/decision (paid by hand)";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        let mut someone = Someone::agreed(stage, number).await;
        someone.more = stage.order_invoiced(&mut someone.browser, 500).await;
        stage.pay(&someone.more);
        stage.outcome(&mut someone.browser, &someone.more).await;
        let mut scene = asking_back(stage, someone).await;
        decide(&mut scene, "approve").await.json(200);
        stage.bank().misbehave(PaymentProvider::Worldline, PaymentFault::RefundRefused, None);
        for minutes in [1, 6, 20] {
            stage.town.deliver().await.expect("delivered");
            stage.wait_minutes(minutes);
        }
        stage.bank().behave(PaymentProvider::Worldline);
        scene.desk = stage.staff("finance").await;
        let path = format!("/api/staff/refunds/{}", scene.thing["id"].as_str().expect("an id"));
        scene.thing = scene.desk.get(&path).await.json(200);
        assert_eq!(scene.thing["state"], "stuck");
        scene
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        decide(scene, "paid-by-hand").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(200, &["changed-meanwhile"]);
        let id = scene.thing["id"].as_str().expect("an id");
        assert_eq!(lines_about(stage, id, "refund.paid-by-hand"), 1, "{}", tried.told());
        stage.town.deliver().await.expect("delivered");
        let now = scene.desk.get(&format!("/api/staff/refunds/{id}")).await.json(200);
        let states: Vec<&Value> = now["parts"].as_array().expect("parts").iter().map(|part| &part["state"]).collect();
        assert_eq!(states, ["released", "by-hand"], "{}", tried.told());
        assert!(now["parts"][1]["creditNote"].is_string(), "{}", tried.told());
    }
}

#[tokio::test]
async fn paying_by_hand() {
    all_of(&PayingByHand).await;
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
