//! From checked claims to a citizen, or to an account outside the town.

use super::address;
use super::failure::Failure;
use super::kind::{Kind, ProviderConfig, UserInfo};
use super::providers::Providers;
use chrono::{DateTime, Utc};
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use meent_domain::person::{Address, line_of_text};
use meent_domain::{EmailAddress, NationalNumber, calendar};
use openidconnect::ClaimsVerificationError;
use openidconnect::core::CoreProviderMetadata;
use serde_json::{Map, Value};

/// Claims whose signature, audience, issuer, nonce, time and level were all right.
pub struct Checked {
    pub(super) kind: Kind,
    pub(super) claims: Map<String, Value>,
}

/// A person, as an identity provider knows them.
pub struct Citizen {
    pub number: NationalNumber,
    pub first_name: String,
    pub last_name: String,
    pub address: Option<Address>,
}

/// An account elsewhere that a staff member signs in with (P-3).
pub struct OutsideAccount {
    pub subject: String,
    pub email: EmailAddress,
    pub email_is_verified: bool,
}

impl Checked {
    fn text(&self, name: &str) -> Option<&str> {
        self.claims.get(name)?.as_str()
    }

    pub fn citizen(&self, now: DateTime<Utc>) -> Result<Citizen, Failure> {
        let fields = self.kind.fields();
        let number = self.text(fields.number).ok_or(Failure::NumberMissing)?;
        let number = NationalNumber::parse(number, calendar::local_day(now)).map_err(|_| Failure::NumberMissing)?;
        // Somebody can have one name only; nobody has none.
        let name = |field: &str| self.text(field).and_then(|text| line_of_text(text, 120).ok()).unwrap_or_default();
        let (first_name, last_name) = (name(fields.first_name), name(fields.last_name));
        if first_name.is_empty() && last_name.is_empty() {
            return Err(Failure::refused("no name"));
        }
        let address = self.claims.get("address").and_then(address::from_claim);
        Ok(Citizen { number, first_name, last_name, address })
    }

    pub fn outside_account(&self) -> Result<OutsideAccount, Failure> {
        let subject = self.text("sub").ok_or_else(|| Failure::refused("no subject"))?.to_owned();
        let email = self.text("email").unwrap_or_default().to_owned();
        let email = EmailAddress::try_from(email).map_err(|_| Failure::refused("no e-mail address"))?;
        let email_is_verified = self.claims.get("email_verified").and_then(Value::as_bool).unwrap_or(false);
        Ok(OutsideAccount { subject, email, email_is_verified })
    }
}

pub(super) async fn user_info(
    providers: &Providers,
    config: &ProviderConfig,
    metadata: &CoreProviderMetadata,
    access_token: &str,
    now: DateTime<Utc>,
) -> Result<Map<String, Value>, Failure> {
    let url = metadata.userinfo_endpoint().ok_or_else(|| Failure::Unavailable("it has no userinfo endpoint".into()))?;
    let answer = providers.http().get(url.url().clone()).bearer_auth(access_token).send().await;
    let answer = answer.map_err(|error| Failure::unavailable(error.without_url()))?;
    if !answer.status().is_success() {
        return Err(Failure::Unavailable(format!("the userinfo endpoint answered {}", answer.status())));
    }
    let unreadable = || Failure::Unavailable("the userinfo endpoint's answer is no claims".into());
    let body = answer.text().await.map_err(|_| unreadable())?;
    match config.kind.user_info() {
        UserInfo::SignedJwt => match signed_user_info(&body, config, metadata, now) {
            // The key may be newer than what we know of the provider.
            Err(Failure::UnknownKey) => {
                let metadata = providers.metadata_again(config, now).await?;
                signed_user_info(&body, config, &metadata, now)
            }
            other => other,
        },
        UserInfo::Json | UserInfo::NotNeeded => serde_json::from_str(&body).map_err(|_| unreadable()),
    }
}

fn signed_user_info(
    token: &str,
    config: &ProviderConfig,
    metadata: &CoreProviderMetadata,
    now: DateTime<Utc>,
) -> Result<Map<String, Value>, Failure> {
    let refused = |_| Failure::refused("a userinfo answer that is not signed as it should");
    let header = jsonwebtoken::decode_header(token).map_err(refused)?;
    let keys: JwkSet = serde_json::to_value(metadata.jwks())
        .and_then(serde_json::from_value)
        .map_err(|_| Failure::Unavailable("the provider's keys are none".into()))?;
    let kid = header.kid.unwrap_or_default();
    let key = keys.find(&kid).ok_or(Failure::UnknownKey)?;
    let mut validation = Validation::new(Algorithm::RS256);
    validation.set_audience(&[&config.client_id]);
    validation.set_issuer(&[metadata.issuer().as_str()]);
    validation.set_required_spec_claims(&["aud", "iss"]);
    // The crate reads its own clock; ours decides, below.
    (validation.validate_exp, validation.validate_nbf) = (false, false);
    let key = DecodingKey::from_jwk(key).map_err(refused)?;
    let claims = jsonwebtoken::decode::<Map<String, Value>>(token, &key, &validation).map_err(refused)?.claims;
    let ended = claims.get("exp").and_then(Value::as_i64).is_some_and(|at| at + 60 < now.timestamp());
    if ended { Err(Failure::Clock("a userinfo answer that has ended".into())) } else { Ok(claims) }
}

/// `nbf`, which the `openidconnect` crate leaves alone.
pub(super) fn not_before(claims: &Map<String, Value>, latest: DateTime<Utc>) -> Result<(), Failure> {
    match claims.get("nbf").and_then(Value::as_i64) {
        Some(at) if at > latest.timestamp() => Err(Failure::Clock("an ID token that does not count yet".into())),
        _ => Ok(()),
    }
}

/// The kind of error, without the text that may quote a claim.
pub(super) fn variant(error: &ClaimsVerificationError) -> &'static str {
    match error {
        ClaimsVerificationError::InvalidAudience(_) => "audience",
        ClaimsVerificationError::InvalidAuthContext(_) => "level of assurance",
        ClaimsVerificationError::InvalidAuthTime(_) => "time of signing in",
        ClaimsVerificationError::InvalidIssuer(_) => "issuer",
        ClaimsVerificationError::InvalidNonce(_) => "nonce",
        ClaimsVerificationError::InvalidSubject(_) => "subject",
        ClaimsVerificationError::Unsupported(_) => "unsupported",
        _ => "other",
    }
}
