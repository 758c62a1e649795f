//! Bad days, before and after a request is looked at: nobody there, nobody who
//! answers, or an answer that gets lost on its way back.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::house::House;
use super::misbehave::PaymentFault;

/// What a merchant asks, as far as faults tell the difference.
#[derive(Clone, Copy)]
enum Operation {
    Create,
    Status,
    Refund,
}

impl Operation {
    fn of(request: &Request) -> Self {
        let path = request.uri().path();
        match *request.method() {
            Method::POST if path.ends_with("/refund") || path.ends_with("/refunds") => Self::Refund,
            Method::POST => Self::Create,
            _ => Self::Status,
        }
    }

    fn down(self) -> PaymentFault {
        match self {
            Self::Create => PaymentFault::CreateDown,
            Self::Status => PaymentFault::StatusDown,
            Self::Refund => PaymentFault::RefundDown,
        }
    }

    fn slow(self) -> PaymentFault {
        match self {
            Self::Create => PaymentFault::CreateSlow,
            Self::Status => PaymentFault::StatusSlow,
            Self::Refund => PaymentFault::RefundSlow,
        }
    }

    /// Only what changes something can be carried out and not told.
    fn lost(self) -> Option<PaymentFault> {
        match self {
            Self::Create => Some(PaymentFault::CreateLost),
            Self::Refund => Some(PaymentFault::RefundLost),
            Self::Status => None,
        }
    }
}

pub(crate) async fn gate(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let operation = Operation::of(&request);
    house.counters.count("requestsReceived");
    if house.faults.draw(operation.down()) {
        house.counters.refuse("down");
        return (StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable").into_response();
    }
    house.faults.hang(operation.slow()).await;
    let answer = next.run(request).await;
    match operation.lost() {
        Some(lost) if answer.status().is_success() && house.faults.draw(lost) => {
            house.counters.count("answersLost");
            (StatusCode::BAD_GATEWAY, "Bad Gateway").into_response()
        }
        _ => answer,
    }
}
