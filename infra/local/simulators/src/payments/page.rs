//! The page where one pays. Its address is all it needs: no cookie, no script,
//! and a form that a test can post without having seen it. The fields are
//! `method`, `outcome` (`paid`, `declined`, `refused`, `pending`) and `do` (`pay`, `cancel`).

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use url::form_urlencoded;

use super::house::House;
use super::model::{Method, Payment, PaymentState, Step};
use super::{NotPossible, PaymentProvider};
use crate::pages::{ended_page, payment_page, see_other, unknown_payment_page};
use crate::texts::Language;

pub(super) fn routes(provider: PaymentProvider) -> Router<Arc<House>> {
    let path = match provider {
        PaymentProvider::Worldline => "/worldline/hostedcheckout/{id}",
        PaymentProvider::Mollie => "/mollie/checkout/{id}",
    };
    Router::new().route(path, get(show).post(choose))
}

async fn show(State(house): State<Arc<House>>, Path(id): Path<String>) -> Response {
    match page_of(&house, &id) {
        None => unknown(&house),
        Some(payment) if payment.state == PaymentState::Open => {
            payment_page(house.provider, &house.beneficiary, &payment, language(&payment))
        }
        Some(payment) => ended(&house, &payment),
    }
}

async fn choose(State(house): State<Arc<House>>, Path(id): Path<String>, uri: Uri, body: Bytes) -> Response {
    let Some((step, method)) = choice(&body) else {
        return (StatusCode::BAD_REQUEST, "No such choice.").into_response();
    };
    let Some(payment) = page_of(&house, &id) else { return unknown(&house) };
    let taken = house.change(|ledger| {
        // Read again: between looking and paying somebody may have been quicker.
        let payment = ledger.by_id(house.provider, &payment.id).cloned().ok_or(NotPossible::UnknownPayment)?;
        house.take(ledger, payment, step, method)
    });
    match taken {
        Ok(payment) if payment.state == PaymentState::Open => see_other(uri.path()),
        Ok(payment) => see_other(&payment.return_address()),
        // Pressed twice: the first is what counts, and the way back is the same.
        Err(NotPossible::NotNow(state)) if state != PaymentState::Expired => see_other(&payment.return_address()),
        Err(_) => ended(&house, &payment),
    }
}

/// Expired by now, if its time has come.
fn page_of(house: &House, id: &str) -> Option<Payment> {
    house.change(|ledger| ledger.by_id(house.provider, id).filter(|payment| payment.checkout_id == id).cloned())
}

fn choice(body: &[u8]) -> Option<(Step, Option<Method>)> {
    let mut method = Method::default();
    let (mut outcome, mut action) = (Step::Pay, "pay".to_owned());
    for (name, value) in form_urlencoded::parse(body).into_owned() {
        match name.as_str() {
            "method" => method = Method::named(&value)?,
            "outcome" => outcome = step(&value)?,
            "do" => action = value,
            _ => return None,
        }
    }
    match action.as_str() {
        "pay" => Some((outcome, Some(method))),
        "cancel" => Some((Step::Cancel, None)),
        _ => None,
    }
}

fn step(outcome: &str) -> Option<Step> {
    match outcome {
        "paid" => Some(Step::Pay),
        "declined" => Some(Step::Decline),
        "refused" => Some(Step::Refuse),
        "pending" => Some(Step::Pend),
        _ => None,
    }
}

/// In which the merchant asked for the page.
fn language(payment: &Payment) -> Language {
    payment.locale.as_deref().and_then(Language::parse).unwrap_or(Language::Dutch)
}

fn ended(house: &House, payment: &Payment) -> Response {
    let page = ended_page(house.provider, payment, language(payment));
    (StatusCode::GONE, page).into_response()
}

fn unknown(house: &House) -> Response {
    (StatusCode::NOT_FOUND, unknown_payment_page(house.provider)).into_response()
}
