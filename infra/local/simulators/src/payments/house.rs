//! One payment provider: its keys, its faults, and what it does to payments. How
//! it speaks of that is in `worldline` and `mollie`.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::book::Book;
use super::config::KeyPair;
use super::ledger::{Answer, Ledger};
use super::misbehave::{Faults, PaymentFault};
use super::model::{Method, Money, Payment, PaymentState, Refund, RefundEnding, RefundState, Step};
use super::webhook::{Forgery, Notice, Webhook};
use super::{NotPossible, PaymentProvider, mollie, worldline};
use crate::config::Clock;
use crate::counters::Counters;
use crate::encoding::random_token;

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

pub(crate) struct House {
    pub provider: PaymentProvider,
    /// Who is paid.
    pub beneficiary: String,
    /// Worldline: part of every path. Mollie has none.
    pub merchant_id: String,
    pub faults: Faults,
    pub counters: Counters,
    pub book: Arc<Book>,
    /// With these the merchant proves who it is.
    api_key: Mutex<KeyPair>,
    /// With these the provider signs webhooks; Mollie does not.
    webhook_key: Mutex<KeyPair>,
    base_url: String,
    clock: Clock,
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

/// What there is to know before a provider opens.
pub(crate) struct Premises {
    pub beneficiary: String,
    pub merchant_id: String,
    pub api_key: KeyPair,
    pub webhook_key: KeyPair,
}

impl House {
    pub fn new(provider: PaymentProvider, base_url: &str, clock: &Clock, book: &Arc<Book>, premises: Premises) -> Self {
        let Premises { beneficiary, merchant_id, api_key, webhook_key } = premises;
        Self {
            provider,
            beneficiary,
            merchant_id,
            faults: Faults::default(),
            counters: Counters::default(),
            book: Arc::clone(book),
            api_key: Mutex::new(api_key),
            webhook_key: Mutex::new(webhook_key),
            base_url: base_url.trim_end_matches('/').to_owned(),
            clock: Arc::clone(clock),
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    pub fn api_key(&self) -> KeyPair {
        self.api_key.lock().expect("no panic while held").clone()
    }

    pub fn webhook_key(&self) -> KeyPair {
        self.webhook_key.lock().expect("no panic while held").clone()
    }

    /// The pair before ends at once, as at the real ones.
    pub fn rotate_api_key(&self) -> KeyPair {
        rotate(&self.api_key)
    }

    pub fn rotate_webhook_key(&self) -> KeyPair {
        rotate(&self.webhook_key)
    }

    /// Changes the ledger, after what happened in the meantime by itself.
    pub fn change<T>(&self, work: impl FnOnce(&mut Ledger) -> T) -> T {
        self.book.change(|ledger| {
            self.catch_up(ledger);
            work(ledger)
        })
    }

    /// Expires pages and ends refunds whose time has come.
    fn catch_up(&self, ledger: &mut Ledger) {
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
        let state = before.after(step).ok_or(NotPossible::NotNow(before))?;
        // Money moves in these; a bank that decides late has the amount already.
        if matches!(step, Step::Pay | Step::Pend | Step::SettleLate) {
            payment.charged = self.charge(&payment.ordered);
        }
        payment.method = method.or(payment.method);
        payment.state = state;
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

    /// Answers a request once: a repeated one gets what the first got, whatever
    /// it says itself. Without a key each is the first.
    pub fn once(&self, path: &str, key: Option<&str>, work: impl FnOnce(&mut Ledger) -> (u16, Value)) -> Once {
        let now = self.now();
        let scope = key.map(|key| format!("{} {path} {key}", self.provider.name()));
        self.change(|ledger| {
            if let Some(first) = scope.as_ref().and_then(|scope| ledger.answer(scope, now)) {
                self.counters.count("answersRepeated");
                return Once { status: first.status, body: first.body.clone(), first_at: Some(first.at) };
            }
            let (status, body) = work(ledger);
            if let Some(scope) = scope {
                ledger.put_answer(Answer { scope, at: now, status, body: body.clone() });
            }
            Once { status, body, first_at: None }
        })
    }
}

/// An answer, and when it was first given if that was before.
pub(crate) struct Once {
    pub status: u16,
    pub body: Value,
    pub first_at: Option<DateTime<Utc>>,
}

fn rotate(key: &Mutex<KeyPair>) -> KeyPair {
    let fresh = KeyPair { id: random_token(), secret: random_token() };
    key.lock().expect("no panic while held").clone_from(&fresh);
    fresh
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
        Step::Cancel => "paymentsCancelled",
        Step::SettleLate => "paymentsPaidLate",
        Step::Expire => "paymentsExpired",
    }
}
