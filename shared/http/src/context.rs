//! What is known of every request before anything of it is read.

use crate::App;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use chrono::{DateTime, Utc};
use meent_domain::Language;
use std::convert::Infallible;

/// One moment, one language, one id for all that a request does.
#[derive(Debug, Clone)]
pub struct Context {
    pub now: DateTime<Utc>,
    pub language: Language,
    pub request_id: String,
    /// The browser in two words.
    pub device: String,
    /// Where the request came from, as the site's front door saw it.
    pub client_address: String,
}

impl Context {
    pub(crate) fn of(app: &App, headers: &HeaderMap, request_id: String) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Self {
            now: app.now(),
            language: Language::from_accept_language(text(header::ACCEPT_LANGUAGE.as_str())),
            request_id,
            device: meent_identity::device::named(text(header::USER_AGENT.as_str())),
            client_address: without_port(text("cloudfront-viewer-address")).to_owned(),
        }
    }
}

/// `192.0.2.7:4711` or `2001:db8::7:4711`: the port is what follows the last colon.
fn without_port(address: &str) -> &str {
    address.rsplit_once(':').map_or(address, |(address, _)| address)
}

impl<S: Send + Sync> FromRequestParts<S> for Context {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Context>().cloned().expect("every request passes through `finish`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_dropped() {
        assert_eq!(without_port("192.0.2.7:4711"), "192.0.2.7");
        assert_eq!(without_port("2001:db8::7:4711"), "2001:db8::7");
        assert_eq!(without_port(""), "");
    }
}
