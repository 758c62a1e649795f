use axum::extract::State;
use meent_documents::csv::{Cell, Csv};
use meent_domain::calendar::local_day;
use meent_domain::{Language, PersonId};
use meent_http::parking::{Period, state};
use meent_http::{Answer, App, Checking, Claimed, Context, CsvFile, ProblemBody, ProblemCode, Query, Resident};
use meent_store::parking::Session;

/// A longer period can be asked for in parts.
const MOST_SESSIONS: usize = 10_000;

/// The list as a file for a spreadsheet.
#[utoipa::path(
    get, path = "/api/parking/sessions.csv", tag = "parking", operation_id = "parking_sessions_csv", params(Period),
    responses((status = 200, content_type = "text/csv"), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn download(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Query(period): Query<Period>,
) -> Answer<CsvFile> {
    let rows = app.db.query_up_to::<Session>(period.query(&owner)?, MOST_SESSIONS);
    let (rows, zones) = futures::join!(rows, app.zones());
    let (rows, zones) = (rows?, zones?);
    check.caller().await?;
    let sessions = rows.ok_or(ProblemCode::StatementTooLong)?;
    let language = context.language;
    let headings: [[&str; 4]; 11] = [
        ["Referentie", "Référence", "Referenz", "Reference"],
        ["Datum", "Date", "Datum", "Date"],
        ["Van", "De", "Von", "From"],
        ["Tot datum", "Jusqu'au", "Bis Datum", "Until date"],
        ["Tot", "Jusqu'à", "Bis", "Until"],
        ["Zone", "Zone", "Zone", "Zone"],
        ["Nummerplaat", "Plaque", "Kennzeichen", "Plate"],
        ["Land", "Pays", "Land", "Country"],
        ["Betaalde minuten", "Minutes payantes", "Bezahlte Minuten", "Paid minutes"],
        ["Prijs", "Prix", "Preis", "Price"],
        ["Toestand", "État", "Status", "State"],
    ];
    let mut csv = Csv::new(&headings.map(|texts| texts[language as usize]));
    for session in &sessions {
        let zone = zones.name(&session.zone, language);
        csv.row(&[
            Cell::Ours(&session.id.reference()),
            Cell::Date(local_day(session.span.from())),
            Cell::Time(session.span.from()),
            Cell::Date(local_day(session.span.until())),
            Cell::Time(session.span.until()),
            Cell::Ours(&zone),
            Cell::Typed(&session.plate.written(&session.country)),
            Cell::Ours(session.country.as_str()),
            Cell::Number(u64::from(session.minutes)),
            Cell::Amount(session.cents),
            Cell::Ours(state_named(state(session, context.now), language)),
        ]);
    }
    Ok(CsvFile { name: format!("meent-{}", local_day(context.now)), csv })
}

fn state_named(state: &str, language: Language) -> &'static str {
    let texts = match state {
        "coming" => ["komt nog", "à venir", "kommt noch", "coming"],
        "running" => ["loopt", "en cours", "läuft", "running"],
        "stopped" => ["gestopt", "arrêtée", "beendet", "stopped"],
        "cancelled" => ["geannuleerd", "annulée", "storniert", "cancelled"],
        _ => ["voorbij", "terminée", "vorbei", "over"],
    };
    texts[language as usize]
}
