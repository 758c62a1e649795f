//! A session ends sooner or later, or stands under the right plate.

use crate::at_hand::AtHand;
use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::parking::{Country, Plate};
use meent_domain::{Cents, PersonId, SessionId};
use meent_http::parking::{ExtensionQuote, ExtensionWanted, ParkingChanged, ParkingSession};
use meent_http::{
    Answer, App, Checking, Claimed, Context, Cookie, Household, Intent, Json, Path, ProblemBody, Resident,
};
use meent_parking::{Correcting, Ending, Extending};
use meent_store::Transaction;
use serde::Deserialize;
use utoipa::ToSchema;

/// Nothing more needs to be said.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndAsked {}

/// Stops a session that runs, cancels one that is to come: what was not used comes back.
#[utoipa::path(
    post, path = "/api/parking/sessions/{id}/end", tag = "parking", operation_id = "parking_end",
    request_body = EndAsked,
    params(
        ("id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again"),
    ),
    responses(
        (status = 200, body = ParkingChanged),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn end(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    household: Household,
    Path(id): Path<SessionId>,
    intent: Intent<EndAsked>,
) -> Answer<(Option<Cookie>, Json<ParkingChanged>)> {
    let at_hand = AtHand::read(&app, owner, check, household, Some(id.clone()), context.now).await?;
    let ending = Ending {
        person: at_hand.resident.id.clone(),
        actor: at_hand.actor(),
        request: intent.by(&at_hand.actor(), &format!("parking-end/{id}")),
        session: id,
        zones: &at_hand.zones,
    };
    let (policy, read, nothing_else) = (&app.settings.parking, at_hand.read.clone(), Transaction::new());
    let changed = meent_parking::end(&app.db, policy, &ending, read, &nothing_else, context.now).await?;
    Ok((at_hand.remember.clone(), Json(ParkingChanged::of(&changed, &at_hand.zones, &context))))
}

/// What a later end would cost. Changes nothing.
#[utoipa::path(
    post, path = "/api/parking/sessions/{id}/extension/quote", tag = "parking", operation_id = "parking_quote_extension",
    request_body = ExtensionWanted, params(("id" = String, Path)),
    responses(
        (status = 200, body = ExtensionQuote),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn quote_extension(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    household: Household,
    Path(id): Path<SessionId>,
    Json(wanted): Json<ExtensionWanted>,
) -> Answer<(Option<Cookie>, Json<ExtensionQuote>)> {
    let at_hand = AtHand::read(&app, owner, check, household, Some(id), context.now).await?;
    let policy = &app.settings.parking;
    let (before, after) = meent_parking::extension(policy, &at_hand.zones, &at_hand.read, wanted.until, context.now)?;
    let quote = ExtensionQuote::of(&before, &after, at_hand.read.balance());
    Ok((at_hand.remember, Json(quote)))
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtensionAsked {
    /// The end it is to have.
    until: DateTime<Utc>,
    /// What the quote said. It never costs more.
    #[schema(value_type = i64)]
    agreed_cents: Cents,
}

/// A later end. Asked twice, it ends then as well.
#[utoipa::path(
    post, path = "/api/parking/sessions/{id}/extension", tag = "parking", operation_id = "parking_extend",
    request_body = ExtensionAsked,
    params(
        ("id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again"),
    ),
    responses(
        (status = 200, body = ParkingChanged),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn extend(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    household: Household,
    Path(id): Path<SessionId>,
    intent: Intent<ExtensionAsked>,
) -> Answer<(Option<Cookie>, Json<ParkingChanged>)> {
    let at_hand = AtHand::read(&app, owner, check, household, Some(id.clone()), context.now).await?;
    let extending = Extending {
        person: at_hand.resident.id.clone(),
        actor: at_hand.actor(),
        request: intent.by(&at_hand.actor(), &format!("parking-extend/{id}")),
        session: id,
        zones: &at_hand.zones,
        until: intent.body.until,
        agreed: intent.body.agreed_cents,
    };
    let (policy, read, nothing_else) = (&app.settings.parking, at_hand.read.clone(), Transaction::new());
    let changed = meent_parking::extend(&app.db, policy, &extending, read, &nothing_else, context.now).await?;
    Ok((at_hand.remember.clone(), Json(ParkingChanged::of(&changed, &at_hand.zones, &context))))
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlateAsked {
    #[schema(value_type = String, example = "1-ABC-234")]
    plate: Plate,
    /// Two letters of ISO 3166; Belgium when left out
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "BE")]
    country: Country,
}

/// Puts a mistyped plate right: once, until some minutes after the start. What is still to come of a series
/// goes with it.
#[utoipa::path(
    put, path = "/api/parking/sessions/{id}/plate", tag = "parking", operation_id = "parking_correct",
    request_body = PlateAsked, params(("id" = String, Path)),
    responses(
        (status = 200, body = ParkingSession),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn correct(
    State(app): State<App>,
    context: Context,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
    household: Household,
    Path(id): Path<SessionId>,
    Json(asked): Json<PlateAsked>,
) -> Answer<(Option<Cookie>, Json<ParkingSession>)> {
    let at_hand = AtHand::read(&app, owner, check, household, Some(id.clone()), context.now).await?;
    let correcting = Correcting {
        person: at_hand.resident.id.clone(),
        actor: at_hand.actor(),
        session: id,
        plate: asked.plate,
        country: asked.country,
    };
    let (policy, read, nothing_else) = (&app.settings.parking, at_hand.read.clone(), Transaction::new());
    let session = meent_parking::correct(&app.db, policy, &correcting, read, &nothing_else, context.now).await?;
    let shown = ParkingSession::of(&session, &at_hand.zones, context.language, context.now);
    Ok((at_hand.remember, Json(shown)))
}
