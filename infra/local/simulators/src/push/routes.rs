//! `/push`: the service, the page for people and the list for tests.

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
use crate::failing::{self, CanFail};
use crate::pages::{Look, escape, page};
use crate::texts::Language;

const MOST_BYTES: usize = 4096;

pub(crate) fn router(service: &PushService) -> Router {
    Router::new()
        .route("/push", get(list))
        .route("/push/notices.json", get(notices))
        .route("/push/devices", post(subscribe))
        .route("/push/to/{token}", post(take))
        .merge(failing::routes())
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
         which sends to it over the internet. <a href=\"{}\">Let it fail</a></p><section>{list}</section>",
        PushService::CONTROL
    );
    page(Look::PLAIN, Language::English, "Push service", "Notices", true, &body)
}
