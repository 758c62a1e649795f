//! Money comes in, is looked at, and is asked back.

use super::{ALIKE, OUTBOX, SCHEDULE, Tour};
use crate::Browser;
use crate::money::intention;
use crate::people::ZOE;
use meent_simulators::{PaymentFault, PaymentProvider};
use serde_json::{Value, json};

const WORLDLINE: PaymentProvider = PaymentProvider::Worldline;
const START: &str = "POST /api/wallet/top-ups";
const OUTCOME: &str = "POST /api/wallet/top-ups/{id}/outcome";
const REPORT: &str = "POST /api/payments/worldline";

impl Tour {
    pub(super) async fn wallet(&mut self) {
        let mut phone = self.stage.resident(ZOE).await;
        self.first_orders(&mut phone).await;
        let paid = self.coming_in(&mut phone).await;
        self.otherwise(&mut phone).await;
        self.looking(&mut phone, &paid).await;
        self.asking_back(&mut phone).await;
        self.wallet_renewals().await;
        self.by_the_clock().await;
    }

    /// The functions read their secrets; and one intention, twice.
    async fn first_orders(&mut self, phone: &mut Browser) {
        self.stage.top_up(phone, 100).await;
        self.stage.town.deliver().await.expect("delivered");
        self.pass();
        let key = intention();
        phone.intend("/api/wallet/top-ups", &key, &json!({ "amountCents": 500 })).await.json(201);
        self.note(START, "");
        phone.intend("/api/wallet/top-ups", &key, &json!({ "amountCents": 500 })).await.json(201);
        self.note(START, "the same again");
        let id = self.stage.order_invoiced(phone, 600).await;
        self.note(START, ALIKE);
        self.stage.pay(&id);
        self.stage.outcome(phone, &id).await;
        self.pass();
        self.stage.town.deliver().await.expect("delivered");
        self.note(OUTBOX, "an invoice");
        self.pass();
    }

    async fn coming_in(&mut self, phone: &mut Browser) -> String {
        let id = self.stage.order(phone, 1250).await;
        self.stage.pay(&id);
        self.pass();
        self.stage.outcome(phone, &id).await;
        self.note(OUTCOME, "paid, and nobody had reported it");
        self.stage.bank().deliver_webhooks().await;
        self.note(REPORT, "of what was credited");
        self.stage.outcome(phone, &id).await;
        self.note(OUTCOME, "credited before");
        phone.get(&format!("/api/wallet/top-ups/{id}")).await.json(200);
        self.note("GET /api/wallet/top-ups/{id}", "");
        self.pass();
        let other = self.stage.order(phone, 1250).await;
        self.stage.pay(&other);
        self.pass();
        self.stage.bank().deliver_webhooks().await;
        // The first of two tells of the payment; the second finds it credited.
        self.note_first(REPORT, "of what is paid");
        self.pass();
        self.stage.town.deliver().await.expect("delivered");
        self.note(OUTBOX, "two receipts");
        self.pass();
        self.told_twice_at_once(phone).await;
        let mut window = phone.window();
        let key = intention();
        let asked = json!({ "amountCents": 500 });
        futures::join!(
            phone.intend("/api/wallet/top-ups", &key, &asked),
            window.intend("/api/wallet/top-ups", &key, &asked)
        );
        self.stage.bank().deliver_webhooks().await;
        self.pass();
        id
    }

    /// Told in two places at once: one credits, the other reads again and finds it done.
    async fn told_twice_at_once(&mut self, phone: &mut Browser) {
        let mut window = phone.window();
        let id = self.paid_and_unreported(phone).await;
        let (one, other) = (format!("/api/wallet/top-ups/{id}/outcome"), json!({}));
        self.stage.at_once(phone.post(&one, other.clone()), window.post(&one, other)).await;
        self.paid_and_unreported(phone).await;
        let reports = self.stage.bank().webhooks(WORLDLINE);
        let [one, other] = reports.last_chunk().expect("two reports wait");
        self.stage.at_once(self.stage.report(one), self.stage.report(other)).await;
        self.stage.bank().deliver_webhooks().await;
        self.stage.wait_minutes(6);
        self.stage.town.sweep().await.expect("swept");
        self.paid_and_unreported(phone).await;
        self.stage.wait_minutes(6);
        self.pass();
        let (one, other) = self.stage.at_once(self.stage.town.sweep(), self.stage.town.sweep()).await;
        one.and(other).expect("swept");
        self.stage.bank().deliver_webhooks().await;
        self.pass();
    }

