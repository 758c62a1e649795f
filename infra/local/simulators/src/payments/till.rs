//! What a provider does to payments: opens them, takes steps with them, gives
//! back, and queues what is to be told about each.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::house::House;
use super::ledger::Ledger;
use super::misbehave::PaymentFault;
use super::model::{Method, Money, Payment, PaymentState, Refund, RefundEnding, RefundState, Step};
use super::webhook::{Forgery, Notice, Webhook};
use super::{NotPossible, PaymentProvider, mollie, worldline};

/// So often one may try on a page.
const MOST_ATTEMPTS: u32 = 10;
/// How long a refund is on its way.
const REFUND_TAKES: TimeDelta = TimeDelta::minutes(2);

/// What happened to a payment, to tell the merchant about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event<'a> {
    Step { step: Step, before: PaymentState },
    RefundRequested(&'a Refund),
    Refunded,
    RefundRefused,
}

/// What a payment begins as.
pub(crate) struct Draft {
    pub id: String,
    pub checkout_id: String,
    pub reference: String,
    pub ordered: Money,
    pub return_url: String,
    pub return_mac: Option<String>,
    pub webhook_urls: Vec<String>,
    pub locale: Option<String>,
    pub metadata: Value,
    pub life: TimeDelta,
}

/// What a merchant wants to give back.
pub(crate) struct RefundDraft {
    pub id: String,
    pub amount: Money,
    pub reference: String,
    pub metadata: Value,
}

impl House {
    /// Expires pages and ends refunds whose time has come.
    pub fn catch_up(&self, ledger: &mut Ledger) {
        let now = self.now();
        for payment in ledger.due(self.provider, now) {
            if payment.state == PaymentState::Open {
                // Open is where expiring can be done from.
                let _ = self.take(ledger, payment, Step::Expire, None);
                continue;
            }
            for refund in &payment.refunds {
                let RefundState::Requested(Some(ending)) = refund.state else { continue };
                if ending.at <= now {
                    // It was found a moment ago.
                    let _ = self.end_refund(ledger, payment.number, &refund.id, ending.is_refused);
                }
            }
        }
    }

    pub fn open(&self, ledger: &mut Ledger, draft: Draft) -> Payment {
        let now = self.now();
        let Draft { id, checkout_id, reference, ordered, return_url, return_mac, webhook_urls, locale, metadata, life } =
            draft;
        let payment = Payment {
            number: ledger.next_number(),
            provider: self.provider,
            id,
            checkout_id,
            reference,
            charged: ordered.clone(),
            ordered,
            method: None,
            declines: 0,
            state: PaymentState::Open,
            refunds: vec![],
            return_url,
            return_mac,
            webhook_urls,
            locale,
            metadata,
            created_at: now,
            expires_at: now + life,
            changed_at: now,
        };
        ledger.put(payment.clone());
        self.counters.count("paymentsOpened");
        payment
    }

    /// Takes a step with a payment, and queues what is to be told about it.
    pub fn take(
        &self,
        ledger: &mut Ledger,
        mut payment: Payment,
        step: Step,
        method: Option<Method>,
    ) -> Result<Payment, NotPossible> {
        let before = payment.state;
        payment.state = before.after(step).ok_or(NotPossible::NotNow(before))?;
        if step == Step::Decline {
            payment.declines += 1;
            if payment.declines >= MOST_ATTEMPTS {
                payment.state = PaymentState::Refused;
            }
        }
        // Money moves in these; a bank that decides late has the amount already.
        if matches!(step, Step::Pay | Step::Pend | Step::SettleLate) {
            payment.charged = self.charge(&payment.ordered);
        }
        payment.method = method.or(payment.method);
        payment.changed_at = self.now();
        ledger.put(payment.clone());
        self.counters.count(counter(step));
        self.tell(ledger, &payment, Event::Step { step, before });
        Ok(payment)
    }

    fn charge(&self, ordered: &Money) -> Money {
        let mut charged = ordered.clone();
        if self.faults.draw(PaymentFault::WrongAmount) {
            // Nothing can't be paid, so an order of one cent is overpaid.
            charged.cents = if ordered.cents > 1 { ordered.cents - 1 } else { ordered.cents + 1 };
        }
        if self.faults.draw(PaymentFault::WrongCurrency) {
            "USD".clone_into(&mut charged.currency);
        }
        charged
    }

