//! Honest stand-ins for the services a town depends on, for one machine and for
//! tests.
mod authorize;
mod claims;
mod client_auth;
mod codes;
mod config;
mod control;
mod counters;
mod discovery;
mod encoding;
mod idp;
mod jwe;
mod jws;
mod keys;
mod mail;
mod misbehave;
mod pages;
mod party_keys;
mod people;
mod profiles;
mod routes;
mod secrets;
mod simulators;
mod texts;
mod token;
mod userinfo;
mod wrap;

pub use config::{Address, Citizen, Clock, Config, RelyingParty, StaffIdentity};
pub use counters::Counts;
pub use idp::Provider;
pub use mail::{Mail, MailFault, MailHeader};
pub use misbehave::{Misbehaviour, Stage};
pub use secrets::{Secrets, secrets_router};
pub use simulators::Simulators;
