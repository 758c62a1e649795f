//! A paper to hand over: what was done in this visit, and what is left. In the language of who takes it home.

use crate::visiting::Visiting;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use chrono::Duration;
use meent_documents::{DeskSummary, Entry, FileName, HoursLeft, SessionToCome, desk_summary};
use meent_domain::parking::{Policy, Quarter};
use meent_domain::{Cents, calendar};
use meent_http::{Answer, App, Context, Household, Problem, ProblemBody};
use meent_ledger::{Account, Period, Statement, entries};
use meent_store::web_sessions::DeskVisit;

/// More than anybody does in half an hour.
const MOST_ENTRIES: usize = 500;

/// What was done in this visit, and what is left.
#[utoipa::path(
    get, path = "/api/staff/desk/{person}/summary.pdf", tag = "desk", operation_id = "desk_summary",
    params(("person" = String, Path)),
    responses(
        (status = 200, content_type = "application/pdf"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn download(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    household: Household,
) -> Answer<impl IntoResponse> {
    let now = context.now;
    // When it began is read beside; no visit began earlier than this.
    let period = Period { from: now - DeskVisit::LASTS, until: now + Duration::minutes(1) };
    let statement =
        Statement { account: Account::Wallet(visiting.person.clone()), period: Some(period), invoiced: false };
    let moved = async { entries(&app.db, &statement, MOST_ENTRIES).await.map_err(Problem::from) };
    let (at_desk, moved) = futures::try_join!(visiting.parking(&app, household, None, now), moved)?;
    let (desk, details) = (&at_desk.desk, at_desk.desk.details()?);
    let language = desk.person.language;
    let quarters = Policy::quarters(Quarter::of(calendar::local_day(now)));
    let left = quarters.iter().filter_map(|quarter| {
        let used = at_desk.read.used(*quarter)?;
        let left = (i64::from(app.settings.parking.quota_minutes_per_quarter) - used).max(0);
        Some(HoursLeft { quarter: quarter.to_string(), minutes: u32::try_from(left).unwrap_or_default() })
    });
    let coming = at_desk.read.agenda.lines.iter().filter(|line| now < line.span.until());
    let mut coming: Vec<SessionToCome> = coming
        .map(|line| SessionToCome {
            from: line.span.from(),
            until: line.span.until(),
            zone: at_desk.zones.name(&line.zone, language),
            plate: line.plate.written(&line.country),
            price: line.cents,
        })
        .collect();
    coming.sort_by_key(|session| session.from);
    let summary = DeskSummary {
        name: format!("{} {}", details.first_name, details.last_name),
        internal_id: desk.person.id.internal_id(),
        began_at: desk.visit.began_at,
        made_on: now,
        balance: Cents(at_desk.read.balance()),
        hours_left: left.collect(),
        entries: moved
            .unwrap_or_default()
            .into_iter()
            .filter(|row| row.at >= desk.visit.began_at)
            .map(|row| Entry {
                number: row.number,
                at: row.at,
                description: row.kind.described(language).to_owned(),
                amount: Cents(row.amount),
                balance_after: Cents(row.balance_after),
            })
            .collect(),
        sessions: coming,
    };
    let written = desk_summary(&app.settings.letterhead(), &summary, language);
    let bytes = written.map_err(|error| Problem::internal(format!("a summary was not written: {error}")))?;
    let name = FileName::desk_summary(calendar::local_day(now), language);
    let headers = [(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name.disposition())];
    Ok((headers, at_desk.remember, bytes))
}
