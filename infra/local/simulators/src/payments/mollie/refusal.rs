//! How Mollie says no: `status`, `title`, `detail` and, where one is wrong, the
//! field, with a link to read on.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::payments::house::House;

#[derive(Clone, Debug)]
pub(super) struct Refusal {
    pub status: StatusCode,
    pub detail: String,
    pub field: Option<&'static str>,
    /// For the counters.
    pub reason: &'static str,
}

impl Refusal {
    fn new(status: StatusCode, detail: &str, field: Option<&'static str>, reason: &'static str) -> Self {
        Self { status, detail: detail.to_owned(), field, reason }
    }

    pub fn unauthorized() -> Self {
        let detail = "Missing authentication, or failed to authenticate";
        Self::new(StatusCode::UNAUTHORIZED, detail, None, "authentication")
    }

    pub fn not_json() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "The request body is not valid JSON", None, "not-json")
    }

    pub fn key_too_long() -> Self {
        let detail = "The idempotency key is too long or no text";
        Self::new(StatusCode::BAD_REQUEST, detail, None, "idempotency-key")
    }

    pub fn field(field: &'static str, detail: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail, Some(field), "field-invalid")
    }

    pub fn not_possible(detail: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail, None, "not-possible")
    }

    pub fn unknown(what: &str, id: &str) -> Self {
        let detail = format!("No {what} exists with token {id}.");
        Self::new(StatusCode::NOT_FOUND, &detail, None, "unknown-id")
    }

    pub fn in_progress() -> Self {
        let detail = "A request with this idempotency key is in progress";
        Self::new(StatusCode::CONFLICT, detail, None, "in-progress")
    }

    fn title(&self) -> &'static str {
        match self.status {
            StatusCode::UNAUTHORIZED => "Unauthorized Request",
            status => status.canonical_reason().unwrap_or("Error"),
        }
    }

    /// Counts it, and gives status and body.
    pub fn told(self, house: &House) -> (u16, Value) {
        house.counters.refuse(self.reason);
        tracing::info!(provider = house.provider.name(), reason = self.reason, "request refused");
        let documentation = json!({ "href": "https://docs.mollie.com/reference/handling-errors", "type": "text/html" });
        let mut body = json!({
            "status": self.status.as_u16(),
            "title": self.title(),
            "detail": self.detail,
            "_links": { "documentation": documentation },
        });
        if let Some(field) = self.field {
            body["field"] = json!(field);
        }
        (self.status.as_u16(), body)
    }

    pub fn answer(self, house: &House) -> Response {
        let (status, body) = self.told(house);
        answer(status, &body)
    }
}

pub(super) fn answer(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, "application/hal+json")], body.to_string()).into_response()
}
