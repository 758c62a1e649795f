//! `/mail`: the pages, the list for tests, and the control.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{MailBox, MailFault, message_pages};
use crate::control::{Command, bad_command};
use crate::pages::{Control, Look, control_page, see_other};

const CONTROL: &str = "/mail/control";

pub(crate) fn pages_router(mail_box: &Arc<MailBox>) -> Router {
    Router::new()
        .route("/mail", get(list))
        .route("/mail/messages.json", get(messages))
        .route("/mail/messages/{id}", get(message))
        .route("/mail/messages/{id}/html", get(html_part))
        .route(CONTROL, get(show_control).post(change))
        .route("/mail/control.json", get(state))
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

fn known() -> Vec<String> {
    MailFault::ALL.iter().map(|fault| fault.name().to_owned()).collect()
}

async fn change(State(mail_box): State<Arc<MailBox>>, headers: HeaderMap, body: Bytes) -> Response {
    let (command, from_page) = match Command::read(&headers, &body) {
        Ok(read) => read,
        Err(error) => return bad_command(&error, &known()),
    };
    match command.misbehave.as_deref() {
        Some("none") => mail_box.plan.set(None, None),
        Some(name) if MailFault::named(name).is_some() => {
            mail_box.plan.set(MailFault::named(name), command.times);
        }
        _ => return bad_command("unknown misbehaviour", &known()),
    }
    if from_page {
        return see_other(CONTROL);
    }
    Json(describe(&mail_box)).into_response()
}

async fn state(State(mail_box): State<Arc<MailBox>>) -> Json<Value> {
    Json(describe(&mail_box))
}

fn describe(mail_box: &MailBox) -> Value {
    let current = mail_box.plan.current();
    let counts = mail_box.counters.snapshot();
    json!({
        "misbehave": current.map_or("none", |(fault, _)| fault.name()),
        "times": current.and_then(|(_, times)| times),
        "counters": counts.counters,
        "refused": counts.refused,
        "known": known(),
    })
}

async fn show_control(State(mail_box): State<Arc<MailBox>>) -> Response {
    control_page(&Control {
        look: Look::PLAIN,
        title: "Mail",
        path: CONTROL.to_owned(),
        current: mail_box.plan.current().map(|(fault, times)| (fault.name().to_owned(), times)).into_iter().collect(),
        known: MailFault::ALL.iter().map(|fault| (fault.name().to_owned(), fault.what())).collect(),
        counts: mail_box.counters.snapshot(),
        more: String::new(),
    })
}
