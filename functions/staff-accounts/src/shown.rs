use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::role::Binding;
use meent_http::{Answer, App, Checking, Json, Path, ProblemBody, Staff};
use meent_store::staff::{Account, Entrance, State as AccountState};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AccountShown {
    id: String,
    /// Send it back with a change.
    version: u64,
    name: String,
    email: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    login: Option<String>,
    /// password or oidc
    kind: &'static str,
    #[schema(value_type = Vec<meent_http::schema::BindingShape>)]
    roles: Vec<Binding>,
    /// invited, active or blocked
    #[schema(value_type = String)]
    state: AccountState,
    language: String,
    second_factor: bool,
    invited_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_sign_in_at: Option<DateTime<Utc>>,
}

/// An account as it is shown, its address opened.
pub async fn shown(app: &App, account: Account) -> Answer<AccountShown> {
    let email = app.staff_email(&account).await?;
    Ok(AccountShown {
        id: account.id.to_string(),
        version: account.version,
        name: account.name.as_str().to_owned(),
        email,
        login: account.login().map(|login| login.as_str().to_owned()),
        kind: match account.entrance {
            Entrance::Password { .. } => "password",
            Entrance::Oidc { .. } => "oidc",
        },
        roles: account.roles.iter().cloned().collect(),
        state: account.state,
        language: account.language.code().to_owned(),
        second_factor: account.second_factor.is_some(),
        invited_at: account.invited_at,
        last_sign_in_at: account.last_sign_in_at,
    })
}

/// One account.
#[utoipa::path(
    get, path = "/api/staff/accounts/{id}", tag = "staff-accounts", params(("id" = String, Path,)),
    responses((status = 200, body = AccountShown), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn one(State(app): State<App>, check: Checking<Staff>, Path(id): Path<String>) -> Answer<Json<AccountShown>> {
    let staff = check.caller().await?;
    shown(&app, crate::account_of(&staff, &id)?).await.map(Json)
}