    async fn paid_and_unreported(&mut self, phone: &mut Browser) -> String {
        let id = self.stage.order(phone, 100).await;
        self.stage.pay(&id);
        self.pass();
        id
    }

    async fn otherwise(&mut self, phone: &mut Browser) {
        let id = self.stage.order(phone, 300).await;
        self.stage.bank().cancel(WORLDLINE, &id.to_uppercase()).expect("open");
        self.pass();
        self.stage.outcome(phone, &id).await;
        self.note(OUTCOME, "cancelled");
        self.stage.bank().misbehave(WORLDLINE, PaymentFault::WrongAmount, None);
        self.stage.top_up(phone, 300).await;
        self.stage.bank().behave(WORLDLINE);
        self.pass();
        let address = format!("{}/api/payments/worldline", self.stage.town.addresses.portal);
        assert!(self.stage.bank().is_endpoint(&address).await);
        self.note("GET /api/payments/worldline", "");
        let mollie = format!("{}/api/payments/mollie/{id}/nobody", self.stage.town.addresses.portal);
        phone.post(&mollie, Value::Null).await.problem(401);
        self.note("POST /api/payments/mollie/{id}/{token}", "to an address that was given to nobody");
    }

    async fn looking(&mut self, phone: &mut Browser, paid: &str) {
        phone.get("/api/wallet").await.json(200);
        self.note("GET /api/wallet", "");
        let list = "GET /api/wallet/transactions";
        for (query, when) in
            [("", ""), ("?from=2026-11-01&to=2027-12-31", "of a period"), ("?invoice=true", "with an invoice")]
        {
            phone.get(&format!("/api/wallet/transactions{query}")).await.json(200);
            self.note(list, when);
        }
        phone.get("/api/wallet/transactions.csv").await.done(200);
        self.note("GET /api/wallet/transactions.csv", "");
        phone.get("/api/wallet/statement.pdf").await.done(200);
        self.note("GET /api/wallet/statement.pdf", "");
        phone.get(&format!("/api/wallet/papers/{paid}")).await.location();
        self.note("GET /api/wallet/papers/{payment}", "");
    }

    async fn asking_back(&mut self, phone: &mut Browser) {
        let (key, body) = (intention(), json!({ "amountCents": 100 }));
        phone.intend("/api/wallet/refunds", &key, &body).await.json(201);
        self.note("POST /api/wallet/refunds", "");
        phone.intend("/api/wallet/refunds", &key, &body).await.json(201);
        self.note("POST /api/wallet/refunds", "the same again");
        phone.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 999_999 })).await.problem(409);
        self.note("POST /api/wallet/refunds", "more than there is");
        for _ in 0..3 {
            phone.intend("/api/wallet/refunds", &intention(), &body).await.json(201);
        }
        self.pass();
    }

    async fn wallet_renewals(&mut self) {
        for path in ["/api/wallet", "/api/wallet/papers/x", "/api/wallet/top-ups/x"] {
            let mut phone = self.stage.sign_in("itsme", ZOE).await;
            self.pass();
            self.stage.wait_minutes(4 * 24 * 60);
            phone.get(path).await;
            self.pass();
        }
        let mut phone = self.stage.sign_in("itsme", ZOE).await;
        self.stage.wait_minutes(4 * 24 * 60);
        phone.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 100 })).await.json(201);
        self.pass();
    }

    async fn by_the_clock(&mut self) {
        let mut phone = self.stage.sign_in("itsme", ZOE).await;
        self.stage.bank().misbehave(WORLDLINE, PaymentFault::WebhooksDropped, None);
        let id = self.stage.order(&mut phone, 100).await;
        self.stage.pay(&id);
        self.stage.order(&mut phone, 100).await;
        self.stage.wait_minutes(6);
        self.pass();
        self.stage.town.sweep().await.expect("swept");
        self.note(SCHEDULE, "what nobody reported: some paid, some not");
        self.stage.wait_minutes(15);
        self.stage.bank().misbehave(WORLDLINE, PaymentFault::StatusDown, None);
        self.stage.town.sweep().await.expect("swept");
        self.note(SCHEDULE, "a provider that is down");
        self.stage.bank().behave(WORLDLINE);
        self.stage.town.deliver().await.expect("delivered");
        self.pass();
        assert_eq!(self.stage.town.audit().await.expect("audited").faults, []);
        self.note(SCHEDULE, "the ledger audited");
    }
}
