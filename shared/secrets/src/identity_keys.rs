//! What proves who we are to identity providers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer};
use std::collections::HashMap;

/// Our RSA keys, the one in use first, and the client secrets by provider.
#[derive(Deserialize)]
pub struct IdentityKeys {
    /// The first signs; all are published, so that a new one is known before it is used.
    pub signing: Vec<RsaKey>,
    /// The first is published; all still open what was encrypted to them up to 24 hours ago.
    pub decryption: Vec<RsaKey>,
    pub clients: HashMap<String, String>,
}

#[derive(Deserialize)]
pub struct RsaKey {
    pub kid: String,
    #[serde(deserialize_with = "from_base64")]
    pub pkcs8: Vec<u8>,
}

pub(crate) fn from_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    STANDARD.decode(text).map_err(|_| serde::de::Error::custom("base64 of a PKCS#8 key"))
}
