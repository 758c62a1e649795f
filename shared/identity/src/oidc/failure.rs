//! Why a sign-in did not come to an end, as the person is told and as the log is.

/// The text inside is for the log only. It never holds a token, a code or a claim.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("cancelled at the provider")]
    Cancelled,
    #[error("no such attempt, or it was used or has ended")]
    Expired,
    #[error("the attempt began in another browser")]
    OtherBrowser,
    #[error("not acceptable: {0}")]
    Refused(String),
    #[error("clocks differ: {0}")]
    Clock(String),
    #[error("the provider gave no answer: {0}")]
    Unavailable(String),
    #[error("the provider gave no valid national number")]
    NumberMissing,
}

impl Failure {
    /// The stable code of `shared/http/problems.toml`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "sign-in-cancelled",
            Self::Expired => "sign-in-expired",
            Self::OtherBrowser => "sign-in-replayed",
            Self::Refused(_) => "sign-in-refused",
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
