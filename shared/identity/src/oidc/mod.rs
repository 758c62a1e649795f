//! OpenID Connect, our side of it (P-1 to P-3).
//!
//! One flow for every provider: authorization code with PKCE, `state` and `nonce`. How they differ
//! (client authentication, encryption, where the national number stands) is data in [`Kind`].

mod address;
mod assertion;
mod claims;
mod exchange;
mod failure;
mod jwe;
mod jwks;
mod kind;
mod providers;

pub use claims::{Checked, Citizen, OutsideAccount};
pub use exchange::{Returned, redeem};
pub use failure::Failure;
pub use jwks::our_public_keys;
pub use kind::{Kind, ProviderConfig, Surface};
pub use providers::{Departure, Providers};
