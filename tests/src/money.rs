//! Topping up, in one line each; and what happens at the provider's side.

use crate::{Answer, Browser, Stage};
use meent_domain::PersonId;
use meent_ledger::Account;
use meent_simulators::{PaymentProvider, Payments};
use meent_store::ledger::AccountRow;
use reqwest::Method;
use serde_json::{Value, json};

/// Another for each intention.
pub fn intention() -> String {
    meent_secrets::random_token()[..32].to_owned()
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

    /// At the provider's page.
    pub fn pay(&self, id: &str) {
        self.bank().pay(PaymentProvider::Worldline, &id.to_uppercase()).expect("a page to pay on");
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
