//! One provider: its registered party, its keys, and what it remembers.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};

use crate::codes::{AccessTokens, AssertionIds, Codes};
use crate::config::{Clock, RelyingParty};
use crate::counters::Counters;
use crate::keys::KeyRing;
use crate::misbehave::{Misbehaviour, Order, Plan};
use crate::people::{People, Person, pseudonym};
use crate::profiles::Profile;

/// The providers that are simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    Itsme,
    Eid,
    Acm,
    Uitid,
}

impl Provider {
    pub const ALL: [Self; 4] = [Self::Itsme, Self::Eid, Self::Acm, Self::Uitid];

    /// The path prefix, without slashes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Itsme => "itsme",
            Self::Eid => "eid",
            Self::Acm => "acm",
            Self::Uitid => "uitid",
        }
    }
}

pub(crate) struct Idp {
    pub provider: Provider,
    pub profile: &'static Profile,
    pub party: RelyingParty,
    pub people: Arc<People>,
    pub keys: KeyRing,
    pub plan: Plan<Order>,
    pub counters: Counters,
    pub codes: Codes,
    pub access_tokens: AccessTokens,
    pub assertion_ids: AssertionIds,
    pub client: reqwest::Client,
    base_url: String,
    clock: Clock,
    renewals: Mutex<HashMap<String, u32>>,
}

impl Idp {
    pub fn new(
        provider: Provider,
        base_url: &str,
        clock: &Clock,
        party: RelyingParty,
        people: &Arc<People>,
        client: &reqwest::Client,
    ) -> Self {
        Self {
            provider,
            profile: Profile::of(provider),
            party,
            people: Arc::clone(people),
            keys: KeyRing::default(),
            plan: Plan::default(),
            counters: Counters::default(),
            codes: Codes::default(),
            access_tokens: AccessTokens::default(),
            assertion_ids: AssertionIds::default(),
            client: client.clone(),
            base_url: base_url.trim_end_matches('/').to_owned(),
            clock: Arc::clone(clock),
            renewals: Mutex::default(),
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    pub fn issuer(&self) -> String {
        self.url(self.profile.endpoints.issuer)
    }

    pub fn subject(&self, person: &Person) -> String {
        let key = person.key();
        let renewals = self.renewals.lock().expect("no panic while held");
        let renewals = renewals.get(&key).copied().unwrap_or_default();
        pseudonym(self.provider.name(), &key, renewals)
    }

    /// As when somebody deletes the itsme account and makes it again.
    pub fn renew_subject(&self, person: &str) {
        let mut renewals = self.renewals.lock().expect("no panic while held");
        *renewals.entry(person.to_owned()).or_default() += 1;
    }

    /// Whether this request is one to spoil in this way.
    pub fn draws(&self, misbehaviour: Misbehaviour) -> bool {
        self.plan.draw(|order| order.misbehaviour == misbehaviour).is_some()
    }
}
