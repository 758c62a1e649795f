//! A webhook on its way: what it says, where it goes, and how often it has been
//! tried. It gets its signature when it is sent, with the key of that moment.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::PaymentProvider;

/// What a provider has to tell, before it is known whether it gets told.
pub(crate) struct Notice {
    /// `payment.captured`; at Mollie the state, which the webhook itself keeps
    /// to itself.
    pub event: String,
    pub content_type: &'static str,
    pub body: String,
}

/// A signature that nobody should believe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Forgery {
    BadSignature,
    UnknownKey,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Webhook {
    pub number: u64,
    pub provider: PaymentProvider,
    pub payment_id: String,
    pub event: String,
    pub url: String,
    pub content_type: String,
    pub body: String,
    pub forgery: Option<Forgery>,
    pub is_held: bool,
    pub due_at: DateTime<Utc>,
    /// How often it was sent and not taken.
    pub failures: u32,
}

/// A webhook as it goes over the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WebhookRequest {
    pub number: u64,
    pub payment_id: String,
    pub event: String,
    pub url: String,
    /// Content type and signature, by lower-case name.
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
    pub is_held: bool,
    pub due_at: DateTime<Utc>,
    pub failures: u32,
}

/// In which order held webhooks go, once they may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    InOrder,
    Reversed,
    /// Of each payment only what was told last; the rest is lost.
    OnlyLast,
}

impl Release {
    pub const ALL: [Self; 3] = [Self::InOrder, Self::Reversed, Self::OnlyLast];

    pub fn name(self) -> &'static str {
        match self {
            Self::InOrder => "in-order",
            Self::Reversed => "reversed",
            Self::OnlyLast => "only-last",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// How long after a failed attempt comes the next; none when it is given up.
pub(crate) fn wait_after(provider: PaymentProvider, failures: u32) -> Option<TimeDelta> {
    /// As documented.
    const WORLDLINE_MIN: [i64; 5] = [10, 60, 2 * 60, 8 * 60, 24 * 60];
    /// Documented are ten attempts within 26 hours; the steps are ours.
    const MOLLIE_MIN: [i64; 9] = [1, 2, 4, 8, 16, 29, 60, 8 * 60, 16 * 60];
    let waits_min: &[i64] = match provider {
        PaymentProvider::Worldline => &WORLDLINE_MIN,
        PaymentProvider::Mollie => &MOLLIE_MIN,
    };
    let index = usize::try_from(failures.checked_sub(1)?).ok()?;
    waits_min.get(index).map(|wait_min| TimeDelta::minutes(*wait_min))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_end() {
        let waits =
            |provider| (1..).map_while(move |failures| wait_after(provider, failures)).map(|wait| wait.num_minutes());
        assert_eq!(waits(PaymentProvider::Worldline).collect::<Vec<_>>(), [10, 60, 120, 480, 1440]);
        assert_eq!(waits(PaymentProvider::Mollie).count() + 1, 10);
        assert_eq!(waits(PaymentProvider::Mollie).sum::<i64>(), 26 * 60);
    }
}
