//! What Mollie tells: that there is something to ask about.

use url::form_urlencoded;

use super::shapes;
use crate::payments::model::{Payment, PaymentState, Step};
use crate::payments::till::Event;
use crate::payments::webhook::Notice;

/// Waiting is not told: for a bank, for a refund, or for another try.
pub(crate) fn notices(payment: &Payment, event: Event<'_>) -> Vec<Notice> {
    let event = match event {
        Event::Step { step: Step::Pend, .. } | Event::RefundRequested(_) => return vec![],
        Event::Step { .. } if payment.state == PaymentState::Open => return vec![],
        Event::Step { .. } => shapes::state(payment.state),
        Event::Refunded => "refund.refunded",
        Event::RefundRefused => "refund.failed",
    };
    let body = form_urlencoded::Serializer::new(String::new()).append_pair("id", &payment.id).finish();
    vec![Notice { event: event.to_owned(), content_type: "application/x-www-form-urlencoded", body }]
}
