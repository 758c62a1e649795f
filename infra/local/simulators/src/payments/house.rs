//! One payment provider: its keys, its faults, and what it remembers. What it does
//! to payments is in `till`, how it speaks of that in `worldline` and `mollie`.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::PaymentProvider;
use super::book::Book;
use super::config::KeyPair;
use super::ledger::{Answer, Ledger};
use super::misbehave::Faults;
use crate::config::Clock;
use crate::counters::Counters;
use crate::encoding::random_token;

pub(crate) struct House {
    pub provider: PaymentProvider,
    /// Who is paid.
    pub beneficiary: String,
    /// Worldline: part of every path. Mollie has none.
    pub merchant_id: String,
    pub faults: Faults,
    pub counters: Counters,
    pub book: Arc<Book>,
    /// With these the merchant proves who it is.
    api_key: Mutex<KeyPair>,
    /// With these the provider signs webhooks; Mollie does not.
    webhook_key: Mutex<KeyPair>,
    base_url: String,
    clock: Clock,
}

/// What there is to know before a provider opens.
pub(crate) struct Premises {
    pub beneficiary: String,
    pub merchant_id: String,
    pub api_key: KeyPair,
    pub webhook_key: KeyPair,
}

impl House {
    pub fn new(provider: PaymentProvider, base_url: &str, clock: &Clock, book: &Arc<Book>, premises: Premises) -> Self {
        let Premises { beneficiary, merchant_id, api_key, webhook_key } = premises;
        Self {
            provider,
            beneficiary,
            merchant_id,
            faults: Faults::default(),
            counters: Counters::default(),
            book: Arc::clone(book),
            api_key: Mutex::new(api_key),
            webhook_key: Mutex::new(webhook_key),
            base_url: base_url.trim_end_matches('/').to_owned(),
            clock: Arc::clone(clock),
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    pub fn api_key(&self) -> KeyPair {
        self.api_key.lock().expect("no panic while held").clone()
    }

    pub fn webhook_key(&self) -> KeyPair {
        self.webhook_key.lock().expect("no panic while held").clone()
    }

    /// The pair before ends at once, as at the real ones.
    pub fn rotate_api_key(&self) -> KeyPair {
        rotate(&self.api_key)
    }

    pub fn rotate_webhook_key(&self) -> KeyPair {
        rotate(&self.webhook_key)
    }

    /// Changes the ledger, after what happened in the meantime by itself.
    pub fn change<T>(&self, work: impl FnOnce(&mut Ledger) -> T) -> T {
        self.book.change(|ledger| {
            self.catch_up(ledger);
            work(ledger)
        })
    }

    /// Answers a request once: a repeated one gets what the first got, whatever
    /// it says itself. Without a key each is the first.
    pub fn once(&self, path: &str, key: Option<&str>, work: impl FnOnce(&mut Ledger) -> (u16, Value)) -> Once {
        let now = self.now();
        let scope = key.map(|key| format!("{} {path} {key}", self.provider.name()));
        self.change(|ledger| {
            if let Some(first) = scope.as_ref().and_then(|scope| ledger.answer(scope, now)) {
                self.counters.count("answersRepeated");
                return Once { status: first.status, body: first.body.clone(), first_at: Some(first.at) };
            }
            let (status, body) = work(ledger);
            if let Some(scope) = scope {
                ledger.put_answer(Answer { scope, at: now, status, body: body.clone() });
            }
            Once { status, body, first_at: None }
        })
    }
}

/// An answer, and when it was first given if that was before.
pub(crate) struct Once {
    pub status: u16,
    pub body: Value,
    pub first_at: Option<DateTime<Utc>>,
}

fn rotate(key: &Mutex<KeyPair>) -> KeyPair {
    let fresh = KeyPair { id: random_token(), secret: random_token() };
    key.lock().expect("no panic while held").clone_from(&fresh);
    fresh
}
