//! Random identifiers. A person is a random id and needs no national number, so that children and
//! card holders can be persons too; other tables hold this id only.

use crate::{Invalid, base32, invalid};
use serde::{Deserialize, Serialize};
use std::fmt;

/// 16 random bytes in base 32.
const ID_LENGTH: usize = 26;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(base32::readable(&bytes))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Invalid;

            fn try_from(text: String) -> Result<Self, Invalid> {
                if text.len() == ID_LENGTH && base32::is_readable(&text) {
                    Ok(Self(text))
                } else {
                    Err(invalid::NOT_VALID)
                }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A resident, or anybody else a town keeps something for.
    PersonId
}
id! {
    /// Somebody who works for the town.
    StaffId
}
id! {
    /// Money on its way to a wallet, through a payment provider.
    PaymentId
}
id! {
    /// Unused balance on its way back to whoever paid it.
    RefundId
}
id! {
    /// A movement in the ledger.
    TransferId
}

impl PersonId {
    /// What a resident reads to a clerk: eight characters, in two groups ("9F3K-27QX").
    pub fn internal_id(&self) -> String {
        let text = self.0[..8].to_uppercase();
        format!("{}-{}", &text[..4], &text[4..])
    }

    /// The profile's id, as other systems of the town may show it: another part of the same id,
    /// so that neither tells the other.
    pub fn profile_id(&self) -> String {
        self.0[14..].to_owned()
    }
}

impl PaymentId {
    /// What stands on the provider's page, on the receipt, and what one reads to a clerk. The whole
    /// id, so that it leads straight to the payment.
    pub fn reference(&self) -> String {
        self.0.to_uppercase()
    }

    /// A reference as somebody types it.
    pub fn from_reference(typed: &str) -> Result<Self, Invalid> {
        let plain: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        Self::try_from(plain.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_ids_are_taken() {
        let id = PersonId::from_random([7; 16]);
        assert_eq!(PersonId::try_from(id.to_string()), Ok(id.clone()));
        for wrong in ["", "abc", "../../etc/passwd/aaaaaaaaaa", "ABCDEFGHJKMNPQRSTVWXYZ0123"] {
            assert_eq!(PersonId::try_from(wrong.to_owned()), Err(invalid::NOT_VALID));
        }
        assert_eq!(id.internal_id().len(), 9);
        assert_eq!(id.profile_id().len(), 12);
    }

    #[test]
    fn references_are_read_as_people_type_them() {
        let id = PaymentId::from_random([0xa5; 16]);
        let typed = format!(" {} {}", &id.reference()[..13].to_lowercase(), &id.reference()[13..]);
        assert_eq!(PaymentId::from_reference(&typed), Ok(id));
        assert!(PaymentId::from_reference("42").is_err());
    }
}
