//! What push services know us by.

use crate::identity_keys::from_base64;
use serde::Deserialize;

/// Our key pair on P-256. Browsers asked for its public half, so that it isn't turned: who has said yes would
/// have to say it again.
#[derive(Deserialize)]
pub struct PushKey {
    #[serde(deserialize_with = "from_base64")]
    pub pkcs8: Vec<u8>,
}
