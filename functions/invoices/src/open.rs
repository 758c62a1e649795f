use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::IntoResponse;
use meent_documents::{DocumentKey, FileKind, FileName};
use meent_domain::company::Line;
use meent_domain::payment::PaperKind as Kind;
use meent_domain::{Language, PaymentId, PersonId};
use meent_http::{
    Answer, App, Checking, Claimed, Context, Path, Problem, ProblemBody, ProblemCode, Query, Resident, Staff,
};
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
    /// `ubl` for the invoice or credit note that programs read.
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
    context: Context,
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
    let stands = row.papers.ok_or(ProblemCode::PaperNotReady)?;
    to_document(&app, Wanted { number, kind: row.paper.into(), stands, form: asked.form }, context.language).await
}

/// A credit note on one's own invoice, as the statement names it.
#[utoipa::path(
    get, path = "/api/wallet/credit-notes/{number}", tag = "wallet", operation_id = "credit_note",
    params(("number" = String, Path,), FormAsked),
    responses((status = 303, description = "To the document"), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn credit_note(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Path(number): Path<String>,
    Query(asked): Query<FormAsked>,
) -> Answer<impl IntoResponse> {
    let row: Option<Paper> = app.db.get(&payments::paper(known(&number)?)).await?;
    check.caller().await?;
    // Somebody else's is none.
    let row = row.filter(|row| row.person == owner && row.kind == Kind::CreditNote).ok_or(ProblemCode::NotFound)?;
    to_document(&app, Wanted::of(row, asked)?, context.language).await
}

/// Anybody's, for the finance office.
#[utoipa::path(
    get, path = "/api/staff/papers/{number}", tag = "papers", operation_id = "any",
    params(("number" = String, Path,), FormAsked),
    responses((status = 303, description = "To the document"), (status = 404, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn any(
    State(app): State<App>,
    context: Context,
    check: Checking<Staff>,
    Path(number): Path<String>,
    Query(asked): Query<FormAsked>,
) -> Answer<impl IntoResponse> {
    let row: Option<Paper> = app.db.get(&payments::paper(known(&number)?)).await?;
    check.caller().await?;
    to_document(&app, Wanted::of(row.ok_or(ProblemCode::NotFound)?, asked)?, context.language).await
}

/// What looks like a number; anything else is the number of no paper.
fn known(number: &str) -> Answer<&str> {
    let is_number = number.len() <= 20 && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    is_number.then_some(number).ok_or_else(|| ProblemCode::NotFound.into())
}

/// What is to be opened.
struct Wanted {
    number: String,
    kind: Kind,
    stands: Stands,
    form: Option<Form>,
}

impl Wanted {
    fn of(row: Paper, asked: FormAsked) -> Answer<Self> {
        let stands = row.papers.ok_or(ProblemCode::PaperNotReady)?;
        Ok(Self { number: row.number, kind: row.kind, stands, form: asked.form })
    }
}

async fn to_document(app: &App, wanted: Wanted, language: Language) -> Answer<impl IntoResponse + use<>> {
    let Wanted { number, kind, stands, form } = wanted;
    let (place, file) = match form {
        Some(Form::Ubl) => (stands.ubl.ok_or(ProblemCode::NotFound)?, FileKind::Xml),
        Some(Form::Pdf) | None => (stands.pdf, FileKind::Pdf),
    };
    let key = DocumentKey::from_row(&place).ok_or_else(|| Problem::internal("a document's key that is none"))?;
    let number = Line::try_from(number).map_err(|_| Problem::internal("a number that is none"))?;
    let name = match kind {
        Kind::Receipt => FileName::receipt(&number, language),
        Kind::Invoice => FileName::invoice(&number, file, language),
        Kind::CreditNote => FileName::credit_note(&number, file, language),
    };
    let link = app.documents.link(&key, &name, LINK_LASTS).await?;
    Ok((StatusCode::SEE_OTHER, [(LOCATION, link)]))
}
