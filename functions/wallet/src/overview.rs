use axum::extract::State;
use chrono::{DateTime, Duration, Utc};
use meent_domain::PersonId;
use meent_domain::payment::{PaymentState, RefundState};
use meent_http::{Answer, App, Checking, Claimed, Context, Json, Resident};
use meent_ledger::Account;
use meent_store::ledger::AccountRow;
use meent_store::payments::{self, BY_PERSON, List, Payment, Refund};
use meent_store::{PageSize, Query, Table};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Overview {
    balance_cents: i64,
    top_up: TopUpRules,
    /// Ordered lately and not simply done: on their way, or come late.
    payments: Vec<PaymentNews>,
    /// Asked back and not simply done.
    refunds: Vec<RefundNews>,
    as_of: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct TopUpRules {
    /// Whether this town takes payments online.
    offered: bool,
    least_cents: i64,
    most_cents: i64,
    quick_cents: Vec<i64>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PaymentNews {
    id: String,
    reference: String,
    amount_cents: i64,
    at: DateTime<Utc>,
    /// open, pending, checking or late
    news: &'static str,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct RefundNews {
    id: String,
    amount_cents: i64,
    at: DateTime<Utc>,
    /// asked, approved, paid or refused
    news: &'static str,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// What is older is told by the statement.
const NEWS_LASTS: Duration = Duration::days(7);

/// Balance, what may be topped up, and what is on its way.
#[utoipa::path(get, path = "/api/wallet", tag = "wallet", operation_id = "wallet", responses((status = 200, body = Overview)))]
pub async fn overview(
    State(app): State<App>,
    context: Context,
    Claimed(id): Claimed<PersonId>,
    check: Checking<Resident>,
) -> Answer<Json<impl Serialize>> {
    let newest = |list| {
        Query::index(Table::Payments, BY_PERSON, payments::person_of(list, &id))
            .newest_first()
            .page(PageSize::FEWEST, None)
    };
    let wallet_key = Account::Wallet(id.clone()).key();
    let (wallet, ordered, asked) = futures::join!(
        app.db.get::<AccountRow>(&wallet_key),
        app.db.query::<Payment>(newest(List::Payments)),
        app.db.query::<Refund>(newest(List::Refunds)),
    );
    let (wallet, ordered, asked) = (wallet?.unwrap_or_default(), ordered?, asked?);
    check.caller().await?;
    let since = context.now - NEWS_LASTS;
    let limits = &app.settings.top_up;
    Ok(Json(Overview {
        balance_cents: wallet.balance,
        top_up: TopUpRules {
            offered: app.gateways.in_use().is_some(),
            least_cents: limits.least().0,
            most_cents: limits.most().0,
            quick_cents: limits.quick().iter().map(|amount| amount.0).collect(),
        },
        payments: ordered.rows.into_iter().filter(|row| row.ordered_at > since).filter_map(payment_news).collect(),
        refunds: asked.rows.into_iter().filter(|row| row.asked_at > since).filter_map(refund_news).collect(),
        as_of: context.now,
    }))
}

fn payment_news(row: Payment) -> Option<PaymentNews> {
    let news = match row.state {
        PaymentState::Open => "open",
        PaymentState::Pending => "pending",
        PaymentState::Parked => "checking",
        PaymentState::Paid if row.came_late => "late",
        _ => return None,
    };
    Some(PaymentNews {
        id: row.id.to_string(),
        reference: row.id.reference(),
        amount_cents: row.ordered.0,
        at: row.ordered_at,
        news,
    })
}

fn refund_news(row: Refund) -> Option<RefundNews> {
    let news = match row.state {
        RefundState::Asked => "asked",
        RefundState::Approved | RefundState::Sending | RefundState::Stuck => "approved",
        RefundState::Paid => "paid",
        RefundState::Refused => "refused",
    };
    let reason = row.reason.filter(|_| row.state == RefundState::Refused);
    Some(RefundNews { id: row.id.to_string(), amount_cents: row.cents.0, at: row.asked_at, news, reason })
}
