//! What a provider's answer is worth: the code becomes tokens, the tokens become claims that were
//! checked, and nothing is believed before.

use super::assertion::{ASSERTION_TYPE, client_assertion};
use super::claims;
use super::failure::Failure;
use super::jwe;
use super::kind::{ClientAuthentication, ProviderConfig, UserInfo};
use super::providers::Providers;
use chrono::{DateTime, Duration, Utc};
use http::StatusCode;
use meent_secrets::{IdentityKeys, Secrets};
use openidconnect::core::{
    CoreGenderClaim, CoreIdTokenVerifier, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
    CoreProviderMetadata,
};
use openidconnect::{AdditionalClaims, ClaimsVerificationError, ClientId, IdToken, Nonce};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::str::FromStr;
use url::Url;

/// What the browser brought back, and what was remembered of its departure.
pub struct Returned<'a> {
    pub code: &'a str,
    pub nonce: &'a str,
    pub pkce_verifier: &'a str,
    pub redirect: &'a Url,
}

/// Two clocks may differ by this much.
const LEEWAY: Duration = Duration::seconds(60);

/// Every claim, standard or not, as it came.
#[derive(Debug, Deserialize, Serialize)]
struct EveryClaim(#[serde(default)] Map<String, Value>);
impl AdditionalClaims for EveryClaim {}

type AnyIdToken = IdToken<EveryClaim, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

#[derive(Deserialize)]
struct TokenAnswer {
    access_token: String,
    id_token: String,
}

/// All checked claims of the person who signed in.
pub async fn redeem(
    providers: &Providers,
    secrets: &Secrets,
    config: &ProviderConfig,
    returned: Returned<'_>,
    now: DateTime<Utc>,
) -> Result<claims::Checked, Failure> {
    let mut metadata = providers.metadata(config, now).await?;
    let keys = secrets.identity().await.map_err(Failure::unavailable)?;
    let tokens = match exchange(providers, &keys, config, &metadata, &returned, now).await {
        // Our secret or key may have been turned since it was read. A code is used up only by a client
        // that proved itself, so it still stands.
        Err(Failure::ClientRefused) => {
            let keys = secrets.identity_again(now).await.map_err(Failure::unavailable)?;
            exchange(providers, &keys, config, &metadata, &returned, now).await
        }
        other => other,
    }?;
    let signed = if config.kind.encrypts_id_token() {
        open_encrypted(&tokens.id_token, secrets, now).await?
    } else {
        tokens.id_token
    };
    let token = AnyIdToken::from_str(&signed).map_err(|_| Failure::refused("an ID token that is none"))?;
    let mut all = match verified(&token, config, &metadata, returned.nonce, now) {
        // The key may be newer than what we know of the provider.
        Err(Failed::Signature) => {
            metadata = providers.metadata_again(config, now).await?;
            verified(&token, config, &metadata, returned.nonce, now)
        }
        other => other,
    }?;
    if config.kind.user_info() != UserInfo::NotNeeded {
        let more = claims::user_info(providers, config, &metadata, &tokens.access_token, now).await?;
        // Another person's answer must never complete this one's.
        if more.get("sub") != all.get("sub") {
            return Err(Failure::refused("userinfo of another subject"));
        }
        all.extend(more);
    }
    Ok(claims::Checked { kind: config.kind, claims: all })
}

async fn open_encrypted(token: &str, secrets: &Secrets, now: DateTime<Utc>) -> Result<String, Failure> {
    let keys = secrets.identity().await.map_err(Failure::unavailable)?;
    match jwe::opened(token, &keys.decryption) {
        Ok(signed) => Ok(signed),
        // It may be encrypted to a key that is newer than what we hold.
        Err(_) => jwe::opened(token, &secrets.identity_again(now).await.map_err(Failure::unavailable)?.decryption),
    }
}

async fn exchange(
    providers: &Providers,
    keys: &IdentityKeys,
    config: &ProviderConfig,
    metadata: &CoreProviderMetadata,
    returned: &Returned<'_>,
    now: DateTime<Utc>,
) -> Result<TokenAnswer, Failure> {
    let token_url = metadata.token_endpoint().ok_or_else(|| Failure::Unavailable("it has no token endpoint".into()))?;
    let mut form = vec![
        ("grant_type", "authorization_code".to_owned()),
        ("code", returned.code.to_owned()),
        ("redirect_uri", returned.redirect.to_string()),
        ("code_verifier", returned.pkce_verifier.to_owned()),
    ];
    let mut request = providers.http().post(token_url.url().clone());
    match config.kind.client_authentication() {
        ClientAuthentication::PrivateKeyJwt => {
            let key = keys.signing.first().ok_or_else(|| Failure::refused("we have no signing key"))?;
            form.push(("client_id", config.client_id.clone()));
            form.push(("client_assertion_type", ASSERTION_TYPE.to_owned()));
            form.push(("client_assertion", client_assertion(key, &config.client_id, token_url.url().as_str(), now)?));
        }
        ClientAuthentication::SecretBasic => {
            let secret = keys.clients.get(&config.id).ok_or_else(|| Failure::refused("we have no client secret"))?;
            let encoded = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            request = request.basic_auth(encoded(&config.client_id), Some(encoded(secret)));
        }
    }
    let answer = request.form(&form).send().await.map_err(|error| Failure::unavailable(error.without_url()))?;
    let status = answer.status();
    if status.is_server_error() {
        return Err(Failure::Unavailable(format!("the token endpoint answered {status}")));
    }
    if status == StatusCode::UNAUTHORIZED {
        return Err(Failure::ClientRefused);
    }
    if !status.is_success() {
        return Err(Failure::Refused(format!("the token endpoint answered {status}")));
    }
    // The body holds tokens: nothing of it may reach the log, not even through an error's text.
    answer.json().await.map_err(|_| Failure::Unavailable("the token endpoint's answer is no tokens".into()))
}

enum Failed {
    Signature,
    Otherwise(Failure),
}

impl From<Failed> for Failure {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Signature => Failure::refused("a signature by none of the provider's keys"),
            Failed::Otherwise(failure) => failure,
        }
    }
}

