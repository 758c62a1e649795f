//! The providers of a town. One takes new payments; others still know what they took.

use crate::gateway::{Failure, Gateway, Looked, Order, RefundLooked, SendBack};
use crate::mollie::Mollie;
use crate::worldline::Worldline;
use chrono::{DateTime, Utc};
use meent_secrets::{PaymentKeys, Secrets};
use meent_store::payments::{Checkout, ProviderName};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use url::Url;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum GatewayConfig {
    /// Worldline Direct.
    Worldline {
        endpoint: Url,
        merchant_id: String,
    },
    Mollie {
        endpoint: Url,
    },
}

impl GatewayConfig {
    pub fn name(&self) -> ProviderName {
        match self {
            Self::Worldline { .. } => ProviderName::Worldline,
            Self::Mollie { .. } => ProviderName::Mollie,
        }
    }
}

/// A request has 15 seconds in all, and waits on the tables too.
const PATIENCE: Duration = Duration::from_secs(6);

pub struct Gateways {
    configs: Vec<GatewayConfig>,
    in_use: Option<ProviderName>,
    /// Made when first needed: it loads certificates, and most functions never ask a provider.
    http: OnceLock<reqwest::Client>,
}

impl Gateways {
    pub fn new(configs: Vec<GatewayConfig>, in_use: Option<ProviderName>) -> Self {
        Self { configs, in_use, http: OnceLock::new() }
    }

    /// Who takes new payments.
    pub fn in_use(&self) -> Option<ProviderName> {
        self.in_use.filter(|name| self.configs.iter().any(|config| config.name() == *name))
    }

    fn http(&self) -> &reqwest::Client {
        self.http.get_or_init(|| {
            reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .timeout(PATIENCE)
                .build()
                .expect("a client without options that can fail")
        })
    }

    fn find(&self, name: ProviderName) -> Result<Box<dyn Gateway + '_>, Failure> {
        let config = self.configs.iter().find(|config| config.name() == name);
        let config = config.ok_or_else(|| Failure::Refused("a provider that is not configured".to_owned()))?;
        Ok(match config {
            GatewayConfig::Worldline { endpoint, merchant_id } => {
                Box::new(Worldline { http: self.http(), endpoint, merchant_id })
            }
            GatewayConfig::Mollie { endpoint } => Box::new(Mollie { http: self.http(), endpoint }),
        })
    }

    pub async fn create(
        &self,
        secrets: &Secrets,
        name: ProviderName,
        order: &Order,
        now: DateTime<Utc>,
    ) -> Result<Checkout, Failure> {
        let gateway = self.find(name)?;
        let gateway = &*gateway;
        with_keys(secrets, now, |keys| async move { gateway.create(&keys, order, now).await }).await
    }

    pub(crate) async fn look(
        &self,
        secrets: &Secrets,
        name: ProviderName,
        checkout: &Checkout,
        now: DateTime<Utc>,
    ) -> Result<Looked, Failure> {
        let gateway = self.find(name)?;
        let gateway = &*gateway;
        with_keys(secrets, now, |keys| async move { gateway.look(&keys, checkout, now).await }).await
    }

    pub async fn send_back(
        &self,
        secrets: &Secrets,
        name: ProviderName,
        what: &SendBack,
        now: DateTime<Utc>,
    ) -> Result<RefundLooked, Failure> {
        let gateway = self.find(name)?;
        let gateway = &*gateway;
        with_keys(secrets, now, |keys| async move { gateway.send_back(&keys, what, now).await }).await
    }

    pub async fn look_at_refund(
        &self,
        secrets: &Secrets,
        name: ProviderName,
        provider_payment: &str,
        id: &str,
        now: DateTime<Utc>,
    ) -> Result<RefundLooked, Failure> {
        let gateway = self.find(name)?;
        let gateway = &*gateway;
        let ask =
            |keys: Arc<PaymentKeys>| async move { gateway.look_at_refund(&keys, provider_payment, id, now).await };
        with_keys(secrets, now, ask).await
    }
}

/// Our key may have been turned since it was read: it is read again, and asked once more.
async fn with_keys<T, F: Future<Output = Result<T, Failure>>>(
    secrets: &Secrets,
    now: DateTime<Utc>,
    ask: impl Fn(Arc<PaymentKeys>) -> F,
) -> Result<T, Failure> {
    let unread = |error: meent_secrets::SecretsError| Failure::NotAsked(error.to_string());
    let keys = secrets.payments().await.map_err(unread)?;
    match ask(keys).await {
        Err(Failure::Credentials) => {
            let keys = secrets.payments_again(now).await.map_err(unread)?;
            ask(keys).await
        }
        answered => answered,
    }
}
