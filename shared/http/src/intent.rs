//! What somebody means to do once, however often it is sent: a double tap, a reload, a lost answer.
//!
//! The page makes a key per intention and sends it each time. The same key with the same words is the
//! same request; with other words it is refused.

use crate::body::parsed;
use crate::{Problem, ProblemCode};
use axum::extract::{FromRequest, Request};
use meent_ledger::{Actor, Request as Asked};
use serde::de::DeserializeOwned;

/// A JSON body with its `Idempotency-Key`.
pub struct Intent<T> {
    key: String,
    hash: String,
    pub body: T,
}

impl<T> Intent<T> {
    /// As the ledger knows it: nobody else's key leads here, nor the same key at another route.
    pub fn by(&self, actor: &Actor, route: &str) -> Asked {
        Asked::new(actor, route, &self.key, &self.hash)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Intent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let named = request.headers().get("idempotency-key").and_then(|value| value.to_str().ok());
        let key = named.unwrap_or_default().to_owned();
        let (body, bytes) = parsed(request).await?;
        let is_key = (16..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_key {
            return Err(ProblemCode::IdempotencyKeyNeeded.into());
        }
        Ok(Self { key, hash: Asked::hash_of(&bytes), body })
    }
}
