//! A secret, read once and kept.

use crate::SecretsError;
use aws_sdk_secretsmanager::Client;
use chrono::{DateTime, Duration, Utc};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use tokio::sync::Mutex;

pub(crate) struct Slot<T> {
    kept: Mutex<Kept<T>>,
}

struct Kept<T> {
    value: Option<Arc<T>>,
    read_again_at: Option<DateTime<Utc>>,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self { kept: Mutex::new(Kept { value: None, read_again_at: None }) }
    }
}

impl<T: DeserializeOwned> Slot<T> {
    pub(crate) async fn get(&self, client: &Client, name: &str) -> Result<Arc<T>, SecretsError> {
        // Held while reading, so that a burst of first requests reads once.
        let mut kept = self.kept.lock().await;
        if let Some(value) = &kept.value {
            return Ok(value.clone());
        }
        let value: Arc<T> = Arc::new(read(client, name).await?);
        kept.value = Some(value.clone());
        Ok(value)
    }

    /// Reads again, unless that was done less than a minute ago.
    pub(crate) async fn get_again(
        &self,
        client: &Client,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<Arc<T>, SecretsError> {
        let mut kept = self.kept.lock().await;
        let too_soon = kept.read_again_at.is_some_and(|at| now - at < Duration::minutes(1));
        if let (Some(value), true) = (&kept.value, too_soon) {
            return Ok(value.clone());
        }
        let value: Arc<T> = Arc::new(read(client, name).await?);
        *kept = Kept { value: Some(value.clone()), read_again_at: Some(now) };
        Ok(value)
    }
}

async fn read<T: DeserializeOwned>(client: &Client, name: &str) -> Result<T, SecretsError> {
    // The error's text must never hold the secret: serde's messages can quote what they met.
    let unreadable = |why: &str| SecretsError::Unreadable(name.to_owned(), why.to_owned());
    let answer = client.get_secret_value().secret_id(name).send().await.map_err(|error| {
        unreadable(error.as_service_error().and_then(|e| e.meta().code()).unwrap_or("no answer from Secrets Manager"))
    })?;
    let text = answer.secret_string().ok_or_else(|| unreadable("it has no text"))?;
    serde_json::from_str(text).map_err(|_| unreadable("it has not the expected shape"))
}
