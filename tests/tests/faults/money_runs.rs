//! Money that moves while nobody asks: the sweep, receipts, refunds, the audit. What fails is done by a
//! later run.

use crate::all_of;
use crate::money::with_paid_order;
use crate::people::Someone;
use meent_simulators::PaymentProvider;
use meent_store::Table;
use meent_tests::faults::{Deed, Tried, run};
use meent_tests::money::intention;
use meent_tests::{Answer, Stage, rows};
use serde_json::json;

/// Long enough for whatever was put off to be tried again, some times over.
const LATER: [i64; 4] = [6, 20, 70, 250];

pub async fn deliver_later(stage: &Stage) {
    for minutes in LATER {
        stage.wait_minutes(minutes);
        stage.town.deliver().await.expect("delivered");
    }
}

struct Sweeping;

impl Deed for Sweeping {
    type Scene = Someone;
    const NAME: &'static str = "on-schedule: payments that nobody reported";
    const IN_THE_BACKGROUND: bool = true;

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let someone = with_paid_order(stage, number).await;
        stage.wait_minutes(6);
        someone
    }

    async fn act(&self, stage: &Stage, _: &mut Someone) -> Answer {
        run(stage.town.sweep().await)
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        for minutes in LATER {
            stage.wait_minutes(minutes);
            stage.town.sweep().await.expect("swept");
        }
        assert_eq!(stage.account(&scene.id).await.balance, 500, "{}", tried.told());
    }
}

#[tokio::test]
async fn sweeping() {
    all_of(&Sweeping).await;
}

struct MakingAReceipt;

impl Deed for MakingAReceipt {
    type Scene = Someone;
    const NAME: &'static str = "on-outbox: a receipt";
    const IN_THE_BACKGROUND: bool = true;

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = with_paid_order(stage, number).await;
        stage.outcome(&mut someone.browser, &someone.more).await;
        someone
    }

    async fn act(&self, stage: &Stage, _: &mut Someone) -> Answer {
        run(stage.town.deliver().await)
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        deliver_later(stage).await;
        let link = scene.browser.get(&format!("/api/wallet/papers/{}", scene.more)).await;
        assert_eq!(link.status, 303, "{}: {}", tried.told(), link.text);
    }
}

#[tokio::test]
async fn making_a_receipt() {
    all_of(&MakingAReceipt).await;
}

struct SendingARefund;

impl Deed for SendingARefund {
    type Scene = Someone;
    const NAME: &'static str = "on-outbox: a refund";
    const IN_THE_BACKGROUND: bool = true;

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = with_paid_order(stage, number).await;
        stage.outcome(&mut someone.browser, &someone.more).await;
        stage.town.deliver().await.expect("delivered");
        let body = json!({ "amountCents": 400 });
        let asked = someone.browser.intend("/api/wallet/refunds", &intention(), &body).await.json(201);
        let path = format!("/api/staff/refunds/{}/decision", asked["id"].as_str().expect("an id"));
        let mut desk = stage.staff("finance").await;
        desk.post(&path, json!({ "version": 1, "decision": "approve" })).await.json(200);
        someone
    }

    async fn act(&self, stage: &Stage, _: &mut Someone) -> Answer {
        run(stage.town.deliver().await)
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        deliver_later(stage).await;
        let page = stage.bank().find(PaymentProvider::Worldline, &scene.more.to_uppercase()).expect("a payment");
        assert_eq!(page.refunds.len(), 1, "{}", tried.told());
        let all = rows::of(stage, Table::Payments);
        let refund = rows::beginning_with(&all, "REFUND#").into_iter().find(|row| row["person"] == scene.id.as_str());
        assert_eq!(refund.expect("a refund")["state"], "paid", "{}", tried.told());
    }
}

#[tokio::test]
async fn sending_a_refund() {
    all_of(&SendingARefund).await;
}

struct TakingBackAnInvoice;

impl Deed for TakingBackAnInvoice {
    type Scene = Someone;
    const NAME: &'static str = "on-outbox: an invoiced payment goes back, with its credit note";
    const IN_THE_BACKGROUND: bool = true;

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        someone.more = stage.order_invoiced(&mut someone.browser, 500).await;
        stage.pay(&someone.more);
        stage.outcome(&mut someone.browser, &someone.more).await;
        stage.town.deliver().await.expect("delivered");
        let body = json!({ "amountCents": 400 });
        let asked = someone.browser.intend("/api/wallet/refunds", &intention(), &body).await.json(201);
        let path = format!("/api/staff/refunds/{}/decision", asked["id"].as_str().expect("an id"));
        let mut desk = stage.staff("finance").await;
        desk.post(&path, json!({ "version": 1, "decision": "approve" })).await.json(200);
        // The provider has it; the next run hears that it is done.
        stage.town.deliver().await.expect("delivered");
        stage.wait_minutes(10);
        someone
    }

    async fn act(&self, stage: &Stage, _: &mut Someone) -> Answer {
        // What is paid back wakes another run, for its paper.
        let paid_back = stage.town.deliver().await;
        run(if paid_back.is_ok() { stage.town.deliver().await } else { paid_back })
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        deliver_later(stage).await;
        let all = rows::of(stage, Table::Payments);
        let notes = rows::beginning_with(&all, "PAPER#C");
        let theirs: Vec<_> = notes.into_iter().filter(|row| row["payment"] == scene.more.as_str()).collect();
        assert_eq!(theirs.len(), 1, "{}", tried.told());
        let link = scene.browser.get(&format!("/api/wallet/credit-notes/{}", rows::text(theirs[0], "number"))).await;
        assert_eq!(link.status, 303, "{}: {}", tried.told(), link.text);
    }
}

#[tokio::test]
async fn taking_back_an_invoice() {
    all_of(&TakingBackAnInvoice).await;
}

struct Auditing;

impl Deed for Auditing {
    type Scene = ();
    const NAME: &'static str = "on-schedule: the ledger audited";
    const IN_THE_BACKGROUND: bool = true;

    async fn set_up(&self, stage: &Stage, number: usize) {
        if number < 3 {
            let mut someone = with_paid_order(stage, number).await;
            stage.outcome(&mut someone.browser, &someone.more).await;
        }
    }

    async fn act(&self, stage: &Stage, (): &mut ()) -> Answer {
        run(stage.town.audit().await)
    }

    async fn check(&self, stage: &Stage, (): &mut (), _: &Tried) {
        assert_eq!(stage.town.audit().await.expect("audited").faults, []);
    }
}

#[tokio::test]
async fn auditing() {
    all_of(&Auditing).await;
}
