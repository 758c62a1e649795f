use chrono::{DateTime, Utc};
use meent_domain::payment::RefundState;
use meent_store::payments::{PartState, Refund};
use serde::Serialize;
use utoipa::ToSchema;

/// A refund, as staff see it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RefundShown {
    id: String,
    version: u64,
    /// What the resident reads to a clerk.
    person: String,
    amount_cents: i64,
    asked_at: DateTime<Utc>,
    /// asked, approved, sending, paid, refused or stuck
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    parts: Vec<PartShown>,
}

/// What goes back through one payment.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PartShown {
    payment: String,
    payment_reference: String,
    amount_cents: i64,
    /// reserved, sent, paid, released or by-hand
    state: &'static str,
    /// The number of the credit note, once drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_note: Option<String>,
}

impl From<Refund> for RefundShown {
    fn from(row: Refund) -> Self {
        let parts = row.parts.iter().map(|part| PartShown {
            payment: part.payment.to_string(),
            payment_reference: part.payment.reference(),
            amount_cents: part.cents.0,
            state: match part.state {
                PartState::Reserved => "reserved",
                PartState::Sent => "sent",
                PartState::Paid => "paid",
                PartState::Released => "released",
                PartState::ByHand => "by-hand",
            },
            credit_note: part.credit_note.as_ref().map(|note| note.number.clone()),
        });
        Self {
            parts: parts.collect(),
            id: row.id.to_string(),
            version: row.version,
            person: row.person.internal_id(),
            amount_cents: row.cents.0,
            asked_at: row.asked_at,
            state: RefundState::code(row.state),
            reason: row.reason,
        }
    }
}
