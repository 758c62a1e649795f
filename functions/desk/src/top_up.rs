use crate::visiting::{Visiting, noted};
use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::company::Line;
use meent_domain::payment::Means;
use meent_domain::{Cents, PaymentId};
use meent_http::{Answer, App, Context, Intent, Json, Problem, ProblemBody, ProblemCode};
use meent_ledger::Account;
use meent_payments::{NotTaken, Taken, take_at_the_desk};
use meent_store::Condition;
use meent_store::audit::Action;
use meent_store::ledger::AccountRow;
use meent_store::people;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeskTopUpAsked {
    /// Whole cents.
    #[schema(value_type = i64, example = 2000)]
    amount_cents: Cents,
    /// cash or card
    #[schema(value_type = String, example = "cash")]
    means: Means,
    /// What the card terminal printed.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    terminal_reference: Option<Line>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeskToppedUp {
    payment: String,
    /// What stands on the receipt.
    reference: String,
    amount_cents: i64,
    balance_cents: i64,
}

/// Takes cash or a card payment into the resident's balance. The receipt follows by itself.
#[utoipa::path(
    post, path = "/api/staff/desk/{person}/top-ups", tag = "desk", operation_id = "desk_top_up",
    request_body = DeskTopUpAsked,
    params(
        ("person" = String, Path),
        ("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again"),
    ),
    responses(
        (status = 201, body = DeskToppedUp),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn take(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    intent: Intent<DeskTopUpAsked>,
) -> Answer<(StatusCode, Json<DeskToppedUp>)> {
    let asked = &intent.body;
    app.settings.top_up.allow(asked.amount_cents).map_err(|why| Problem::invalid(why, "amountCents"))?;
    let wallet = Account::Wallet(visiting.person.clone());
    let key = wallet.key();
    let row = async { app.db.get::<AccountRow>(&key).await.map_err(Problem::from) };
    let (desk, row) = futures::try_join!(visiting.begun(context.now), row)?;
    let id = desk.person.id.clone();
    let request = intent.by(&desk.actor(), &format!("desk/{id}/top-up"));
    let payment = PaymentId::try_from(request.id.to_string()).map_err(|_| Problem::internal("ids of two shapes"))?;
    let noted = vec![
        noted("payment", payment.reference()),
        noted("amount", asked.amount_cents.plain()),
        noted("means", asked.means.code().to_owned()),
    ];
    // A balance that nobody can reach any more is no place for money.
    let trail = desk.trail(&context, Action::DeskToppedUp, None, noted).check(
        people::person(&id),
        Condition::Has("details"),
        (),
    );
    let taken = Taken {
        person: id,
        by: desk.staff.id.clone(),
        request,
        cents: asked.amount_cents,
        means: asked.means,
        terminal_reference: asked.terminal_reference.clone(),
        language: desk.person.language,
        balances: Some(HashMap::from([(wallet, row.unwrap_or_default())])),
    };
    let done = take_at_the_desk(&app.db, taken, trail, context.now).await.map_err(|why| match why {
        NotTaken::OtherRequest => ProblemCode::IdempotencyKeyUsed.into(),
        NotTaken::By => ProblemCode::ResidentUnknown.into(),
        NotTaken::Failed(error) => Problem::from(error),
    })?;
    let shown = DeskToppedUp {
        reference: done.payment.reference(),
        payment: done.payment.to_string(),
        amount_cents: done.cents.0,
        balance_cents: done.balance_after.0,
    };
    Ok((StatusCode::CREATED, Json(shown)))
}
