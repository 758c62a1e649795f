use crate::visiting::Visiting;
use axum::extract::State;
use meent_http::parking::{PageAsked, ParkingList};
use meent_http::{Answer, App, Context, Json, ProblemBody, Query};

/// The resident's sessions, the last to begin first.
#[utoipa::path(
    get, path = "/api/staff/desk/{person}/sessions", tag = "desk", operation_id = "desk_sessions",
    params(("person" = String, Path), PageAsked),
    responses(
        (status = 200, body = ParkingList),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    Query(asked): Query<PageAsked>,
) -> Answer<Json<ParkingList>> {
    let person = visiting.person.clone();
    let list = asked.list(&app, &person, &context);
    let (_, list) = futures::try_join!(visiting.begun(context.now), list)?;
    Ok(Json(list))
}
