//! How a client proves at the token endpoint that it is who it says.

use std::collections::BTreeMap;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use axum::http::{HeaderMap, header};
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::encoding::from_base64;
use crate::idp::Idp;
use crate::{jws, party_keys};

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const LONGEST_ID: usize = 255;
/// An assertion that lives longer would have to be remembered longer.
const LONGEST_LIFE_S: i64 = 3600;
/// How far two honest clocks may differ.
const CLOCK_LEEWAY_S: i64 = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClientAuth {
    PrivateKeyJwt,
    SecretBasic,
    SecretPost,
}

impl ClientAuth {
    /// As discovery calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::PrivateKeyJwt => "private_key_jwt",
            Self::SecretBasic => "client_secret_basic",
            Self::SecretPost => "client_secret_post",
        }
    }
}

pub(crate) type Form = BTreeMap<String, String>;

/// The reason of a refusal, else the client is the registered one.
pub(crate) async fn check(idp: &Idp, headers: &HeaderMap, form: &Form) -> Result<(), &'static str> {
    let named = form.get("client_id");
    if named.is_some_and(|named| *named != idp.party.client_id) {
        return Err("client-unknown");
    }
    let basic = headers.get(header::AUTHORIZATION);
    let used = match (basic.is_some(), form.contains_key("client_secret"), form.contains_key("client_assertion")) {
        (true, false, false) => ClientAuth::SecretBasic,
        (false, true, false) => ClientAuth::SecretPost,
        (false, false, true) => ClientAuth::PrivateKeyJwt,
        (false, false, false) => return Err("client-not-authenticated"),
        _ => return Err("client-authenticated-twice"),
    };
    if !idp.profile.client_auth.contains(&used) {
        return Err("client-auth-not-allowed");
    }
    match used {
        ClientAuth::PrivateKeyJwt => check_assertion(idp, form).await,
        ClientAuth::SecretBasic => {
            let (id, secret) =
                basic.and_then(|value| value.to_str().ok()).and_then(read_basic).ok_or("client-not-authenticated")?;
            check_secret(idp, &id, &secret)
        }
        ClientAuth::SecretPost => {
            let id = named.ok_or("client-unknown")?;
            let secret = form.get("client_secret").map_or("", String::as_str);
            check_secret(idp, id, secret)
        }
    }
}

fn check_secret(idp: &Idp, id: &str, secret: &str) -> Result<(), &'static str> {
    if id != idp.party.client_id {
        return Err("client-unknown");
    }
    let expected = idp.party.client_secret.as_ref().ok_or("client-secret")?;
    verify_slices_are_equal(expected.as_bytes(), secret.as_bytes()).map_err(|_| "client-secret")
}

/// Both halves are form-encoded before they are joined (RFC 6749, 2.3.1).
fn read_basic(value: &str) -> Option<(String, String)> {
    let decoded = String::from_utf8(from_base64(value.strip_prefix("Basic ")?)?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((form_decoded(id), form_decoded(secret)))
}

fn form_decoded(text: &str) -> String {
    form_urlencoded::parse(text.as_bytes()).map(|(name, _)| name.into_owned()).next().unwrap_or_default()
}

/// `private_key_jwt`: signed by a key the party publishes, by itself about
/// itself, for this endpoint, now, and once.
async fn check_assertion(idp: &Idp, form: &Form) -> Result<(), &'static str> {
    if form.get("client_assertion_type").map(String::as_str) != Some(ASSERTION_TYPE) {
        return Err("assertion-type");
    }
    let assertion = form.get("client_assertion").and_then(|text| jws::parse(text)).ok_or("assertion-malformed")?;
    if assertion.header_text("alg") != Some("RS256") {
        return Err("assertion-alg");
    }
    let kid = assertion.header_text("kid").ok_or("assertion-kid")?;
    let keys = party_keys::fetch(idp).await.ok_or("party-keys-unreachable")?;
    let key = keys.iter().find(|key| key.kid == kid).ok_or("assertion-kid")?;
    if key.usage != "sig" {
        return Err("assertion-key-usage");
    }
    if !assertion.is_signed_by(&key.public) {
        return Err("assertion-signature");
    }
    check_assertion_claims(idp, &assertion.claims)
}

fn check_assertion_claims(idp: &Idp, claims: &Value) -> Result<(), &'static str> {
    let now_s = idp.now().timestamp();
    let moment = |name: &str| claims.get(name).and_then(Value::as_i64);
    if claims["iss"] != json!(idp.party.client_id) {
        return Err("assertion-issuer");
    }
    if claims["sub"] != json!(idp.party.client_id) {
        return Err("assertion-subject");
    }
    let endpoint = idp.url(idp.profile.endpoints.token);
    if claims["aud"] != json!(endpoint) && claims["aud"] != json!([endpoint]) {
        return Err("assertion-audience");
    }
    let ends_at_s = moment("exp").ok_or("assertion-exp-missing")?;
    if ends_at_s <= now_s {
        return Err("assertion-expired");
    }
    if ends_at_s > now_s + LONGEST_LIFE_S {
        return Err("assertion-lives-too-long");
    }
    for name in ["iat", "nbf"] {
        if moment(name).is_some_and(|moment| moment > now_s + CLOCK_LEEWAY_S) {
            return Err("assertion-from-the-future");
        }
    }
    let id = claims["jti"].as_str().filter(|id| !id.is_empty() && id.len() <= LONGEST_ID).ok_or("assertion-jti")?;
    if !idp.assertion_ids.is_first_use(id, ends_at_s, now_s) {
        return Err("assertion-replayed");
    }
    Ok(())
}
