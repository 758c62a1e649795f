//! The relying party's own keys, read from where it publishes them, each time:
//! so a key it has just changed is known at once.

use std::time::Duration;

use serde_json::Value;

use crate::encoding::from_base64url;
use crate::idp::Idp;
use crate::keys::{PublicNumbers, without_leading_zeros};

/// itsme wants a party's keys within a second.
const PARTY_KEYS_LIMIT: Duration = Duration::from_secs(1);

pub(crate) fn client() -> reqwest::Client {
    reqwest::Client::builder()
        .timeout(PARTY_KEYS_LIMIT)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .build()
        .expect("an HTTP client without special wishes")
}

pub(crate) struct PartyKey {
    pub kid: String,
    pub usage: String,
    pub public: PublicNumbers,
}

/// None when they can't be had within the second that itsme allows.
pub(crate) async fn fetch(idp: &Idp) -> Option<Vec<PartyKey>> {
    let address = idp.party.jwks_url.as_ref()?;
    let answer = idp.client.get(address).send().await.ok()?;
    let document: Value = answer.error_for_status().ok()?.json().await.ok()?;
    let keys = document.get("keys")?.as_array()?;
    Some(keys.iter().filter_map(party_key).collect())
}

/// Keys of other kinds, or without their purpose and name, are passed over.
fn party_key(jwk: &Value) -> Option<PartyKey> {
    let text = |name: &str| jwk.get(name).and_then(Value::as_str);
    let number = |name: &str| from_base64url(text(name)?).map(|it| without_leading_zeros(&it));
    (text("kty") == Some("RSA")).then_some(())?;
    Some(PartyKey {
        kid: text("kid")?.to_owned(),
        usage: text("use")?.to_owned(),
        public: PublicNumbers { modulus: number("n")?, exponent: number("e")? },
    })
}
