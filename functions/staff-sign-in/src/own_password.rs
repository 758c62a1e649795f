use crate::password::{counted_meanwhile, required};
use crate::second_factor::{count_wrong, unchanged};
use crate::{own_line, session_after};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use meent_domain::password::NewPassword;
use meent_domain::throttle::Tries;
use meent_http::{Answer, App, By, Context, Cookie, Json, Problem, ProblemBody, ProblemCode, Staff};
use meent_identity::password::{hash, is_right};
use meent_identity::session::STAFF_COOKIE;
use meent_store::audit::Action;
use meent_store::staff::{self, LoginRow};
use meent_store::{Condition, value};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    current: String,
    password: String,
    again: String,
}

/// Changes one's password. Ends one's other sessions.
#[utoipa::path(
    post, path = "/api/staff/password", tag = "staff", operation_id = "change_password", request_body = PasswordChange,
    responses(
        (status = 204),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn change(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Json(asked): Json<PasswordChange>,
) -> Answer<impl IntoResponse> {
    required(&asked.current, "current")?;
    // Accounts elsewhere change their password there.
    let login = staff.account.login().ok_or(ProblemCode::NotFound)?;
    let about = [login.as_str(), staff.account.name.as_str(), app.settings.town_name.as_str()];
    let password = checked(&asked.password, &asked.again, &about)?;
    if let Some(seconds) = staff.account.wrong_tries.own_wait_seconds(context.now) {
        return Err(Problem::new(ProblemCode::TooManyTries).retry_after(seconds));
    }
    let login_key = staff::login(login);
    let row: Option<LoginRow> = app.db.get(&login_key).await?;
    if !is_right(asked.current, row.and_then(|row| row.password_hash)).await {
        count_wrong(&app, &context, &staff).await?;
        return Err(Problem::at(ProblemCode::WrongPassword, "current"));
    }
    let new = LoginRow { staff_id: staff.id.clone(), password_hash: Some(hash(password).await) };
    let begun = session_after(&context, &staff, context.now);
    let line = own_line(&context, &staff, Action::PasswordChanged);
    let fields = vec![("signed_out_before", value::date(context.now)), ("wrong_tries", value::of(&Tries::default())?)];
    let transaction = unchanged(&staff, fields)
        .replace(login_key, &new, Condition::Is("staff_id", value::text(staff.id.as_str())), ())
        .delete(staff.presented.key())
        .put(begun.key(), &begun.row)
        .create(line.key(), &line, ());
    app.db.commit(transaction).await.map_err(counted_meanwhile)?;
    Ok((Cookie::while_open(STAFF_COOKIE, &begun.presented.cookie_value()), StatusCode::NO_CONTENT))
}

/// A new password, typed twice (P-3) and not one that is guessed first (P-4).
pub fn checked(password: &str, again: &str, about: &[&str]) -> Answer<NewPassword> {
    required(password, "password")?;
    let password = NewPassword::check(password, about).map_err(|invalid| Problem::invalid(invalid, "password"))?;
    if password.as_bytes() != again.as_bytes() {
        return Err(Problem::at(ProblemCode::PasswordsDiffer, "again"));
    }
    Ok(password)
}
