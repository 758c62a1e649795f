//! Why a sign-in did not come to an end, as the person is told and as the log is.

/// The text inside is for the log only. It never holds a token, a code or a claim.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("cancelled at the provider")]
    Cancelled,
    #[error("no such attempt, or it was used")]
    Replayed,
    #[error("the attempt has ended")]
    Expired,
    #[error("the attempt began in another browser")]
    OtherBrowser,
    #[error("not acceptable: {0}")]
    Refused(String),
    #[error("signed by none of the provider's keys")]
    UnknownKey,
    #[error("the provider does not know us by our secret or key")]
    ClientRefused,
    #[error("clocks differ: {0}")]
    Clock(String),
    #[error("the provider gave no answer: {0}")]
    Unavailable(String),
    #[error("the provider gave no valid national number")]
    NumberMissing,
}

impl Failure {
    /// What the page that helps goes by; its words are the sites' own.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "sign-in-cancelled",
            Self::Replayed => "sign-in-replayed",
            Self::Expired => "sign-in-expired",
            Self::OtherBrowser => "sign-in-other-browser",
            Self::Refused(_) | Self::ClientRefused | Self::UnknownKey => "sign-in-refused",
            Self::Clock(_) => "sign-in-clock",
            Self::Unavailable(_) => "provider-unavailable",
            Self::NumberMissing => "national-number-missing",
        }
    }

    pub(crate) fn unavailable(error: impl std::fmt::Display) -> Self {
        Self::Unavailable(error.to_string())
    }

    pub(crate) fn refused(why: impl Into<String>) -> Self {
        Self::Refused(why.into())
    }
}
