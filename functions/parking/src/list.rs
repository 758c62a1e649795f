use axum::extract::State;
use meent_domain::{PersonId, SessionId};
use meent_http::parking::{PageAsked, ParkingList, ParkingSession};
use meent_http::{Answer, App, Checking, Claimed, Context, Json, Path, ProblemBody, ProblemCode, Query, Resident};
use meent_store::parking::{self, Session};

/// Past, running and coming sessions, the last to begin first.
#[utoipa::path(
    get, path = "/api/parking/sessions", tag = "parking", operation_id = "parking_sessions", params(PageAsked),
    responses((status = 200, body = ParkingList), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn list(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Query(asked): Query<PageAsked>,
) -> Answer<Json<ParkingList>> {
    let list = asked.list(&app, &owner, &context).await?;
    check.caller().await?;
    Ok(Json(list))
}

/// One session.
#[utoipa::path(
    get, path = "/api/parking/sessions/{id}", tag = "parking", operation_id = "parking_session",
    params(("id" = String, Path)),
    responses((status = 200, body = ParkingSession), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn one(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Path(id): Path<SessionId>,
) -> Answer<Json<ParkingSession>> {
    let key = parking::session(&owner, &id);
    let (row, zones) = futures::join!(app.db.get::<Session>(&key), app.zones());
    let (row, zones) = (row?, zones?);
    check.caller().await?;
    let session = row.ok_or(ProblemCode::NotFound)?;
    Ok(Json(ParkingSession::of(&session, &zones, context.language, context.now)))
}
