//! The endpoints of Worldline Direct that a town uses.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{get, post};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::access::{self, idempotence_key};
use super::refusal::{Refusal, answer};
use super::requests;
use super::shapes::{self, Status};
use crate::encoding::{random_name, random_token};
use crate::payments::gate::gate;
use crate::payments::house::{House, Once};
use crate::payments::ledger::Ledger;
use crate::payments::misbehave::PaymentFault;
use crate::payments::model::Payment;
use crate::payments::till::{Draft, RefundDraft};

/// There is no way to ask for one refund by its id: only for those of a payment.
pub(crate) fn routes(house: &Arc<House>) -> Router<Arc<House>> {
    Router::new()
        .route("/worldline/v2/{merchant}/hostedcheckouts", post(create))
        .route("/worldline/v2/{merchant}/hostedcheckouts/{id}", get(checkout))
        .route("/worldline/v2/{merchant}/payments/{id}", get(payment))
        .route("/worldline/v2/{merchant}/payments/{id}/refund", post(refund))
        .route("/worldline/v2/{merchant}/payments/{id}/refunds", get(refunds))
        .layer(from_fn_with_state(Arc::clone(house), access::check))
        .layer(from_fn_with_state(Arc::clone(house), gate))
}

/// A change that a key makes happen once, however often it is asked.
fn once(
    house: &House,
    uri: &Uri,
    headers: &HeaderMap,
    work: impl FnOnce(&mut Ledger) -> Result<Value, Refusal>,
) -> Response {
    let key = match idempotence_key(headers) {
        Ok(key) => key,
        Err(refusal) => return refusal.answer(house),
    };
    if key.is_some() && house.faults.draw(PaymentFault::InProgress) {
        return Refusal::in_progress().answer(house);
    }
    let Once { status, body, first_at } = house.once(uri.path(), key.as_deref(), |ledger| match work(ledger) {
        Ok(body) => (StatusCode::CREATED.as_u16(), body),
        Err(refusal) => refusal.told(house),
    });
    let mut response = answer(status, &body);
    if let Some(first_at) = first_at {
        let moment = HeaderValue::from(first_at.timestamp_millis());
        response.headers_mut().insert("X-GCS-Idempotence-Request-Timestamp", moment);
    }
    response
}

async fn create(State(house): State<Arc<House>>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    once(&house, &uri, &headers, |ledger| {
        let request = requests::checkout(&body)?;
        let checkout_id = format!("4{}", random_name(9, b"0123456789"));
        let payment = house.open(
            ledger,
            Draft {
                id: format!("{checkout_id}_0"),
                checkout_id,
                reference: request.reference,
                ordered: request.amount,
                return_url: request.return_url,
                return_mac: Some(random_token()),
                webhook_urls: request.webhook_urls,
                locale: request.locale,
                metadata: Value::Null,
                life: TimeDelta::minutes(request.session_min),
            },
        );
        Ok(shapes::created(&house, &payment))
    })
}

type Ids = Path<(String, String)>;

async fn checkout(State(house): State<Arc<House>>, Path((_, id)): Ids) -> Response {
    let found = house.change(|ledger| {
        ledger.by_id(house.provider, &id).filter(|payment| payment.checkout_id == id).map(shapes::checkout)
    });
    told(&house, found.ok_or(Refusal::unknown_checkout()))
}

async fn payment(State(house): State<Arc<House>>, Path((_, id)): Ids) -> Response {
    let found = house.change(|ledger| {
        let payment = existing(&house, ledger, &id)?;
        Status::of(payment).map(|status| shapes::payment(payment, &status))
    });
    told(&house, found.ok_or(Refusal::unknown_payment()))
}

async fn refunds(State(house): State<Arc<House>>, Path((_, id)): Ids) -> Response {
    let found = house.change(|ledger| {
        let payment = existing(&house, ledger, &id)?;
        let refunds: Vec<Value> = payment.refunds.iter().map(|refund| shapes::refund(payment, refund)).collect();
        Some(json!({ "refunds": refunds }))
    });
    told(&house, found.ok_or(Refusal::unknown_payment()))
}

async fn refund(
    State(house): State<Arc<House>>,
    Path((_, id)): Ids,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    once(&house, &uri, &headers, |ledger| {
        let payment = existing(&house, ledger, &id).cloned().ok_or(Refusal::unknown_payment())?;
        let request = requests::refund(&body, &payment)?;
        let draft = RefundDraft {
            id: format!("{}_{}", payment.checkout_id, payment.refunds.len() + 1),
            amount: request.amount,
            reference: request.reference,
            metadata: Value::Null,
        };
        let (payment, refund) = house.refund(ledger, &payment, draft);
        Ok(shapes::refund(&payment, &refund))
    })
}

/// A page that nobody has used yet is no payment.
fn existing<'a>(house: &House, ledger: &'a Ledger, id: &str) -> Option<&'a Payment> {
    ledger.by_id(house.provider, id).filter(|payment| payment.id == id && Status::of(payment).is_some())
}

fn told(house: &House, found: Result<Value, Refusal>) -> Response {
    match found {
        Ok(body) => answer(StatusCode::OK.as_u16(), &body),
        Err(refusal) => refusal.answer(house),
    }
}
