//! Payment providers: Worldline Direct and Mollie. What both do with a payment,
//! keep, tell and get wrong is here; how each speaks is in its own folder.
//!
//! Nothing is sent within the request that caused it. Webhooks wait in a queue,
//! and go when `Payments::deliver_webhooks` is called and their time has come by
//! the given clock.

mod book;
mod config;
mod control;
mod deliver;
mod gate;
mod house;
mod ledger;
mod misbehave;
mod model;
mod mollie;
mod page;
mod provider;
mod routes;
mod texts;
mod till;
mod webhook;
mod worldline;

pub use config::{KeyPair, MollieParty, PaymentsConfig, WorldlineParty};
pub use deliver::Delivery;
pub use misbehave::PaymentFault;
pub use model::{Method, Money, Payment, PaymentState, Refund, RefundEnding, RefundState, Step};
pub use provider::PaymentProvider;
pub(crate) use routes::router;
pub use webhook::{Release, WebhookRequest};

use std::fmt;
use std::sync::Arc;

use tokio::sync::Notify;

use crate::config::Clock;
use crate::counters::Counts;
use book::Book;
use deliver::Post;
use house::{House, Premises};

/// Both providers, for their routers and for tests in the same process.
#[derive(Clone)]
pub struct Payments {
    houses: Arc<[Arc<House>; 2]>,
    book: Arc<Book>,
    post: Arc<Post>,
}

/// Why something can't be done to a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPossible {
    UnknownPayment,
    UnknownRefund,
    /// Not from this state.
    NotNow(PaymentState),
    RefundEnded,
}

impl fmt::Display for NotPossible {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownPayment => to.write_str("no such payment"),
            Self::UnknownRefund => to.write_str("no such refund"),
            Self::NotNow(state) => write!(to, "not for a payment that is {state:?}"),
            Self::RefundEnded => to.write_str("the refund has ended"),
        }
    }
}

impl std::error::Error for NotPossible {}

impl Payments {
    pub(crate) fn new(config: PaymentsConfig, base_url: &str, clock: &Clock) -> Self {
        let PaymentsConfig { worldline, mollie, file } = config;
        let book = Arc::new(Book::open(file));
        let worldline = Premises {
            beneficiary: worldline.beneficiary,
            merchant_id: worldline.merchant_id,
            api_key: KeyPair { id: worldline.api_key_id, secret: worldline.api_secret },
            webhook_key: KeyPair { id: worldline.webhook_key_id, secret: worldline.webhook_secret },
        };
        let unsigned = KeyPair { id: String::new(), secret: String::new() };
        let mollie = Premises {
            beneficiary: mollie.beneficiary,
            merchant_id: String::new(),
            api_key: KeyPair { id: String::new(), secret: mollie.api_key },
            webhook_key: unsigned,
        };
        let house = |provider, premises| Arc::new(House::new(provider, base_url, clock, &book, premises));
        let houses = [house(PaymentProvider::Worldline, worldline), house(PaymentProvider::Mollie, mollie)];
        Self { houses: Arc::new(houses), book, post: Arc::new(Post::new()) }
    }

    pub(crate) fn house(&self, provider: PaymentProvider) -> &Arc<House> {
        let [worldline, mollie] = &*self.houses;
        match provider {
            PaymentProvider::Worldline => worldline,
            PaymentProvider::Mollie => mollie,
        }
    }

    /// Newest first.
    pub fn all(&self, provider: PaymentProvider) -> Vec<Payment> {
        self.house(provider).change(|ledger| ledger.payments(provider).cloned().collect())
    }

    /// By its id, its page's id, or what the merchant calls it (the newest then).
    pub fn find(&self, provider: PaymentProvider, which: &str) -> Option<Payment> {
        self.house(provider).change(|ledger| ledger.find(provider, which).cloned())
    }

    /// Somebody pays on the page, without a browser.
    pub fn pay(&self, provider: PaymentProvider, which: &str) -> Result<Payment, NotPossible> {
        self.step(provider, which, Step::Pay)
    }

