use crate::at_hand::AtHand;
use axum::extract::State;
use meent_domain::PersonId;
use meent_http::parking::{ParkingQuote, SessionWanted};
use meent_http::{Answer, App, Checking, Claimed, Context, Cookie, Household, Json, ProblemBody, Resident};
use meent_parking::decide;

/// What a session would cost. Books nothing.
#[utoipa::path(
    post, path = "/api/parking/quotes", tag = "parking", operation_id = "parking_quote", request_body = SessionWanted,
    responses(
        (status = 200, body = ParkingQuote),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn quote(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    household: Household,
    Json(wanted): Json<SessionWanted>,
) -> Answer<(Option<Cookie>, Json<ParkingQuote>)> {
    let spans = [wanted.span(context.now)?];
    let at_hand = AtHand::read(&app, owner, check, household, None, context.now).await?;
    let (zone, _) = at_hand.zone_for(wanted.whom, &wanted.zone, context.now)?;
    let policy = &app.settings.parking;
    let offer = decide(policy, &wanted.asked(zone, &spans), &at_hand.read.agenda, context.now)?;
    let quote = ParkingQuote::of(policy, &offer, &at_hand.read, wanted.whom, context.now);
    Ok((at_hand.remember, Json(quote)))
}
