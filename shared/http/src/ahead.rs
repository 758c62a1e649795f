//! Rows that a change must have seen before it decides. They are read together with the session, so
//! that such a change takes two waits instead of three.

use meent_domain::StaffId;
use meent_store::{Key, staff};

/// What to read for a request to `pattern` (the route) at `path` (the address).
pub(crate) fn ahead(pattern: &str, path: &str) -> Vec<Key> {
    match pattern {
        "/api/staff/accounts/{id}" | "/api/staff/accounts/{id}/invitation" => {
            let id = path.split('/').nth(4).unwrap_or_default().to_owned();
            StaffId::try_from(id).map(|id| vec![staff::account(&id)]).unwrap_or_default()
        }
        _ => vec![],
    }
}
