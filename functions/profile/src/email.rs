//! The primary e-mail address, which the resident gives and proves to read.

use crate::profile::{Profile, save, shown};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use meent_domain::EmailAddress;
use meent_http::{Answer, App, By, Context, Json, MailKind, Problem, ProblemBody, ProblemCode, Resident, moment};
use meent_store::people::{self, CodesSent, PendingEmail};
use meent_store::work::Owner;
use meent_store::{Condition, Transaction, value};
use serde::Deserialize;
use utoipa::ToSchema;

const CODE_LASTS: Duration = Duration::minutes(30);
/// Six digits stand a million to five against a guess.
const MOST_WRONG_TRIES: u32 = 5;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EmailGiven {
    #[schema(value_type = String, example = "naam@voorbeeld.be")]
    address: EmailAddress,
}

/// Sends a code to the address; it counts once the code came back.
#[utoipa::path(
    put, path = "/api/profile/email", tag = "profile", operation_id = "give_email", request_body = EmailGiven,
    responses((status = 202), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn give(
    State(app): State<App>,
    context: Context,
    By(resident): By<Resident>,
    Json(given): Json<EmailGiven>,
) -> Answer<StatusCode> {
    let (person, details) = crate::known(&resident)?;
    let sent = one_more(details.codes_sent, context.now)?;
    let key = people::person(&person.id);
    let code = format!("{:06}", u32::from_le_bytes(meent_secrets::random_bytes()) % 1_000_000);
    let ends_at = context.now + CODE_LASTS;
    let pending = PendingEmail {
        address_sealed: app.seal(&key, "pending-email", given.address.as_str()).await?,
        code_sealed: app.seal(&key, "pending-code", &code).await?,
        wrong_tries: 0,
        ends_at,
    };
    let until = moment(ends_at, person.language);
    let params = [("town", app.settings.town_name.as_str()), ("code", &code), ("until", &until)];
    let owner = Owner::Person(person.id.clone());
    let letter =
        app.letter(&owner, MailKind::EmailConfirmation, person.language, given.address.as_str(), &params).await?;
    let transaction = Transaction::new()
        .change(
            key,
            vec![("details.pending_email", value::of(&pending)?), ("details.codes_sent", value::of(&sent)?)],
            Condition::version(person.version),
            (),
        )
        .put(letter.key(), &letter);
    app.db.commit(transaction).await.map_err(meent_store::Refused::into_failure)?;
    Ok(StatusCode::ACCEPTED)
}

/// At most so many letters a day, to whatever addresses.
const MOST_CODES_A_DAY: u32 = 10;

fn one_more(so_far: Option<CodesSent>, now: DateTime<Utc>) -> Answer<CodesSent> {
    match so_far {
        Some(CodesSent { times, since }) if now < since + Duration::days(1) => {
            if times >= MOST_CODES_A_DAY {
                let left = (since + Duration::days(1) - now).num_seconds();
                return Err(Problem::at(ProblemCode::TooManyCodes, "address").retry_after(left));
            }
            Ok(CodesSent { times: times + 1, since })
        }
        _ => Ok(CodesSent { times: 1, since: now }),
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeGiven {
    #[schema(example = "042042")]
    code: String,
}

/// The code from the letter.
#[utoipa::path(
    post, path = "/api/profile/email/confirmation", tag = "profile", operation_id = "confirm_email", request_body = CodeGiven,
    responses(
        (status = 200, body = Profile),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 410, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn confirm(
    State(app): State<App>,
    context: Context,
    By(resident): By<Resident>,
    Json(given): Json<CodeGiven>,
) -> Answer<Json<Profile>> {
    let (person, details) = crate::known(&resident)?;
    let key = people::person(&person.id);
    let pending = details.pending_email.as_ref();
    let pending = pending.filter(|pending| context.now < pending.ends_at && pending.wrong_tries < MOST_WRONG_TRIES);
    let pending = pending.ok_or_else(|| Problem::at(ProblemCode::EmailCodeExpired, "code"))?;
    let code = app.open(&key, "pending-code", &pending.code_sealed).await?;
    let is_right = meent_secrets::same(code.as_bytes(), given.code.trim().as_bytes());
    // Both outcomes are written under the version that was read: of many guesses at once, one counts.
    let fields = if is_right {
        let address = app.open(&key, "pending-email", &pending.address_sealed).await?;
        vec![
            ("details.email_sealed", value::text(&app.seal(&key, "email", &address).await?)),
            ("details.pending_email", value::nothing()),
        ]
    } else {
        let tries = u64::from(pending.wrong_tries) + 1;
        vec![("details.pending_email.wrong_tries", value::number(tries))]
    };
    let unchanged = Condition::version(person.version);
    let transaction = Transaction::new().change(key, fields.clone(), unchanged, ());
    app.db.commit(transaction).await.map_err(meent_store::Refused::into_failure)?;
    if !is_right {
        return Err(Problem::at(ProblemCode::EmailCodeWrong, "code"));
    }
    let mut details = details.clone();
    if let Some((_, value::Value::S(sealed))) = fields.first() {
        details.email_sealed = Some(sealed.clone());
    }
    details.pending_email = None;
    shown(&app, &context, person, &details).await.map(Json)
}

/// Forgets the address, also one that was not confirmed yet.
#[utoipa::path(delete, path = "/api/profile/email", tag = "profile", operation_id = "remove_email", responses((status = 204)))]
pub async fn remove(State(app): State<App>, By(resident): By<Resident>) -> Answer<StatusCode> {
    let gone = vec![("details.email_sealed", value::nothing()), ("details.pending_email", value::nothing())];
    save(&app, &resident.id, gone).await?;
    Ok(StatusCode::NO_CONTENT)
}
