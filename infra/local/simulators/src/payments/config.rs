//! What the payment providers are told at the start: which merchant they know,
//! by which keys, and where they keep what happened.

use std::path::PathBuf;

#[derive(Clone, Debug, Default)]
pub struct PaymentsConfig {
    pub worldline: WorldlineParty,
    pub mollie: MollieParty,
    /// Keeps payments and unsent webhooks over a restart. None: in memory.
    pub file: Option<PathBuf>,
}

/// The one merchant that Worldline knows. A secret that is empty opens nothing.
#[derive(Clone, Debug, Default)]
pub struct WorldlineParty {
    pub merchant_id: String,
    /// With these the merchant signs what it asks.
    pub api_key_id: String,
    pub api_secret: String,
    /// With these Worldline signs what it tells.
    pub webhook_key_id: String,
    pub webhook_secret: String,
    /// Who is paid, for the payment page.
    pub beneficiary: String,
}

/// The one merchant that Mollie knows. A key that is empty opens nothing.
#[derive(Clone, Debug, Default)]
pub struct MollieParty {
    pub api_key: String,
    /// Who is paid, for the payment page.
    pub beneficiary: String,
}

/// A key as its owner handles it: a name, and what only the two know. Mollie's
/// has no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPair {
    pub id: String,
    pub secret: String,
}
