use chrono::{DateTime, Utc};
use meent_store::payments::{Payment, ProviderName};
use serde::Serialize;
use utoipa::ToSchema;

/// A payment, as the finance office sees it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PaymentShown {
    pub id: String,
    pub version: u64,
    pub reference: String,
    /// What the resident reads to a clerk.
    pub person: String,
    pub ordered_at: DateTime<Utc>,
    pub ordered_cents: i64,
    /// created, open, pending, paid, cancelled, failed, expired, parked, parked-credited or parked-closed
    pub state: &'static str,
    /// worldline, mollie or desk
    pub provider: &'static str,
    /// What the provider knows it by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider_payment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_cents: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Paid after it had been shown as ended without.
    pub came_late: bool,
    /// receipt or invoice
    pub paper: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper_number: Option<String>,
}

impl From<Payment> for PaymentShown {
    fn from(row: Payment) -> Self {
        let received = row.received;
        Self {
            reference: row.id.reference(),
            id: row.id.to_string(),
            version: row.version,
            person: row.person.internal_id(),
            ordered_at: row.ordered_at,
            ordered_cents: row.ordered.0,
            state: row.state.code(),
            provider: match row.provider {
                ProviderName::Worldline => "worldline",
                ProviderName::Mollie => "mollie",
                ProviderName::Desk => "desk",
            },
            provider_payment: received.as_ref().map(|received| received.provider_payment.clone()),
            received_cents: received.as_ref().map(|received| received.cents.0),
            received_at: received.as_ref().map(|received| received.at),
            method: received.as_ref().and_then(|received| received.method.clone()),
            received_currency: received.map(|received| received.currency),
            came_late: row.came_late,
            paper: row.paper.code(),
            paper_number: row.paper_number,
        }
    }
}
