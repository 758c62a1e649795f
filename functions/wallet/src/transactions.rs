use crate::filter::Asked;
use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::{Language, PersonId, RefundId};
use meent_http::{Answer, App, Checking, Claimed, Context, Json, ProblemBody, Query, Resident};
use meent_ledger::page;
use meent_store::ledger::EntryRow;
use meent_store::payments::{self, Refund};
use meent_store::{Cursor, Db, Key, PageSize};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use utoipa::{IntoParams, ToSchema};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PageAsked {
    /// First day; only this day, when no last one is given.
    from: Option<chrono::NaiveDate>,
    /// Last day.
    to: Option<chrono::NaiveDate>,
    /// Only what an invoice was asked for.
    #[serde(default)]
    invoice: bool,
    /// 10, 25 or 50
    #[serde(default)]
    #[param(value_type = Option<u32>)]
    limit: PageSize,
    #[param(value_type = Option<String>)]
    cursor: Option<Cursor>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TransactionList {
    items: Vec<TransactionShown>,
    /// Where the next page begins.
    next: Option<String>,
    more: bool,
    /// How many there are in all.
    count: u64,
    /// There are more than could be counted.
    or_more: bool,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct TransactionShown {
    number: u64,
    at: DateTime<Utc>,
    /// Below zero when it went out.
    amount_cents: i64,
    balance_after_cents: i64,
    /// What it was, in the asked language.
    description: &'static str,
    /// The payment it came by, which has a receipt or an invoice.
    #[serde(skip_serializing_if = "Option::is_none")]
    payment: Option<String>,
    invoice: bool,
    /// Numbers of the credit notes on what went back of invoiced payments.
    credit_notes: Vec<String>,
}

/// The statement, newest first (W-20).
#[utoipa::path(
    get, path = "/api/wallet/transactions", tag = "wallet", operation_id = "transactions", params(PageAsked),
    responses((status = 200, body = TransactionList), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn list(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Query(asked): Query<PageAsked>,
) -> Answer<Json<TransactionList>> {
    let PageAsked { from, to, invoice, limit, cursor } = asked;
    let statement = Asked { from, to, invoice }.statement(&owner)?;
    let listed = page(&app.db, &statement, limit, cursor).await?;
    let mut notes = credit_notes(&app.db, &listed.page.rows).await?;
    check.caller().await?;
    let rows = listed.page.rows.into_iter();
    Ok(Json(TransactionList {
        items: rows.map(|row| shown(row, &mut notes, context.language)).collect(),
        more: listed.page.next.is_some(),
        next: listed.page.next.map(String::from),
        count: listed.count.entries,
        or_more: listed.count.or_more,
    }))
}

/// Those that stand ready, of the refunds on a page.
async fn credit_notes(db: &Db, rows: &[EntryRow]) -> Answer<HashMap<RefundId, Vec<String>>> {
    let refunds: HashSet<&RefundId> = rows.iter().filter_map(asked_back).collect();
    if refunds.is_empty() {
        return Ok(HashMap::new());
    }
    let keys: Vec<Key> = refunds.iter().map(|id| payments::refund(id)).collect();
    let mut read = db.get_all(&keys).await?;
    let mut notes = HashMap::new();
    for key in &keys {
        let Some(refund) = read.take::<Refund>(key)? else { continue };
        let ready = refund.parts.into_iter().filter_map(|part| part.credit_note.filter(|note| note.papers.is_some()));
        notes.insert(refund.id, ready.map(|note| note.number).collect());
    }
    Ok(notes)
}

fn asked_back(row: &EntryRow) -> Option<&RefundId> {
    match &row.about {
        About::Refund { refund } if row.kind == Kind::RefundAsked => Some(refund),
        _ => None,
    }
}

fn shown(row: EntryRow, notes: &mut HashMap<RefundId, Vec<String>>, language: Language) -> TransactionShown {
    let credit_notes = asked_back(&row).and_then(|refund| notes.remove(refund)).unwrap_or_default();
    let (payment, invoice) = match row.about {
        About::Payment { payment, invoice } => (Some(payment.to_string()), invoice),
        _ => (None, false),
    };
    TransactionShown {
        number: row.number,
        at: row.at,
        amount_cents: row.amount,
        balance_after_cents: row.balance_after,
        description: row.kind.described(language),
        payment,
        invoice,
        credit_notes,
    }
}