    /// Somebody goes back.
    pub fn cancel(&self, provider: PaymentProvider, which: &str) -> Result<Payment, NotPossible> {
        self.step(provider, which, Step::Cancel)
    }

    /// The bank refuses, at once or after having waited.
    pub fn refuse(&self, provider: PaymentProvider, which: &str) -> Result<Payment, NotPossible> {
        self.step(provider, which, Step::Refuse)
    }

    /// The bank refuses, and the page waits for another try; the tenth is the last.
    pub fn decline(&self, provider: PaymentProvider, which: &str) -> Result<Payment, NotPossible> {
        self.step(provider, which, Step::Decline)
    }

    /// Somebody pays, and the bank decides later.
    pub fn pend(&self, provider: PaymentProvider, which: &str) -> Result<Payment, NotPossible> {
        self.step(provider, which, Step::Pend)
    }

    /// The bank agrees with one that waits.
    pub fn settle(&self, provider: PaymentProvider, which: &str) -> Result<Payment, NotPossible> {
        self.step(provider, which, Step::Settle)
    }

    /// One that had ended unpaid is paid after all.
    pub fn settle_late(&self, provider: PaymentProvider, which: &str) -> Result<Payment, NotPossible> {
        self.step(provider, which, Step::SettleLate)
    }

    pub(crate) fn step(&self, provider: PaymentProvider, which: &str, step: Step) -> Result<Payment, NotPossible> {
        let house = self.house(provider);
        house.change(|ledger| {
            let payment = ledger.find(provider, which).cloned().ok_or(NotPossible::UnknownPayment)?;
            let method = matches!(step, Step::Pay | Step::Pend | Step::Decline).then(Method::default);
            house.take(ledger, payment, step, method)
        })
    }

    /// The refund arrives now.
    pub fn complete_refund(&self, provider: PaymentProvider, refund_id: &str) -> Result<Payment, NotPossible> {
        self.end_refund(provider, refund_id, false)
    }

    /// The refund comes back now.
    pub fn refuse_refund(&self, provider: PaymentProvider, refund_id: &str) -> Result<Payment, NotPossible> {
        self.end_refund(provider, refund_id, true)
    }

    fn end_refund(&self, provider: PaymentProvider, id: &str, is_refused: bool) -> Result<Payment, NotPossible> {
        let house = self.house(provider);
        house.change(|ledger| {
            let of = |payment: &&Payment| payment.refunds.iter().any(|refund| refund.id == id);
            let number = ledger.payments(provider).find(of).map(|payment| payment.number);
            house.end_refund(ledger, number.ok_or(NotPossible::UnknownRefund)?, id, is_refused)
        })
    }

    /// Misbehaves for so many times (`1`), or until told otherwise (`None`),
    /// beside what was ordered before.
    pub fn misbehave(&self, provider: PaymentProvider, fault: PaymentFault, times: impl Into<Option<u32>>) {
        assert!(fault.suits(provider), "{} is not about {}", fault.name(), provider.name());
        self.house(provider).faults.set(fault, times.into());
    }

    /// Ends one fault; whoever waited for an answer gets it.
    pub fn stop_misbehaving(&self, provider: PaymentProvider, fault: PaymentFault) {
        self.house(provider).faults.end(fault);
    }

    /// Ends all of them.
    pub fn behave(&self, provider: PaymentProvider) {
        PaymentFault::ALL.iter().for_each(|fault| self.stop_misbehaving(provider, *fault));
    }

    /// Another key for asking; the one before is refused from now on.
    pub fn rotate_api_key(&self, provider: PaymentProvider) -> KeyPair {
        self.house(provider).rotate_api_key()
    }

    /// Worldline: another key for webhooks; nothing is signed with the one before.
    pub fn rotate_webhook_key(&self) -> KeyPair {
        self.house(PaymentProvider::Worldline).rotate_webhook_key()
    }

    /// What the provider did and refused since it started.
    pub fn counts(&self, provider: PaymentProvider) -> Counts {
        self.house(provider).counters.snapshot()
    }

    /// Told whenever there may be something to deliver sooner than was known.
    pub fn webhooks_waiting(&self) -> Arc<Notify> {
        self.book.work()
    }
}
