use crate::shown::RefundShown;
use axum::extract::State;
use chrono::NaiveDate;
use meent_domain::RefundId;
use meent_domain::payment::RefundState;
use meent_http::{Answer, App, Checking, Context, Json, Path, ProblemBody, ProblemCode, Query, Staff, months};
use meent_store::payments::{self, Attention, BY_ATTENTION, BY_MONTH, List, Refund};
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
    /// asked, approved, sending, paid, refused or stuck. Those that wait for somebody are shown whatever
    /// their age.
    #[param(value_type = Option<String>)]
    state: Option<RefundState>,
    /// 10, 25 or 50
    #[serde(default)]
    #[param(value_type = Option<u32>)]
    limit: PageSize,
    #[param(value_type = Option<String>)]
    cursor: Option<Cursor>,
}

#[derive(Serialize, ToSchema)]
pub struct RefundList {
    items: Vec<RefundShown>,
    /// Where the next page begins.
    next: Option<String>,
    more: bool,
}

/// Refunds, the newest first.
#[utoipa::path(
    get, path = "/api/staff/refunds", tag = "refunds", operation_id = "list", params(Filter),
    responses((status = 200, body = RefundList), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn list(
    State(app): State<App>,
    context: Context,
    check: Checking<Staff>,
    Query(filter): Query<Filter>,
) -> Answer<Json<RefundList>> {
    let Filter { from, to, state, limit, cursor } = filter;
    let waiting = match state {
        Some(RefundState::Asked) => Some(Attention::RefundAsked),
        Some(RefundState::Stuck) => Some(Attention::RefundStuck),
        _ => None,
    };
    let page = match waiting {
        Some(attention) => {
            let query = Rows::index(Table::Payments, BY_ATTENTION, attention.code()).newest_first();
            app.db.query::<Refund>(query.page(limit, cursor)).await?
        }
        None => {
            let of = |month: &str| Rows::index(Table::Payments, BY_MONTH, List::Refunds.of_month(month));
            let keep = |row: &Refund| state.is_none_or(|state| row.state == state);
            months(from, to, context.now)?.page(&app.db, of, limit, cursor, state.is_some(), keep).await?
        }
    };
    check.caller().await?;
    let items = page.rows.into_iter().map(RefundShown::from).collect();
    Ok(Json(RefundList { items, more: page.next.is_some(), next: page.next.map(String::from) }))
}

/// One refund.
#[utoipa::path(
    get, path = "/api/staff/refunds/{id}", tag = "refunds", operation_id = "one", params(("id" = String, Path,)),
    responses((status = 200, body = RefundShown), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn one(State(app): State<App>, check: Checking<Staff>, Path(id): Path<String>) -> Answer<Json<RefundShown>> {
    let id = RefundId::try_from(id).map_err(|_| ProblemCode::NotFound)?;
    let row: Option<Refund> = app.db.get(&payments::refund(&id)).await?;
    check.caller().await?;
    Ok(Json(row.ok_or(ProblemCode::NotFound)?.into()))
}
