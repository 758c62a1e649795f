//! Where a merchant's webhooks arrive: a socket that keeps what came, and
//! answers as told.

use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};

use aws_lc_rs::hmac;
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::known::{WEBHOOK_KEY_ID, WEBHOOK_SECRET};

#[derive(Clone)]
pub struct Received {
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Received {
    pub fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    /// The event, whether it came alone or in a list.
    pub fn event(&self) -> Value {
        match serde_json::from_slice(&self.body).unwrap() {
            Value::Array(mut events) => {
                assert_eq!(events.len(), 1);
                events.remove(0)
            }
            event => event,
        }
    }

    pub fn kind(&self) -> String {
        self.event()["type"].as_str().unwrap().to_owned()
    }

    /// By the key that the merchant was given.
    pub fn is_trusted(&self) -> bool {
        self.is_signed_with(WEBHOOK_KEY_ID, WEBHOOK_SECRET)
    }

    pub fn is_signed_with(&self, id: &str, secret: &str) -> bool {
        let signature = STANDARD.decode(self.header("x-gcs-signature")).unwrap();
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        self.header("x-gcs-keyid") == id && hmac::verify(&key, &self.body, &signature).is_ok()
    }
}

#[derive(Clone)]
pub struct Receiver {
    pub url: String,
    received: Arc<Mutex<Vec<Received>>>,
    status: Arc<AtomicU16>,
}

impl Receiver {
    pub async fn listen() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/webhooks", listener.local_addr().unwrap());
        let receiver = Self { url, received: Arc::default(), status: Arc::new(AtomicU16::new(204)) };
        let kept = receiver.clone();
        let take = move |headers: HeaderMap, body: Bytes| async move {
            kept.received.lock().unwrap().push(Received { headers, body });
            StatusCode::from_u16(kept.status.load(Ordering::SeqCst)).unwrap()
        };
        let router = Router::new().route(
            "/webhooks",
            post(take).get(|headers: HeaderMap| async move {
                headers["x-gcs-webhooks-endpoint-verification"].to_str().unwrap().to_owned()
            }),
        );
        tokio::spawn(async { axum::serve(listener, router).await });
        receiver
    }

    pub fn answer(&self, status: u16) {
        self.status.store(status, Ordering::SeqCst);
    }

    /// What came since one asked last.
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut self.received.lock().unwrap())
    }

    pub fn kinds(&self) -> Vec<String> {
        self.take().iter().map(Received::kind).collect()
    }
}
