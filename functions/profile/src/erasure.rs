//! The end of it (P-14). What consent covered goes, and the number no longer leads here; the
//! decisions stay, under an id that leads to nobody (P-12, P-13).

use axum::extract::State;
use axum::response::IntoResponse;
use meent_domain::session::is_fresh;
use meent_http::{Answer, App, By, Context, Json, Problem, ProblemBody, ProblemCode, Resident, ResidentGone};
use meent_ledger::Account;
use meent_payments::ask_everything;
use meent_store::ledger::AccountRow;
use meent_store::people::{self, Person, number_lock};
use meent_store::work::{Job, Task};
use meent_store::{Condition, Transaction};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErasureAsked {
    /// Must be true: this can't be undone.
    confirm: bool,
}

#[derive(Serialize, ToSchema)]
pub struct Erased {
    next: &'static str,
}

/// Erases what is held about the one who asks. Needs a sign-in of the last quarter of an hour.
#[utoipa::path(
    post, path = "/api/profile/erasure", tag = "profile", request_body = ErasureAsked,
    responses((status = 200, body = Erased), (status = 403, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn erase(
    State(app): State<App>,
    context: Context,
    By(resident): By<Resident>,
    Json(asked): Json<ErasureAsked>,
) -> Answer<impl IntoResponse> {
    if !asked.confirm {
        return Err(Problem::at(ProblemCode::ConfirmationNeeded, "confirm"));
    }
    if !is_fresh(resident.session.signed_in_at, context.now) {
        return Err(ProblemCode::FreshSignInNeeded.into());
    }
    let (person, details) = crate::known(&resident)?;
    app.delete_picture(details).await?;
    let nobody = Person {
        details: None,
        version: person.version + 1,
        erased_at: Some(context.now),
        signed_out_before: Some(context.now),
        ..person.clone()
    };
    let unchanged = Condition::version(person.version);
    let job = Job::new(Task::LeaveParking(person.id.clone()), context.now);
    let gone = Transaction::new()
        .replace(people::person(&person.id), &nobody, unchanged, ())
        .delete(number_lock(&details.number))
        .delete(resident.presented.key())
        .put(job.key(), &job);
    // What is left in the wallet goes back, in the same moment (P-12).
    let wallet: AccountRow = resident.read_ahead(&Account::Wallet(person.id.clone()).key())?.unwrap_or_default();
    let key = format!("erasure/{}", person.version);
    ask_everything(&app.db, &person.id, &key, Some(wallet), gone, context.now).await?;
    Ok((ResidentGone, Json(Erased { next: "/signed-out?why=erased" })))
}
