//! Rows that a change must have seen before it decides. They are read together with the session, so
//! that such a change takes two waits instead of three.

use meent_domain::{PaymentId, PersonId, RefundId, StaffId};
use meent_ledger::Account;
use meent_secrets::Fingerprint;
use meent_store::{Key, catalogue, payments, people, staff, web_sessions};

/// What to read for a request to `pattern` (the route) at `path` (the address).
pub(crate) fn ahead_of_staff(pattern: &str, path: &str, clerk: &StaffId) -> Vec<Key> {
    match pattern {
        // Whether this clerk helps this resident now, and who that is (P-63).
        _ if pattern.starts_with("/api/staff/desk/{person}") => part::<PersonId>(path, 4)
            .map(|person| vec![web_sessions::desk_visit(clerk, &person), people::person(&person)]),
        "/api/staff/accounts/{id}" | "/api/staff/accounts/{id}/invitation" => {
            part::<StaffId>(path, 4).map(|id| vec![staff::account(&id)])
        }
        "/api/staff/scanners/{id}" => part::<Fingerprint>(path, 4).map(|id| vec![web_sessions::scanner(id.as_str())]),
        "/api/staff/payments/{id}/resolution" => part::<PaymentId>(path, 4).map(|id| vec![payments::payment(&id)]),
        "/api/staff/zones" | "/api/staff/zones.json" | "/api/staff/zones/{zone}" | "/api/staff/zone-previews" => {
            Some(vec![catalogue::zones()])
        }
        "/api/staff/voucher-types" => Some(vec![catalogue::voucher_types()]),
        // Which zones there are is asked of the rows themselves, too.
        "/api/staff/voucher-types/{type}" => Some(vec![catalogue::voucher_types(), catalogue::zones()]),
        "/api/staff/refunds/{id}/decision" => part::<RefundId>(path, 4).map(|id| vec![payments::refund(&id)]),
        _ => None,
    }
    .unwrap_or_default()
}

/// The same for a resident, whose wallet is at hand for what touches it.
pub(crate) fn ahead_of_resident(pattern: &str, path: &str, id: &PersonId) -> Vec<Key> {
    let wallet = Account::Wallet(id.clone()).key();
    match pattern {
        // Who leaves gets back what is left first (P-12).
        "/api/wallet/refunds" | "/api/consent" | "/api/profile/erasure" => vec![wallet],
        "/api/wallet/top-ups/{id}/outcome" => {
            part::<PaymentId>(path, 4).map(|id| vec![wallet, payments::payment(&id)]).unwrap_or_default()
        }
        _ => vec![],
    }
}

fn part<T: TryFrom<String>>(path: &str, index: usize) -> Option<T> {
    path.split('/').nth(index).and_then(|part| T::try_from(part.to_owned()).ok())
}
