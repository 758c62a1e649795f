use crate::shown::PaymentShown;
use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use meent_domain::PaymentId;
use meent_domain::payment::PaymentState;
use meent_http::{Answer, App, Checking, Context, Json, Problem, ProblemBody, Query, Staff, months};
use meent_store::payments::{self, Attention, BY_ATTENTION, BY_MONTH, List, Payment};
use meent_store::{Cursor, Page, PageSize, Query as Rows, Table};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// First day; a month before the last when not given.
    from: Option<NaiveDate>,
    /// Last day; today when not given.
    to: Option<NaiveDate>,
    /// Of one payment, as it stands on the receipt or at the provider; then nothing else counts.
    reference: Option<String>,
    /// One of the states; those that are parked are shown whatever their age.
    #[param(value_type = Option<String>)]
    state: Option<PaymentState>,
    /// 10, 25 or 50
    #[serde(default)]
    #[param(value_type = Option<u32>)]
    pub limit: PageSize,
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

#[derive(Serialize, ToSchema)]
pub struct PaymentList {
    items: Vec<PaymentShown>,
    /// Where the next page begins.
    next: Option<String>,
    more: bool,
}

/// Payments, the newest first.
#[utoipa::path(
    get, path = "/api/staff/payments", tag = "payments", operation_id = "list", params(Filter),
    responses((status = 200, body = PaymentList), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn list(
    State(app): State<App>,
    context: Context,
    check: Checking<Staff>,
    Query(filter): Query<Filter>,
) -> Answer<Json<PaymentList>> {
    let page = page(&app, filter, context.now).await?;
    check.caller().await?;
    let items = page.rows.into_iter().map(PaymentShown::from).collect();
    Ok(Json(PaymentList { items, more: page.next.is_some(), next: page.next.map(String::from) }))
}

pub async fn page(app: &App, filter: Filter, now: DateTime<Utc>) -> Result<Page<Payment>, Problem> {
    let Filter { from, to, reference, state, limit, cursor } = filter;
    if let Some(reference) = reference {
        // What can't be one is nobody's.
        let found = match PaymentId::from_reference(&reference) {
            Ok(id) => app.db.get::<Payment>(&payments::payment(&id)).await?,
            Err(_) => None,
        };
        return Ok(Page::whole(found.into_iter().collect()));
    }
    if state == Some(PaymentState::Parked) {
        let query = Rows::index(Table::Payments, BY_ATTENTION, Attention::PaymentParked.code()).newest_first();
        return Ok(app.db.query::<Payment>(query.page(limit, cursor)).await?);
    }
    let of = |month: &str| Rows::index(Table::Payments, BY_MONTH, List::Payments.of_month(month));
    let keep = |row: &Payment| state.is_none_or(|state| row.state == state);
    Ok(months(from, to, now)?.page(&app.db, of, limit, cursor, state.is_some(), keep).await?)
}
