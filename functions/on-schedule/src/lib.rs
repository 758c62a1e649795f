//! What the clock does: asks about payments that nobody reported (W-15), reckons the ledger again (W-30), and
//! tells of sessions that are nearly over. All go on where they stopped.

mod audit;
mod payments;
mod reminders;
mod sweep;

use meent_http::App;
pub use reminders::Reminded;
pub use sweep::Swept;

/// What a run is for; the schedules of `infra/template.yaml` say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    PaymentSweep,
    LedgerAudit,
    ParkingReminders,
}

pub struct Schedule {
    pub app: App,
}
