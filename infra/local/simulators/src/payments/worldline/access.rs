//! Who may ask: the known merchant, by a fresh date and a right signature over
//! what it sent.

use std::sync::Arc;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::refusal::Refusal;
use super::signature::{is_signed, string_to_sign};
use crate::payments::house::House;

/// How far the clocks of both may differ.
const CLOCK_LEEWAY: TimeDelta = TimeDelta::minutes(5);
/// As documented.
const LONGEST_KEY: usize = 40;

pub(super) async fn check(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    match judge(&house, &request) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.answer(&house),
    }
}

fn judge(house: &House, request: &Request) -> Result<(), Refusal> {
    let headers = request.headers();
    let authorization = text(headers, header::AUTHORIZATION.as_str());
    let credentials = authorization.and_then(|value| value.strip_prefix("GCS v1HMAC:"));
    let (key_id, signature) = credentials
        .and_then(|credentials| credentials.split_once(':'))
        .ok_or(Refusal::unauthorized("authorization-missing"))?;
    let key = house.api_key();
    let is_known = verify_slices_are_equal(key.id.as_bytes(), key_id.as_bytes()).is_ok();
    if !is_known || key.secret.is_empty() {
        return Err(Refusal::unauthorized("key-unknown"));
    }
    let sent_at = text(headers, header::DATE.as_str()).and_then(read_date).ok_or(Refusal::unauthorized("date"))?;
    if (house.now() - sent_at).abs() > CLOCK_LEEWAY {
        return Err(Refusal::unauthorized("date-too-far"));
    }
    // As it was sent, prefix and all: that is what the merchant signed.
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let message = string_to_sign(request.method().as_str(), headers, path);
    if !is_signed(&key.secret, message.as_bytes(), signature) {
        return Err(Refusal::unauthorized("signature"));
    }
    let merchant = path.strip_prefix("/worldline/v2/").and_then(|rest| rest.split(['/', '?']).next());
    if merchant != Some(house.merchant_id.as_str()) {
        return Err(Refusal::other_merchant());
    }
    let is_json = text(headers, header::CONTENT_TYPE.as_str())
        .is_some_and(|kind| kind.split(';').next().is_some_and(|kind| kind.trim() == "application/json"));
    if request.method() == Method::POST && !is_json {
        return Err(Refusal::not_json("content-type"));
    }
    Ok(())
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// RFC 1123, in GMT and in no other way.
fn read_date(text: &str) -> Option<DateTime<Utc>> {
    const FORM: &str = "%a, %d %b %Y %H:%M:%S GMT";
    let moment = NaiveDateTime::parse_from_str(text, FORM).ok()?.and_utc();
    (moment.format(FORM).to_string() == text).then_some(moment)
}

/// The key that makes a repeated request answer what the first did.
pub(super) fn idempotence_key(headers: &HeaderMap) -> Result<Option<String>, Refusal> {
    const NAME: &str = "X-GCS-Idempotence-Key";
    let Some(value) = headers.get(NAME) else { return Ok(None) };
    let key = value.to_str().ok().filter(|key| !key.is_empty() && key.len() <= LONGEST_KEY);
    key.map(|key| Some(key.to_owned()))
        .ok_or_else(|| Refusal::invalid(NAME, "has more than 40 characters or others than ASCII"))
}
