//! What staff find under the bell.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use meent_domain::StaffId;
use meent_http::{Answer, App, By, Claimed, Json, Problem, ProblemBody, ProblemCode, Staff};
use meent_store::work::{Inbox, NOTES, NotificationKind, ReadMark, read_mark};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(mark_read))
}

#[derive(Serialize, ToSchema)]
struct NotificationList {
    /// The newest 50, newest first.
    items: Vec<NotificationShown>,
    unread: usize,
}

#[derive(Serialize, ToSchema)]
struct NotificationShown {
    id: String,
    at: DateTime<Utc>,
    /// invitation-accepted or mail-undelivered
    #[schema(value_type = String)]
    kind: NotificationKind,
    /// What the sentence of this kind names.
    params: BTreeMap<String, String>,
    read: bool,
}

/// One's notifications.
#[utoipa::path(get, path = "/api/staff/notifications", tag = "notifications", responses((status = 200, body = NotificationList)))]
async fn list(State(app): State<App>, Claimed(id): Claimed<StaffId>) -> Answer<Json<NotificationList>> {
    let inbox = Inbox::read(&app.db, &id).await?;
    let shown = inbox.newest_first.iter().map(|note| NotificationShown {
        id: note.id.clone(),
        at: note.at,
        kind: note.kind,
        params: note.params.clone(),
        read: inbox.is_read(note),
    });
    Ok(Json(NotificationList { items: shown.collect(), unread: inbox.unread() }))
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Seen {
    /// The newest that was seen.
    up_to: String,
}

/// Everything up to this one was seen.
#[utoipa::path(
    post, path = "/api/staff/notifications/read", tag = "notifications", request_body = Seen,
    responses((status = 204), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
async fn mark_read(State(app): State<App>, By(staff): By<Staff>, Json(seen): Json<Seen>) -> Answer<StatusCode> {
    if !seen.up_to.starts_with(NOTES) || seen.up_to.len() > 120 {
        return Err(Problem::at(ProblemCode::FieldNotValid, "upTo"));
    }
    app.db.put(&read_mark(&staff.id), &ReadMark { up_to: seen.up_to }).await?;
    Ok(StatusCode::NO_CONTENT)
}
