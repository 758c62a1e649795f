use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use meent_domain::payment::PaperKind as Kind;
use meent_http::{Answer, App, Checking, Context, Json, ProblemBody, Query, Staff, months};
use meent_store::payments::{BY_MONTH, List, Paper};
use meent_store::{Cursor, PageSize, Query as Rows, Table};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// First day; a month before the last when not given.
    from: Option<NaiveDate>,
    /// Last day; today when not given.
    to: Option<NaiveDate>,
    /// receipt, invoice or credit-note
    #[param(value_type = Option<String>)]
    kind: Option<Kind>,
    /// 10, 25 or 50
    #[serde(default)]
    #[param(value_type = Option<u32>)]
    limit: PageSize,
    #[param(value_type = Option<String>)]
    cursor: Option<Cursor>,
}

#[derive(Serialize, ToSchema)]
pub struct PaperList {
    items: Vec<PaperShown>,
    /// Where the next page begins.
    next: Option<String>,
    more: bool,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PaperShown {
    number: String,
    /// receipt, invoice or credit-note
    kind: &'static str,
    drawn_at: DateTime<Utc>,
    amount_cents: i64,
    payment: String,
    payment_reference: String,
    /// Whether the document stands ready.
    ready: bool,
    /// Whether there is one that programs read.
    ubl: bool,
}

/// Receipts, invoices and credit notes, the newest first.
#[utoipa::path(
    get, path = "/api/staff/papers", tag = "papers", operation_id = "list", params(Filter),
    responses((status = 200, body = PaperList), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn list(
    State(app): State<App>,
    context: Context,
    check: Checking<Staff>,
    Query(filter): Query<Filter>,
) -> Answer<Json<PaperList>> {
    let Filter { from, to, kind, limit, cursor } = filter;
    let of = |month: &str| Rows::index(Table::Payments, BY_MONTH, List::Papers.of_month(month));
    let keep = |row: &Paper| kind.is_none_or(|kind| row.kind == kind);
    let page = months(from, to, context.now)?.page(&app.db, of, limit, cursor, kind.is_some(), keep).await?;
    check.caller().await?;
    let items = page.rows.into_iter().map(PaperShown::from).collect();
    Ok(Json(PaperList { items, more: page.next.is_some(), next: page.next.map(String::from) }))
}

impl From<Paper> for PaperShown {
    fn from(row: Paper) -> Self {
        Self {
            kind: row.kind.code(),
            drawn_at: row.drawn_at,
            amount_cents: row.cents.0,
            payment_reference: row.payment.reference(),
            payment: row.payment.to_string(),
            ready: row.papers.is_some(),
            ubl: row.papers.is_some_and(|papers| papers.ubl.is_some()),
            number: row.number,
        }
    }
}
