use axum::extract::State;
use axum::response::IntoResponse;
use meent_domain::consent::{self, Decision, TEXT_VERSION};
use meent_domain::session::Term;
use meent_domain::{Language, PersonId};
use meent_http::{Answer, App, By, Claims, Context, Cookie, Json, Problem, ProblemCode, Resident, ResidentGone};
use meent_identity::session::Beginning;
use meent_ledger::Account;
use meent_payments::ask_everything;
use meent_store::ledger::AccountRow;
use meent_store::people::{NumberLock, Person, number_lock, person, refusals};
use meent_store::work::{Job, Task};
use meent_store::{Condition, Refused, Transaction};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerGiven {
    /// yes or no
    #[schema(value_type = String, example = "yes")]
    decision: consent::Answer,
    /// The version that was read.
    text_version: String,
    /// The language it was read in.
    #[schema(value_type = String, example = "nl")]
    language: Language,
}

#[derive(Serialize, ToSchema)]
pub struct Next {
    /// The page of the portal to go to.
    #[schema(example = "/")]
    next: &'static str,
}

/// Yes or no. Asked again, the last answer counts.
#[utoipa::path(
    post, path = "/api/consent", tag = "consent", request_body = AnswerGiven,
    responses((status = 200, body = Next), (status = 409, body = meent_http::ProblemBody, content_type = "application/problem+json"))
)]
pub async fn answer(
    State(app): State<App>,
    context: Context,
    By(resident): By<Resident>,
    Json(given): Json<AnswerGiven>,
) -> Answer<axum::response::Response> {
    if given.text_version != TEXT_VERSION {
        return Err(Problem::at(ProblemCode::ConsentTextChanged, "textVersion"));
    }
    match (given.decision, &resident.person) {
        (consent::Answer::Yes, _) => {
            let begun = agree(&app, &context, &resident, given.language).await?;
            let session = Cookie::session(&begun.presented, Term::Resident.idle_limit());
            Ok((session, Json(Next { next: "/" })).into_response())
        }
        (consent::Answer::No, Some(person)) if person.details.is_some() => {
            withdraw(&app, &context, &resident, person).await?;
            Ok((ResidentGone, Json(Next { next: "/signed-out?why=withdrawn" })).into_response())
        }
        (consent::Answer::No, _) => {
            refuse(&app, &context, &resident).await?;
            Ok((ResidentGone, Json(Next { next: "/signed-out?why=refused" })).into_response())
        }
    }
}

#[derive(Clone, Copy)]
enum Clash {
    /// The number has a person by now, of another sign-in that was quicker.
    NumberTaken,
    /// The person was changed since it was read.
    Changed,
}

async fn agree(
    app: &App,
    context: &Context,
    resident: &Resident,
    language: Language,
) -> Result<Beginning<PersonId>, Problem> {
    let claims = app.open_claims(&resident.presented.key(), &resident.session).await?;
    match (&resident.person, claims) {
        (None, Some(claims)) => {
            let new = Person {
                id: resident.id.clone(),
                version: 1,
                created_at: context.now,
                language,
                decisions: vec![yes(context)],
                signed_out_before: None,
                details: Some(app.details_of(&claims, &resident.id).await?),
                erased_at: None,
            };
            match make_person(app, context, resident, &claims, &new).await {
                Err(Refused::By(_)) => join_person(app, context, resident, &claims).await,
                made => made.map_err(|refused| refused.into_failure().into()),
            }
        }
        (Some(known), claims) => agree_again(app, context, resident, known.clone(), claims).await,
        (None, None) => Err(ProblemCode::SessionEnded.into()),
    }
}

fn yes(context: &Context) -> Decision {
    Decision { decision: consent::Answer::Yes, text_version: TEXT_VERSION.to_owned(), at: context.now }
}

/// The session after the answer: a new one, since what it may do has changed.
fn session_after(context: &Context, resident: &Resident, id: &PersonId) -> Beginning<PersonId> {
    let before = &resident.session;
    let mut begun = Beginning::new(id.clone(), &before.provider, before.device.clone(), Term::Resident, context.now);
    begun.row.signed_in_at = before.signed_in_at;
    begun
}

async fn make_person(
    app: &App,
    context: &Context,
    resident: &Resident,
    claims: &Claims,
    new: &Person,
) -> Result<Beginning<PersonId>, Refused<Clash>> {
    let lock = NumberLock { person_id: new.id.clone(), agreed_to: Some(TEXT_VERSION.to_owned()) };
    let begun = session_after(context, resident, &new.id);
    let transaction = Transaction::new()
        .create(person(&new.id), new, Clash::Changed)
        .create(number_lock(&claims.number_lookup), &lock, Clash::NumberTaken)
        .delete(resident.presented.key())
        .put(begun.key(), &begun.row);
    app.db.commit(transaction).await?;
    Ok(begun)
}

