//! `/push`: the service, the page for people, the list for tests, and the control.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::open::open;
use super::signed::sender;
use super::{MOST_KEPT, Notice, PushFault, PushService};
use crate::control::{Command, bad_command};
use crate::pages::{Control, Look, control_page, escape, page, see_other};
use crate::texts::Language;

const CONTROL: &str = "/push/control";
const MOST_BYTES: usize = 4096;

pub(crate) fn router(service: &PushService) -> Router {
    Router::new()
        .route("/push", get(list))
        .route("/push/notices.json", get(notices))
        .route("/push/devices", post(subscribe))
        .route("/push/to/{token}", post(take))
        .route(CONTROL, get(show_control).post(change))
        .route("/push/control.json", get(state))
        .with_state(service.clone())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Subscribing {
    application_server_key: String,
}

async fn subscribe(State(service): State<PushService>, Json(asked): Json<Subscribing>) -> Response {
    (StatusCode::CREATED, Json(service.subscribe(&asked.application_server_key))).into_response()
}

/// What the service's own senders see.
async fn take(
    State(service): State<PushService>,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    match taken(&service, &token, &headers, &body) {
        Ok(()) => {
            service.0.counters.count("noticesTaken");
            (StatusCode::CREATED, [(header::LOCATION, format!("{}/push", service.0.base_url))]).into_response()
        }
        Err((status, reason)) => {
            service.0.counters.refuse(reason);
            (status, reason).into_response()
        }
    }
}

fn taken(
    service: &PushService,
    token: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), (StatusCode, &'static str)> {
    let bad = |reason| (StatusCode::BAD_REQUEST, reason);
    let of = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match service.0.plan.draw(|_| true) {
        Some(PushFault::Throttled) => return Err((StatusCode::TOO_MANY_REQUESTS, "throttled")),
        Some(PushFault::Down) => return Err((StatusCode::SERVICE_UNAVAILABLE, "down")),
        Some(PushFault::Refused) => return Err((StatusCode::FORBIDDEN, "refused")),
        None => {}
    }
    let now = (service.0.clock)();
    let key = sender(of("authorization"), &service.0.base_url, now).map_err(|why| (StatusCode::UNAUTHORIZED, why))?;
    let ttl_s = of("ttl").parse().map_err(|_| bad("no-ttl"))?;
    if of("content-encoding") != "aes128gcm" {
        return Err(bad("wrong-encoding"));
    }
    if body.len() > MOST_BYTES {
        return Err((StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
    }
    let mut kept = service.kept();
    let device = kept.devices.get(token).ok_or((StatusCode::NOT_FOUND, "unknown-device"))?;
    if device.has_gone {
        return Err((StatusCode::GONE, "gone"));
    }
    if device.for_key != key {
        return Err((StatusCode::FORBIDDEN, "another-sender"));
    }
    // A real service would take it, and the browser would drop it.
    let text = open(device, body).ok_or(bad("unreadable"))?;
    let urgency = of("urgency").to_owned();
    kept.notices.push(Notice { endpoint: service.endpoint(token), received_at: now, text, ttl_s, urgency });
    let too_many = kept.notices.len().saturating_sub(MOST_KEPT);
    kept.notices.drain(..too_many);
    Ok(())
}

async fn notices(State(service): State<PushService>) -> Json<Value> {
    Json(json!({ "items": service.notices() }))
}

async fn list(State(service): State<PushService>) -> Response {
    let entry = |notice: &Notice| {
        let at = notice.received_at.format("%Y-%m-%d %H:%M:%S UTC");
        format!("<li>{}<small>{at}, for {} seconds</small></li>", escape(&notice.text), notice.ttl_s)
    };
    let entries: String = service.notices().iter().map(entry).collect();
    let list = if entries.is_empty() {
        "<p>No notice yet.</p>".to_owned()
    } else {
        format!("<ul class=\"entries\">{entries}</ul>")
    };
    let body = format!(
        "<p>What came to simulated browsers, newest first. A real browser subscribes with its maker's service, \
         which sends to it over the internet. <a href=\"{CONTROL}\">Let it fail</a></p><section>{list}</section>"
    );
    page(Look::PLAIN, Language::English, "Push service", "Notices", true, &body)
}

fn known() -> Vec<String> {
    PushFault::ALL.iter().map(|fault| fault.name().to_owned()).collect()
}

async fn change(State(service): State<PushService>, headers: HeaderMap, body: Bytes) -> Response {
    let (command, from_page) = match Command::read(&headers, &body) {
        Ok(read) => read,
        Err(error) => return bad_command(&error, &known()),
    };
    match command.misbehave.as_deref() {
        Some("none") => service.misbehave(None, None),
        Some(name) if PushFault::named(name).is_some() => service.misbehave(PushFault::named(name), command.times),
        _ => return bad_command("unknown misbehaviour", &known()),
    }
    if from_page {
        return see_other(CONTROL);
    }
    Json(describe(&service)).into_response()
}

async fn state(State(service): State<PushService>) -> Json<Value> {
    Json(describe(&service))
}

fn describe(service: &PushService) -> Value {
    let (current, counts) = (service.0.plan.current(), service.counts());
    json!({
        "misbehave": current.map_or("none", |(fault, _)| fault.name()),
        "times": current.and_then(|(_, times)| times),
        "counters": counts.counters,
        "refused": counts.refused,
        "known": known(),
    })
}

async fn show_control(State(service): State<PushService>) -> Response {
    control_page(&Control {
        look: Look::PLAIN,
        title: "Push service",
        path: CONTROL.to_owned(),
        current: service.0.plan.current().map(|(fault, times)| (fault.name().to_owned(), times)).into_iter().collect(),
        known: PushFault::ALL.iter().map(|fault| (fault.name().to_owned(), fault.what())).collect(),
        counts: service.counts(),
        more: String::new(),
    })
}
