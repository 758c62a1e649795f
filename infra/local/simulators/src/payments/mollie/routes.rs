//! The endpoints of Mollie that a town uses.

use std::sync::Arc;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::TimeDelta;
use serde_json::Value;

use super::refusal::{Refusal, answer};
use super::{requests, shapes};
use crate::encoding::random_name;
use crate::payments::gate::gate;
use crate::payments::house::House;
use crate::payments::ledger::Ledger;
use crate::payments::misbehave::PaymentFault;
use crate::payments::model::{Payment, Step};
use crate::payments::till::{Draft, RefundDraft};

/// How long a page waits for somebody.
const PAYMENT_LIFE: TimeDelta = TimeDelta::minutes(15);
const LONGEST_KEY: usize = 64;
const LETTERS: &[u8] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

pub(crate) fn routes(house: &Arc<House>) -> Router<Arc<House>> {
    Router::new()
        .route("/mollie/v2/payments", post(create))
        .route("/mollie/v2/payments/{id}", get(payment).delete(cancel))
        .route("/mollie/v2/payments/{id}/refunds", get(refunds).post(create_refund))
        .route("/mollie/v2/payments/{id}/refunds/{refund}", get(refund))
        .layer(from_fn_with_state(Arc::clone(house), check))
        .layer(from_fn_with_state(Arc::clone(house), gate))
}

/// Who asks has the key, and nothing else.
async fn check(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let given = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = given.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    let key = house.api_key().secret;
    if key.is_empty() || verify_slices_are_equal(key.as_bytes(), given.as_bytes()).is_err() {
        return Refusal::unauthorized().answer(&house);
    }
    next.run(request).await
}

/// A change that a key makes happen once, however often it is asked.
fn once(
    house: &House,
    uri: &Uri,
    headers: &HeaderMap,
    work: impl FnOnce(&mut Ledger) -> Result<Value, Refusal>,
) -> Response {
    let key = match idempotency_key(headers) {
        Ok(key) => key,
        Err(refusal) => return refusal.answer(house),
    };
    if key.is_some() && house.faults.draw(PaymentFault::InProgress) {
        return Refusal::in_progress().answer(house);
    }
    let once = house.once(uri.path(), key.as_deref(), |ledger| match work(ledger) {
        Ok(body) => (StatusCode::CREATED.as_u16(), body),
        Err(refusal) => refusal.told(house),
    });
    answer(once.status, &once.body)
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Refusal> {
    let Some(value) = headers.get("Idempotency-Key") else { return Ok(None) };
    let key = value.to_str().ok().filter(|key| !key.is_empty() && key.len() <= LONGEST_KEY);
    key.map(|key| Some(key.to_owned())).ok_or(Refusal::key_too_long())
}

async fn create(State(house): State<Arc<House>>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    once(&house, &uri, &headers, |ledger| {
        let request = requests::payment(&body)?;
        let id = format!("tr_{}", random_name(10, LETTERS));
        let payment = house.open(
            ledger,
            Draft {
                checkout_id: id.clone(),
                id,
                reference: request.description,
                ordered: request.amount,
                return_url: request.redirect_url,
                return_mac: None,
                webhook_urls: request.webhook_url.into_iter().collect(),
                locale: request.locale,
                metadata: request.metadata,
                life: PAYMENT_LIFE,
            },
        );
        Ok(shapes::payment(&house, &payment))
    })
}

async fn create_refund(
    State(house): State<Arc<House>>,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    once(&house, &uri, &headers, |ledger| {
        let payment = existing(&house, ledger, &id)?.clone();
        let request = requests::refund(&body, &payment)?;
        let draft = RefundDraft {
            id: format!("re_{}", random_name(10, LETTERS)),
            amount: request.amount,
            reference: request.description,
            metadata: request.metadata,
        };
        let (payment, refund) = house.refund(ledger, &payment, draft);
        Ok(shapes::refund(&house, &payment, &refund))
    })
}

async fn payment(State(house): State<Arc<House>>, Path(id): Path<String>) -> Response {
    let found = house.change(|ledger| existing(&house, ledger, &id).map(|payment| shapes::payment(&house, payment)));
    told(&house, found)
}

async fn cancel(State(house): State<Arc<House>>, Path(id): Path<String>) -> Response {
    let cancelled = house.change(|ledger| {
        let payment = existing(&house, ledger, &id)?.clone();
        let cancelled = house.take(ledger, payment, Step::Cancel, None);
        let cancelled = cancelled.map_err(|_| Refusal::not_possible("The payment can't be canceled"))?;
        Ok(shapes::payment(&house, &cancelled))
    });
    told(&house, cancelled)
}

async fn refunds(State(house): State<Arc<House>>, Path(id): Path<String>) -> Response {
    let found = house.change(|ledger| existing(&house, ledger, &id).map(|payment| shapes::refunds(&house, payment)));
    told(&house, found)
}

async fn refund(State(house): State<Arc<House>>, Path((id, refund_id)): Path<(String, String)>) -> Response {
    let found = house.change(|ledger| {
        let payment = existing(&house, ledger, &id)?;
        let refund = payment.refunds.iter().find(|refund| refund.id == refund_id);
        let refund = refund.ok_or_else(|| Refusal::unknown("refund", &refund_id))?;
        Ok(shapes::refund(&house, payment, refund))
    });
    told(&house, found)
}

fn existing<'a>(house: &House, ledger: &'a Ledger, id: &str) -> Result<&'a Payment, Refusal> {
    ledger.by_id(house.provider, id).ok_or_else(|| Refusal::unknown("payment", id))
}

fn told(house: &House, found: Result<Value, Refusal>) -> Response {
    match found {
        Ok(body) => answer(StatusCode::OK.as_u16(), &body),
        Err(refusal) => refusal.answer(house),
    }
}
