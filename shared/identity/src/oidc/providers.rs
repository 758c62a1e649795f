//! The providers of a town: what they publish about themselves is read once an hour, and again when
//! a token names a key that isn't known, at most once a minute.

use super::failure::Failure;
use super::kind::{ProviderConfig, Surface};
use chrono::{DateTime, Duration, Utc};
use meent_domain::Language;
use meent_secrets::random_token;
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata};
use openidconnect::{
    AsyncHttpClient, AuthenticationContextClass, ClientId, CsrfToken, IssuerUrl, LanguageTag, Nonce, PkceCodeChallenge,
    RedirectUrl, Scope,
};
use std::collections::HashMap;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use tokio::sync::Mutex;
use url::Url;

pub struct Providers {
    configs: Vec<ProviderConfig>,
    /// Made when first needed: it loads certificates, and most functions never ask a provider.
    http: OnceLock<reqwest::Client>,
    published: Mutex<HashMap<String, Published>>,
}

#[derive(Clone)]
struct Published {
    metadata: Arc<CoreProviderMetadata>,
    read_at: DateTime<Utc>,
}

/// Somebody on the way to a provider: where to, and what to remember until they are back.
pub struct Departure {
    pub to: Url,
    pub state: String,
    pub nonce: String,
    pub pkce_verifier: String,
}

impl Providers {
    pub fn new(configs: Vec<ProviderConfig>) -> Self {
        Self { configs, http: OnceLock::new(), published: Mutex::default() }
    }

    pub fn find(&self, id: &str, surface: Surface) -> Option<&ProviderConfig> {
        self.configs.iter().find(|config| config.id == id && config.kind.surface() == surface)
    }

    pub(super) fn http(&self) -> &reqwest::Client {
        self.http.get_or_init(|| {
            // Redirects are for browsers: a token endpoint that answers with one is not what it seems.
            reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .timeout(std::time::Duration::from_secs(8))
                .build()
                .expect("a client without options that can fail")
        })
    }

    pub async fn depart(
        &self,
        config: &ProviderConfig,
        redirect: &Url,
        language: Language,
        now: DateTime<Utc>,
    ) -> Result<Departure, Failure> {
        let metadata = self.metadata(config, now).await?;
        let client =
            CoreClient::from_provider_metadata((*metadata).clone(), ClientId::new(config.client_id.clone()), None)
                .set_redirect_uri(RedirectUrl::from_url(redirect.clone()));
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || CsrfToken::new(random_token()),
                || Nonce::new(random_token()),
            )
            .set_pkce_challenge(challenge)
            .add_ui_locale(LanguageTag::new(language.code().to_owned()));
        for scope in config.kind.scopes(config) {
            request = request.add_scope(Scope::new(scope));
        }
        if let Some(level) = config.kind.levels().first() {
            request = request.add_auth_context_value(AuthenticationContextClass::new((*level).to_owned()));
        }
        for (name, value) in config.kind.extra_parameters() {
            request = request.add_extra_param(name, value);
        }
        let (to, state, nonce) = request.url();
        Ok(Departure {
            to,
            state: state.secret().clone(),
            nonce: nonce.secret().clone(),
            pkce_verifier: verifier.secret().clone(),
        })
    }

    pub(super) async fn metadata(
        &self,
        config: &ProviderConfig,
        now: DateTime<Utc>,
    ) -> Result<Arc<CoreProviderMetadata>, Failure> {
        self.read_if_older(config, Duration::hours(1), now).await
    }

    pub(super) async fn metadata_again(
        &self,
        config: &ProviderConfig,
        now: DateTime<Utc>,
    ) -> Result<Arc<CoreProviderMetadata>, Failure> {
        self.read_if_older(config, Duration::minutes(1), now).await
    }

    async fn read_if_older(
        &self,
        config: &ProviderConfig,
        than: Duration,
        now: DateTime<Utc>,
    ) -> Result<Arc<CoreProviderMetadata>, Failure> {
        let known = self.published.lock().await.get(&config.id).cloned();
        if let Some(known) = &known
            && now - known.read_at < than
        {
            return Ok(known.metadata.clone());
        }
        // Not under the lock: a slow provider must not hold up the others' sign-ins.
        let issuer = IssuerUrl::new(config.issuer.clone()).map_err(Failure::unavailable)?;
        match CoreProviderMetadata::discover_async(issuer, &Fetch(self.http().clone())).await {
            Ok(metadata) => {
                let metadata = Arc::new(metadata);
                let published = Published { metadata: metadata.clone(), read_at: now };
                self.published.lock().await.insert(config.id.clone(), published);
                Ok(metadata)
            }
            Err(error) => match known {
                // What it published an hour ago still serves while it can't be asked.
                Some(known) if than >= Duration::hours(1) => Ok(known.metadata),
                _ => Err(Failure::Unavailable(format!("what {} publishes can't be read: {error}", config.id))),
            },
        }
    }
}

/// Lets the `openidconnect` crate speak through our client.
struct Fetch(reqwest::Client);

impl<'c> AsyncHttpClient<'c> for Fetch {
    type Error = reqwest::Error;
    type Future = Pin<Box<dyn Future<Output = Result<http::Response<Vec<u8>>, reqwest::Error>> + Send + 'c>>;

    fn call(&'c self, request: http::Request<Vec<u8>>) -> Self::Future {
        Box::pin(async move {
            let answer = self.0.execute(reqwest::Request::try_from(request)?).await?;
            let mut response = http::Response::new(vec![]);
            *response.status_mut() = answer.status();
            *response.headers_mut() = answer.headers().clone();
            *response.body_mut() = answer.bytes().await?.to_vec();
            Ok(response)
        })
    }
}
