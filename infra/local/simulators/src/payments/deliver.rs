//! Sends what waits, one after the other, and tries again what was not taken.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::house::House;
use super::webhook::{Release, Webhook, WebhookRequest, wait_after};
use super::{PaymentProvider, Payments, worldline};
use crate::encoding::random_token;

/// A merchant that takes longer has not taken it.
const ANSWER_LIMIT: Duration = Duration::from_secs(10);
/// In one go, so that two who answer each other don't keep it going for ever.
const MOST_AT_ONCE: usize = 10_000;
const MOST_SENT_KEPT: usize = 500;

/// What a delivery came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    /// Taken: answered with 2xx.
    pub delivered: u32,
    /// Not taken; each will be tried again.
    pub failed: u32,
    /// Not taken for the last time.
    pub given_up: u32,
    /// When there is something to do again, by the given clock.
    pub next_at: Option<DateTime<Utc>>,
}

pub(crate) struct Post {
    client: reqwest::Client,
    /// One delivery at a time, or the order would be lost.
    delivering: tokio::sync::Mutex<()>,
    /// Oldest first.
    sent: Mutex<VecDeque<(PaymentProvider, WebhookRequest)>>,
}

enum Outcome {
    Taken,
    Postponed,
    GivenUp,
}

impl Post {
    pub fn new() -> Self {
        let client = reqwest::Client::builder()
            .timeout(ANSWER_LIMIT)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .expect("an HTTP client without special wishes");
        Self { client, delivering: tokio::sync::Mutex::default(), sent: Mutex::default() }
    }

    async fn is_taken(&self, request: &WebhookRequest) -> bool {
        let sending = self.client.post(&request.url).body(request.body.clone());
        let sending = request.headers.iter().fold(sending, |sending, (name, value)| sending.header(*name, value));
        sending.send().await.is_ok_and(|answer| answer.status().is_success())
    }

    async fn is_echoed(&self, url: &str, value: &str) -> bool {
        let asking = self.client.get(url).header("X-GCS-Webhooks-Endpoint-Verification", value);
        match asking.send().await {
            Ok(answer) if answer.status().is_success() => answer.text().await.is_ok_and(|text| text == value),
            _ => false,
        }
    }

    fn remember(&self, provider: PaymentProvider, request: WebhookRequest) {
        let mut sent = self.sent.lock().expect("no panic while held");
        sent.push_back((provider, request));
        if sent.len() > MOST_SENT_KEPT {
            sent.pop_front();
        }
    }
}

impl Payments {
    /// Expires pages, ends refunds, and sends every webhook that is due now.
    pub async fn deliver_webhooks(&self) -> Delivery {
        let _one = self.post.delivering.lock().await;
        let mut delivery = Delivery::default();
        for _ in 0..MOST_AT_ONCE {
            let Some(webhook) = self.next_due() else { break };
            match self.send(webhook).await {
                Outcome::Taken => delivery.delivered += 1,
                Outcome::Postponed => delivery.failed += 1,
                Outcome::GivenUp => delivery.given_up += 1,
            }
        }
        delivery.next_at = self.next_at();
        delivery
    }

    /// When there is something to do, by the given clock.
    pub fn next_at(&self) -> Option<DateTime<Utc>> {
        self.book.look(|ledger| {
            let webhook = ledger.next_webhook().map(|webhook| webhook.due_at);
            webhook.into_iter().chain(ledger.next_moment()).min()
        })
    }

    fn next_due(&self) -> Option<Webhook> {
        // What happens by itself is told too.
        self.houses.iter().for_each(|house| house.change(|_| ()));
        let now = self.house(PaymentProvider::Worldline).now();
        self.book.look(|ledger| ledger.next_webhook().filter(|webhook| webhook.due_at <= now).cloned())
    }

