//! `/mail`: the pages and the list for tests.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{MailBox, message_pages};
use crate::failing;

pub(crate) fn pages_router(mail_box: &Arc<MailBox>) -> Router {
    Router::new()
        .route("/mail", get(list))
        .route("/mail/messages.json", get(messages))
        .route("/mail/messages/{id}", get(message))
        .route("/mail/messages/{id}/html", get(html_part))
        .merge(failing::routes())
        .with_state(Arc::clone(mail_box))
}

async fn list(State(mail_box): State<Arc<MailBox>>) -> Response {
    message_pages::list(&mail_box.mails())
}

#[derive(Deserialize)]
struct Filter {
    to: Option<String>,
}

async fn messages(State(mail_box): State<Arc<MailBox>>, Query(filter): Query<Filter>) -> Json<Value> {
    let mut mails = mail_box.mails();
    mails.retain(|mail| filter.to.as_ref().is_none_or(|to| mail.is_to(to)));
    Json(json!({ "items": mails }))
}

async fn message(State(mail_box): State<Arc<MailBox>>, Path(id): Path<String>) -> Response {
    match mail_box.mail(&id) {
        Some(mail) => message_pages::message(&mail),
        None => (StatusCode::NOT_FOUND, "No such message.").into_response(),
    }
}

async fn html_part(State(mail_box): State<Arc<MailBox>>, Path(id): Path<String>) -> Response {
    match mail_box.mail(&id).and_then(|mail| mail.html) {
        Some(html) => message_pages::html_part(&html),
        None => (StatusCode::NOT_FOUND, "No such part.").into_response(),
    }
}
