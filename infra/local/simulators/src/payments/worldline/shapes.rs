//! What Worldline says of checkouts, payments and refunds.

use serde_json::{Value, json};

use crate::payments::house::House;
use crate::payments::model::{Method, Money, Payment, PaymentState, Refund, RefundState, Step};

pub(super) struct Status {
    pub name: &'static str,
    pub code: u16,
    pub category: &'static str,
}

impl Status {
    const fn new(name: &'static str, code: u16, category: &'static str) -> Self {
        Self { name, code, category }
    }

    /// Before the bank has been asked.
    pub const CREATED: Self = Self::new("CREATED", 0, "CREATED");
    const REFUND_REQUESTED: Self = Self::new("REFUND_REQUESTED", 81, "PENDING_CONNECT_OR_3RD_PARTY");
    const REFUNDED: Self = Self::new("REFUNDED", 8, "REFUNDED");
    /// The payment stays captured, for all that its own status says so too.
    const REFUND_REFUSED: Self = Self::new("REJECTED", 83, "UNSUCCESSFUL");

    /// None as long as there is a page and no payment.
    pub fn of(payment: &Payment) -> Option<Self> {
        Some(match payment.state {
            PaymentState::Open | PaymentState::Expired if payment.declines == 0 => return None,
            PaymentState::Pending => Self::new("AUTHORIZATION_REQUESTED", 50, "PENDING_CONNECT_OR_3RD_PARTY"),
            PaymentState::Open | PaymentState::Expired | PaymentState::Refused => {
                Self::new("REJECTED", 2, "UNSUCCESSFUL")
            }
            PaymentState::Cancelled => Self::new("CANCELLED", 1, "UNSUCCESSFUL"),
            // It shows the last thing that was done with it, refunds included.
            PaymentState::Paid => match payment.refunds.last().map(|refund| refund.state) {
                None => Self::new("CAPTURED", 9, "COMPLETED"),
                Some(RefundState::Requested(_)) => Self { category: "REVERSED", ..Self::REFUND_REQUESTED },
                Some(RefundState::Refunded) => Self::REFUNDED,
                Some(RefundState::Refused) => Self::REFUND_REFUSED,
            },
        })
    }

    fn of_refund(refund: &Refund) -> Self {
        match refund.state {
            RefundState::Requested(_) => Self::REFUND_REQUESTED,
            RefundState::Refunded => Self::REFUNDED,
            RefundState::Refused => Self::REFUND_REFUSED,
        }
    }
}

/// The event that tells of a step.
pub(super) fn event(step: Step) -> Option<&'static str> {
    match step {
        Step::Pay | Step::Settle | Step::SettleLate => Some("payment.captured"),
        Step::Pend => Some("payment.authorization_requested"),
        Step::Refuse | Step::Decline => Some("payment.rejected"),
        Step::Cancel => Some("payment.cancelled"),
        // A page that nobody used leaves no payment behind.
        Step::Expire => None,
    }
}

pub(super) fn created(house: &House, payment: &Payment) -> Value {
    let redirect = house.url(&page_path(&payment.checkout_id));
    let (_, partial) = redirect.split_once("://").unwrap_or_default();
    json!({
        "RETURNMAC": payment.return_mac,
        "hostedCheckoutId": payment.checkout_id,
        "invalidTokens": null,
        "merchantReference": payment.reference,
        "partialRedirectUrl": partial,
        "redirectUrl": redirect,
    })
}

pub(super) fn page_path(checkout_id: &str) -> String {
    format!("/worldline/hostedcheckout/{checkout_id}")
}

pub(super) fn checkout(payment: &Payment) -> Value {
    let status = match payment.state {
        PaymentState::Open => "IN_PROGRESS",
        PaymentState::Cancelled => "CANCELLED_BY_CONSUMER",
        // There is no other word for a page that nobody used in time.
        PaymentState::Expired if payment.declines == 0 => "CANCELLED_BY_CONSUMER",
        _ => "PAYMENT_CREATED",
    };
    let Some(payment_status) = Status::of(payment) else { return json!({ "status": status }) };
    let category = match payment.state {
        PaymentState::Paid => "SUCCESSFUL",
        PaymentState::Pending => "STATUS_UNKNOWN",
        _ => "REJECTED",
    };
    json!({
        "status": status,
        "createdPaymentOutput": {
            "payment": self::payment(payment, &payment_status),
            "paymentStatusCategory": category,
        },
    })
}

pub(super) fn payment(payment: &Payment, status: &Status) -> Value {
    let mut body = json!({
        "id": payment.id,
        "status": status.name,
        "statusOutput": {
            "statusCode": status.code,
            "statusCategory": status.category,
            "isAuthorized": payment.state == PaymentState::Paid,
            "isCancellable": false,
            "isRefundable": payment.remaining_cents() > 0,
        },
        "hostedCheckoutSpecificOutput": { "hostedCheckoutId": payment.checkout_id },
        "paymentOutput": {
            "amountOfMoney": money(&payment.charged),
            "acquiredAmount": money(&Money {
                cents: if payment.state == PaymentState::Paid { payment.charged.cents } else { 0 },
                currency: payment.charged.currency.clone(),
            }),
            "references": { "merchantReference": payment.reference },
            "transactionDate": payment.changed_at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        },
    });
    let (kind, product) = product(payment.method);
    body["paymentOutput"]["paymentMethod"] = json!(kind);
    body["paymentOutput"][format!("{kind}PaymentMethodSpecificOutput")] = json!({ "paymentProductId": product });
    body
}

pub(super) fn refund(payment: &Payment, refund: &Refund) -> Value {
    let status = Status::of_refund(refund);
    json!({
        "id": refund.id,
        "status": status.name,
        "statusOutput": {
            "statusCode": status.code,
            "statusCategory": status.category,
            "isAuthorized": false,
            "isCancellable": false,
        },
        "refundOutput": {
            "amountOfMoney": money(&refund.amount),
            "references": { "merchantReference": refund.reference },
            "paymentMethod": product(payment.method).0,
        },
    })
}

fn money(money: &Money) -> Value {
    json!({ "amount": money.cents, "currencyCode": money.currency })
}

/// The kind of payment and its number. Whoever pays with Bancontact is sent on to
/// the bank.
fn product(method: Option<Method>) -> (&'static str, u16) {
    match method.unwrap_or_default() {
        Method::Visa => ("card", 1),
        Method::Mastercard => ("card", 3),
        Method::Bancontact => ("redirect", 3012),
    }
}
