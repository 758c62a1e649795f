use crate::visiting::{Parking, Visiting};
use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_http::parking::{KnownPlateShown, QuotaShown, known_plates, quota};
use meent_http::schema::AddressShape;
use meent_http::{Answer, App, Context, Cookie, Household, Json, ProblemBody};
use meent_store::parking::AgendaLine;
use serde::Serialize;
use utoipa::ToSchema;

/// Whom one helps, and what they have.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeskOverview {
    person: String,
    #[schema(example = "9F3K-27QX")]
    internal_id: String,
    first_name: String,
    last_name: String,
    /// Enough to hold beside the card.
    #[schema(example = "85.07.30-***.**")]
    national_number: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<AddressShape>,
    language: String,
    has_email: bool,
    visit: VisitShown,
    balance_cents: i64,
    top_up: DeskTopUpRules,
    /// The zone in which visitors park; none when the address is unknown or in no zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    visitors_zone: Option<String>,
    /// Visitors' hours left of this quarter and the next.
    quota: Vec<QuotaShown>,
    /// Paid time of one visit, at most.
    visit_minutes: u32,
    /// The session that runs; of several, the one that ends first.
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<DeskSession>,
    /// How many others run.
    others_running: usize,
    /// The session that begins next.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<DeskSession>,
    /// The plates parked before, the last one first.
    plates: Vec<KnownPlateShown>,
    as_of: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct VisitShown {
    reason: String,
    began_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct DeskTopUpRules {
    least_cents: i64,
    most_cents: i64,
    quick_cents: Vec<i64>,
}

/// A session, in short.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct DeskSession {
    id: String,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    zone_name: String,
    plate_written: String,
    cents: i64,
}

impl DeskSession {
    fn of(line: &AgendaLine, at_desk: &Parking, context: &Context) -> Self {
        Self {
            id: line.session.to_string(),
            from: line.span.from(),
            until: line.span.until(),
            zone_name: at_desk.zones.name(&line.zone, context.language),
            plate_written: line.plate.written(&line.country),
            cents: line.cents.0,
        }
    }
}

/// The resident at the desk.
#[utoipa::path(
    get, path = "/api/staff/desk/{person}", tag = "desk", operation_id = "desk_overview",
    params(("person" = String, Path)),
    responses(
        (status = 200, body = DeskOverview),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn overview(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    household: Household,
) -> Answer<(Option<Cookie>, Json<DeskOverview>)> {
    let (now, person) = (context.now, visiting.person.clone());
    let at_desk = visiting.parking(&app, household, None, now);
    let (at_desk, plates) = futures::try_join!(at_desk, known_plates(&app, &person))?;
    let desk = &at_desk.desk;
    let details = desk.details()?;
    let (agenda, limits) = (&at_desk.read.agenda, &app.settings.top_up);
    let running = agenda.lines.iter().filter(|line| line.span.holds(now)).count();
    let shown = |line| DeskSession::of(line, &at_desk, &context);
    let overview = DeskOverview {
        internal_id: person.internal_id(),
        first_name: details.first_name.clone(),
        last_name: details.last_name.clone(),
        national_number: app.national_number(&person, details).await?.masked(),
        address: details.address.clone().map(|known| known.address.into()),
        language: desk.person.language.code().to_owned(),
        has_email: details.email_sealed.is_some(),
        visit: VisitShown {
            reason: desk.visit.reason.as_str().to_owned(),
            began_at: desk.visit.began_at,
            ends_at: desk.visit.ends_at,
        },
        balance_cents: at_desk.read.balance(),
        top_up: DeskTopUpRules {
            least_cents: limits.least().0,
            most_cents: limits.most().0,
            quick_cents: limits.quick().iter().map(|amount| amount.0).collect(),
        },
        visitors_zone: at_desk.zones.of_visitors(&desk.person, now).map(|zone| zone.id.to_string()),
        quota: quota(&app.settings.parking, &at_desk.read, &[], now),
        visit_minutes: app.settings.parking.visit_minutes,
        current: agenda.current(now).map(shown),
        others_running: running.saturating_sub(1),
        next: agenda.next(now).map(shown),
        plates,
        as_of: now,
        person: person.to_string(),
    };
    Ok((at_desk.remember, Json(overview)))
}
