use crate::tries::Keys;
use axum::extract::State;
use axum::response::IntoResponse;
use meent_domain::session::Term;
use meent_domain::{Login, StaffId};
use meent_http::{Answer, App, Context, Cookie, Json, Problem, ProblemBody, ProblemCode};
use meent_identity::password::is_right;
use meent_identity::session::{Beginning, STAFF_COOKIE};
use meent_store::staff::{self, Account, LoginRow};
use meent_store::{Condition, Refused, Transaction, value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    login: String,
    password: String,
}

#[derive(Serialize, ToSchema)]
pub struct SignedIn {
    /// What is to be done next: `home`, `second-factor` (give the code) or `enrol` (set one up).
    #[schema(example = "second-factor")]
    pub next: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Clash {
    NotActive,
    CountedMeanwhile,
}

/// Signs in with user name and password.
#[utoipa::path(
    post, path = "/api/staff/sign-in", tag = "staff", request_body = Credentials,
    responses(
        (status = 200, body = SignedIn),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn sign_in(
    State(app): State<App>,
    context: Context,
    Json(given): Json<Credentials>,
) -> Answer<impl IntoResponse> {
    required(&given.login, "login")?;
    required(&given.password, "password")?;
    let now = context.now;
    let tries = Keys::of(&app, &context, &given.login).await?;
    let login_key = Login::try_from(given.login).ok().map(|login| staff::login(&login));
    let mut wanted = tries.to_read();
    wanted.extend(login_key.clone());
    let mut rows = app.db.get_all(&wanted).await?;
    let row: Option<LoginRow> = login_key.map(|key| rows.take(&key)).transpose()?.flatten();
    let counted = tries.taken_from(&mut rows)?;
    if let Some(seconds) = counted.wait_seconds(now) {
        return Err(Problem::new(ProblemCode::TooManyTries).retry_after(seconds));
    }
    let wrong = || Problem::at(ProblemCode::WrongCredentials, "password");
    let (id, hash) = row.map_or((None, None), |row| (Some(row.staff_id), row.password_hash));
    let right = is_right(given.password, hash).await;
    let (Some(id), true) = (id, right) else {
        app.db.commit(counted.wrong(now)).await.map_err(counted_meanwhile)?;
        return Err(wrong());
    };

    let begun: Beginning<StaffId> = Beginning::new(id.clone(), "password", context.device.clone(), Term::Staff, now);
    let active = Condition::Is("state", value::text(staff::State::Active.code()));
    let transaction = Transaction::new().put(begun.key(), &begun.row).change(
        staff::account(&id),
        vec![("last_sign_in_at", value::date(now))],
        active,
        Clash::NotActive,
    );
    let transaction = counted.right(transaction, now, Clash::CountedMeanwhile);
    let account_key = staff::account(&id);
    // What comes next doesn't decide what is written: both in one wait.
    let (written, account) = futures::join!(app.db.commit(transaction), app.db.get::<Account>(&account_key));
    match written {
        Ok(()) => {}
        // Not to be told from a wrong password, also by how often one may try.
        Err(Refused::By(clashes)) if clashes.contains(&Clash::NotActive) => {
            app.db.commit(counted.wrong(now)).await.map_err(counted_meanwhile)?;
            return Err(wrong());
        }
        Err(Refused::By(_)) => return Err(Problem::new(ProblemCode::TooManyTries).retry_after(1)),
        Err(Refused::Failed(error)) => return Err(error.into()),
    }
    let account = account?.ok_or_else(wrong)?;
    let next = match (account.second_factor.is_some(), account.needs_second_factor()) {
        (true, _) => "second-factor",
        (false, true) => "enrol",
        (false, false) => "home",
    };
    Ok((Cookie::while_open(STAFF_COOKIE, &begun.presented.cookie_value()), Json(SignedIn { next })))
}

pub fn required(text: &str, field: &str) -> Answer<()> {
    if text.is_empty() { Err(Problem::at(ProblemCode::FieldRequired, field)) } else { Ok(()) }
}

/// Somebody tried at the same moment: this try's outcome isn't told, be it right or wrong.
pub fn counted_meanwhile<R>(refused: Refused<R>) -> Problem {
    match refused {
        Refused::By(_) => Problem::new(ProblemCode::TooManyTries).retry_after(1),
        Refused::Failed(error) => error.into(),
    }
}
