//! What a provider did and refused, for tests and for its control page. Only
//! names and numbers: nothing about persons.

use std::collections::BTreeMap;
use std::sync::Mutex;

use serde::Serialize;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// `codesIssued`, `codesReused`, `tokensIssued`, `signInsCancelled`, …
    pub counters: BTreeMap<&'static str, u64>,
    /// What was refused, by reason: `assertion-expired`, `wrong-verifier`, …
    pub refused: BTreeMap<&'static str, u64>,
}

#[derive(Default)]
pub(crate) struct Counters(Mutex<Counts>);

impl Counters {
    /// How often it was now.
    pub fn count(&self, what: &'static str) -> u64 {
        let mut counts = self.0.lock().expect("no panic while held");
        let count = counts.counters.entry(what).or_default();
        *count += 1;
        *count
    }

    pub fn refuse(&self, reason: &'static str) {
        let mut counts = self.0.lock().expect("no panic while held");
        *counts.refused.entry(reason).or_default() += 1;
    }

    pub fn snapshot(&self) -> Counts {
        self.0.lock().expect("no panic while held").clone()
    }
}
