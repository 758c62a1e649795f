//! The payment providers that are simulated.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PaymentProvider {
    Worldline,
    Mollie,
}

impl PaymentProvider {
    pub const ALL: [Self; 2] = [Self::Worldline, Self::Mollie];

    /// The path prefix, without slashes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Worldline => "worldline",
            Self::Mollie => "mollie",
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Worldline => "Worldline",
            Self::Mollie => "Mollie",
        }
    }
}
