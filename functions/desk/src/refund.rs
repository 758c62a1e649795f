use crate::visiting::{Visiting, noted};
use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::Cents;
use meent_http::{Answer, App, Context, Intent, Json, Problem, ProblemBody, ProblemCode};
use meent_ledger::Account;
use meent_payments::{Asking, NotAsked};
use meent_store::Condition;
use meent_store::audit::Action;
use meent_store::ledger::AccountRow;
use meent_store::people;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeskRefundAsked {
    /// Whole cents.
    #[schema(value_type = i64, example = 1250)]
    amount_cents: Cents,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeskRefundBegun {
    refund: String,
    amount_cents: i64,
}

/// Asks unused balance back for the resident. It leaves the balance at once; the finance office decides, as with
/// what residents ask themselves.
#[utoipa::path(
    post, path = "/api/staff/desk/{person}/refunds", tag = "desk", operation_id = "desk_refund",
    request_body = DeskRefundAsked,
    params(
        ("person" = String, Path),
        ("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again"),
    ),
    responses(
        (status = 201, body = DeskRefundBegun),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn ask(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    intent: Intent<DeskRefundAsked>,
) -> Answer<(StatusCode, Json<DeskRefundBegun>)> {
    let cents = intent.body.amount_cents;
    if cents < Cents(1) {
        return Err(Problem::at(ProblemCode::AmountTooSmall, "amountCents"));
    }
    let key = Account::Wallet(visiting.person.clone()).key();
    let row = async { app.db.get::<AccountRow>(&key).await.map_err(Problem::from) };
    let (desk, row) = futures::try_join!(visiting.begun(context.now), row)?;
    let (id, actor) = (&desk.person.id, desk.actor());
    let changes = vec![noted("amount", cents.plain())];
    // Who left meanwhile was paid back everything.
    let there = Condition::Has("details");
    let trail = desk.trail(&context, Action::DeskRefundAsked, None, changes).check(people::person(id), there, ());
    let asking = Asking {
        person: id,
        cents,
        request: intent.by(&actor, &format!("desk/{id}/refund")),
        actor,
        wallet: Some(row.unwrap_or_default()),
    };
    let refund = meent_payments::ask(&app.db, asking, trail, context.now).await.map_err(|why| match why {
        NotAsked::By => ProblemCode::ResidentUnknown.into(),
        why => Problem::from(why),
    })?;
    Ok((StatusCode::CREATED, Json(DeskRefundBegun { refund: refund.to_string(), amount_cents: cents.0 })))
}
