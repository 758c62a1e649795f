//! What push services know us by.

use crate::identity_keys::from_base64;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

/// Our key pair on P-256. Browsers asked for its public half, so that it isn't turned: who has said yes would
/// have to say it again.
#[derive(Deserialize)]
#[serde(try_from = "Stored")]
pub struct PushKey {
    pub pair: EcdsaKeyPair,
    /// What browsers know the town by, as the stack is told it.
    pub public_half: String,
}

#[derive(Deserialize)]
struct Stored {
    #[serde(deserialize_with = "from_base64")]
    pkcs8: Vec<u8>,
}

impl TryFrom<Stored> for PushKey {
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &stored.pkcs8);
        let pair = pair.map_err(|_| "not a key on P-256")?;
        Ok(Self { public_half: URL_SAFE_NO_PAD.encode(pair.public_key().as_ref()), pair })
    }
}
