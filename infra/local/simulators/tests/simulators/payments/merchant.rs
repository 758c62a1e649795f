//! A merchant small enough to see through: signs what it asks by itself, and
//! has a clock that a test can move.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use aws_lc_rs::hmac;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::DateTime;
use meent_simulators::{Config, Payments, RelyingParty, Simulators};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::receiver::Receiver;
use crate::answer::Answer;
use crate::known::{API_KEY_ID, API_SECRET, BASE, MERCHANT, MOLLIE_KEY, START_S, payments};

pub const RETURN: &str = "https://portal.example/wallet/return?top-up=42";

pub struct Merchant {
    pub simulators: Simulators,
    pub receiver: Receiver,
    router: Router,
    now_s: Arc<AtomicI64>,
}

/// A request to Worldline, of which each part can be spoilt before it goes.
#[derive(Clone)]
pub struct Signed {
    pub method: &'static str,
    pub path: String,
    pub content_type: Option<&'static str>,
    pub date: String,
    pub key_id: String,
    pub secret: String,
    pub extra: Vec<(&'static str, String)>,
    pub body: String,
}

impl Signed {
    fn authorization(&self) -> String {
        let mut own: Vec<_> = self.extra.iter().map(|(name, value)| (name.to_lowercase(), value)).collect();
        own.sort();
        let own: String = own.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
        let kind = self.content_type.unwrap_or_default();
        let message = format!("{}\n{kind}\n{}\n{own}{}\n", self.method, self.date, self.path);
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.secret.as_bytes());
        let signature = STANDARD.encode(hmac::sign(&key, message.as_bytes()));
        format!("GCS v1HMAC:{}:{signature}", self.key_id)
    }

    pub fn request(self) -> Request<Body> {
        let authorization = self.authorization();
        self.request_with(&authorization)
    }

    pub fn request_with(self, authorization: &str) -> Request<Body> {
        let mut request = Request::builder().method(self.method).uri(&self.path).header(header::DATE, &self.date);
        request = request.header(header::AUTHORIZATION, authorization);
        if let Some(kind) = self.content_type {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        for (name, value) in &self.extra {
            request = request.header(*name, value);
        }
        request.body(Body::from(self.body)).unwrap()
    }
}

impl Merchant {
    pub async fn new() -> Self {
        Self::keeping(None, Receiver::listen().await)
    }

    /// The same, with what they know in a file.
    pub fn keeping(file: Option<PathBuf>, receiver: Receiver) -> Self {
        let now_s = Arc::new(AtomicI64::new(START_S));
        let clock = Arc::clone(&now_s);
        let simulators = Simulators::new(Config {
            base_url: BASE.into(),
            clock: Arc::new(move || DateTime::from_timestamp(clock.load(Ordering::SeqCst), 0).unwrap()),
            citizens: vec![],
            staff: vec![],
            itsme: RelyingParty::default(),
            eid: RelyingParty::default(),
            acm: RelyingParty::default(),
            uitid: RelyingParty::default(),
            payments: payments(file),
            mail_file: None,
        });
        Self { router: simulators.router(), simulators, receiver, now_s }
    }

    pub fn payments(&self) -> &Payments {
        self.simulators.payments()
    }

    pub fn pass_min(&self, minutes: i64) {
        self.now_s.fetch_add(minutes * 60, Ordering::SeqCst);
    }

    pub fn date_after(&self, seconds: i64) -> String {
        let moment = DateTime::from_timestamp(self.now_s.load(Ordering::SeqCst) + seconds, 0).unwrap();
        moment.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        Answer::read(self.router.clone().oneshot(request).await.unwrap()).await
    }

    /// The router itself, for requests that go on while the test does too.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    pub async fn page(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn press(&self, path: &str, form: &str) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    pub async fn order(&self, path: &str, order: Value) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(order.to_string())).unwrap()).await
    }

    pub fn signed(&self, method: &'static str, path: &str, body: Option<Value>) -> Signed {
        Signed {
            method,
            path: format!("/worldline/v2/{MERCHANT}/{path}"),
            content_type: body.is_some().then_some("application/json"),
            date: self.date_after(0),
            key_id: API_KEY_ID.to_owned(),
            secret: API_SECRET.to_owned(),
            extra: vec![],
            body: body.map(|body| body.to_string()).unwrap_or_default(),
        }
    }

    pub fn signed_with_key(&self, path: &str, key: &str, body: Value) -> Signed {
        let mut signed = self.signed("POST", path, Some(body));
        signed.extra.push(("X-GCS-Idempotence-Key", key.to_owned()));
        signed
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.signed("GET", path, None).request()).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(self.signed("POST", path, Some(body)).request()).await
    }

    pub fn checkout_body(&self, reference: &str) -> Value {
        json!({
            "order": {
                "amountOfMoney": { "amount": 1250, "currencyCode": "EUR" },
                "references": { "merchantReference": reference },
            },
            "hostedCheckoutSpecificInput": {
                "returnUrl": RETURN, "locale": "nl_BE", "showResultPage": false, "sessionTimeout": 60,
            },
            "feedbacks": { "webhookUrls": [self.receiver.url] },
        })
    }

    /// The answer to creating one that is right.
    pub async fn checkout(&self, reference: &str) -> Value {
        let answer = self.post("hostedcheckouts", self.checkout_body(reference)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        answer.json()
    }

    /// Paid, with what was told about it out of the way; the payment's id.
    pub async fn paid(&self, reference: &str) -> String {
        let checkout = self.checkout(reference).await;
        self.payments().pay(meent_simulators::PaymentProvider::Worldline, reference).unwrap();
        self.payments().deliver_webhooks().await;
        self.receiver.take();
        format!("{}_0", checkout["hostedCheckoutId"].as_str().unwrap())
    }

    pub async fn mollie(&self, method: &str, path: &str, body: Option<Value>, key: Option<&str>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/mollie/v2/{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {MOLLIE_KEY}"));
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub fn mollie_body(&self, description: &str) -> Value {
        json!({
            "amount": { "currency": "EUR", "value": "12.50" },
            "description": description,
            "redirectUrl": RETURN,
            "webhookUrl": self.receiver.url,
            "locale": "fr_BE",
            "metadata": { "order": 42 },
        })
    }

    /// The id of a payment that is right.
    pub async fn mollie_payment(&self, description: &str) -> String {
        let answer = self.mollie("POST", "payments", Some(self.mollie_body(description)), None).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        answer.json()["id"].as_str().unwrap().to_owned()
    }
}
