//! Home: who one is and what one has (R-16, for what exists by now).

use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::PersonId;
use meent_http::{Answer, App, Checking, Claimed, Context, Json, ProblemCode, Resident};
use meent_ledger::Account;
use meent_store::ledger::AccountRow;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(home))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Home {
    first_name: String,
    last_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_name: Option<String>,
    /// What a resident reads to a clerk.
    #[schema(example = "9F3K-27QX")]
    internal_id: String,
    profile_id: String,
    balance: Money,
    /// The resident's own choice (P-40).
    #[schema(example = "nl")]
    language: String,
    practice: bool,
    /// When all this was so; shown when there is no connection (P-44).
    as_of: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
struct Money {
    /// Whole cents.
    cents: i64,
}

/// The dashboard.
#[utoipa::path(get, path = "/api/home", tag = "home", responses((status = 200, body = Home)))]
async fn home(
    State(app): State<App>,
    context: Context,
    Claimed(id): Claimed<PersonId>,
    check: Checking<Resident>,
) -> Answer<Json<Home>> {
    let account = app.db.get::<AccountRow>(&Account::Wallet(id.clone()).key()).await?.unwrap_or_default();
    let resident = check.caller().await?;
    let person = resident.person.as_ref().ok_or(ProblemCode::ConsentNeeded)?;
    let details = person.details.as_ref().ok_or(ProblemCode::ConsentNeeded)?;
    Ok(Json(Home {
        first_name: details.first_name.clone(),
        last_name: details.last_name.clone(),
        user_name: details.user_name.as_ref().map(|name| name.as_str().to_owned()),
        internal_id: id.internal_id(),
        profile_id: id.profile_id(),
        balance: Money { cents: account.balance },
        language: person.language.code().to_owned(),
        practice: app.settings.practice,
        as_of: context.now,
    }))
}
