//! What the clock does: asks about payments that nobody reported (W-15), and reckons the ledger again
//! (W-30). Both go on where they stopped.

mod audit;
mod sweep;

use meent_http::App;
pub use sweep::Swept;

/// What a run is for; the schedules of `infra/template.yaml` say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    PaymentSweep,
    LedgerAudit,
}

pub struct Schedule {
    pub app: App,
}
