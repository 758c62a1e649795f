//! Whose, and of what.

use crate::Bound;
use meent_domain::movement::Unit;
use meent_domain::parking::Quarter;
use meent_domain::{HolderId, PaymentId, PersonId};
use meent_store::{Key, ledger};
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Account {
    /// A resident's money.
    Wallet(PersonId),
    /// What of a payment its provider can still send back.
    Refundable(PaymentId),
    /// Visitors' minutes used in a quarter. What a town allows is in the bound of each posting.
    Visits(HolderId, Quarter),
    /// The town's own books: no bound, no row that everybody would have to change.
    System(System),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum System {
    /// What providers owe the town: paid by residents, not yet on the town's bank account.
    InTransit,
    /// What the desk's till and its card terminal owe the town: taken from residents, not yet on its account.
    DeskCash,
    DeskCard,
    /// Asked back by residents, not yet paid back.
    Refunds,
    /// Paid back by the town itself, by bank transfer.
    ByHand,
    /// The other side of [`Account::Refundable`].
    Refundability,
    /// What the town earned by parking.
    Parking,
    /// The other side of [`Account::Visits`].
    VisitorMinutes,
}

impl System {
    pub fn name(self) -> &'static str {
        match self {
            Self::InTransit => "in-transit",
            Self::DeskCash => "desk-cash",
            Self::DeskCard => "desk-card",
            Self::Refunds => "refunds",
            Self::ByHand => "by-hand",
            Self::Refundability => "refundability",
            Self::Parking => "parking",
            Self::VisitorMinutes => "visitor-minutes",
        }
    }

    fn unit(self) -> Unit {
        match self {
            Self::InTransit | Self::DeskCash | Self::DeskCard | Self::Refunds | Self::ByHand | Self::Parking => {
                Unit::Cent
            }
            Self::Refundability => Unit::RefundableCent,
            Self::VisitorMinutes => Unit::VisitorMinute,
        }
    }
}

impl Account {
    pub fn unit(&self) -> Unit {
        match self {
            Self::Wallet(_) => Unit::Cent,
            Self::Refundable(_) => Unit::RefundableCent,
            Self::Visits(..) => Unit::VisitorMinute,
            Self::System(system) => system.unit(),
        }
    }

    /// Where its balance stands.
    pub fn key(&self) -> Key {
        ledger::account(&self.to_string())
    }

    /// What its balance never passes.
    pub fn bound(&self) -> Bound {
        match self {
            Self::Wallet(_) | Self::Refundable(_) | Self::Visits(..) => Bound { least: Some(0), most: None },
            Self::System(_) => Bound { least: None, most: None },
        }
    }
}

/// As keys and rows name it.
impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wallet(person) => write!(f, "wallet/{person}"),
            Self::Refundable(payment) => write!(f, "refundable/{payment}"),
            Self::Visits(holder, quarter) => write!(f, "visits/{holder}/{quarter}"),
            Self::System(system) => write!(f, "system/{}", system.name()),
        }
    }
}
