//! What Worldline tells the merchant, and how it signs that.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::shapes::{self, Status};
use super::signature::sign;
use crate::encoding::{random_bytes, random_token, uuid};
use crate::payments::house::House;
use crate::payments::model::{Payment, PaymentState, Step};
use crate::payments::till::Event;
use crate::payments::webhook::{Forgery, Notice};

/// Now and then an event comes as a list of one.
const LIST_EVERY: u64 = 3;

pub(crate) fn notices(house: &House, payment: &Payment, event: Event<'_>, now: DateTime<Utc>) -> Vec<Notice> {
    let current = Status::of(payment);
    let told = |status: &Status| ("payment", shapes::payment(payment, status));
    let mut events = vec![];
    match event {
        Event::Step { step, before } => {
            // A payment comes to be when somebody first pays on the page, however that ends.
            let is_try = matches!(step, Step::Pay | Step::Pend | Step::Refuse | Step::Decline);
            let is_first = payment.declines == u32::from(step == Step::Decline);
            if before == PaymentState::Open && is_try && is_first {
                events.push(("payment.created", told(&Status::CREATED)));
            }
            if let (Some(name), Some(status)) = (shapes::event(step), &current) {
                events.push((name, told(status)));
            }
        }
        Event::RefundRequested(refund) => {
            events.push(("refund.refund_requested", ("refund", shapes::refund(payment, refund))));
        }
        // The last operation is told as the state of the payment: so a refused
        // refund reads like a refused payment, but for its code.
        Event::Refunded => events.extend(current.iter().map(|status| ("payment.refunded", told(status)))),
        Event::RefundRefused => events.extend(current.iter().map(|status| ("payment.rejected", told(status)))),
    }
    events.into_iter().map(|(name, (kind, value))| notice(house, name, kind, &value, now)).collect()
}

fn notice(house: &House, event: &str, kind: &str, value: &Value, now: DateTime<Utc>) -> Notice {
    let mut body = json!({
        "apiVersion": "v1",
        "created": now.to_rfc3339_opts(SecondsFormat::Millis, false),
        "id": uuid(random_bytes::<16>()),
        "merchantId": house.merchant_id,
        "type": event,
    });
    body[kind] = value.clone();
    if house.counters.count("eventsTold").is_multiple_of(LIST_EVERY) {
        body = json!([body]);
    }
    Notice { event: event.to_owned(), content_type: "application/json", body: body.to_string() }
}

/// The headers that prove who says this: over the bytes as they go.
pub(crate) fn signed(house: &House, body: &[u8], forgery: Option<Forgery>) -> Vec<(&'static str, String)> {
    let key = house.webhook_key();
    let (id, secret) = match forgery {
        None => (key.id, key.secret),
        Some(Forgery::BadSignature) => (key.id, random_token()),
        Some(Forgery::UnknownKey) => (format!("unknown-{}", key.id), key.secret),
    };
    vec![("x-gcs-keyid", id), ("x-gcs-signature", sign(&secret, body))]
}
