use crate::config::PushConfig;
use crate::encrypt::encrypt;
use crate::signature::authorization;
use crate::subscription::Subscription;
use chrono::{DateTime, Duration, Utc};
use meent_secrets::PushKey;
use reqwest::StatusCode;
use reqwest::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE};
use std::sync::OnceLock;

/// Others wait behind a service that doesn't answer.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);

/// What a service said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    Taken,
    /// Nobody is reached there any more, now or ever.
    Gone,
    /// It may work later.
    NotNow,
    /// It never will.
    Refused,
}

pub struct PushServices {
    config: PushConfig,
    /// Made when first needed: it loads certificates.
    http: OnceLock<reqwest::Client>,
}

impl PushServices {
    pub fn new(config: PushConfig) -> Self {
        Self { config, http: OnceLock::new() }
    }

    /// Hands `text` to the service of `to`, which keeps it for `lasts` at most if the device can't be reached.
    pub async fn send(
        &self,
        key: &PushKey,
        to: &Subscription,
        contact: &str,
        text: &[u8],
        lasts: Duration,
        now: DateTime<Utc>,
    ) -> Sent {
        // What was known when it was kept may be so no more.
        if !self.config.knows(&to.endpoint) {
            return Sent::Refused;
        }
        let (Ok(signed), Ok(body)) = (authorization(key, &to.endpoint, contact, now), encrypt(text, to)) else {
            return Sent::Refused;
        };
        let asked = self
            .http()
            .post(to.endpoint.clone())
            .header(AUTHORIZATION, signed)
            .header(CONTENT_ENCODING, "aes128gcm")
            .header(CONTENT_TYPE, "application/octet-stream")
            .header("ttl", lasts.num_seconds().max(0))
            .header("urgency", "high")
            .body(body)
            .send()
            .await;
        match asked {
            Ok(answer) => understood(answer.status()),
            Err(_) => Sent::NotNow,
        }
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
}

fn understood(status: StatusCode) -> Sent {
    match status {
        status if status.is_success() => Sent::Taken,
        StatusCode::NOT_FOUND | StatusCode::GONE => Sent::Gone,
        // Microsoft's says the last when it has too much to do.
        StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT | StatusCode::NOT_ACCEPTABLE => Sent::NotNow,
        status if status.is_server_error() => Sent::NotNow,
        status => {
            tracing::warn!(status = status.as_u16(), "a push service refused");
            Sent::Refused
        }
    }
}
