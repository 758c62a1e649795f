use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_http::{Answer, App, Checking, Json, Staff};
use meent_ledger::{Findings, last_findings};
use serde::Serialize;
use utoipa::ToSchema;

/// What the last audit of the ledger found.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditShown {
    /// None has been held yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<FindingsShown>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct FindingsShown {
    started_at: DateTime<Utc>,
    ended_at: DateTime<Utc>,
    accounts: u64,
    transfers: u64,
    payments: u64,
    fault_count: u64,
    /// The first of them, for who repairs it.
    #[schema(value_type = Vec<Object>)]
    faults: Vec<meent_ledger::Fault>,
}

/// What the last audit of the ledger found (W-30).
#[utoipa::path(
    get, path = "/api/staff/ledger-audit", tag = "payments", operation_id = "ledger_audit",
    responses((status = 200, body = AuditShown))
)]
pub async fn last(State(app): State<App>, check: Checking<Staff>) -> Answer<Json<AuditShown>> {
    let last = last_findings(&app.db).await?;
    check.caller().await?;
    Ok(Json(AuditShown { last: last.map(FindingsShown::from) }))
}

impl From<Findings> for FindingsShown {
    fn from(found: Findings) -> Self {
        let Findings { started_at, ended_at, accounts, transfers, payments, fault_count, faults } = found;
        Self { started_at, ended_at, accounts, transfers, payments, fault_count, faults }
    }
}
