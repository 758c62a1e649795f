use crate::list::{Filter, page};
use crate::shown::PaymentShown;
use crate::words::state_named;
use axum::extract::State;
use meent_documents::csv::{Cell, Csv};
use meent_domain::Cents;
use meent_domain::calendar::local_day;
use meent_domain::payment::method_named;
use meent_http::{Answer, App, Checking, Context, CsvFile, Problem, ProblemBody, ProblemCode, Query, Staff};
use meent_store::PageSize;

/// More than a town has in a month; a longer period can be asked for in parts.
const MOST_ROWS: usize = 5000;

/// The list as a file for a spreadsheet.
#[utoipa::path(
    get, path = "/api/staff/payments.csv", tag = "payments", operation_id = "csv", params(Filter),
    responses(
        (status = 200, content_type = "text/csv"),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn download(
    State(app): State<App>,
    context: Context,
    check: Checking<Staff>,
    Query(filter): Query<Filter>,
) -> Answer<CsvFile> {
    let headings: [[&str; 4]; 10] = [
        ["Datum", "Date", "Datum", "Date"],
        ["Tijd", "Heure", "Uhrzeit", "Time"],
        ["Referentie", "Référence", "Referenz", "Reference"],
        ["Inwoner", "Habitant", "Einwohner", "Resident"],
        ["Besteld", "Commandé", "Bestellt", "Ordered"],
        ["Ontvangen", "Reçu", "Erhalten", "Received"],
        ["Munt", "Devise", "Währung", "Currency"],
        ["Toestand", "État", "Zustand", "State"],
        ["Betaald met", "Payé avec", "Bezahlt mit", "Paid with"],
        ["Document", "Document", "Dokument", "Document"],
    ];
    let mut csv = Csv::new(&headings.map(|texts| texts[context.language as usize]));
    let mut filter = filter;
    (filter.limit, filter.cursor) = (PageSize::MOST, None);
    let mut rows = 0;
    loop {
        let page = page(&app, filter.clone(), context.now).await?;
        rows += page.rows.len();
        for row in page.rows {
            let state = state_named(row.state, context.language);
            let method = row.received.as_ref().map(|received| received.method.as_deref());
            let method = method.map(|method| method_named(method, context.language)).unwrap_or_default();
            let shown = PaymentShown::from(row);
            csv.row(&[
                Cell::Date(local_day(shown.ordered_at)),
                Cell::Time(shown.ordered_at),
                Cell::Ours(&shown.reference),
                Cell::Ours(&shown.person),
                Cell::Amount(Cents(shown.ordered_cents)),
                shown.received_cents.map_or(Cell::Ours(""), |cents| Cell::Amount(Cents(cents))),
                Cell::Typed(shown.received_currency.as_deref().unwrap_or_default()),
                Cell::Ours(state),
                Cell::Typed(&method),
                Cell::Ours(shown.paper_number.as_deref().unwrap_or_default()),
            ]);
        }
        match page.next {
            Some(_) if rows >= MOST_ROWS => return Err(Problem::at(ProblemCode::TooLarge, "from")),
            Some(next) => filter.cursor = Some(next),
            None => break,
        }
    }
    check.caller().await?;
    Ok(CsvFile { name: "payments".to_owned(), csv })
}
