use meent_domain::Cents;
use meent_domain::payment::{Paper, PaymentState};
use meent_store::payments::Payment;
use serde::Serialize;
use utoipa::ToSchema;

/// A top-up, as its page shows it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TopUpShown {
    id: String,
    /// What one reads to a clerk.
    reference: String,
    amount_cents: i64,
    state: TopUpState,
    /// Of the wallet, now.
    balance_cents: i64,
    /// The provider's page, while one can still pay there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pay_at: Option<String>,
    /// receipt or invoice
    paper: &'static str,
    paper_ready: bool,
    /// The provider answered just now; else this is what we last knew.
    fresh: bool,
}

/// What became of it, in a resident's words.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum TopUpState {
    /// Not paid yet.
    Open,
    /// The bank is deciding.
    Pending,
    Paid,
    Cancelled,
    Failed,
    Expired,
    /// Paid, but not what was ordered: somebody looks at it.
    Checking,
    /// Paid, but not what was ordered: settled outside the wallet.
    Closed,
}

pub fn shown(payment: &Payment, balance: Cents, fresh: bool) -> TopUpShown {
    let state = match payment.state {
        PaymentState::Created | PaymentState::Open => TopUpState::Open,
        PaymentState::Pending => TopUpState::Pending,
        PaymentState::Paid | PaymentState::ParkedCredited => TopUpState::Paid,
        PaymentState::Cancelled => TopUpState::Cancelled,
        PaymentState::Failed => TopUpState::Failed,
        PaymentState::Expired => TopUpState::Expired,
        PaymentState::Parked => TopUpState::Checking,
        PaymentState::ParkedClosed => TopUpState::Closed,
    };
    let can_pay = matches!(payment.state, PaymentState::Open);
    TopUpShown {
        id: payment.id.to_string(),
        reference: payment.id.reference(),
        amount_cents: payment.received.as_ref().map_or(payment.ordered, |received| received.cents).0,
        state,
        balance_cents: balance.0,
        pay_at: payment.checkout.as_ref().filter(|_| can_pay).map(|checkout| checkout.address.clone()),
        paper: match payment.paper {
            Paper::Receipt => "receipt",
            Paper::Invoice => "invoice",
        },
        paper_ready: payment.papers.is_some(),
        fresh,
    }
}
