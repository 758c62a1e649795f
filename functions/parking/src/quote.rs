use crate::at_hand::AtHand;
use crate::shown::ParkingQuote;
use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::PersonId;
use meent_domain::parking::{Country, For, Plate, Span, ZoneId};
use meent_http::{Answer, App, Checking, Claimed, Context, Cookie, Household, Json, Problem, ProblemBody, Resident};
use meent_parking::{Asked, decide};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SessionWanted {
    /// own or visitor
    #[serde(rename = "for")]
    #[schema(value_type = String, example = "visitor")]
    pub whom: For,
    #[schema(value_type = String, example = "1-ABC-234")]
    pub plate: Plate,
    /// Two letters of ISO 3166; Belgium when left out
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "BE")]
    pub country: Country,
    #[schema(value_type = String, example = "centrum")]
    pub zone: ZoneId,
    /// Now, when left out.
    #[serde(default)]
    pub from: Option<DateTime<Utc>>,
    pub until: DateTime<Utc>,
}

impl SessionWanted {
    pub fn span(&self, now: DateTime<Utc>) -> Answer<Span> {
        Span::new(self.from.unwrap_or(now), self.until).map_err(|why| Problem::invalid(why, "until"))
    }
}

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
    let span = wanted.span(context.now)?;
    let at_hand = AtHand::read(&app, owner, check, household, None, context.now).await?;
    let (zone, _) = at_hand.zone_for(wanted.whom, &wanted.zone, context.now)?;
    let asked = Asked { whom: wanted.whom, plate: &wanted.plate, country: &wanted.country, zone, spans: &[span] };
    let policy = &app.settings.parking;
    let offer = decide(policy, &asked, &at_hand.read.agenda, context.now)?;
    let quote = ParkingQuote::of(policy, &offer, &at_hand.read, wanted.whom, context.now);
    Ok((at_hand.remember, Json(quote)))
}
