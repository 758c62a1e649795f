//! Honest stand-ins for the services a town depends on, for a town on one
//! machine and for tests. They speak the real protocols over HTTP and check what
//! the real ones check, so that nothing else needs to know where it runs. They
//! can also be told to misbehave, for the tests that show what that does.
//!
//! # Identity providers
//!
//! [`Simulators::router`] has, each under its prefix and with the endpoint shapes
//! of the real service, the providers of [`Provider`]. Discovery is at
//! `{issuer}/.well-known/openid-configuration`:
//!
//! | provider | issuer | the client proves itself by | a code lives |
//! |---|---|---|---|
//! | itsme | `{base}/itsme/v2` | `private_key_jwt` | 180 s |
//! | eID (federal login) | `{base}/eid/fas/oauth2` | `client_secret_basic` | 180 s |
//! | Vlaanderen ACM | `{base}/acm/op` | `client_secret_basic`, `_post` | 30 s |
//! | UiTiD | `{base}/uitid/realms/uitid` | `client_secret_basic`, `_post` | 60 s |
//!
//! A script signs in without a browser or cookies: it posts a form to the very
//! address that a browser would be sent to, the authorization endpoint with its
//! query, and gets a 303 back to the relying party. The form has one field:
//! `citizen=85073003328` (itsme, eID, ACM), `email=an@noorderhaven.example`
//! (UiTiD, where any address has an account), `cancel=yes`, or
//! `error=temporary_unavailable` (`login_required`, `server_error`).
//!
//! `POST /citizens.json` adds or changes a [`Citizen`]; `GET` lists them.
//!
//! # Misbehaviour
//!
//! `POST /{provider}/control` with `{"misbehave":"wrong-nonce","times":1}`, or
//! [`Simulators::misbehave`]; the names are those of [`Misbehaviour`], those about
//! a token also as `userinfo-…`. `GET /{provider}/control` is the page for it,
//! `GET /{provider}/control.json` the state and the counters. `/mail/control` is
//! the same for mail, with the names of [`MailFault`].
//!
//! # Payment providers
//!
//! Worldline Direct answers at `{base}/worldline/v2/{merchantId}/…` and Mollie at
//! `{base}/mollie/v2/…`, each for the one merchant of [`PaymentsConfig`]. A script
//! pays without a browser by posting `do=pay` (or `cancel`) to the page, with
//! `method=visa` and `outcome=declined`, `refused` or `pending` if it likes, and gets a 303
//! back to the merchant.
//!
//! Webhooks wait until [`Payments::deliver_webhooks`] is called: in a loop, woken
//! by [`Payments::webhooks_waiting`] or when [`Delivery::next_at`] has come.
//!
//! `POST /{provider}/control` orders a [`PaymentFault`], several at once if need
//! be, lets held webhooks go and takes steps with payments; what it knows is at
//! the head of `payments/control.rs`. [`Simulators::payments`] does the same.
//!
//! # Notices
//!
//! The push service stands at `{base}/push`. `POST /push/devices` with
//! `{"applicationServerKey":"…"}`, or [`PushService::subscribe`], makes a browser
//! that can be sent to; what came is at `/push/notices.json`, newest first.
//! `/push/control` lets it fail, with the names of [`PushFault`].
//!
//! # Mail and secrets
//!
//! [`Simulators::ses_router`] is the endpoint of SES; what it is sent shows at
//! `/mail`, and for tests at `/mail/messages.json?to=…` as `{"items":[…]}`, newest
//! first. [`secrets_router`] (or [`Secrets`], which can change) is the endpoint of
//! Secrets Manager.
//!
//! No national number or name is logged or put in an address (P-30).

mod authorize;
mod claims;
mod client_auth;
mod codes;
mod config;
mod control;
mod counters;
mod discovery;
mod encoding;
mod failing;
mod idp;
mod journal;
mod jwe;
mod jws;
mod keys;
mod mail;
mod misbehave;
mod pages;
mod party_keys;
mod payments;
mod people;
mod profiles;
mod push;
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
pub use payments::{
    Delivery, KeyPair, Method, MollieParty, Money, NotPossible, Payment, PaymentFault, PaymentProvider, PaymentState,
    Payments, PaymentsConfig, Refund, RefundEnding, RefundState, Release, Step, WebhookRequest, WorldlineParty,
};
pub use push::{NewDevice, Notice, PushFault, PushService};
pub use secrets::{Secrets, secrets_router};
pub use simulators::Simulators;