    /// The caller has seen that there is so much to give back.
    pub fn refund(&self, ledger: &mut Ledger, payment: &Payment, draft: RefundDraft) -> (Payment, Refund) {
        let now = self.now();
        let ending = |is_refused| RefundEnding { at: now + REFUND_TAKES, is_refused };
        let ending = if self.faults.draw(PaymentFault::RefundPending) {
            None
        } else {
            Some(ending(self.faults.draw(PaymentFault::RefundRefused)))
        };
        let RefundDraft { id, amount, reference, metadata } = draft;
        let state = RefundState::Requested(ending);
        let refund = Refund { id, amount, reference, metadata, state, created_at: now };
        let mut payment = payment.clone();
        payment.refunds.push(refund.clone());
        ledger.put(payment.clone());
        self.counters.count("refundsRequested");
        self.tell(ledger, &payment, Event::RefundRequested(&refund));
        (payment, refund)
    }

    /// Ends a refund that is on its way.
    pub fn end_refund(
        &self,
        ledger: &mut Ledger,
        number: u64,
        refund_id: &str,
        is_refused: bool,
    ) -> Result<Payment, NotPossible> {
        let mut payment = ledger.payment(number).cloned().ok_or(NotPossible::UnknownPayment)?;
        let known = payment.refunds.iter_mut().find(|refund| refund.id == refund_id);
        let refund = known.ok_or(NotPossible::UnknownRefund)?;
        if !matches!(refund.state, RefundState::Requested(_)) {
            return Err(NotPossible::RefundEnded);
        }
        refund.state = if is_refused { RefundState::Refused } else { RefundState::Refunded };
        ledger.put(payment.clone());
        let event = if is_refused { Event::RefundRefused } else { Event::Refunded };
        self.counters.count(if is_refused { "refundsRefused" } else { "refundsDone" });
        self.tell(ledger, &payment, event);
        Ok(payment)
    }

    /// Queues the webhooks about it, unless they are to get lost.
    fn tell(&self, ledger: &mut Ledger, payment: &Payment, event: Event<'_>) {
        let notices = |now| match self.provider {
            PaymentProvider::Worldline => worldline::notices(self, payment, event, now),
            PaymentProvider::Mollie => mollie::notices(payment, event),
        };
        let now = self.now();
        for notice in notices(now) {
            if self.faults.draw(PaymentFault::WebhooksDropped) {
                self.counters.count("webhooksDropped");
                continue;
            }
            let forgery = if self.faults.draw(PaymentFault::BadSignature) {
                Some(Forgery::BadSignature)
            } else {
                self.faults.draw(PaymentFault::UnknownKey).then_some(Forgery::UnknownKey)
            };
            let is_held = self.faults.draw(PaymentFault::WebhooksHeld);
            let copies = if self.faults.draw(PaymentFault::WebhooksTwice) { 2 } else { 1 };
            for url in payment.webhook_urls.iter().flat_map(|url| std::iter::repeat_n(url, copies)) {
                let webhook = webhook(ledger.next_number(), payment, &notice, url, now);
                ledger.put_webhook(Webhook { forgery, is_held, ..webhook });
                self.counters.count("webhooksQueued");
            }
        }
    }
}

fn webhook(number: u64, payment: &Payment, notice: &Notice, url: &str, now: DateTime<Utc>) -> Webhook {
    Webhook {
        number,
        provider: payment.provider,
        payment_id: payment.id.clone(),
        event: notice.event.clone(),
        url: url.to_owned(),
        content_type: notice.content_type.to_owned(),
        body: notice.body.clone(),
        forgery: None,
        is_held: false,
        due_at: now,
        failures: 0,
    }
}

fn counter(step: Step) -> &'static str {
    match step {
        Step::Pay | Step::Settle => "paymentsPaid",
        Step::Pend => "paymentsPending",
        Step::Refuse => "paymentsRefused",
        Step::Decline => "paymentsDeclined",
        Step::Cancel => "paymentsCancelled",
        Step::SettleLate => "paymentsPaidLate",
        Step::Expire => "paymentsExpired",
    }
}
