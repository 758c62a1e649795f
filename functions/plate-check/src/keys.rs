//! Keys of scan cars: shown once, kept as a hash, ended at once.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use meent_domain::person::FullName;
use meent_http::{Answer, App, By, Checking, Context, Json, Path, Problem, ProblemBody, ProblemCode, Staff};
use meent_secrets::{Fingerprint, fingerprint, random_token};
use meent_store::audit::{Action, Line, Subject};
use meent_store::web_sessions::{SCANNERS, Scanner, scanner};
use meent_store::{Condition, Query, Refused, Table, Transaction};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A key that nobody looks at again is no key to keep for ever.
const LASTS: Duration = Duration::days(2 * 365);

#[derive(Serialize, ToSchema)]
pub struct ScannerList {
    items: Vec<ScannerShown>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScannerShown {
    id: String,
    name: String,
    made_at: DateTime<Utc>,
    made_by: String,
    ends_at: DateTime<Utc>,
    /// When it asked last, to the minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_at: Option<DateTime<Utc>>,
}

impl From<Scanner> for ScannerShown {
    fn from(row: Scanner) -> Self {
        Self {
            asked_at: row.counted_minute.and_then(|minute| DateTime::from_timestamp(minute * 60, 0)),
            id: row.fingerprint,
            name: row.name.into(),
            made_at: row.made_at,
            made_by: row.made_by,
            ends_at: row.ends_at,
        }
    }
}

/// The keys there are.
#[utoipa::path(get, path = "/api/staff/scanners", tag = "enforcement", operation_id = "scanners", responses((status = 200, body = ScannerList)))]
pub async fn list(State(app): State<App>, context: Context, check: Checking<Staff>) -> Answer<Json<ScannerList>> {
    let rows: Vec<Scanner> = app.db.query_all(Query::partition(Table::WebSessions, SCANNERS)).await?;
    check.caller().await?;
    let mut items: Vec<Scanner> = rows.into_iter().filter(|row| context.now < row.ends_at).collect();
    items.sort_by_key(|row| std::cmp::Reverse(row.made_at));
    Ok(Json(ScannerList { items: items.into_iter().map(ScannerShown::from).collect() }))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScannerAsked {
    /// What colleagues call it.
    #[schema(value_type = String, example = "Scanwagen 1")]
    name: FullName,
}

#[derive(Serialize, ToSchema)]
pub struct ScannerMade {
    #[serde(flatten)]
    scanner: ScannerShown,
    /// Shown this once.
    key: String,
}

/// Makes a key.
#[utoipa::path(
    post, path = "/api/staff/scanners", tag = "enforcement", operation_id = "make_scanner", request_body = ScannerAsked,
    responses((status = 201, body = ScannerMade), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn make(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Json(asked): Json<ScannerAsked>,
) -> Answer<(StatusCode, Json<ScannerMade>)> {
    let key = format!("meent-scan-{}", random_token());
    let row = Scanner {
        fingerprint: fingerprint(&key),
        name: asked.name,
        made_at: context.now,
        made_by: staff.account.name.as_str().to_owned(),
        ends_at: context.now + LASTS,
        counted_minute: None,
        counted: 0,
    };
    let line = line(&context, &staff, Action::ScannerMade, &row);
    let change = Transaction::new().create(scanner(&row.fingerprint), &row, ()).create(line.key(), &line, ());
    app.db.commit(change).await.map_err(Refused::into_failure)?;
    Ok((StatusCode::CREATED, Json(ScannerMade { scanner: row.into(), key })))
}

/// Ends a key, at once.
#[utoipa::path(
    delete, path = "/api/staff/scanners/{id}", tag = "enforcement", operation_id = "end_scanner",
    params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn end(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Path(id): Path<Fingerprint>,
) -> Answer<StatusCode> {
    let row: Scanner = staff.read_ahead(&scanner(id.as_str()))?.ok_or(ProblemCode::NotFound)?;
    let line = line(&context, &staff, Action::ScannerEnded, &row);
    let change =
        Transaction::new().delete_if(scanner(id.as_str()), Condition::Exists, ()).create(line.key(), &line, ());
    match app.db.commit(change).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::By(_)) => Err(Problem::new(ProblemCode::NotFound)),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}

fn line(context: &Context, staff: &Staff, action: Action, row: &Scanner) -> Line {
    let subject = Subject { id: &row.fingerprint, kind: "scanner", label: row.name.as_str() };
    Line::about(context.now, &context.request_id, (&staff.id, staff.account.name.as_str()), action, subject)
}
