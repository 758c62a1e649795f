//! What proves who we are to identity providers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer};
use std::collections::HashMap;

/// Our RSA keys, newest first, and the client secrets by provider.
#[derive(Deserialize)]
pub struct IdentityKeys {
    pub signing: Vec<RsaKey>,
    /// An old key stays for 24 hours after a change, since tokens may still be encrypted to it.
    pub decryption: Vec<RsaKey>,
    pub clients: HashMap<String, String>,
}

#[derive(Deserialize)]
pub struct RsaKey {
    pub kid: String,
    #[serde(deserialize_with = "from_base64")]
    pub pkcs8: Vec<u8>,
}

fn from_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    STANDARD.decode(text).map_err(|_| serde::de::Error::custom("base64 of a PKCS#8 key"))
}
