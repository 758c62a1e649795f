//! A payment as both providers see it: what was ordered, what became of it, and
//! what was given back. How either calls that is in its own folder.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::PaymentProvider;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    pub cents: u64,
    pub currency: String,
}

/// How the resident paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    #[default]
    Bancontact,
    Visa,
    Mastercard,
}

impl Method {
    pub const ALL: [Self; 3] = [Self::Bancontact, Self::Visa, Self::Mastercard];

    /// In the form of the payment page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bancontact => "bancontact",
            Self::Visa => "visa",
            Self::Mastercard => "mastercard",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PaymentState {
    /// The page waits for somebody.
    Open,
    /// Somebody paid, and the bank has yet to say whether it may be.
    Pending,
    Paid,
    Refused,
    Cancelled,
    /// Nobody did anything on the page in time.
    Expired,
}

/// What can be done to a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Pay,
    /// Pays, but the bank decides later.
    Pend,
    Refuse,
    /// The bank refuses, and one may try again on the same page.
    Decline,
    Cancel,
    /// The bank agrees at last.
    Settle,
    /// Becomes paid although it had ended as something else.
    SettleLate,
    Expire,
}

impl Step {
    /// Those that somebody can order; expiring is for the clock.
    pub const ORDERED: [Self; 7] =
        [Self::Pay, Self::Pend, Self::Refuse, Self::Decline, Self::Cancel, Self::Settle, Self::SettleLate];

    pub fn name(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Pend => "pend",
            Self::Refuse => "refuse",
            Self::Decline => "decline",
            Self::Cancel => "cancel",
            Self::Settle => "settle",
            Self::SettleLate => "settle-late",
            Self::Expire => "expire",
        }
    }
}

impl PaymentState {
    /// None when the step can't be taken from here.
    pub(crate) fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Open, Step::Pay)
            | (Self::Pending, Step::Settle)
            | (Self::Refused | Self::Cancelled | Self::Expired, Step::SettleLate) => Some(Self::Paid),
            (Self::Open, Step::Pend) => Some(Self::Pending),
            (Self::Open | Self::Pending, Step::Refuse) => Some(Self::Refused),
            (Self::Open, Step::Decline) => Some(Self::Open),
            (Self::Open, Step::Cancel) => Some(Self::Cancelled),
            (Self::Open, Step::Expire) => Some(Self::Expired),
            _ => None,
        }
    }
}

/// When a refund ends by itself, and as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefundEnding {
    pub at: DateTime<Utc>,
    pub is_refused: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RefundState {
    /// On its way. Without an ending it waits until somebody decides.
    Requested(Option<RefundEnding>),
    Refunded,
    /// The payer's bank sent the money back: the payment is as it was.
    Refused,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Refund {
    pub id: String,
    pub amount: Money,
    /// Worldline: the reference of the refund. Mollie: its description.
    pub reference: String,
    pub metadata: Value,
    pub state: RefundState,
    pub created_at: DateTime<Utc>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// Counts payments and webhooks of both providers: higher is later.
    pub number: u64,
    pub provider: PaymentProvider,
    /// The provider's own: `3066019730_0`, `tr_7UhSN1zuXS`.
    pub id: String,
    /// Worldline: that of the page. Mollie has one for both.
    pub checkout_id: String,
    /// Worldline: `merchantReference`. Mollie: the description.
    pub reference: String,
    pub ordered: Money,
    /// What is really paid: another amount only when the provider misbehaves.
    pub charged: Money,
    pub method: Option<Method>,
    /// How often it was refused with another try left.
    pub declines: u32,
    pub state: PaymentState,
    pub refunds: Vec<Refund>,
    pub return_url: String,
    /// Worldline: proves to the merchant that a browser comes from the page.
    pub return_mac: Option<String>,
    pub webhook_urls: Vec<String>,
    pub locale: Option<String>,
    pub metadata: Value,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// When it came into its state.
    pub changed_at: DateTime<Utc>,
}

impl Payment {
    pub fn refunded_cents(&self) -> u64 {
        self.refunds
            .iter()
            .filter(|refund| refund.state != RefundState::Refused)
            .map(|refund| refund.amount.cents)
            .sum()
    }

    /// What can still be given back.
    pub fn remaining_cents(&self) -> u64 {
        match self.state {
            PaymentState::Paid => self.charged.cents.saturating_sub(self.refunded_cents()),
            _ => 0,
        }
    }

    /// Where the browser goes when the page is done.
    pub fn return_address(&self) -> String {
        let Some(mac) = &self.return_mac else { return self.return_url.clone() };
        match Url::parse(&self.return_url) {
            Ok(mut url) => {
                url.query_pairs_mut().append_pair("RETURNMAC", mac).append_pair("hostedCheckoutId", &self.checkout_id);
                url.into()
            }
            // Checked when it was ordered; a broken one in the file stays so.
            Err(_) => self.return_url.clone(),
        }
    }

    /// The next moment at which something happens by itself.
    pub(crate) fn next_moment(&self) -> Option<DateTime<Utc>> {
        if self.state == PaymentState::Open {
            return Some(self.expires_at);
        }
        let ending = |refund: &Refund| match refund.state {
            RefundState::Requested(ending) => ending.map(|ending| ending.at),
            RefundState::Refunded | RefundState::Refused => None,
        };
        self.refunds.iter().filter_map(ending).min()
    }
}
