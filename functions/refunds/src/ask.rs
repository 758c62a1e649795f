use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::Cents;
use meent_http::{Answer, App, By, Context, Intent, Json, Problem, ProblemBody, ProblemCode, Resident};
use meent_ledger::{Account, Actor};
use meent_payments::Asking;
use meent_store::Transaction;
use meent_store::ledger::AccountRow;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RefundAsked {
    /// Whole cents.
    #[schema(value_type = i64, example = 1250)]
    amount_cents: Cents,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RefundBegun {
    id: String,
    amount_cents: i64,
}

/// Asks unused balance back. It leaves the wallet at once, so that it can't be spent twice.
#[utoipa::path(
    post, path = "/api/wallet/refunds", tag = "wallet", operation_id = "ask", request_body = RefundAsked,
    params(("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again")),
    responses(
        (status = 201, body = RefundBegun),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn ask(
    State(app): State<App>,
    context: Context,
    By(resident): By<Resident>,
    intent: Intent<RefundAsked>,
) -> Answer<(StatusCode, Json<RefundBegun>)> {
    let cents = intent.body.amount_cents;
    if cents < Cents(1) {
        return Err(Problem::at(ProblemCode::AmountTooSmall, "amountCents"));
    }
    let wallet: Option<AccountRow> = resident.read_ahead(&Account::Wallet(resident.id.clone()).key())?;
    let actor = Actor::Resident(resident.id.clone());
    let asking = Asking {
        person: &resident.id,
        cents,
        request: intent.by(&actor, "refund"),
        actor,
        wallet: Some(wallet.unwrap_or_default()),
    };
    let id = meent_payments::ask(&app.db, asking, Transaction::new(), context.now).await?;
    Ok((StatusCode::CREATED, Json(RefundBegun { id: id.to_string(), amount_cents: cents.0 })))
}