fn verified(
    token: &AnyIdToken,
    config: &ProviderConfig,
    metadata: &CoreProviderMetadata,
    nonce: &str,
    now: DateTime<Utc>,
) -> Result<Map<String, Value>, Failed> {
    let client_id = ClientId::new(config.client_id.clone());
    let levels = config.kind.levels();
    let verifier =
        CoreIdTokenVerifier::new_public_client(client_id, metadata.issuer().clone(), metadata.jwks().clone())
            .set_allowed_algs([CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256])
            .set_time_fn(move || now - LEEWAY)
            .set_issue_time_verifier_fn(
                move |issued| {
                    if issued <= now + LEEWAY { Ok(()) } else { Err(FROM_THE_FUTURE.to_owned()) }
                },
            )
            .set_auth_context_verifier_fn(move |level| match level {
                _ if levels.is_empty() => Ok(()),
                Some(level) if levels.contains(&level.as_str()) => Ok(()),
                _ => Err("another level of assurance than was asked".to_owned()),
            });
    let checked = token.claims(&verifier, &Nonce::new(nonce.to_owned())).map_err(|error| match &error {
        ClaimsVerificationError::SignatureVerification(_) => Failed::Signature,
        // The crate calls this expired as well.
        other if other.to_string().contains(FROM_THE_FUTURE) => {
            Failed::Otherwise(Failure::Clock(FROM_THE_FUTURE.into()))
        }
        ClaimsVerificationError::Expired(_) => Failed::Otherwise(Failure::Clock("an ID token that has ended".into())),
        // The variant's name only: its text can quote claims.
        other => Failed::Otherwise(Failure::Refused(format!("an ID token: {}", claims::variant(other)))),
    })?;
    match serde_json::to_value(checked) {
        Ok(Value::Object(all)) => claims::not_before(&all, now + LEEWAY).map(|()| all).map_err(Failed::Otherwise),
        _ => Err(Failed::Otherwise(Failure::refused("claims that are no object"))),
    }
}

const FROM_THE_FUTURE: &str = "an ID token from the future";
