//! Whose the visitors' hours are.

use meent_domain::parking::{Policy, QuotaOf};
use meent_domain::person::{Address, folded};
use meent_domain::{HolderId, PersonId};
use meent_secrets::DataKeys;

/// A household is an address with its box. The id is a keyed hash: it leads to no address.
pub fn holder(keys: &DataKeys, policy: &Policy, person: &PersonId, address: &Address) -> HolderId {
    let whose = match policy.quota_of {
        QuotaOf::Resident => format!("resident/{person}"),
        QuotaOf::Household => {
            let parts = [
                Some(address.postcode.as_str()),
                Some(address.street.as_str()),
                Some(address.number.as_str()),
                address.box_number.as_deref(),
            ];
            // One spelling of each part, and no part can run into the next.
            let plain = |part: &str| folded(part).split_whitespace().collect::<String>().replace('/', "//");
            let parts: Vec<String> = parts.into_iter().map(|part| part.map(plain).unwrap_or_default()).collect();
            format!("household/{}", parts.join(" / "))
        }
    };
    let mut half = [0; 16];
    half.copy_from_slice(&keys.derived("visitors-hours", &whose)[..16]);
    HolderId::from_random(half)
}
