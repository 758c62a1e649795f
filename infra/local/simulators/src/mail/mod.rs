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

impl MailFault {
    pub const ALL: [Self; 3] = [Self::Throttled, Self::Rejected, Self::Down];

    pub fn name(self) -> &'static str {
        match self {
            Self::Throttled => "throttled",
            Self::Rejected => "rejected",
            Self::Down => "down",
        }
    }

    pub fn what(self) -> &'static str {
        match self {
            Self::Throttled => "answers TooManyRequestsException, one may try again",
            Self::Rejected => "answers MessageRejected, for good",
            Self::Down => "answers 503",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}
