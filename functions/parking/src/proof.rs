use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use meent_documents::{FileName, ParkingProof, ProvenRight};
use meent_domain::{PersonId, SessionId};
use meent_http::{Answer, App, Checking, Claimed, Context, Path, Problem, ProblemBody, ProblemCode, Resident};
use meent_store::parking::{self, Session, SessionState};

/// The session on paper, to show against a fine.
#[utoipa::path(
    get, path = "/api/parking/sessions/{id}/proof.pdf", tag = "parking", operation_id = "parking_proof",
    params(("id" = String, Path)),
    responses(
        (status = 200, content_type = "application/pdf"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn download(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    Path(id): Path<SessionId>,
) -> Answer<impl IntoResponse> {
    let key = parking::session(&owner, &id);
    let (row, zones) = futures::join!(app.db.get::<Session>(&key), app.zones());
    let (row, zones) = (row?, zones?);
    check.caller().await?;
    let session = row.ok_or(ProblemCode::NotFound)?;
    let (language, reference) = (context.language, session.id.reference());
    let proof = ParkingProof {
        plate: session.plate.written(&session.country),
        country: session.country.as_str().to_owned(),
        zone: zones.name(&session.zone, language),
        from: session.span.from(),
        until: session.span.until(),
        right: match session.state {
            SessionState::Booked => ProvenRight::Valid,
            SessionState::Stopped => ProvenRight::Stopped,
            SessionState::Cancelled => ProvenRight::Cancelled,
        },
        booked_at: session.booked_at,
        minutes: session.minutes,
        price: session.cents,
        made_on: context.now,
        reference: reference.clone(),
    };
    let written = meent_documents::parking_proof(&app.settings.letterhead(), &proof, language);
    let bytes = written.map_err(|error| Problem::internal(format!("a proof was not written: {error}")))?;
    let name = FileName::parking_proof(&reference, language);
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name.disposition())], bytes))
}
