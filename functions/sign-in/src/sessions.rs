//! Where a resident is signed in, and ending that.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use chrono::{DateTime, Utc};
use meent_domain::PersonId;
use meent_http::{Answer, App, By, Checking, Claimed, Context, Json, Path, ProblemCode, Resident, ResidentGone};
use meent_store::web_sessions::{SESSIONS, Session, of_resident, session};
use meent_store::{Condition, Query, Refused, Table, Transaction, people, value};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SessionList {
    items: Vec<SessionItem>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SessionItem {
    id: String,
    /// The one that asks.
    current: bool,
    signed_in_at: DateTime<Utc>,
    last_seen_at: DateTime<Utc>,
    #[schema(example = "itsme")]
    provider: String,
    #[schema(example = "Firefox, Android")]
    device: String,
}

/// Where one is signed in, newest first.
#[utoipa::path(get, path = "/api/sessions", tag = "sign-in", responses((status = 200, body = SessionList)))]
pub async fn list(
    State(app): State<App>,
    context: Context,
    Claimed(id): Claimed<PersonId>,
    check: Checking<Resident>,
) -> Answer<Json<SessionList>> {
    let of_mine = Query::partition(Table::WebSessions, of_resident(&id)).beginning_with(SESSIONS);
    let rows = app.db.query_all::<Session>(of_mine).await?;
    let resident = check.caller().await?;
    let signed_out_before = resident.person.as_ref().and_then(|person| person.signed_out_before);
    let mut items: Vec<SessionItem> = rows
        .into_iter()
        .filter(|row| row.lasts(context.now, signed_out_before))
        .map(|row| SessionItem {
            current: row.fingerprint == resident.session.fingerprint,
            id: row.fingerprint,
            signed_in_at: row.signed_in_at,
            last_seen_at: row.last_seen_at,
            provider: row.provider,
            device: row.device,
        })
        .collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.signed_in_at));
    Ok(Json(SessionList { items }))
}

/// Signs out one place.
#[utoipa::path(
    delete, path = "/api/sessions/{id}", tag = "sign-in",
    params(("id" = String, Path,)), responses((status = 204))
)]
pub async fn end_one(
    State(app): State<App>,
    By(resident): By<Resident>,
    Path(id): Path<String>,
) -> Answer<axum::response::Response> {
    if id.len() > 64 {
        return Err(ProblemCode::NotFound.into());
    }
    app.db.delete(&session(&of_resident(&resident.id), &id)).await?;
    Ok(if id == resident.session.fingerprint {
        (ResidentGone, StatusCode::NO_CONTENT).into_response()
    } else {
        StatusCode::NO_CONTENT.into_response()
    })
}

/// Signs out everywhere, here too.
#[utoipa::path(delete, path = "/api/sessions", tag = "sign-in", responses((status = 204)))]
pub async fn end_all(
    State(app): State<App>,
    context: Context,
    By(resident): By<Resident>,
) -> Answer<impl IntoResponse> {
    let mut transaction = Transaction::new().delete(resident.presented.key());
    // Who has not agreed yet is nobody yet, and has this session only.
    if resident.person.is_some() {
        let ended = vec![("signed_out_before", value::date(context.now))];
        transaction = transaction.change(people::person(&resident.id), ended, Condition::Exists, ());
    }
    app.db.commit(transaction).await.map_err(Refused::into_failure)?;
    Ok((ResidentGone, StatusCode::NO_CONTENT))
}
