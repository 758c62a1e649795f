use crate::visiting::Visiting;
use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::Cents;
use meent_http::parking::{ParkingBooked, ParkingQuote, SeriesWanted};
use meent_http::{Answer, App, Context, Cookie, Household, Intent, Json, ProblemBody};
use meent_parking::{Booking, decide};
use meent_store::audit::Action;
use serde::Deserialize;
use utoipa::ToSchema;

/// Every date and price of a series. Books nothing.
#[utoipa::path(
    post, path = "/api/staff/desk/{person}/series/quotes", tag = "desk", operation_id = "desk_series_quote",
    request_body = SeriesWanted, params(("person" = String, Path)),
    responses(
        (status = 200, body = ParkingQuote),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn quote(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    household: Household,
    Json(wanted): Json<SeriesWanted>,
) -> Answer<(Option<Cookie>, Json<ParkingQuote>)> {
    let spans = wanted.spans()?;
    let at_desk = visiting.parking(&app, household, None, context.now).await?;
    let (zone, _) = at_desk.zone_for(wanted.whom, &wanted.zone, context.now)?;
    let policy = &app.settings.parking;
    let offer = decide(policy, &wanted.asked(zone, &spans), &at_desk.read.agenda, context.now)?;
    let quote = ParkingQuote::of(policy, &offer, &at_desk.read, wanted.whom, context.now);
    Ok((at_desk.remember, Json(quote)))
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeskSeriesAsked {
    /// What was quoted.
    series: SeriesWanted,
    /// What the quote said. It never costs more.
    #[schema(value_type = i64)]
    agreed_cents: Cents,
}

/// Books a series for the resident, whole.
#[utoipa::path(
    post, path = "/api/staff/desk/{person}/series", tag = "desk", operation_id = "desk_book_series",
    request_body = DeskSeriesAsked,
    params(
        ("person" = String, Path),
        ("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again"),
    ),
    responses(
        (status = 201, body = ParkingBooked),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn book(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    household: Household,
    intent: Intent<DeskSeriesAsked>,
) -> Answer<(StatusCode, Option<Cookie>, Json<ParkingBooked>)> {
    let DeskSeriesAsked { series: wanted, agreed_cents } = &intent.body;
    let spans = wanted.spans()?;
    let at_desk = visiting.parking(&app, household, None, context.now).await?;
    let (zone, holder) = at_desk.zone_for(wanted.whom, &wanted.zone, context.now)?;
    let desk = &at_desk.desk;
    let booking = Booking {
        person: desk.person.id.clone(),
        actor: desk.actor(),
        request: intent.by(&desk.actor(), &format!("desk/{}/parking-series", desk.person.id)),
        asked: wanted.asked(zone, &spans),
        is_series: true,
        holder,
        agreed: *agreed_cents,
        remind_in: None,
    };
    let trail = desk.trail(&context, Action::DeskParkingBooked, None, vec![]);
    let (policy, read) = (&app.settings.parking, at_desk.read.clone());
    let booked = meent_parking::book(&app.db, policy, &booking, read, &trail, context.now).await?;
    let answer = ParkingBooked::of(&booked, &at_desk.zones, &context);
    Ok((StatusCode::CREATED, at_desk.remember, Json(answer)))
}
