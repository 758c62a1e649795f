//! What must stay secret, and what is made with it: sealed fields, keyed look-ups, random ids.
//!
//! One secret per audience, so that a function reads only its own. Read when first needed and kept;
//! read again when a key id is met that isn't known, at most once a minute, because some providers
//! end an old key the moment a new one is made.

mod data_keys;
mod digest;
mod identity_keys;
mod payment_keys;
mod push_keys;
mod random;
mod slot;

pub use data_keys::{DataKeys, Place, Unopened};
pub use digest::{Fingerprint, fingerprint, same};
pub use identity_keys::{IdentityKeys, RsaKey};
pub use payment_keys::{PaymentKeys, WorldlineKeys};
pub use push_keys::PushKey;
pub use random::{random_bytes, random_token};

use aws_sdk_secretsmanager::Client;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use slot::Slot;
use std::sync::Arc;

#[derive(Debug, thiserror::Error)]
pub enum SecretsError {
    #[error("the secret {0} could not be read: {1}")]
    Unreadable(String, String),
}

/// The header value by which the API knows that a request came through the site's own front door.
/// While it is being turned, the one before still counts: the site learns the new one later than we do.
#[derive(Debug, Deserialize)]
pub struct EdgeKey {
    header: String,
    previous: Option<String>,
}

impl EdgeKey {
    pub fn is(&self, presented: &str) -> bool {
        let matches = |known: &str| same(known.as_bytes(), presented.as_bytes());
        matches(&self.header) || self.previous.as_deref().is_some_and(matches)
    }
}

pub struct Secrets {
    client: Client,
    prefix: String,
    data: Slot<DataKeys>,
    identity: Slot<IdentityKeys>,
    payments: Slot<PaymentKeys>,
    push: Slot<PushKey>,
    edge: Slot<EdgeKey>,
}

impl Secrets {
    pub fn new(client: Client, prefix: String) -> Self {
        Self {
            client,
            prefix,
            data: Slot::default(),
            identity: Slot::default(),
            payments: Slot::default(),
            push: Slot::default(),
            edge: Slot::default(),
        }
    }

    pub async fn data(&self) -> Result<Arc<DataKeys>, SecretsError> {
        self.data.get(&self.client, &format!("{}data", self.prefix)).await
    }

    /// After meeting a key id that [`Secrets::data`] doesn't know.
    pub async fn data_again(&self, now: DateTime<Utc>) -> Result<Arc<DataKeys>, SecretsError> {
        self.data.get_again(&self.client, &format!("{}data", self.prefix), now).await
    }

    pub async fn identity(&self) -> Result<Arc<IdentityKeys>, SecretsError> {
        self.identity.get(&self.client, &format!("{}identity", self.prefix)).await
    }

    pub async fn identity_again(&self, now: DateTime<Utc>) -> Result<Arc<IdentityKeys>, SecretsError> {
        self.identity.get_again(&self.client, &format!("{}identity", self.prefix), now).await
    }

    pub async fn payments(&self) -> Result<Arc<PaymentKeys>, SecretsError> {
        self.payments.get(&self.client, &format!("{}payments", self.prefix)).await
    }

    pub async fn payments_again(&self, now: DateTime<Utc>) -> Result<Arc<PaymentKeys>, SecretsError> {
        self.payments.get_again(&self.client, &format!("{}payments", self.prefix), now).await
    }

    pub async fn push(&self) -> Result<Arc<PushKey>, SecretsError> {
        self.push.get(&self.client, &format!("{}push", self.prefix)).await
    }

    pub async fn edge(&self) -> Result<Arc<EdgeKey>, SecretsError> {
        self.edge.get(&self.client, &format!("{}edge", self.prefix)).await
    }

    pub async fn edge_again(&self, now: DateTime<Utc>) -> Result<Arc<EdgeKey>, SecretsError> {
        self.edge.get_again(&self.client, &format!("{}edge", self.prefix), now).await
    }
}
