//! `people`: personal data, and nothing else holds any. Other tables hold person ids only.
//!
//! | pk | sk | row |
//! |---|---|---|
//! | `PERSON#<id>` | `PERSON` | [`Person`] |
//! | `NUMBER#<keyed hash>` | `LOCK` | [`NumberLock`]: one national number, one person (P-2) |
//! | `COUNT#consent-refused` | `<year-month>` | how often consent was refused (P-11): a number, no person |

use crate::Table;
use crate::row::{Key, Stored};
use chrono::{DateTime, Utc};
use meent_domain::consent::{Decision, Standing};
use meent_domain::person::{Address, UserName};
use meent_domain::{Language, PersonId};
use serde::{Deserialize, Serialize};

pub fn person(id: &PersonId) -> Key {
    Key::new(Table::People, format!("PERSON#{id}"), "PERSON")
}

/// The person whose partition of the outbox it is; none for staff and the town.
pub fn owner_of_mail(owner: &str) -> Option<Key> {
    let id = owner.strip_prefix("PERSON#")?;
    PersonId::try_from(id.to_owned()).ok().map(|id| person(&id))
}

/// `number` is the keyed hash of a national number.
pub fn number_lock(number: &str) -> Key {
    Key::new(Table::People, format!("NUMBER#{number}"), "LOCK")
}

pub fn refusals(month: &str) -> Key {
    Key::new(Table::People, "COUNT#consent-refused", month)
}

/// A resident. What consent covers is there only while consent is given; after an erasure only the
/// decisions stay, under an id that leads to nobody (P-12, P-13).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    /// Raised by every change; a change names the one it was made from.
    pub version: u64,
    pub created_at: DateTime<Utc>,
    pub language: Language,
    pub decisions: Vec<Decision>,
    /// Sessions that began before this have ended: signing out everywhere is one write.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub signed_out_before: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub details: Option<Details>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub erased_at: Option<DateTime<Utc>>,
}

/// What consent covers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Details {
    /// The keyed hash by which the lock is found, and the number itself, sealed.
    pub number: String,
    pub number_sealed: String,
    pub first_name: String,
    pub last_name: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub user_name: Option<UserName>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub address: Option<KnownAddress>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub email_sealed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pending_email: Option<PendingEmail>,
    /// Codes sent since a moment: one person's phone must not fill another's mailbox.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub codes_sent: Option<CodesSent>,
    /// The picture's key in the documents bucket.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub picture: Option<String>,
    /// Where reminders come by web push, the one added last at the end.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub devices: Vec<Device>,
}

/// A browser that may be told something, for as long as it is signed in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Device {
    /// The hash of its address.
    pub id: String,
    /// The session it turned notices on in, by its fingerprint.
    pub session: String,
    /// The town's public key that it subscribed for; it hears of no other.
    pub for_key: String,
    pub subscription_sealed: String,
    pub added_at: DateTime<Utc>,
}

impl Device {
    /// Field under which its subscription is sealed.
    pub const FIELD: &'static str = "device";

    /// One browser is kept once, and one that knows another key of the town is of no use.
    pub fn is_beside(&self, new: &Self) -> bool {
        self.id != new.id && self.session != new.session && self.for_key == new.for_key
    }
}

/// An address and who says so (P-10).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KnownAddress {
    #[serde(flatten)]
    pub address: Address,
    pub source: AddressSource,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AddressSource {
    Provider,
    Clerk,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct CodesSent {
    pub times: u32,
    pub since: DateTime<Utc>,
}

/// An address that a code was sent to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PendingEmail {
    pub address_sealed: String,
    pub code_sealed: String,
    pub wrong_tries: u32,
    pub ends_at: DateTime<Utc>,
}

impl Person {
    pub fn standing(&self) -> Standing {
        Standing::of(&self.decisions)
    }

    pub fn devices(&self) -> &[Device] {
        self.details.as_ref().map_or(&[], |details| &details.devices)
    }
}

impl Stored for Person {}

/// Leads from a national number to its person. Says which consent text they agreed to, so that a
/// sign-in knows without reading the person whether there is something to ask.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NumberLock {
    pub person_id: PersonId,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub agreed_to: Option<String>,
}

impl Stored for NumberLock {}
