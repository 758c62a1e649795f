//! The finance office: payments, refunds, papers, the audit.

use super::{OUTBOX, Tour};
use crate::Browser;
use crate::money::intention;
use crate::people::{MARIE, ZOE};
use meent_simulators::{PaymentFault, PaymentProvider};
use serde_json::{Value, json};

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;
const RESOLVE: &str = "POST /api/staff/payments/{id}/resolution";
const DECIDE: &str = "POST /api/staff/refunds/{id}/decision";

impl Tour {
    pub(super) async fn finance(&mut self) {
        let mut phone = self.stage.sign_in("itsme", ZOE).await;
        for _ in 0..2 {
            self.stage.bank().misbehave(WORLDLINE, PaymentFault::WrongAmount, None);
            self.stage.top_up(&mut phone, 300).await;
            self.stage.bank().behave(WORLDLINE);
            phone.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 50 })).await.json(201);
        }
        let mut desk = self.stage.staff("superadmin").await;
        self.pass();
        self.payments(&mut desk).await;
        self.refunds(&mut desk).await;
        self.taken_back().await;
        let mut desk = self.stage.staff("superadmin").await;
        self.pass();
        for (path, when) in [
            ("/api/staff/papers", "GET /api/staff/papers"),
            ("/api/staff/papers/K2026-000001", "GET /api/staff/papers/{number}"),
            ("/api/staff/ledger-audit", "GET /api/staff/ledger-audit"),
        ] {
            desk.get(path).await;
            self.note(when, "");
        }
        for path in ["/api/staff/payments", "/api/staff/refunds", "/api/staff/papers"] {
            self.stage.wait_minutes(4);
            desk.get(path).await.json(200);
            self.pass();
        }
    }

    async fn payments(&mut self, desk: &mut Browser) {
        let parked = desk.get("/api/staff/payments?state=parked").await.json(200)["items"].clone();
        self.note("GET /api/staff/payments", "those that are parked");
        desk.get("/api/staff/payments").await.json(200);
        self.note("GET /api/staff/payments", "");
        let one = text(&parked[0]["id"]);
        desk.get(&format!("/api/staff/payments?reference={one}")).await.json(200);
        self.note("GET /api/staff/payments", "by its reference");
        desk.get(&format!("/api/staff/payments/{one}")).await.json(200);
        self.note("GET /api/staff/payments/{id}", "");
        desk.get("/api/staff/payments.csv").await.done(200);
        self.note("GET /api/staff/payments.csv", "");
        for (payment, resolution) in [(&parked[0], "credit"), (&parked[1], "close")] {
            let path = format!("/api/staff/payments/{}/resolution", text(&payment["id"]));
            let body = json!({ "version": payment["version"], "resolution": resolution, "reason": "nagekeken" });
            // Two at once: who comes second reads what the first made of it.
            let mut window = desk.window();
            let (a, b) = futures::join!(desk.post(&path, body.clone()), window.post(&path, body));
            assert!(a.status == 200 || b.status == 200, "{} {}", a.text, b.text);
            self.pass();
        }
        let payment = self.another_parked().await;
        let path = format!("/api/staff/payments/{}/resolution", text(&payment["id"]));
        let body = json!({ "version": payment["version"], "resolution": "credit", "reason": "nagekeken" });
        desk.post(&path, body).await.json(200);
        self.note(RESOLVE, "credited");
        let payment = self.another_parked().await;
        let path = format!("/api/staff/payments/{}/resolution", text(&payment["id"]));
        let body = json!({ "version": payment["version"], "resolution": "close", "reason": "nagekeken" });
        desk.post(&path, body).await.json(200);
        self.note(RESOLVE, "closed");
    }

    async fn another_parked(&mut self) -> Value {
        let mut phone = self.stage.sign_in("itsme", ZOE).await;
        self.stage.bank().misbehave(WORLDLINE, PaymentFault::WrongAmount, None);
        self.stage.top_up(&mut phone, 300).await;
        self.stage.bank().behave(WORLDLINE);
        let mut desk = self.stage.staff("superadmin").await;
        let parked = desk.get("/api/staff/payments?state=parked").await.json(200)["items"][0].clone();
        self.pass();
        parked
    }

    async fn refunds(&mut self, desk: &mut Browser) {
        desk.get("/api/staff/refunds").await.json(200);
        self.note("GET /api/staff/refunds", "");
        let asked = desk.get("/api/staff/refunds?state=asked").await.json(200)["items"].clone();
        self.note("GET /api/staff/refunds", "those that wait");
        desk.get(&format!("/api/staff/refunds/{}", text(&asked[0]["id"]))).await.json(200);
        self.note("GET /api/staff/refunds/{id}", "");
        self.stage.town.deliver().await.expect("delivered");
        self.pass();
        self.decide(desk, &asked[0], "approve").await;
        self.note(DECIDE, "approved");
        self.stage.town.deliver().await.expect("delivered");
        self.note(OUTBOX, "a refund given to its provider");
        self.stage.wait_minutes(10);
        self.stage.town.deliver().await.expect("delivered");
        self.note(OUTBOX, "a refund that its provider has paid");
        desk.get("/api/staff/me").await.json(200);
        self.pass();
        self.decide(desk, &asked[1], "refuse").await;
        self.note(DECIDE, "refused");
        self.stage.bank().misbehave(WORLDLINE, PaymentFault::RefundRefused, None);
        self.decide(desk, &asked[2], "approve").await;
        // One payment after the other refuses.
        for minutes in [6, 6, 20, 70, 250, 800, 800, 800] {
            self.stage.town.deliver().await.expect("delivered");
            self.stage.wait_minutes(minutes);
        }
        self.stage.bank().behave(WORLDLINE);
        let mut desk = self.stage.staff("superadmin").await;
        let stuck = desk.get("/api/staff/refunds?state=stuck").await.json(200)["items"][0].clone();
        self.pass();
        self.decide(&mut desk, &stuck, "paid-by-hand").await;
        self.note(DECIDE, "paid by hand");
    }

    /// An invoiced payment goes back, and its credit note is read.
    async fn taken_back(&mut self) {
        let mut phone = self.stage.sign_in("itsme", MARIE).await;
        let id = self.stage.order_invoiced(&mut phone, 700).await;
        self.stage.pay(&id);
        self.stage.outcome(&mut phone, &id).await;
        phone.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 700 })).await.json(201);
        self.stage.town.deliver().await.expect("delivered");
        let mut desk = self.stage.staff("superadmin").await;
        let asked = desk.get("/api/staff/refunds?state=asked").await.json(200)["items"][0].clone();
        self.decide(&mut desk, &asked, "approve").await;
        self.stage.town.deliver().await.expect("delivered");
        self.stage.wait_minutes(10);
        self.pass();
        self.stage.town.deliver().await.expect("delivered");
        self.pass();
        self.stage.town.deliver().await.expect("delivered");
        self.note(OUTBOX, "a credit note");
        let page = phone.get("/api/wallet/transactions").await.json(200);
        self.note("GET /api/wallet/transactions", "with balance asked back");
        let number = text(&page["items"][0]["creditNotes"][0]);
        phone.get(&format!("/api/wallet/credit-notes/{number}")).await.location();
        self.note("GET /api/wallet/credit-notes/{number}", "");
    }

    async fn decide(&mut self, desk: &mut Browser, refund: &Value, decision: &str) {
        let path = format!("/api/staff/refunds/{}/decision", text(&refund["id"]));
        let body = json!({ "version": refund["version"], "decision": decision, "reason": "nagekeken" });
        desk.post(&path, body).await.json(200);
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
