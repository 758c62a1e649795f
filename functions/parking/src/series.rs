//! A series: shown with every date and price before it is paid; booked whole or not at all.

use crate::at_hand::AtHand;
use crate::book::ParkingBooked;
use crate::shown::ParkingQuote;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use meent_domain::parking::{Country, For, Plate, Series, Span, TimeOfDay, Zone, ZoneId};
use meent_domain::{Cents, PersonId};
use meent_http::{
    Answer, App, Checking, Claimed, Context, Cookie, Household, Intent, Json, Problem, ProblemBody, Resident,
};
use meent_parking::{Asked, Booking, decide};
use meent_store::Transaction;
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeriesWanted {
    /// own or visitor
    #[serde(rename = "for")]
    #[schema(value_type = String, example = "own")]
    whom: For,
    #[schema(value_type = String, example = "1-ABC-234")]
    plate: Plate,
    /// Two letters of ISO 3166; Belgium when left out
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "BE")]
    country: Country,
    #[schema(value_type = String, example = "centrum")]
    zone: ZoneId,
    /// 1 is Monday, 7 is Sunday
    weekdays: Vec<u8>,
    first_day: NaiveDate,
    last_day: NaiveDate,
    #[schema(value_type = String, example = "09:00")]
    from_time: TimeOfDay,
    /// Before the from-time, it is the next day
    #[schema(value_type = String, example = "12:30")]
    until_time: TimeOfDay,
}

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

impl SeriesWanted {
    fn spans(&self) -> Answer<Vec<Span>> {
        let series = Series {
            weekdays: self.weekdays.clone(),
            first: self.first_day,
            last: self.last_day,
            from: self.from_time,
            until: self.until_time,
        };
        series.spans().map_err(|why| Problem::invalid(why, field_of(why.0)))
    }

    fn asked<'a>(&'a self, zone: &'a Zone, spans: &'a [Span]) -> Asked<'a> {
        Asked { whom: self.whom, plate: &self.plate, country: &self.country, zone, spans }
    }
}

fn field_of(why: &str) -> &'static str {
    match why {
        "weekdays-not-valid" | "series-empty" => "weekdays",
        "time-not-valid" => "untilTime",
        _ => "lastDay",
    }
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
    let answer = ParkingBooked::of(&booked, &at_hand, &context);
    Ok((StatusCode::CREATED, at_hand.remember, Json(answer)))
}