/// Signed in twice at once for the first time, through both providers perhaps (P-2): the second "yes"
/// belongs to the person whom the first one made.
async fn join_person(
    app: &App,
    context: &Context,
    resident: &Resident,
    claims: &Claims,
) -> Result<Beginning<PersonId>, Problem> {
    let lock: Option<NumberLock> = app.db.get(&number_lock(&claims.number_lookup)).await?;
    let id = lock.map(|lock| lock.person_id).ok_or(ProblemCode::Busy)?;
    let begun = session_after(context, resident, &id);
    let transaction = Transaction::new()
        .check(person(&id), Condition::Has("details"), Clash::Changed)
        .delete(resident.presented.key())
        .put(begun.key(), &begun.row);
    app.db.commit(transaction).await.map_err(Refused::into_failure)?;
    Ok(begun)
}

/// Somebody who withdrew comes back, or agrees to a newer text.
async fn agree_again(
    app: &App,
    context: &Context,
    resident: &Resident,
    mut known: Person,
    claims: Option<Claims>,
) -> Result<Beginning<PersonId>, Problem> {
    let read = known.version;
    known.details = match (known.details.take(), claims) {
        (Some(mut details), Some(claims)) => {
            let fresh = app.details_of(&claims, &known.id).await?;
            details.first_name = fresh.first_name;
            details.last_name = fresh.last_name;
            details.address = fresh.address.or(details.address);
            Some(details)
        }
        (Some(details), None) => Some(details),
        (None, Some(claims)) => Some(app.details_of(&claims, &known.id).await?),
        (None, None) => return Err(ProblemCode::SessionEnded.into()),
    };
    let number = known.details.as_ref().map(|details| details.number.clone()).unwrap_or_default();
    known.decisions.push(yes(context));
    known.version += 1;
    let lock = NumberLock { person_id: known.id.clone(), agreed_to: Some(TEXT_VERSION.to_owned()) };
    let begun = session_after(context, resident, &known.id);
    let transaction = Transaction::new()
        .replace(person(&known.id), &known, Condition::version(read), Clash::Changed)
        .put(number_lock(&number), &lock)
        .delete(resident.presented.key())
        .put(begun.key(), &begun.row);
    app.db.commit(transaction).await.map_err(Refused::into_failure)?;
    Ok(begun)
}

/// Nothing was kept, so nothing needs to go but the session; a count stays (P-11).
async fn refuse(app: &App, context: &Context, resident: &Resident) -> Result<(), Problem> {
    let month = context.now.format("%Y-%m").to_string();
    let transaction =
        Transaction::<Clash>::new().delete(resident.presented.key()).and(|transaction| match &resident.person {
            // Who withdrew before and is asked again refuses nothing new.
            Some(_) => transaction,
            None => transaction.add(refusals(&month), "times", 1),
        });
    app.db.commit(transaction).await.map_err(Refused::into_failure)?;
    Ok(())
}

/// What consent covered goes, everywhere one is signed in ends; the decisions stay (P-12, P-13).
async fn withdraw(app: &App, context: &Context, resident: &Resident, known: &Person) -> Result<(), Problem> {
    let Some(details) = &known.details else { return Err(ProblemCode::SessionEnded.into()) };
    app.delete_picture(details).await?;
    let no = Decision { decision: consent::Answer::No, text_version: TEXT_VERSION.to_owned(), at: context.now };
    let mut without = Person { details: None, signed_out_before: Some(context.now), ..known.clone() };
    without.decisions.push(no);
    without.version += 1;
    let lock = NumberLock { person_id: known.id.clone(), agreed_to: None };
    let job = Job::new(Task::LeaveParking(known.id.clone()), context.now);
    let gone = Transaction::new()
        .replace(person(&known.id), &without, Condition::version(known.version), ())
        .put(number_lock(&details.number), &lock)
        .delete(resident.presented.key())
        .put(job.key(), &job);
    // What is left in the wallet goes back, in the same moment (P-12).
    let wallet: AccountRow = resident.read_ahead(&Account::Wallet(known.id.clone()).key())?.unwrap_or_default();
    let key = format!("withdrawal/{}", known.version);
    ask_everything(&app.db, &known.id, &key, Some(wallet), gone, context.now).await?;
    Ok(())
}
