use crate::csv::MOST_ENTRIES;
use crate::filter::Asked;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use meent_documents::{Entry, FileName, Statement};
use meent_domain::{Cents, Language, PersonId, calendar};
use meent_http::{Answer, App, Checking, Claimed, Context, Problem, ProblemBody, ProblemCode, Query, Resident};
use meent_ledger::{entries, last_before};
use meent_store::ledger::EntryRow;

/// The statement on paper (W-21), oldest first.
#[utoipa::path(
    get, path = "/api/wallet/statement.pdf", tag = "wallet", operation_id = "statement_pdf", params(Asked),
    responses((status = 200, content_type = "application/pdf"), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn download(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Query(asked): Query<Asked>,
) -> Answer<impl IntoResponse> {
    let wanted = asked.statement(&owner)?;
    let before = async {
        match &wanted.period {
            Some(period) => last_before(&app.db, &wanted.account, period.from).await,
            None => Ok(None),
        }
    };
    let (found, before) = futures::join!(entries(&app.db, &wanted, MOST_ENTRIES), before);
    let (found, before) = (found?, before?.map_or(0, |entry| entry.balance_after));
    let resident = check.caller().await?;
    let found = found.ok_or(ProblemCode::StatementTooLong)?;
    let person = resident.person.as_ref().ok_or(ProblemCode::ConsentNeeded)?;
    let details = person.details.as_ref().ok_or(ProblemCode::ConsentNeeded)?;
    let language = context.language;
    let (begin, end) = balances(&found, before);
    let statement = Statement {
        name: format!("{} {}", details.first_name, details.last_name),
        internal_id: owner.internal_id(),
        selection: selection(asked, language),
        made_on: context.now,
        balance_at_begin: begin,
        balance_at_end: end,
        entries: found.into_iter().map(|row| entry(row, language)).collect(),
    };
    let letterhead = app.settings.letterhead();
    let written = meent_documents::statement(&letterhead, &statement, language);
    let bytes = written.map_err(|error| Problem::internal(format!("a statement was not written: {error}")))?;
    let name = FileName::statement(calendar::local_day(context.now), language);
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name.disposition())], bytes))
}

fn entry(row: EntryRow, language: Language) -> Entry {
    Entry {
        number: row.number,
        at: row.at,
        description: row.kind.described(language).to_owned(),
        amount: Cents(row.amount),
        balance_after: Cents(row.balance_after),
    }
}

/// Before the first entry and after the last; of nothing, what there was when the period began.
fn balances(found: &[EntryRow], before: i64) -> (Cents, Cents) {
    match (found.first(), found.last()) {
        (Some(first), Some(last)) => (Cents(first.balance_after - first.amount), Cents(last.balance_after)),
        _ => (Cents(before), Cents(before)),
    }
}

fn selection(asked: Asked, language: Language) -> String {
    let day = |day| calendar::date(calendar::start_of_day(day), language);
    let word = |texts: [&'static str; 4]| texts[language as usize];
    let period = match (asked.from, asked.to) {
        (None, None) => word(["alles", "tout", "alles", "everything"]).to_owned(),
        (Some(only), None) => day(only),
        (None, Some(last)) => format!("{} {}", word(["tot en met", "jusqu'au", "bis", "up to"]), day(last)),
        (Some(from), Some(to)) => format!("{} – {}", day(from), day(to)),
    };
    if !asked.invoice {
        return period;
    }
    let invoiced = word(["met factuur", "avec facture", "mit Rechnung", "with an invoice"]);
    format!("{period}, {invoiced}")
}
