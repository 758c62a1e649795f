//! What the tests of the whole town share: a town with its own clock, and people with a browser.

#![allow(clippy::missing_panics_doc, reason = "tests panic to say what is wrong")]

mod api;
mod browser;
pub mod colleagues;
mod committed;
pub mod desk;
pub mod dice;
pub mod faults;
pub mod history;
pub mod invariants;
pub mod money;
mod notices;
pub mod parking;
pub mod people;
pub mod rows;
pub mod tour;

pub use api::Passed;
pub use browser::{Answer, Browser, Seen, Trail};
pub use committed::committed;
pub use meent_local::{Call, Fault, Recorder, Service, TOWN_NAME, TestClock, Town, units, waits};
pub use meent_simulators::{MailFault, Misbehaviour, NewDevice, Provider, PushFault};

use chrono::{DateTime, Utc};
use meent_local::Options;
use meent_store::payments::ProviderName;

/// A town in memory, at nine in the morning of a day in November, on free ports.
pub struct Stage {
    pub town: Town,
    pub clock: TestClock,
}

impl Stage {
    pub async fn new() -> Self {
        Self::at(morning()).await
    }

    pub async fn at(now: DateTime<Utc>) -> Self {
        Self::with(now, ProviderName::Worldline).await
    }

    /// Where this provider takes payments.
    pub async fn paying_by(provider: ProviderName) -> Self {
        Self::with(morning(), provider).await
    }

    async fn with(now: DateTime<Utc>, pays_by: ProviderName) -> Self {
        let clock = TestClock::at(now);
        let options = Options { clock: clock.clock(), pays_by, ..Options::test() };
        let town = Town::start(options).await.expect("the town starts");
        Self { town, clock }
    }

    /// A browser on somebody's phone, at the portal.
    pub fn portal(&self) -> Browser {
        Browser::new(&self.town.addresses.portal)
    }

    /// A browser on somebody's desk, at the office.
    pub fn office(&self) -> Browser {
        Browser::new(&self.town.addresses.office)
    }

    pub fn wait_minutes(&self, minutes: i64) {
        self.clock.advance(chrono::Duration::minutes(minutes));
    }
}

pub fn morning() -> DateTime<Utc> {
    "2026-11-21T08:00:00Z".parse().expect("a time")
}
