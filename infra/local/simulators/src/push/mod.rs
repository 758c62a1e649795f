//! A push service with the browsers behind it: gives out subscriptions, takes what is sent to them as RFC
//! 8030 and 8292 ask for, and opens it as the browser would (RFC 8291).

mod open;
mod routes;
mod signed;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use aws_lc_rs::agreement::{ECDH_P256, PrivateKey};
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::config::Clock;
use crate::counters::{Counters, Counts};
use crate::encoding::{base64url, random_bytes, random_token};
use crate::failing::{CanFail, Fault};
use crate::misbehave::Plan;

pub(crate) use routes::router;

const MOST_KEPT: usize = 500;

/// How taking a notice can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PushFault {
    /// 429: try again later.
    Throttled,
    /// 503 without a word.
    Down,
    /// 403: not from you.
    Refused,
}

impl Fault for PushFault {
    const ALL: &'static [Self] = &[Self::Throttled, Self::Down, Self::Refused];

    fn name(self) -> &'static str {
        match self {
            Self::Throttled => "throttled",
            Self::Down => "down",
            Self::Refused => "refused",
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::Throttled => "answers 429, one may try again",
            Self::Down => "answers 503",
            Self::Refused => "answers 403, for good",
        }
    }
}

/// What a browser hands to the page that subscribed.
#[derive(Clone, Debug, Serialize)]
pub struct NewDevice {
    pub endpoint: String,
    pub keys: DeviceKeys,
}

#[derive(Clone, Debug, Serialize)]
pub struct DeviceKeys {
    pub p256dh: String,
    pub auth: String,
}

/// A notice that came, as the browser read it.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    pub endpoint: String,
    pub received_at: DateTime<Utc>,
    pub text: String,
    pub ttl_s: u64,
    pub urgency: String,
}

#[derive(Clone)]
pub struct PushService(Arc<Inner>);

struct Inner {
    base_url: String,
    clock: Clock,
    plan: Plan<PushFault>,
    counters: Counters,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    devices: HashMap<String, Device>,
    /// Oldest first.
    notices: Vec<Notice>,
}

struct Device {
    /// The sender's public key, as the page gave it.
    for_key: String,
    key: PrivateKey,
    public_key: Vec<u8>,
    secret: [u8; 16],
    has_gone: bool,
}

impl PushService {
    pub(crate) fn new(base_url: &str, clock: &Clock) -> Self {
        Self(Arc::new(Inner {
            base_url: base_url.to_owned(),
            clock: clock.clone(),
            plan: Plan::default(),
            counters: Counters::default(),
            kept: Mutex::default(),
        }))
    }

    /// A browser subscribes for who has this public key.
    pub fn subscribe(&self, for_key: &str) -> NewDevice {
        let token = random_token();
        let key = PrivateKey::generate(&ECDH_P256).expect("the system has random numbers");
        let public_key = key.compute_public_key().expect("a key has its public half").as_ref().to_vec();
        let secret = random_bytes();
        let keys = DeviceKeys { p256dh: base64url(&public_key), auth: base64url(secret) };
        let device = Device { for_key: for_key.to_owned(), key, public_key, secret, has_gone: false };
        let endpoint = self.endpoint(&token);
        self.kept().devices.insert(token, device);
        NewDevice { endpoint, keys }
    }

    /// Its owner turned notices off.
    pub fn unsubscribe(&self, endpoint: &str) {
        let mut kept = self.kept();
        let found = kept.devices.iter_mut().find(|(token, _)| self.endpoint(token) == endpoint);
        found.expect("a device of this service").1.has_gone = true;
    }

    /// What came, the newest first.
    pub fn notices(&self) -> Vec<Notice> {
        self.kept().notices.iter().rev().cloned().collect()
    }

    /// Fails so many times, or until `None` as fault.
    pub fn misbehave(&self, fault: Option<PushFault>, times: impl Into<Option<u32>>) {
        self.0.plan.set(fault, times.into());
    }

    pub fn counts(&self) -> Counts {
        self.0.counters.snapshot()
    }

    fn endpoint(&self, token: &str) -> String {
        format!("{}/push/to/{token}", self.0.base_url)
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.kept.lock().expect("no panic while held")
    }
}

impl CanFail for PushService {
    type Fault = PushFault;
    const TITLE: &'static str = "Push service";
    const CONTROL: &'static str = "/push/control";

    fn plan(&self) -> &Plan<PushFault> {
        &self.0.plan
    }

    fn counters(&self) -> &Counters {
        &self.0.counters
    }
}
