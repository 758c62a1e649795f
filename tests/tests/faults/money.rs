//! Money of a resident: ordered, come in, asked back, and left behind.

use crate::all_of;
use crate::people::Someone;
use meent_domain::consent::TEXT_VERSION;
use meent_simulators::{PaymentFault, PaymentProvider, WebhookRequest};
use meent_store::Table;
use meent_tests::faults::{Deed, Tried};
use meent_tests::money::{company, intention};
use meent_tests::{Answer, Stage, rows};
use reqwest::StatusCode;
use serde_json::json;

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;

/// Refunds of somebody, whatever their state.
pub fn refunds_of(stage: &Stage, person: &str) -> Vec<i64> {
    let all = rows::of(stage, Table::Payments);
    let theirs = rows::beginning_with(&all, "REFUND#").into_iter().filter(|row| row["person"] == person);
    theirs.filter_map(|row| row["cents"].as_i64()).collect()
}

/// Somebody with a paid order that nobody has reported; `more` is its id.
pub async fn with_paid_order(stage: &Stage, number: usize) -> Someone {
    let mut someone = Someone::agreed(stage, number).await;
    someone.more = stage.order(&mut someone.browser, 500).await;
    stage.pay(&someone.more);
    someone
}

struct Ordering;

impl Deed for Ordering {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/wallet/top-ups";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        someone.more = intention();
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        let body = json!({ "amountCents": 500, "company": company() });
        scene.browser.intend("/api/wallet/top-ups", &scene.more, &body).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(201, &[]);
        let id = tried.again.json(201)["id"].as_str().expect("an id").to_owned();
        let pages = stage.bank().all(WORLDLINE).into_iter().filter(|page| page.reference == id.to_uppercase()).count();
        assert_eq!(pages, 1, "{}", tried.told());
        stage.pay(&id);
        assert_eq!(stage.outcome(&mut scene.browser, &id).await["balanceCents"], 500);
    }
}

#[tokio::test]
async fn ordering() {
    all_of(&Ordering).await;
}

struct ComingBack;

impl Deed for ComingBack {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/wallet/top-ups/{id}/outcome";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        with_paid_order(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.browser.post(&format!("/api/wallet/top-ups/{}/outcome", scene.more), json!({})).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &[]);
        assert_eq!(tried.again.json(200)["state"], "paid", "{}", tried.told());
        assert_eq!(stage.balance(&mut scene.browser).await, 500, "{}", tried.told());
    }
}

#[tokio::test]
async fn coming_back() {
    all_of(&ComingBack).await;
}

struct ComingBackWithoutMoney;

impl Deed for ComingBackWithoutMoney {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/wallet/top-ups/{id}/outcome (cancelled)";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        someone.more = stage.order(&mut someone.browser, 500).await;
        stage.bank().cancel(WORLDLINE, &someone.more.to_uppercase()).expect("open");
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.browser.post(&format!("/api/wallet/top-ups/{}/outcome", scene.more), json!({})).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &[]);
        assert_eq!(tried.again.json(200)["state"], "cancelled", "{}", tried.told());
        assert_eq!(stage.balance(&mut scene.browser).await, 0);
    }
}

#[tokio::test]
async fn coming_back_without_money() {
    all_of(&ComingBackWithoutMoney).await;
}

struct BeingReported(Option<PaymentFault>);

impl Deed for BeingReported {
    type Scene = (Someone, WebhookRequest);
    const NAME: &'static str = "POST /api/payments/worldline";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        if let Some(fault) = self.0 {
            stage.bank().misbehave(WORLDLINE, fault, None);
        }
        let someone = with_paid_order(stage, number).await;
        stage.bank().behave(WORLDLINE);
        let report = stage.bank().webhooks(WORLDLINE).pop().expect("a report");
        (someone, report)
    }

    async fn act(&self, stage: &Stage, (_, report): &mut Self::Scene) -> Answer {
        stage.report(report).await
    }

    async fn check(&self, stage: &Stage, (someone, _): &mut Self::Scene, tried: &Tried) {
        assert_eq!(tried.again.status, StatusCode::NO_CONTENT, "{}", tried.told());
        let expected = if self.0.is_some() { 0 } else { 500 };
        assert_eq!(stage.balance(&mut someone.browser).await, expected, "{}", tried.told());
    }
}

#[tokio::test]
async fn being_reported() {
    all_of(&BeingReported(None)).await;
}

#[tokio::test]
async fn being_reported_with_another_amount() {
    all_of(&BeingReported(Some(PaymentFault::WrongAmount))).await;
}

struct AskingBack;

impl Deed for AskingBack {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/wallet/refunds";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = with_paid_order(stage, number).await;
        stage.outcome(&mut someone.browser, &someone.more).await;
        someone.more = intention();
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.browser.intend("/api/wallet/refunds", &scene.more, &json!({ "amountCents": 400 })).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(201, &[]);
        assert_eq!(stage.balance(&mut scene.browser).await, 100, "{}", tried.told());
        assert_eq!(refunds_of(stage, &scene.id), [400], "{}", tried.told());
    }
}

#[tokio::test]
async fn asking_back() {
    all_of(&AskingBack).await;
}

struct LeavingWithABalance;

impl Deed for LeavingWithABalance {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/consent (withdraw, with a balance)";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = with_paid_order(stage, number).await;
        stage.outcome(&mut someone.browser, &someone.more).await;
        stage.wait_minutes(1);
        someone.more = TEXT_VERSION.to_owned();
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.answer("no").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &["session-ended"]);
        assert!(scene.row(stage)["details"].is_null());
        assert_eq!(stage.account(&scene.id).await.balance, 0, "{}", tried.told());
        assert_eq!(refunds_of(stage, &scene.id), [500], "{}", tried.told());
    }
}

#[tokio::test]
async fn leaving_with_a_balance() {
    all_of(&LeavingWithABalance).await;
}
