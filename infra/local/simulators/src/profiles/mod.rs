//! In what the four providers differ: addresses, scopes, how a client proves
//! itself, and what they tell about a person. All else is the same code.

mod acm;
mod eid;
mod itsme;
mod uitid;

use serde_json::{Map, Value};

use crate::client_auth::ClientAuth;
use crate::codes::Grant;
use crate::idp::Provider;

pub(crate) type Claims = Map<String, Value>;

/// Paths under the base address.
pub(crate) struct Endpoints {
    pub issuer: &'static str,
    pub authorize: &'static str,
    pub token: &'static str,
    pub userinfo: &'static str,
    pub keys: &'static str,
    pub end_session: Option<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrapping {
    Json,
    Signed,
    SignedAndEncrypted,
}

pub(crate) struct Profile {
    /// As people call it.
    pub title: &'static str,
    pub endpoints: Endpoints,
    pub scopes: &'static [&'static str],
    pub acr_values: &'static [&'static str],
    pub client_auth: &'static [ClientAuth],
    pub code_life_s: i64,
    pub id_token: Wrapping,
    pub userinfo: Wrapping,
    /// Under which claim the national number goes, if it is told at all.
    pub national_number: Option<&'static str>,
    /// How strongly the person was recognised, given what was asked.
    pub acr: fn(&Grant) -> Option<String>,
    /// What `lower-acr` says instead.
    pub weaker_acr: fn(&Grant) -> &'static str,
    pub in_id_token: fn(&Grant) -> Claims,
    pub in_userinfo: fn(&Grant) -> Claims,
}

impl Profile {
    pub fn of(provider: Provider) -> &'static Self {
        match provider {
            Provider::Itsme => &itsme::PROFILE,
            Provider::Eid => &eid::PROFILE,
            Provider::Acm => &acm::PROFILE,
            Provider::Uitid => &uitid::PROFILE,
        }
    }
}

/// Builds claims from pairs, leaving out what is not known.
fn claims<const COUNT: usize>(pairs: [(&str, Option<Value>); COUNT]) -> Claims {
    pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

fn text(value: impl Into<String>) -> Option<Value> {
    Some(Value::String(value.into()))
}
