//! How Worldline says no: `errorId` and `errors`, each with a code, an id, the
//! HTTP status and, where one is wrong, the property.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::encoding::{random_bytes, uuid};
use crate::payments::house::House;

#[derive(Clone, Debug)]
pub(super) struct Refusal {
    pub status: StatusCode,
    pub code: &'static str,
    pub id: &'static str,
    pub message: String,
    pub property: Option<String>,
    /// For the counters.
    pub reason: &'static str,
}

impl Refusal {
    /// Why is for the counters and the log: whoever guesses learns nothing.
    pub fn unauthorized(reason: &'static str) -> Self {
        Self {
            status: StatusCode::UNAUTHORIZED,
            code: "9002",
            id: "MISSING_OR_INVALID_AUTHORIZATION",
            message: "MISSING_OR_INVALID_AUTHORIZATION".to_owned(),
            property: None,
            reason,
        }
    }

    pub fn other_merchant() -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            code: "9007",
            id: "ACCESS_TO_MERCHANT_NOT_ALLOWED",
            message: "ACCESS_TO_MERCHANT_NOT_ALLOWED".to_owned(),
            property: None,
            reason: "other-merchant",
        }
    }

    pub fn missing(property: &str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            code: "20000000",
            id: "PARAMETER_NOT_FOUND_IN_REQUEST",
            message: "PARAMETER_NOT_FOUND_IN_REQUEST".to_owned(),
            property: Some(property.to_owned()),
            reason: "property-missing",
        }
    }

    pub fn invalid(property: &str, what: &str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            code: "20000001",
            id: "INVALID_VALUE",
            message: format!("INVALID_VALUE: '{property}' {what}"),
            property: Some(property.to_owned()),
            reason: "property-invalid",
        }
    }

    pub fn not_json(reason: &'static str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            code: "20000002",
            id: "INVALID_REQUEST_BODY",
            message: "INVALID_REQUEST_BODY".to_owned(),
            property: None,
            reason,
        }
    }

    pub fn unknown_checkout() -> Self {
        Self::unknown("UNKNOWN_HOSTED_CHECKOUT_ID", "hostedCheckoutId")
    }

    pub fn unknown_payment() -> Self {
        Self::unknown("UNKNOWN_PAYMENT_ID", "paymentId")
    }

    fn unknown(id: &'static str, property: &str) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            code: "50001130",
            id,
            message: id.to_owned(),
            property: Some(property.to_owned()),
            reason: "unknown-id",
        }
    }

    pub fn not_possible(what: &str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            code: "2015",
            id: "OPERATION_NOT_POSSIBLE",
            message: format!("OPERATION_NOT_POSSIBLE: {what}"),
            property: None,
            reason: "not-possible",
        }
    }

    pub fn in_progress() -> Self {
        Self {
            status: StatusCode::CONFLICT,
            code: "1409",
            id: "DUPLICATE_REQUEST_IN_PROGRESS",
            message: "DUPLICATE_REQUEST_IN_PROGRESS".to_owned(),
            property: None,
            reason: "in-progress",
        }
    }

    /// Counts it, and gives status and body.
    pub fn told(self, house: &House) -> (u16, Value) {
        house.counters.refuse(self.reason);
        tracing::info!(provider = house.provider.name(), reason = self.reason, "request refused");
        let mut error = json!({
            "category": "DIRECT_PLATFORM_ERROR",
            "code": self.code,
            "errorCode": self.code,
            "httpStatusCode": self.status.as_u16(),
            "id": self.id,
            "message": self.message,
            "retriable": self.status == StatusCode::CONFLICT,
        });
        if let Some(property) = self.property {
            error["propertyName"] = json!(property);
        }
        let body = json!({ "errorId": uuid(random_bytes::<16>()), "errors": [error], "status": self.status.as_u16() });
        (self.status.as_u16(), body)
    }

    pub fn answer(self, house: &House) -> Response {
        let (status, body) = self.told(house);
        answer(status, &body)
    }
}

pub(super) fn answer(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
