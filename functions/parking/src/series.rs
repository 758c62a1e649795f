//! A series: shown with every date and price before it is paid; booked whole or not at all.

use crate::at_hand::AtHand;
use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::{Cents, PersonId};
use meent_http::parking::{ParkingBooked, ParkingQuote, SeriesWanted};
use meent_http::{Answer, App, Checking, Claimed, Context, Cookie, Household, Intent, Json, ProblemBody, Resident};
use meent_parking::{Booking, decide};
use meent_store::Transaction;
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeriesAsked {
    /// What was quoted.
    series: SeriesWanted,
    /// What the quote said. It never costs more.
    #[schema(value_type = i64)]
    agreed_cents: Cents,
    /// Whether to be told a quarter of an hour before each end.
    #[serde(default)]
    remind: bool,
}

/// Every date and price of a series. Books nothing.
#[utoipa::path(
    post, path = "/api/parking/series/quotes", tag = "parking", operation_id = "parking_series_quote",
    request_body = SeriesWanted,
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
    Json(wanted): Json<SeriesWanted>,
) -> Answer<(Option<Cookie>, Json<ParkingQuote>)> {
    let spans = wanted.spans()?;
    let at_hand = AtHand::read(&app, owner, check, household, None, context.now).await?;
    let (zone, _) = at_hand.zone_for(wanted.whom, &wanted.zone, context.now)?;
    let policy = &app.settings.parking;
    let offer = decide(policy, &wanted.asked(zone, &spans), &at_hand.read.agenda, context.now)?;
    let quote = ParkingQuote::of(policy, &offer, &at_hand.read, wanted.whom, context.now);
    Ok((at_hand.remember, Json(quote)))
}

/// Books a series, whole.
#[utoipa::path(
    post, path = "/api/parking/series", tag = "parking", operation_id = "parking_book_series",
    request_body = SeriesAsked,
    params(("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again")),
    responses(
        (status = 201, body = ParkingBooked),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn book(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    household: Household,
    intent: Intent<SeriesAsked>,
) -> Answer<(StatusCode, Option<Cookie>, Json<ParkingBooked>)> {
    let SeriesAsked { series: wanted, agreed_cents, remind } = &intent.body;
    let spans = wanted.spans()?;
    let at_hand = AtHand::read(&app, owner, check, household, None, context.now).await?;
    let (zone, holder) = at_hand.zone_for(wanted.whom, &wanted.zone, context.now)?;
    let booking = Booking {
        person: at_hand.resident.id.clone(),
        actor: at_hand.actor(),
        request: intent.by(&at_hand.actor(), "parking-series"),
        asked: wanted.asked(zone, &spans),
        is_series: true,
        holder,
        agreed: *agreed_cents,
        remind_in: remind.then_some(context.language),
    };
    let (policy, read, nothing_else) = (&app.settings.parking, at_hand.read.clone(), Transaction::new());
    let booked = meent_parking::book(&app.db, policy, &booking, read, &nothing_else, context.now).await?;
    let answer = ParkingBooked::of(&booked, &at_hand.zones, &context);
    Ok((StatusCode::CREATED, at_hand.remember, Json(answer)))
}
