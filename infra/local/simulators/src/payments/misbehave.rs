//! What a payment provider can be told to do wrong. Each is one attack or one
//! bad day that a merchant must survive without losing or making a cent.
//!
//! Unlike at the identity providers several can be ordered at once: a day on
//! which webhooks are late is one on which status requests fail too.

use std::collections::BTreeMap;
use std::sync::Mutex;

use tokio::sync::watch;

use super::PaymentProvider;

macro_rules! payment_faults {
    ($($variant:ident $name:literal $what:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum PaymentFault { $(#[doc = $what] $variant,)* }

        impl PaymentFault {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in `POST /{provider}/control`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// One line for the control page.
            pub fn what(self) -> &'static str {
                match self { $(Self::$variant => $what,)* }
            }
        }
    };
}

payment_faults! {
    CreateDown "create-down" "Creating a payment answers 503, nothing is made",
    StatusDown "status-down" "Asking about a payment answers 503",
    RefundDown "refund-down" "Asking for a refund answers 503, nothing is made",
    CreateSlow "create-slow" "Creating a payment is not answered until this ends",
    StatusSlow "status-slow" "Asking about a payment is not answered until this ends",
    RefundSlow "refund-slow" "Asking for a refund is not answered until this ends",
    CreateLost "create-lost" "A payment is made, and then the answer is 502",
    RefundLost "refund-lost" "A refund is made, and then the answer is 502",
    InProgress "in-progress" "A request with an idempotency key answers 409, as if its first went on still",
    RefundRefused "refund-refused" "A refund is taken, and refused by the bank later",
    RefundPending "refund-pending" "A refund is taken, and waits until somebody decides",
    WrongAmount "wrong-amount" "A cent less is paid than was ordered",
    WrongCurrency "wrong-currency" "It is paid in dollars",
    WebhooksDropped "webhooks-dropped" "Webhooks are never sent",
    WebhooksTwice "webhooks-twice" "Each webhook is sent twice",
    WebhooksHeld "webhooks-held" "Webhooks wait until they are released",
    BadSignature "bad-signature" "Webhooks are signed with a wrong secret (Worldline)",
    UnknownKey "unknown-key" "Webhooks name a key that nobody knows (Worldline)",
}

impl PaymentFault {
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.name() == name)
    }

    /// Mollie's webhooks are not signed.
    pub fn suits(self, provider: PaymentProvider) -> bool {
        !matches!((self, provider), (Self::BadSignature | Self::UnknownKey, PaymentProvider::Mollie))
    }

    pub(crate) fn names(provider: PaymentProvider) -> Vec<String> {
        Self::ALL.iter().filter(|fault| fault.suits(provider)).map(|fault| fault.name().to_owned()).collect()
    }
}

/// What is ordered now, each for a number of times or until told otherwise.
#[derive(Default)]
pub(crate) struct Faults {
    ordered: Mutex<BTreeMap<PaymentFault, Option<u32>>>,
    /// How often each was ended, for those who wait for that.
    endings: watch::Sender<BTreeMap<PaymentFault, u64>>,
}

impl Faults {
    pub fn set(&self, fault: PaymentFault, times: Option<u32>) {
        let mut ordered = self.ordered.lock().expect("no panic while held");
        match times {
            Some(0) => ordered.remove(&fault),
            _ => ordered.insert(fault, times),
        };
    }

    pub fn end(&self, fault: PaymentFault) {
        self.ordered.lock().expect("no panic while held").remove(&fault);
        self.endings.send_modify(|endings| *endings.entry(fault).or_default() += 1);
    }

    pub fn current(&self) -> Vec<(PaymentFault, Option<u32>)> {
        let ordered = self.ordered.lock().expect("no panic while held");
        ordered.iter().map(|(fault, times)| (*fault, *times)).collect()
    }

    /// Whether this is one to spoil in this way; counts it.
    pub fn draw(&self, fault: PaymentFault) -> bool {
        let mut ordered = self.ordered.lock().expect("no panic while held");
        let Some(times) = ordered.get_mut(&fault) else { return false };
        match times {
            None => {}
            Some(2..) => *times = times.map(|times| times - 1),
            Some(_) => {
                ordered.remove(&fault);
            }
        }
        true
    }

    /// Waits, if this is one to let wait, until somebody ends it: the last of
    /// its times does not.
    pub async fn hang(&self, fault: PaymentFault) {
        // Before drawing, so that an ending in between is not missed.
        let mut endings = self.endings.subscribe();
        let before = endings.borrow().get(&fault).copied();
        if self.draw(fault) {
            let _ = endings.wait_for(|endings| endings.get(&fault).copied() != before).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_lasts_as_often_as_ordered_and_beside_others() {
        let faults = Faults::default();
        faults.set(PaymentFault::WrongAmount, Some(2));
        faults.set(PaymentFault::StatusDown, None);
        assert!(faults.draw(PaymentFault::WrongAmount));
        assert!(faults.draw(PaymentFault::WrongAmount));
        assert!(!faults.draw(PaymentFault::WrongAmount));
        assert!(faults.draw(PaymentFault::StatusDown));
        assert_eq!(faults.current(), [(PaymentFault::StatusDown, None)]);
        faults.end(PaymentFault::StatusDown);
        assert!(!faults.draw(PaymentFault::StatusDown));
        faults.set(PaymentFault::StatusDown, Some(0));
        assert!(faults.current().is_empty());
    }
}
