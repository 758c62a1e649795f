use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::company::Company;
use meent_domain::payment::{Paper, PaymentState};
use meent_domain::{Cents, PaymentId};
use meent_http::{Answer, App, By, Context, Intent, Json, Problem, ProblemBody, ProblemCode, Resident};
use meent_ledger::Actor;
use meent_payments::{New, open_checkout, order};
use meent_store::payments::{self, Payment};
use meent_store::{Condition, Refused, Transaction};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TopUpAsked {
    /// Whole cents.
    #[schema(value_type = i64, example = 2500)]
    amount_cents: Cents,
    /// For an invoice in place of a receipt.
    #[serde(default)]
    #[schema(value_type = Option<meent_http::schema::CompanyShape>)]
    company: Option<Company>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TopUpBegun {
    id: String,
    /// The provider's page, to send the browser to.
    pay_at: String,
}

/// Orders a top-up, and answers where to pay it.
#[utoipa::path(
    post, path = "/api/wallet/top-ups", tag = "wallet", operation_id = "start", request_body = TopUpAsked,
    params(("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again")),
    responses(
        (status = 201, body = TopUpBegun),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
        (status = 503, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn start(
    State(app): State<App>,
    context: Context,
    By(resident): By<Resident>,
    intent: Intent<TopUpAsked>,
) -> Answer<(StatusCode, Json<TopUpBegun>)> {
    let asked = &intent.body;
    app.settings.top_up.allow(asked.amount_cents).map_err(|why| Problem::invalid(why, "amountCents"))?;
    let provider = app.gateways.in_use().ok_or(ProblemCode::PaymentsNotOffered)?;
    let request = intent.by(&Actor::Resident(resident.id.clone()), "top-up");
    // The same id for the same intention: trying again finds the same row.
    let id = PaymentId::try_from(request.id.to_string()).map_err(|_| Problem::internal("ids of two shapes"))?;
    let company_sealed = match &asked.company {
        Some(company) => {
            let plain = serde_json::to_string(company).map_err(|error| Problem::internal(error.to_string()))?;
            Some(app.seal(&payments::payment(&id), Payment::COMPANY, &plain).await?)
        }
        None => None,
    };
    let new = New {
        id,
        person: resident.id.clone(),
        provider,
        amount: asked.amount_cents,
        request: request.hash,
        language: context.language,
        paper: if asked.company.is_some() { Paper::Invoice } else { Paper::Receipt },
        company_sealed,
    };
    let ordered = begun(&app, order(new, context.now)).await?;
    let page = to_be_paid(with_page(&app, &context, ordered).await?)?;
    let pay_at = page.checkout.map(|checkout| checkout.address).ok_or(ProblemCode::PaymentProviderDown)?;
    Ok((StatusCode::CREATED, Json(TopUpBegun { id: page.id.to_string(), pay_at })))
}

/// The row; the one that stands there, if this was asked before.
async fn begun(app: &App, row: Payment) -> Answer<Payment> {
    match app.db.commit(Transaction::new().create(row.key(), &row, ())).await {
        Ok(()) => return Ok(row),
        Err(Refused::By(_)) => {}
        Err(Refused::Failed(error)) => return Err(error.into()),
    }
    let before: Option<Payment> = app.db.get(&row.key()).await?;
    let before = before.ok_or(ProblemCode::Busy)?;
    if before.request == row.request { to_be_paid(before) } else { Err(ProblemCode::IdempotencyKeyUsed.into()) }
}

/// Its page is over with the payment: whoever still wants to pay means another one.
fn to_be_paid(payment: Payment) -> Answer<Payment> {
    match payment.state {
        PaymentState::Created | PaymentState::Open => Ok(payment),
        _ => Err(ProblemCode::PaymentEnded.into()),
    }
}

/// Gives it a page to pay on, unless it has one.
async fn with_page(app: &App, context: &Context, ordered: Payment) -> Answer<Payment> {
    if ordered.checkout.is_some() {
        return Ok(ordered);
    }
    let settings = &app.settings;
    let checkout =
        open_checkout(&app.gateways, &app.secrets, &ordered, &settings.town_name, &settings.portal, context.now);
    let mut after = ordered.clone();
    after.checkout = Some(checkout.await?);
    after.state = PaymentState::Open;
    after.version += 1;
    let unchanged = Condition::version(ordered.version);
    match app.db.commit(Transaction::new().replace(ordered.key(), &after, unchanged, ())).await {
        Ok(()) => Ok(after),
        // The same tap, twice at once: the provider gave both the same page.
        Err(Refused::By(_)) => {
            let known: Option<Payment> = app.db.get(&ordered.key()).await?;
            Ok(known.filter(|known| known.checkout.is_some()).ok_or(ProblemCode::Busy)?)
        }
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}
