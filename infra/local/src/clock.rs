//! The time, from outside: one for all functions and simulators, and tests set their own.

use chrono::{DateTime, Duration, Utc};
pub use meent_http::Clock;
use std::sync::{Arc, Mutex};

/// The machine's own.
pub fn system() -> Clock {
    Arc::new(Utc::now)
}

/// Stands still until told otherwise.
#[derive(Clone)]
pub struct TestClock(Arc<Mutex<DateTime<Utc>>>);

impl TestClock {
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(Arc::new(Mutex::new(now)))
    }

    pub fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("no panic while held")
    }

    pub fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().expect("no panic while held") = now;
    }

    pub fn advance(&self, by: Duration) {
        *self.0.lock().expect("no panic while held") += by;
    }

    pub fn clock(&self) -> Clock {
        let this = self.clone();
        Arc::new(move || this.now())
    }
}
