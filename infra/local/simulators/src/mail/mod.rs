//! The mail catcher: takes what the SES client sends, keeps it, and shows it.
//! Nothing leaves the machine.

mod message_pages;
mod routes;
mod ses;
mod store;

pub(crate) use routes::pages_router;
pub(crate) use ses::ses_router;
pub(crate) use store::MailBox;
pub use store::{Mail, MailHeader};

use std::sync::Arc;

use crate::counters::Counters;
use crate::failing::{CanFail, Fault};
use crate::misbehave::Plan;

/// How sending can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailFault {
    /// 429 `TooManyRequestsException`: try again later.
    Throttled,
    /// 400 `MessageRejected`: this message never goes.
    Rejected,
    /// 503 without a word.
    Down,
}

impl Fault for MailFault {
    const ALL: &'static [Self] = &[Self::Throttled, Self::Rejected, Self::Down];

    fn name(self) -> &'static str {
        match self {
            Self::Throttled => "throttled",
            Self::Rejected => "rejected",
            Self::Down => "down",
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::Throttled => "answers TooManyRequestsException, one may try again",
            Self::Rejected => "answers MessageRejected, for good",
            Self::Down => "answers 503",
        }
    }
}

impl CanFail for Arc<MailBox> {
    type Fault = MailFault;
    const TITLE: &'static str = "Mail";
    const CONTROL: &'static str = "/mail/control";

    fn plan(&self) -> &Plan<MailFault> {
        &self.plan
    }

    fn counters(&self) -> &Counters {
        &self.counters
    }
}
