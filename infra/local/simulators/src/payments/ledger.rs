//! All that the payment providers know, in memory, with the indexes to find it.
//! It notes what changes, so that one change is one line in the journal: a
//! payment is never kept without the webhooks and the answer it led to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::webhook::Webhook;
use super::{Payment, PaymentProvider};

/// What is oldest goes when there is more.
const MOST_PAYMENTS: usize = 20_000;
const MOST_WEBHOOKS: usize = 20_000;
const MOST_ANSWERS: usize = 20_000;
/// How long a repeated request gets the answer of the first.
const ANSWER_LIFE: TimeDelta = TimeDelta::hours(24);

/// What a request with an idempotency key was answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// Provider, path and key.
    pub scope: String,
    pub at: DateTime<Utc>,
    pub status: u16,
    pub body: Value,
}

/// What one line of the journal says.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Change {
    payments: Vec<Payment>,
    webhooks: Vec<Webhook>,
    webhooks_gone: Vec<u64>,
    answers: Vec<Answer>,
}

impl Change {
    pub fn is_empty(&self) -> bool {
        let Self { payments, webhooks, webhooks_gone, answers } = self;
        payments.is_empty() && webhooks.is_empty() && webhooks_gone.is_empty() && answers.is_empty()
    }

    /// Whether there is more to do by a certain time than before.
    pub fn brings_work(&self) -> bool {
        !(self.payments.is_empty() && self.webhooks.is_empty())
    }
}

#[derive(Default)]
pub(crate) struct Ledger {
    payments: BTreeMap<u64, Payment>,
    webhooks: BTreeMap<u64, Webhook>,
    /// Those that are not held, in the order in which they go.
    queue: BTreeSet<(DateTime<Utc>, u64)>,
    answers: HashMap<String, Answer>,
    /// Payments by their ids and their pages' ids.
    by_id: HashMap<String, u64>,
    /// The newest with a reference.
    by_reference: HashMap<(PaymentProvider, String), u64>,
    /// When what happens by itself does.
    moments: BTreeSet<(DateTime<Utc>, u64)>,
    last_number: u64,
    change: Change,
}

impl Ledger {
    /// Does again what a line says was done.
    pub fn replay(&mut self, change: Change) {
        change.payments.into_iter().for_each(|payment| self.put(payment));
        change.webhooks.into_iter().for_each(|webhook| self.put_webhook(webhook));
        change.webhooks_gone.into_iter().for_each(|number| self.end_webhook(number));
        change.answers.into_iter().for_each(|answer| self.put_answer(answer));
        self.change = Change::default();
    }

    pub fn take_change(&mut self) -> Change {
        std::mem::take(&mut self.change)
    }

    /// All of it as changes to an empty one.
    pub fn as_changes(&self) -> Vec<Change> {
        let payments =
            self.payments.values().map(|payment| Change { payments: vec![payment.clone()], ..Change::default() });
        let webhooks =
            self.webhooks.values().map(|webhook| Change { webhooks: vec![webhook.clone()], ..Change::default() });
        let answers = self.answers.values().map(|answer| Change { answers: vec![answer.clone()], ..Change::default() });
        payments.chain(webhooks).chain(answers).collect()
    }

    pub fn entries(&self) -> usize {
        self.payments.len() + self.webhooks.len() + self.answers.len()
    }

