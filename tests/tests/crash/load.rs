//! What residents do meanwhile, and what they were told.

use crate::process::Process;
use meent_tests::Browser;
use meent_tests::money::intention;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::HashSet;

const TOP_UP: i64 = 500;
const REFUND: i64 = 70;
const UNREPORTED: usize = 3;

/// In with itsme, and agreed.
pub async fn signed_in(town: &Process, citizen: &str) -> Browser {
    let mut phone = Browser::new(&town.portal);
    let departure = phone.get("/api/sign-in/itsme").await;
    let back = phone.send_form(&departure.location(), "citizen", citizen).await;
    phone.get(&back.location()).await;
    let version = phone.get("/api/consent").await.json(200)["textVersion"].clone();
    let yes = json!({ "decision": "yes", "textVersion": version, "language": "nl" });
    phone.post("/api/consent", yes).await.json(200);
    phone
}

/// Sent with a key; the id if an answer came.
struct Asked {
    key: String,
    id: Option<String>,
}

impl Asked {
    fn new() -> Self {
        Self { key: intention(), id: None }
    }
}

/// What one resident did.
#[derive(Default)]
pub struct Done {
    orders: Vec<Asked>,
    refunds: Vec<Asked>,
    credited: HashSet<String>,
}

impl Done {
    /// Whether something was asked that nobody answered.
    pub fn was_interrupted(&self) -> bool {
        self.orders.iter().chain(&self.refunds).any(|asked| asked.id.is_none())
    }
}

pub struct Client<'t> {
    pub town: &'t Process,
    pub phone: Browser,
    pub number: usize,
}

impl Client<'_> {
    /// Until nobody answers any more. `told` hears of each change that was acknowledged.
    pub async fn work(self, told: &impl Fn()) -> Done {
        let mut done = Done::default();
        while self.round(&mut done, told).await.is_some() {}
        done
    }

    /// `None` when the town is gone.
    async fn round(&self, done: &mut Done, told: &impl Fn()) -> Option<()> {
        done.orders.push(Asked::new());
        let order = done.orders.last_mut()?;
        let (status, body) = intend(&self.phone, "/api/wallet/top-ups", &order.key, TOP_UP).await?;
        assert_eq!(status, 201, "{body}");
        let id = text(&body["id"]);
        order.id = Some(id.clone());
        told();
        pay(self.town, &id).await?;
        // Some come back to the page, of others the provider alone reports.
        if self.number.is_multiple_of(2) {
            let body = outcome(&self.phone, &id).await?;
            assert_eq!(body["state"], "paid", "{body}");
            done.credited.insert(id);
            told();
        }
        done.refunds.push(Asked::new());
        let refund = done.refunds.last_mut()?;
        let (status, body) = intend(&self.phone, "/api/wallet/refunds", &refund.key, REFUND).await?;
        match status {
            201 => {
                refund.id = Some(text(&body["id"]));
                told();
            }
            409 => {}
            other => panic!("{other}: {body}"),
        }
        Some(())
    }
}

/// What everybody was told.
#[derive(Default)]
pub struct Acknowledged(Vec<Resident>);

#[derive(Default)]
pub struct Resident {
    owner: String,
    done: Done,
    unreported: Vec<String>,
}

impl Acknowledged {
    pub fn of(&mut self, who: usize) -> &mut Resident {
        if self.0.len() <= who {
            self.0.resize_with(who + 1, Resident::default);
        }
        &mut self.0[who]
    }

    pub fn unreported(&self) -> Vec<String> {
        self.0.iter().flat_map(|resident| resident.unreported.clone()).collect()
    }

    /// Ids of all orders: in the end all were paid.
    pub fn paid(&self) -> Vec<String> {
        let orders = self.0.iter().flat_map(|resident| &resident.done.orders).filter_map(|order| order.id.clone());
        orders.chain(self.unreported()).collect()
    }

    pub fn refunds(&self) -> HashSet<String> {
        self.0.iter().flat_map(|resident| &resident.done.refunds).filter_map(|refund| refund.id.clone()).collect()
    }

    /// By whose wallet.
    pub fn balances(&self) -> impl Iterator<Item = (String, i64)> {
        self.0.iter().map(|resident| {
            let unreported = i64::try_from(resident.unreported.len()).expect("few") * TOP_UP;
            (resident.owner.clone(), resident.balance() + unreported)
        })
    }
}

