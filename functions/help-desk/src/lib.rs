//! "Meld een probleem" (P-60): page, time and request ids go to the town's help desk, without
//! personal data but what the writer types.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use meent_domain::Language;
use meent_http::{Answer, App, By, Context, Json, MailKind, Problem, ProblemBody, ProblemCode, Staff, moment};
use meent_store::work::Owner;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(report))
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Report {
    /// The page's path, without what follows the question mark.
    #[schema(example = "/accounts")]
    page: String,
    /// The last requests' ids, ten at most.
    request_ids: Vec<String>,
    at: DateTime<Utc>,
    #[serde(default)]
    note: String,
}

const MOST_IDS: usize = 10;
const MOST_NOTE_CHARACTERS: usize = 1_000;

/// Tells the help desk.
#[utoipa::path(
    post, path = "/api/staff/problem-reports", tag = "help-desk", request_body = Report,
    responses((status = 202), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
async fn report(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Json(report): Json<Report>,
) -> Answer<StatusCode> {
    let is_page = report.page.starts_with('/')
        && report.page.len() <= 200
        && report.page.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_".contains(&b));
    if !is_page {
        return Err(Problem::at(ProblemCode::FieldNotValid, "page"));
    }
    // A page left open since yesterday is worth reporting too; a date beyond that is a mistake.
    if (context.now - report.at).num_days().abs() > 1 {
        return Err(Problem::at(ProblemCode::FieldNotValid, "at"));
    }
    let is_id = |id: &String| id.len() <= 64 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_=".contains(&b));
    if report.request_ids.len() > MOST_IDS || !report.request_ids.iter().all(is_id) {
        return Err(Problem::at(ProblemCode::FieldNotValid, "requestIds"));
    }
    if report.note.chars().count() > MOST_NOTE_CHARACTERS {
        return Err(Problem::at(ProblemCode::FieldTooLong, "note"));
    }
    // The help desk is one desk of one town: it reads the town's first language.
    let language = Language::default();
    let role = staff.account.roles.iter().map(|binding| binding.role.code()).collect::<Vec<_>>().join(", ");
    let note = if report.note.trim().is_empty() { "–" } else { report.note.trim() };
    let (at, requests) = (moment(report.at, language), report.request_ids.join(", "));
    let params = [
        ("town", app.settings.town_name.as_str()),
        ("page", &report.page),
        ("at", &at),
        ("role", &role),
        ("requests", &requests),
        ("note", note),
    ];
    let letter = app.letter(&Owner::Town, MailKind::ProblemReport, language, &app.settings.help_desk, &params).await?;
    let letter = letter.telling(&staff.id);
    app.db.put(&letter.key(), &letter).await?;
    Ok(StatusCode::ACCEPTED)
}
