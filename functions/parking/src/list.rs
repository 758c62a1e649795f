use crate::shown::ParkingSession;
use axum::extract::State;
use chrono::{DateTime, Duration, NaiveDate};
use meent_domain::{PersonId, SessionId};
use meent_http::{
    Answer, App, Checking, Claimed, Context, Json, Path, Problem, ProblemBody, ProblemCode, Query, Resident, days,
};
use meent_store::parking::{self, Session};
use meent_store::{Cursor, PageSize, Query as Rows};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which sessions: all of them, or those that begin in a period.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day; only this day, when no last one is given.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Newest first.
    pub fn query(&self, owner: &PersonId) -> Answer<Rows> {
        // Before there was parking to book, and later than can be booked.
        let (earliest, latest) = (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH + Duration::days(365 * 200));
        let period = match (self.from, self.to) {
            (None, None) => (earliest, latest),
            (from, to) => {
                let last = to.or(from).unwrap_or_default();
                let first = from.or(NaiveDate::from_ymd_opt(2000, 1, 1)).unwrap_or_default();
                days(first, last).ok_or_else(|| Problem::at(ProblemCode::PeriodNotValid, "from"))?
            }
        };
        Ok(parking::sessions_between(owner, period.0, period.1).newest_first())
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PageAsked {
    /// First day; only this day, when no last one is given.
    from: Option<NaiveDate>,
    /// Last day.
    to: Option<NaiveDate>,
    /// 10, 25 or 50
    #[serde(default)]
    #[param(value_type = Option<u32>)]
    limit: PageSize,
    #[param(value_type = Option<String>)]
    cursor: Option<Cursor>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParkingList {
    items: Vec<ParkingSession>,
    /// Where the next page begins.
    next: Option<String>,
    more: bool,
    /// How many there are in all.
    count: usize,
    /// There are more than could be counted.
    or_more: bool,
}

const COUNTED_UP_TO: usize = 1000;

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
    let PageAsked { from, to, limit, cursor } = asked;
    let period = Period { from, to };
    let rows = app.db.query::<Session>(period.query(&owner)?.page(limit, cursor));
    let counted = app.db.count(period.query(&owner)?, COUNTED_UP_TO + 1);
    let (rows, counted, zones) = futures::join!(rows, counted, app.zones());
    let (page, counted, zones) = (rows?, counted?, zones?);
    check.caller().await?;
    let shown = |session| ParkingSession::of(session, &zones, context.language, context.now);
    Ok(Json(ParkingList {
        items: page.rows.iter().map(shown).collect(),
        more: page.next.is_some(),
        next: page.next.map(String::from),
        count: counted.min(COUNTED_UP_TO),
        or_more: counted > COUNTED_UP_TO,
    }))
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