impl Resident {
    pub fn take(&mut self, done: Done) {
        self.done.orders.extend(done.orders);
        self.done.refunds.extend(done.refunds);
        self.done.credited.extend(done.credited);
    }

    fn balance(&self) -> i64 {
        let of = |list: &[Asked]| i64::try_from(list.iter().filter(|one| one.id.is_some()).count()).expect("few");
        of(&self.done.orders) * TOP_UP - of(&self.done.refunds) * REFUND
    }

    /// Everything that was acknowledged is there, and everything else is asked again, as the page does.
    pub async fn check(&mut self, town: &Process, phone: &Browser) {
        let cookie = phone.cookies.values().next().expect("a session");
        self.owner = cookie.split('.').next().expect("an id").to_owned();
        for order in &mut self.done.orders {
            let (status, body) = intend(phone, "/api/wallet/top-ups", &order.key, TOP_UP).await.expect("an answer");
            let id = match (status, &order.id) {
                // What was paid before is not ordered again.
                (409, Some(id)) if body["code"] == "payment-ended" => id.clone(),
                (201, _) => text(&body["id"]),
                _ => panic!("{status}: {body}"),
            };
            assert_eq!(order.id.as_deref().unwrap_or(&id), id, "{body}");
            let path = format!("/api/wallet/top-ups/{id}");
            let (status, shown) = sent(phone.raw(Method::GET, &path)).await.expect("an answer");
            assert!(status == 200 && (shown["state"] == "paid" || !self.done.credited.contains(&id)), "{shown}");
            // Whoever had not paid does so now; whoever had can't do it again.
            pay(town, &id).await.expect("an answer");
            let shown = outcome(phone, &id).await.expect("an answer");
            assert_eq!(shown["state"], "paid", "{shown}");
            self.done.credited.insert(id.clone());
            order.id = Some(id);
        }
        for refund in &mut self.done.refunds {
            let (status, body) = intend(phone, "/api/wallet/refunds", &refund.key, REFUND).await.expect("an answer");
            assert_eq!(status, 201, "there is enough by now: {body}");
            let id = text(&body["id"]);
            assert_eq!(refund.id.as_deref().unwrap_or(&id), id);
            refund.id = Some(id);
        }
        let (_, wallet) = sent(phone.raw(Method::GET, "/api/wallet")).await.expect("an answer");
        assert_eq!(wallet["balanceCents"], self.balance(), "{wallet}");
    }

    /// Paid, while nobody reports anything and nobody comes back.
    pub async fn pay_unreported(&mut self, town: &Process, phone: &Browser) {
        control(town, &json!({ "misbehave": "webhooks-dropped" })).await.expect("an answer");
        for _ in 0..UNREPORTED {
            let order = intend(phone, "/api/wallet/top-ups", &intention(), TOP_UP).await.expect("an answer");
            let id = text(&order.1["id"]);
            assert_eq!(pay(town, &id).await.expect("an answer"), 200);
            self.unreported.push(id);
        }
    }
}

async fn intend(phone: &Browser, path: &str, key: &str, cents: i64) -> Option<(u16, Value)> {
    let request = phone.raw(Method::POST, path).header("idempotency-key", key);
    sent(request.header("origin", &phone.site).json(&json!({ "amountCents": cents }))).await
}

async fn outcome(phone: &Browser, id: &str) -> Option<Value> {
    let path = format!("/api/wallet/top-ups/{id}/outcome");
    let request = phone.raw(Method::POST, &path).header("origin", &phone.site).json(&json!({}));
    let (status, body) = sent(request).await?;
    assert_eq!(status, 200, "{body}");
    Some(body)
}

/// At the provider's page.
async fn pay(town: &Process, id: &str) -> Option<u16> {
    control(town, &json!({ "step": "pay", "payment": id.to_uppercase() })).await
}

async fn control(town: &Process, command: &Value) -> Option<u16> {
    let client = reqwest::Client::builder().tls_certs_only([]).build().expect("a client");
    let request = client.post(format!("{}/worldline/control", town.simulators)).json(command);
    Some(request.send().await.ok()?.status().as_u16())
}

/// Nothing when nobody answered to the end.
async fn sent(request: reqwest::RequestBuilder) -> Option<(u16, Value)> {
    let answer = request.send().await.ok()?;
    let status = answer.status().as_u16();
    let body = answer.text().await.ok()?;
    assert!(status < 500, "{status}: {body}");
    Some((status, serde_json::from_str(&body).unwrap_or_else(|_| panic!("no JSON: {body}"))))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}
