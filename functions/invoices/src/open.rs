use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::IntoResponse;
use meent_documents::{DocumentKey, FileKind, FileName};
use meent_domain::{PaymentId, PersonId};
use meent_http::{Answer, App, Checking, Claimed, Path, Problem, ProblemBody, ProblemCode, Query, Resident, Staff};
use meent_store::payments::{self, Paper, Payment, Stands};
use serde::Deserialize;
use std::time::Duration;
use utoipa::IntoParams;

/// Long enough to begin reading, too short to be passed on.
const LINK_LASTS: Duration = Duration::from_secs(5 * 60);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FormAsked {
    /// `ubl` for the invoice that programs read.
    #[param(value_type = Option<String>)]
    form: Option<Form>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Form {
    Pdf,
    Ubl,
}

/// The receipt or invoice of one's own payment.
#[utoipa::path(
    get, path = "/api/wallet/papers/{payment}", tag = "wallet", operation_id = "own",
    params(("payment" = String, Path,), FormAsked),
    responses((status = 303, description = "To the document"), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn own(
    State(app): State<App>,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Path(payment): Path<String>,
    Query(asked): Query<FormAsked>,
) -> Answer<impl IntoResponse> {
    let id = PaymentId::try_from(payment).map_err(|_| ProblemCode::NotFound)?;
    let row: Option<Payment> = app.db.get(&payments::payment(&id)).await?;
    check.caller().await?;
    // Somebody else's is none.
    let row = row.filter(|row| row.person == owner && row.state.has_money()).ok_or(ProblemCode::NotFound)?;
    let number = row.paper_number.ok_or(ProblemCode::PaperNotReady)?;
    to_document(&app, &number, row.papers.ok_or(ProblemCode::PaperNotReady)?, asked.form).await
}

/// Anybody's, for the finance office.
#[utoipa::path(
    get, path = "/api/staff/papers/{number}", tag = "papers", operation_id = "any",
    params(("number" = String, Path,), FormAsked),
    responses((status = 303, description = "To the document"), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn any(
    State(app): State<App>,
    check: Checking<Staff>,
    Path(number): Path<String>,
    Query(asked): Query<FormAsked>,
) -> Answer<impl IntoResponse> {
    let is_number = number.len() <= 20 && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !is_number {
        return Err(ProblemCode::NotFound.into());
    }
    let row: Option<Paper> = app.db.get(&payments::paper(&number)).await?;
    check.caller().await?;
    let row = row.ok_or(ProblemCode::NotFound)?;
    to_document(&app, &row.number, row.papers.ok_or(ProblemCode::PaperNotReady)?, asked.form).await
}

async fn to_document(app: &App, number: &str, stands: Stands, form: Option<Form>) -> Answer<impl IntoResponse + use<>> {
    let (key, kind) = match form {
        Some(Form::Ubl) => (stands.ubl.ok_or(ProblemCode::NotFound)?, FileKind::Xml),
        Some(Form::Pdf) | None => (stands.pdf, FileKind::Pdf),
    };
    let key = DocumentKey::from_row(&key).ok_or_else(|| Problem::internal("a document's key that is none"))?;
    let link = app.documents.link(&key, &FileName::new(number, kind), LINK_LASTS).await?;
    Ok((StatusCode::SEE_OTHER, [(LOCATION, link)]))
}
