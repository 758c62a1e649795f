use crate::filter::Asked;
use axum::extract::State;
use meent_documents::csv::{Cell, Csv};
use meent_domain::calendar::local_day;
use meent_domain::{Cents, PersonId};
use meent_http::{Answer, App, Checking, Claimed, Context, CsvFile, ProblemBody, ProblemCode, Query, Resident};
use meent_ledger::entries;

/// What a file holds at most; a longer period can be asked for in parts.
pub const MOST_ENTRIES: usize = 10_000;

/// The statement as a file for a spreadsheet (W-21), oldest first.
#[utoipa::path(
    get, path = "/api/wallet/transactions.csv", tag = "wallet", operation_id = "transactions_csv", params(Asked),
    responses((status = 200, content_type = "text/csv"), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn download(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Query(asked): Query<Asked>,
) -> Answer<CsvFile> {
    let statement = asked.statement(&owner)?;
    let found = entries(&app.db, &statement, MOST_ENTRIES).await?;
    check.caller().await?;
    let found = found.ok_or(ProblemCode::StatementTooLong)?;
    let language = context.language;
    let headings: [[&str; 4]; 6] = [
        ["Nummer", "Numéro", "Nummer", "Number"],
        ["Datum", "Date", "Datum", "Date"],
        ["Tijd", "Heure", "Uhrzeit", "Time"],
        ["Omschrijving", "Description", "Beschreibung", "Description"],
        ["Bedrag", "Montant", "Betrag", "Amount"],
        ["Saldo erna", "Solde après", "Guthaben danach", "Balance after"],
    ];
    let mut csv = Csv::new(&headings.map(|texts| texts[language as usize]));
    for entry in found {
        csv.row(&[
            Cell::Number(entry.number),
            Cell::Date(local_day(entry.at)),
            Cell::Time(entry.at),
            Cell::Ours(entry.kind.described(language)),
            Cell::Amount(Cents(entry.amount)),
            Cell::Amount(Cents(entry.balance_after)),
        ]);
    }
    Ok(CsvFile { name: "meent".to_owned(), csv })
}