    async fn send(&self, mut webhook: Webhook) -> Outcome {
        let house = self.house(webhook.provider);
        let request = request(house, &webhook);
        let is_taken = self.post.is_taken(&request).await;
        self.post.remember(webhook.provider, request);
        webhook.failures += 1;
        let again = wait_after(webhook.provider, webhook.failures).filter(|_| !is_taken);
        let Some(wait) = again else {
            house.change(|ledger| ledger.end_webhook(webhook.number));
            house.counters.count(if is_taken { "webhooksDelivered" } else { "webhooksGivenUp" });
            return if is_taken { Outcome::Taken } else { Outcome::GivenUp };
        };
        webhook.due_at = house.now() + wait;
        house.counters.count("webhooksNotTaken");
        house.change(|ledger| ledger.put_webhook(webhook));
        Outcome::Postponed
    }

    /// Those that wait, oldest first, as they would go now.
    pub fn webhooks(&self, provider: PaymentProvider) -> Vec<WebhookRequest> {
        let house = self.house(provider);
        house.change(|ledger| ledger.webhooks(provider).map(|webhook| request(house, webhook)).collect())
    }

    /// The newest 500 of both providers that were sent, taken or not; of this
    /// one, oldest first, as they went.
    pub fn sent_webhooks(&self, provider: PaymentProvider) -> Vec<WebhookRequest> {
        let sent = self.post.sent.lock().expect("no panic while held");
        sent.iter().filter(|(of, _)| *of == provider).map(|(_, request)| request.clone()).collect()
    }

    /// The headers with which Worldline would send this body: right, whatever it
    /// says. For a test that makes its own.
    pub fn sign_webhook(&self, body: &[u8]) -> Vec<(&'static str, String)> {
        worldline::signed(self.house(PaymentProvider::Worldline), body, None)
    }

    /// Whether an address answers as Worldline wants before it sends anything
    /// there: with what it was asked, and nothing more.
    pub async fn is_endpoint(&self, url: &str) -> bool {
        self.post.is_echoed(url, &random_token()).await
    }

    /// Lets held webhooks go at the next delivery; how many those are. To hold
    /// no more of them, end [`super::PaymentFault::WebhooksHeld`].
    pub fn release_webhooks(&self, provider: PaymentProvider, release: Release) -> usize {
        let house = self.house(provider);
        let now = house.now();
        house.change(|ledger| {
            let mut held: Vec<Webhook> = ledger.webhooks(provider).filter(|webhook| webhook.is_held).cloned().collect();
            held.iter().for_each(|webhook| ledger.end_webhook(webhook.number));
            match release {
                Release::InOrder => {}
                Release::Reversed => held.reverse(),
                Release::OnlyLast => held = only_last(held),
            }
            let released = held.len();
            for webhook in held {
                // A new number, as that is the order in which they go.
                let number = ledger.next_number();
                ledger.put_webhook(Webhook { number, is_held: false, due_at: now, ..webhook });
            }
            released
        })
    }
}

fn only_last(held: Vec<Webhook>) -> Vec<Webhook> {
    let last: BTreeMap<(String, String), Webhook> =
        held.into_iter().map(|webhook| ((webhook.payment_id.clone(), webhook.url.clone()), webhook)).collect();
    let mut last: Vec<Webhook> = last.into_values().collect();
    last.sort_by_key(|webhook| webhook.number);
    last
}

fn request(house: &Arc<House>, webhook: &Webhook) -> WebhookRequest {
    let mut headers = vec![("content-type", webhook.content_type.clone())];
    if webhook.provider == PaymentProvider::Worldline {
        headers.extend(worldline::signed(house, webhook.body.as_bytes(), webhook.forgery));
    }
    WebhookRequest {
        number: webhook.number,
        payment_id: webhook.payment_id.clone(),
        event: webhook.event.clone(),
        url: webhook.url.clone(),
        headers,
        body: webhook.body.clone(),
        is_held: webhook.is_held,
        due_at: webhook.due_at,
        failures: webhook.failures,
    }
}
