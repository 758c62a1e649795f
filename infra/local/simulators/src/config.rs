//! What a simulator is told at its start: where it lives, what time it is, who
//! the demo people are and which relying party each provider knows.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::payments::PaymentsConfig;

/// The time, asked and never assumed, so that a test can move it.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// A demo citizen, known to itsme, to the federal login and to ACM alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Citizen {
    pub national_number: String,
    pub first_name: String,
    pub last_name: String,
    #[serde(default)]
    pub birthdate: Option<NaiveDate>,
    /// `nl`, `fr`, `de` or `en`.
    #[serde(default = "dutch")]
    pub language: String,
    #[serde(default)]
    pub address: Option<Address>,
    #[serde(default)]
    pub email: Option<String>,
}

fn dutch() -> String {
    "nl".to_owned()
}

/// A Belgian address as the eID card bears it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Address {
    pub street: String,
    pub number: String,
    #[serde(default, rename = "box")]
    pub box_number: Option<String>,
    pub postcode: String,
    pub town: String,
}

/// An account at UiTiD, with which staff sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StaffIdentity {
    pub email: String,
    pub name: String,
    #[serde(default = "verified")]
    pub email_verified: bool,
}

fn verified() -> bool {
    true
}

/// The one client that a provider knows, as it was registered.
#[derive(Clone, Debug, Default)]
pub struct RelyingParty {
    pub client_id: String,
    /// For providers that share a secret (eID, ACM, UiTiD).
    pub client_secret: Option<String>,
    /// Compared byte for byte, as the real providers do.
    pub redirect_uris: Vec<String>,
    /// Where one may be sent after signing out, compared byte for byte.
    pub post_logout_redirect_uris: Vec<String>,
    /// Where the party publishes its keys (itsme). Read afresh at every use.
    pub jwks_url: Option<String>,
    /// itsme: `scope` must hold `service:` and this code.
    pub service_code: Option<String>,
}

pub struct Config {
    /// Where the router is reachable, without a closing slash:
    /// `http://localhost:8082`.
    pub base_url: String,
    pub clock: Clock,
    pub citizens: Vec<Citizen>,
    pub staff: Vec<StaffIdentity>,
    pub itsme: RelyingParty,
    pub eid: RelyingParty,
    pub acm: RelyingParty,
    pub uitid: RelyingParty,
    pub payments: PaymentsConfig,
    /// Keeps the caught mail over a restart: one JSON object a line.
    pub mail_file: Option<PathBuf>,
}