    pub fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    /// Adds a payment, or says what became of it.
    pub fn put(&mut self, payment: Payment) {
        let number = payment.number;
        self.last_number = self.last_number.max(number);
        if let Some(before) = self.payments.get(&number).and_then(Payment::next_moment) {
            self.moments.remove(&(before, number));
        }
        self.moments.extend(payment.next_moment().map(|moment| (moment, number)));
        self.by_id.insert(payment.id.clone(), number);
        self.by_id.insert(payment.checkout_id.clone(), number);
        self.by_reference
            .entry((payment.provider, payment.reference.clone()))
            .and_modify(|newest| *newest = number.max(*newest))
            .or_insert(number);
        self.payments.insert(number, payment.clone());
        self.change.payments.push(payment);
        if self.payments.len() > MOST_PAYMENTS {
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        let Some((number, payment)) = self.payments.pop_first() else { return };
        if let Some(moment) = payment.next_moment() {
            self.moments.remove(&(moment, number));
        }
        self.by_id.remove(&payment.id);
        self.by_id.remove(&payment.checkout_id);
        let reference = (payment.provider, payment.reference);
        if self.by_reference.get(&reference) == Some(&number) {
            self.by_reference.remove(&reference);
        }
    }

    pub fn payment(&self, number: u64) -> Option<&Payment> {
        self.payments.get(&number)
    }

    /// By its id or its page's.
    pub fn by_id(&self, provider: PaymentProvider, id: &str) -> Option<&Payment> {
        let payment = self.payments.get(self.by_id.get(id)?)?;
        (payment.provider == provider).then_some(payment)
    }

    /// By its id, its page's, or what the merchant calls it.
    pub fn find(&self, provider: PaymentProvider, which: &str) -> Option<&Payment> {
        let by_reference = || self.payments.get(self.by_reference.get(&(provider, which.to_owned()))?);
        self.by_id(provider, which).or_else(by_reference)
    }

    /// Newest first.
    pub fn payments(&self, provider: PaymentProvider) -> impl Iterator<Item = &Payment> {
        self.payments.values().rev().filter(move |payment| payment.provider == provider)
    }

    /// Whose time has come.
    pub fn due(&self, provider: PaymentProvider, now: DateTime<Utc>) -> Vec<Payment> {
        let until_now = self.moments.range(..=(now, u64::MAX));
        let payments = until_now.filter_map(|(_, number)| self.payments.get(number));
        payments.filter(|payment| payment.provider == provider).cloned().collect()
    }

    pub fn next_moment(&self) -> Option<DateTime<Utc>> {
        self.moments.first().map(|(moment, _)| *moment)
    }

    /// Adds a webhook, or says what became of it.
    pub fn put_webhook(&mut self, webhook: Webhook) {
        let number = webhook.number;
        self.last_number = self.last_number.max(number);
        self.leave_queue(number);
        if !webhook.is_held {
            self.queue.insert((webhook.due_at, number));
        }
        self.webhooks.insert(number, webhook.clone());
        self.change.webhooks.push(webhook);
        if self.webhooks.len() > MOST_WEBHOOKS
            && let Some(oldest) = self.webhooks.keys().next().copied()
        {
            self.end_webhook(oldest);
        }
    }

    pub fn end_webhook(&mut self, number: u64) {
        self.leave_queue(number);
        if self.webhooks.remove(&number).is_some() {
            self.change.webhooks_gone.push(number);
        }
    }

    fn leave_queue(&mut self, number: u64) {
        if let Some(before) = self.webhooks.get(&number) {
            self.queue.remove(&(before.due_at, number));
        }
    }

    /// Oldest first.
    pub fn webhooks(&self, provider: PaymentProvider) -> impl DoubleEndedIterator<Item = &Webhook> {
        self.webhooks.values().filter(move |webhook| webhook.provider == provider)
    }

    /// The one to send first of those that may go.
    pub fn next_webhook(&self) -> Option<&Webhook> {
        self.webhooks.get(&self.queue.first()?.1)
    }

    pub fn answer(&self, scope: &str, now: DateTime<Utc>) -> Option<&Answer> {
        self.answers.get(scope).filter(|answer| now < answer.at + ANSWER_LIFE)
    }

    pub fn put_answer(&mut self, answer: Answer) {
        if self.answers.len() >= MOST_ANSWERS {
            self.answers.retain(|_, kept| answer.at < kept.at + ANSWER_LIFE);
        }
        if self.answers.len() >= MOST_ANSWERS {
            self.answers.clear();
        }
        self.change.answers.push(answer.clone());
        self.answers.insert(answer.scope.clone(), answer);
    }
}
