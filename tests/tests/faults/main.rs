//! Every call of every route that changes something, failing in every way (P-51). The number of points
//! is printed: `cargo test -p meent-tests --test faults -- --nocapture`.

mod accounts;
mod desk;
mod money;
mod money_desk;
mod money_runs;
mod parking;
mod people;
mod profile;
mod residents;
mod sign_in;
mod visits;
mod voucher_types;
mod zones;

use meent_tests::faults::{Deed, sweep};

/// A deed without any call that can fail is no deed.
async fn all_of(deed: &impl Deed) {
    assert!(sweep(deed).await > 0);
}
