//! Random identifiers. A person is a random id and needs no national number, so that children and
//! card holders can be persons too; other tables hold this id only.

use crate::{Invalid, base32, invalid};
use chrono::{DateTime, Utc};
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
id! {
    /// A parking session. Its first part is when it begins, so that ids sort as sessions do.
    SessionId
}
id! {
    /// Parking sessions that were booked together.
    SeriesId
}
id! {
    /// Who has visitors' hours: a household, or a resident. Leads to no address.
    HolderId
}

impl SessionId {
    /// `random` makes two that begin at once two.
    pub fn beginning(from: DateTime<Utc>, random: [u8; 12]) -> Self {
        let mut bytes = [0; 16];
        bytes[..4].copy_from_slice(&minute(from));
        bytes[4..].copy_from_slice(&random);
        Self::from_random(bytes)
    }

    /// Sorts before every session that begins at this moment or later, and after every earlier one.
    pub fn first_from(at: DateTime<Utc>) -> Self {
        Self::beginning(at, [0; 12])
    }

    /// What one reads to a clerk, and what stands on the proof: `3F7K-92QX`.
    pub fn reference(&self) -> String {
        let text = self.0[ID_LENGTH - 9..ID_LENGTH - 1].to_uppercase();
        format!("{}-{}", &text[..4], &text[4..])
    }
}

/// Of the moment, rounded up so that a bound within a minute leaves that minute's sessions out.
fn minute(at: DateTime<Utc>) -> [u8; 4] {
    let seconds = at.timestamp().max(0);
    u32::try_from(seconds / 60 + i64::from(seconds % 60 > 0)).unwrap_or(u32::MAX).to_be_bytes()
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
    fn sessions_sort_by_when_they_begin() {
        let at = |minutes: i64| DateTime::UNIX_EPOCH + chrono::Duration::minutes(minutes);
        let sessions = [(29_000_000, 255), (29_000_001, 0), (29_000_032, 7), (30_000_000, 1)];
        let ids = sessions.map(|(minute, random)| SessionId::beginning(at(minute), [random; 12]));
        assert!(ids.is_sorted());
        assert!(ids[0] < SessionId::first_from(at(29_000_000) + chrono::Duration::seconds(1)));
        assert!(SessionId::first_from(at(29_000_001)) <= ids[1]);
        assert_eq!(ids[0].reference().len(), 9);
    }

    #[test]
    fn references_are_read_as_people_type_them() {
        let id = PaymentId::from_random([0xa5; 16]);
        let typed = format!(" {} {}", &id.reference()[..13].to_lowercase(), &id.reference()[13..]);
        assert_eq!(PaymentId::from_reference(&typed), Ok(id));
        assert!(PaymentId::from_reference("42").is_err());
    }
}
