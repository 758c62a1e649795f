//! The second factor (P-4): giving its code, setting one up, taking it away.
//!
//! A secret that is offered isn't kept anywhere: it is derived from the session, so it stays the same
//! while the page is open, and looking at it changes nothing.

use crate::password::{SignedIn, counted_meanwhile, required};
use crate::{own_line, session_after};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use meent_domain::base32;
use meent_domain::throttle::Tries;
use meent_domain::totp::{self, SECRET_BYTES, Step};
use meent_http::{Answer, App, By, Context, Cookie, Json, Problem, ProblemBody, ProblemCode, Staff};
use meent_identity::session::STAFF_COOKIE;
use meent_store::audit::Action;
use meent_store::staff::{self, SecondFactor};
use meent_store::value::Value;
use meent_store::{Condition, Refused, Transaction, value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The field under which an account seals its secret, as base 32.
pub const FIELD: &str = "second-factor";

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeGiven {
    #[schema(example = "042042")]
    code: String,
}

#[derive(Serialize, ToSchema)]
pub struct Offer {
    /// For typing into an app.
    secret: String,
    /// For the QR code.
    uri: String,
}

/// Gives the code after the password.
#[utoipa::path(
    post, path = "/api/staff/sign-in/second-factor", tag = "staff", operation_id = "pass_second_factor", request_body = CodeGiven,
    responses(
        (status = 200, body = SignedIn),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn pass(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Json(given): Json<CodeGiven>,
) -> Answer<impl IntoResponse> {
    let step = right_code(&app, &context, &staff, &given.code).await?;
    let mut begun = session_after(&context, &staff, staff.session.signed_in_at);
    begun.row.second_factor_passed = true;
    let transaction = unchanged(&staff, used(step)).delete(staff.presented.key()).put(begun.key(), &begun.row);
    app.db.commit(transaction).await.map_err(counted_meanwhile)?;
    Ok((Cookie::while_open(STAFF_COOKIE, &begun.presented.cookie_value()), Json(SignedIn { next: "home" })))
}

/// A new secret for an authenticator app; it counts once a code of it came back.
#[utoipa::path(get, path = "/api/staff/second-factor", tag = "staff", operation_id = "offer_second_factor", responses((status = 200, body = Offer)))]
pub async fn offer(State(app): State<App>, By(staff): By<Staff>) -> Answer<Json<Offer>> {
    may_replace(&staff)?;
    let secret = offered(&app, &staff).await?;
    let account = staff.account.login().map_or(staff.account.name.as_str(), |login| login.as_str());
    let uri = totp::enrolment_uri(&secret, account, &app.settings.town_name);
    Ok(Json(Offer { secret: base32::authenticator(&secret), uri }))
}

/// Sets it up with a first code, in place of any there was.
#[utoipa::path(
    put, path = "/api/staff/second-factor", tag = "staff", operation_id = "set_second_factor", request_body = CodeGiven,
    responses((status = 200, body = SignedIn), (status = 401, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn set(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Json(given): Json<CodeGiven>,
) -> Answer<impl IntoResponse> {
    may_replace(&staff)?;
    required(&given.code, "code")?;
    let secret = offered(&app, &staff).await?;
    let step = totp::accept(&secret, given.code.trim(), context.now.timestamp(), None);
    // Guessing here would only lock the guesser out: the secret is on the screen. Nothing to count.
    let Step(last_step) = step.ok_or_else(|| Problem::at(ProblemCode::WrongCode, "code"))?;
    let secret_sealed = app.seal(&staff::account(&staff.id), FIELD, &base32::authenticator(&secret)).await?;
    let factor = SecondFactor { secret_sealed, last_step };
    let mut begun = session_after(&context, &staff, staff.session.signed_in_at);
    begun.row.second_factor_passed = true;
    let line = own_line(&context, &staff, Action::SecondFactorSet);
    let transaction = unchanged(&staff, vec![("second_factor", value::of(&factor)?)])
        .delete(staff.presented.key())
        .put(begun.key(), &begun.row)
        .create(line.key(), &line, ());
    app.db.commit(transaction).await.map_err(Refused::into_failure)?;
    Ok((Cookie::while_open(STAFF_COOKIE, &begun.presented.cookie_value()), Json(SignedIn { next: "home" })))
}

/// Takes it away, with a last code. Not for roles that need one.
#[utoipa::path(
    delete, path = "/api/staff/second-factor", tag = "staff", operation_id = "remove_second_factor", request_body = CodeGiven,
    responses((status = 204), (status = 409, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn remove(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Json(given): Json<CodeGiven>,
) -> Answer<StatusCode> {
    if staff.account.roles.requires_second_factor() {
        return Err(ProblemCode::SecondFactorRequired.into());
    }
    right_code(&app, &context, &staff, &given.code).await?;
    let line = own_line(&context, &staff, Action::SecondFactorRemoved);
    let transaction = unchanged(&staff, vec![("second_factor", value::nothing())]).create(line.key(), &line, ());
    app.db.commit(transaction).await.map_err(counted_meanwhile)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who stands halfway gives the code of the factor there is; only who is wholly in changes it.
fn may_replace(staff: &Staff) -> Answer<()> {
    if staff.account.second_factor.is_some() && !staff.session.second_factor_passed {
        return Err(ProblemCode::SecondFactorNeeded.into());
    }
    Ok(())
}

async fn offered(app: &App, staff: &Staff) -> Answer<Vec<u8>> {
    let session = format!("{} {}", staff.id, staff.session.fingerprint);
    Ok(app.data_keys().await?.derived("second-factor", &session)[..SECRET_BYTES].to_vec())
}

/// The step of a right code. A wrong one is counted before it is called wrong.
async fn right_code(app: &App, context: &Context, staff: &Staff, typed: &str) -> Answer<Step> {
    required(typed, "code")?;
    let account = &staff.account;
    let factor = account.second_factor.as_ref().ok_or(ProblemCode::SecondFactorEnrolmentNeeded)?;
    if let Some(seconds) = account.wrong_tries.own_wait_seconds(context.now) {
        return Err(Problem::new(ProblemCode::TooManyTries).retry_after(seconds));
    }
    let text = app.open(&staff::account(&staff.id), FIELD, &factor.secret_sealed).await?;
    let secret = base32::from_authenticator(&text).ok_or_else(|| Problem::internal("a sealed secret that is none"))?;
    match totp::accept(&secret, typed.trim(), context.now.timestamp(), Some(Step(factor.last_step))) {
        Some(step) => Ok(step),
        None => {
            count_wrong(app, context, staff).await?;
            Err(Problem::at(ProblemCode::WrongCode, "code"))
        }
    }
}

/// One more wrong try of somebody who is known, under the version that was read.
pub async fn count_wrong(app: &App, context: &Context, staff: &Staff) -> Answer<()> {
    let tries = staff.account.wrong_tries.one_more(context.now);
    let transaction = unchanged(staff, vec![("wrong_tries", value::of(&tries)?)]);
    app.db.commit(transaction).await.map_err(counted_meanwhile)
}

fn used(step: Step) -> Vec<(&'static str, Value)> {
    let none = Tries::default();
    let last_step = Value::N(step.0.to_string());
    let forgiven = value::of(&none).unwrap_or_else(|_| value::nothing());
    vec![("second_factor.last_step", last_step), ("wrong_tries", forgiven)]
}

/// A change of the account as it was read.
pub fn unchanged(staff: &Staff, fields: Vec<(&'static str, Value)>) -> Transaction<()> {
    let version = Condition::version(staff.account.version);
    Transaction::new().change(staff::account(&staff.id), fields, version, ())
}
