//! What proves who we are to payment providers, and them to us.

use serde::Deserialize;
use std::collections::HashMap;

/// A provider without keys is not asked.
#[derive(Deserialize)]
pub struct PaymentKeys {
    pub worldline: Option<WorldlineKeys>,
    /// Mollie's API key.
    pub mollie: Option<String>,
}

#[derive(Deserialize)]
pub struct WorldlineKeys {
    pub key_id: String,
    pub secret: String,
    /// Secrets of webhooks by their key's id.
    pub webhooks: HashMap<String, String>,
}
