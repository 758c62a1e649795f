//! Topping up, in one line each; and what happens at the provider's side.

use crate::{Answer, Browser, Stage};
use meent_domain::PersonId;
use meent_ledger::Account;
use meent_simulators::{PaymentFault, PaymentProvider, Payments, WebhookRequest};
use meent_store::ledger::AccountRow;
use reqwest::{Client, Method};
use serde_json::{Value, json};

/// Another for each intention.
pub fn intention() -> String {
    meent_secrets::random_token()[..32].to_owned()
}

/// Whom an invoice is for.
pub fn company() -> Value {
    json!({ "name": "Bakkerij Peeters", "vatNumber": "BE0123456749", "street": "Markt 1", "postcode": "9990",
        "town": "Noorderhaven", "country": "BE" })
}

impl Browser {
    /// A change that says which intention it is.
    pub async fn intend(&mut self, path: &str, key: &str, body: &Value) -> Answer {
        let site = self.site.clone();
        let request = self.raw(Method::POST, path).header("origin", site).header("idempotency-key", key).json(body);
        self.send_raw(request).await
    }
}

impl Stage {
    pub fn bank(&self) -> &Payments {
        self.town.simulators.payments()
    }

    /// Ordered, with its page at the provider.
    pub async fn order(&self, browser: &mut Browser, cents: i64) -> String {
        let answer = browser.intend("/api/wallet/top-ups", &intention(), &json!({ "amountCents": cents })).await;
        answer.json(201)["id"].as_str().expect("an id").to_owned()
    }

    /// The same for a company, which gets an invoice.
    pub async fn order_invoiced(&self, browser: &mut Browser, cents: i64) -> String {
        let body = json!({ "amountCents": cents, "company": company() });
        let answer = browser.intend("/api/wallet/top-ups", &intention(), &body).await;
        answer.json(201)["id"].as_str().expect("an id").to_owned()
    }

    /// Whether an order is refused since the provider doesn't take us for who we are.
    pub async fn order_refused(&self, browser: &mut Browser) -> bool {
        let answer = browser.intend("/api/wallet/top-ups", &intention(), &json!({ "amountCents": 100 })).await;
        answer.status == 503 && answer.problem(503) == "payment-provider-down"
    }

    /// Ordered, paid, and reported.
    pub async fn top_up(&self, browser: &mut Browser, cents: i64) -> String {
        let id = self.order(browser, cents).await;
        self.pay(&id);
        self.bank().deliver_webhooks().await;
        id
    }

    /// Two that ask the provider about a payment, and neither hears before both have asked: of what both then
    /// want to write, one is first.
    pub async fn at_once<A, B>(&self, one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
        let bank = self.bank();
        let asked = || bank.counts(PaymentProvider::Worldline).counters.get("requestsReceived").copied().unwrap_or(0);
        let before = asked();
        bank.misbehave(PaymentProvider::Worldline, PaymentFault::StatusSlow, None);
        let both_have_asked = async {
            while asked() < before + 2 {
                tokio::task::yield_now().await;
            }
            bank.stop_misbehaving(PaymentProvider::Worldline, PaymentFault::StatusSlow);
        };
        let (one, other, ()) = futures::join!(one, other, both_have_asked);
        (one, other)
    }

    /// At the provider's page.
    pub fn pay(&self, id: &str) {
        self.bank().pay(PaymentProvider::Worldline, &id.to_uppercase()).expect("a page to pay on");
    }

    /// Posts a report as Worldline does.
    pub async fn report(&self, report: &WebhookRequest) -> Answer {
        let client = Client::builder().tls_certs_only([]).build().expect("a client");
        let request = client.post(&report.url).body(report.body.clone());
        let request = report.headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
        let answer = request.send().await.expect("the town answers");
        let (status, headers) = (answer.status(), answer.headers().clone());
        Answer { status, headers, text: answer.text().await.expect("an answer to read") }
    }

    pub async fn outcome(&self, browser: &mut Browser, id: &str) -> Value {
        browser.post(&format!("/api/wallet/top-ups/{id}/outcome"), json!({})).await.json(200)
    }

    pub async fn balance(&self, browser: &mut Browser) -> i64 {
        browser.get("/api/wallet").await.json(200)["balanceCents"].as_i64().expect("cents")
    }

    pub async fn account(&self, id: &str) -> AccountRow {
        let id = PersonId::try_from(id.to_owned()).expect("an id");
        let row = self.town.app.db.get::<AccountRow>(&Account::Wallet(id).key()).await;
        row.expect("a read").unwrap_or_default()
    }
}
