use crate::visiting::{helped, line_about};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use meent_domain::calendar::local_day;
use meent_domain::company::Line;
use meent_domain::{NationalNumber, PersonId};
use meent_http::{
    Answer, App, Checking, Context, Cookie, Household, Json, Path, Problem, ProblemBody, ProblemCode, Staff,
};
use meent_store::audit::Action;
use meent_store::people::{self, NumberLock, Person};
use meent_store::web_sessions::{DeskVisit, desk_visit};
use meent_store::{Refused, Transaction};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VisitAsked {
    /// As it stands on the identity card
    #[schema(example = "85.07.30-033.28")]
    national_number: String,
    /// Why somebody is at the desk: for the audit trail, and for the resident to read.
    #[schema(value_type = String)]
    reason: Line,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VisitBegun {
    /// Whom it is about, in the addresses of all that follows.
    person: String,
    ends_at: DateTime<Utc>,
}

impl VisitBegun {
    pub fn of(person: &PersonId, visit: &DeskVisit) -> Self {
        Self { person: person.to_string(), ends_at: visit.ends_at }
    }
}

/// The number on a card, in the form in which it is found. It goes no further than this.
pub fn number_on_card(typed: &str, now: DateTime<Utc>) -> Answer<NationalNumber> {
    NationalNumber::parse(typed, local_day(now)).map_err(|why| Problem::invalid(why, "nationalNumber"))
}

/// Somebody comes to the desk: for half an hour this clerk may help this resident.
#[utoipa::path(
    post, path = "/api/staff/desk/visits", tag = "desk", operation_id = "desk_open", request_body = VisitAsked,
    responses(
        (status = 201, body = VisitBegun),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn open(
    State(app): State<App>,
    context: Context,
    check: Checking<Staff>,
    household: Household,
    Json(asked): Json<VisitAsked>,
) -> Answer<(StatusCode, Option<Cookie>, Json<VisitBegun>)> {
    let number = number_on_card(&asked.national_number, context.now)?;
    let lookup = app.data_keys().await?.lookup("national-number", &number.digits());
    let lock = people::number_lock(&lookup);
    let lock = async { app.db.get::<NumberLock>(&lock).await.map_err(Problem::from) };
    let (staff, lock) = futures::try_join!(check.caller(), lock)?;
    let id = lock.map(|lock| lock.person_id).ok_or(ProblemCode::ResidentUnknown)?;
    let person = helped(app.db.get::<Person>(&people::person(&id)).await?)?;
    let visit = DeskVisit::new(asked.reason, context.now);
    let mut line = line_about(&context, &staff, Action::DeskVisit, &id);
    line.reason = Some(visit.reason.as_str().to_owned());
    let begun = Transaction::new().put(desk_visit(&staff.id, &id), &visit).create(line.key(), &line, ());
    app.db.commit(begun).await.map_err(Refused::into_failure)?;
    let remember = household.at_the_desk(app.holder_of(Some(&person)).await?.as_ref());
    Ok((StatusCode::CREATED, remember, Json(VisitBegun::of(&id, &visit))))
}

/// The resident leaves the desk. What comes after is a visit of its own.
#[utoipa::path(
    delete, path = "/api/staff/desk/{person}/visit", tag = "desk", operation_id = "desk_close",
    params(("person" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn close(
    State(app): State<App>,
    check: Checking<Staff>,
    Path(person): Path<PersonId>,
) -> Answer<(Cookie, StatusCode)> {
    let staff = check.caller().await?;
    app.db.delete(&desk_visit(&staff.id, &person)).await?;
    Ok((Household::forgotten(), StatusCode::NO_CONTENT))
}
