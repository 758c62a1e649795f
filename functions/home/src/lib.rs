//! Home: who one is, what one has, and what is parked.

use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::parking::For;
use meent_domain::{Language, PersonId};
use meent_http::{Answer, App, Checking, Claimed, Context, Json, ProblemCode, Resident, Zones};
use meent_ledger::Account;
use meent_store::ledger::AccountRow;
use meent_store::parking::{Agenda, AgendaLine, agenda};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(home))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Home {
    first_name: String,
    last_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_name: Option<String>,
    /// What a resident reads to a clerk.
    #[schema(example = "9F3K-27QX")]
    internal_id: String,
    profile_id: String,
    balance: Money,
    /// The session that runs; of several, the one that ends first.
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<Parked>,
    /// How many others run.
    others_running: usize,
    /// The session that begins next.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Parked>,
    /// The resident's own choice (P-40).
    #[schema(example = "nl")]
    language: String,
    practice: bool,
    /// When all this was so; shown when there is no connection (P-44).
    as_of: DateTime<Utc>,
}

/// A session, in short.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Parked {
    id: String,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    zone: String,
    zone_name: String,
    plate: String,
    /// With hyphens, where its country writes them.
    plate_written: String,
    country: String,
    /// own or visitor
    #[serde(rename = "for")]
    #[schema(value_type = String)]
    whom: For,
    cents: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct Money {
    /// Whole cents.
    cents: i64,
}

/// The dashboard.
#[utoipa::path(get, path = "/api/home", tag = "home", responses((status = 200, body = Home)))]
async fn home(
    State(app): State<App>,
    context: Context,
    Claimed(id): Claimed<PersonId>,
    check: Checking<Resident>,
) -> Answer<Json<Home>> {
    let (wallet, agenda) = (Account::Wallet(id.clone()).key(), agenda(&id));
    let keys = [wallet.clone(), agenda.clone()];
    let (rows, zones) = futures::join!(app.db.get_all(&keys), app.zones());
    let (mut rows, zones) = (rows?, zones?);
    let account: AccountRow = rows.take(&wallet)?.unwrap_or_default();
    let agenda: Agenda = rows.take(&agenda)?.unwrap_or_default();
    let resident = check.caller().await?;
    let parked = |line| Parked::of(line, &zones, context.language);
    let running = agenda.lines.iter().filter(|line| line.span.holds(context.now)).count();
    let person = resident.person.as_ref().ok_or(ProblemCode::ConsentNeeded)?;
    let details = person.details.as_ref().ok_or(ProblemCode::ConsentNeeded)?;
    Ok(Json(Home {
        first_name: details.first_name.clone(),
        last_name: details.last_name.clone(),
        user_name: details.user_name.as_ref().map(|name| name.as_str().to_owned()),
        internal_id: id.internal_id(),
        profile_id: id.profile_id(),
        balance: Money { cents: account.balance },
        current: agenda.current(context.now).map(parked),
        others_running: running.saturating_sub(1),
        next: agenda.next(context.now).map(parked),
        language: person.language.code().to_owned(),
        practice: app.settings.practice,
        as_of: context.now,
    }))
}

impl Parked {
    fn of(line: &AgendaLine, zones: &Zones, language: Language) -> Self {
        Self {
            id: line.session.to_string(),
            from: line.span.from(),
            until: line.span.until(),
            zone: line.zone.to_string(),
            zone_name: zones.name(&line.zone, language),
            plate: line.plate.to_string(),
            plate_written: line.plate.written(&line.country),
            country: line.country.as_str().to_owned(),
            whom: line.whom,
            cents: line.cents.0,
            series: line.series.as_ref().map(ToString::to_string),
        }
    }
}
