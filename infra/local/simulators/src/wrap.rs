//! From claims to what goes over the wire: signed, and for itsme encrypted to
//! the relying party.

use serde_json::Value;

use crate::idp::Idp;
use crate::misbehave::Misbehaviour;
use crate::profiles::Wrapping;
use crate::{jwe, jws, party_keys};

/// Fails with a reason when the party's encryption key is not to be had.
pub(crate) async fn wrap(
    idp: &Idp,
    claims: &Value,
    wrapping: Wrapping,
    fault: Option<Misbehaviour>,
) -> Result<String, &'static str> {
    match wrapping {
        Wrapping::Json => Ok(claims.to_string()),
        Wrapping::Signed => Ok(jws::sign(&idp.keys, claims, fault)),
        Wrapping::SignedAndEncrypted => {
            let signed = jws::sign(&idp.keys, claims, fault);
            if fault == Some(Misbehaviour::NotEncrypted) {
                return Ok(signed);
            }
            let keys = party_keys::fetch(idp).await.ok_or("party-keys-unreachable")?;
            let key = keys.iter().find(|key| key.usage == "enc").ok_or("party-has-no-encryption-key")?;
            let public = match fault {
                Some(Misbehaviour::EncryptedToOtherKey) => &idp.keys.stranger().public,
                _ => &key.public,
            };
            jwe::seal(&signed, &key.kid, public, fault).map_err(|_| "party-encryption-key")
        }
    }
}
