//! A session of the resident's ends sooner or later, or stands under the right plate: also when they could not do
//! that themselves any more, with a reason.

use crate::visiting::{SessionInPath, Visiting, noted};
use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::Cents;
use meent_domain::company::Line;
use meent_domain::parking::{Country, Plate};
use meent_http::parking::{ExtensionQuote, ExtensionWanted, ParkingChanged, ParkingSession};
use meent_http::{Answer, App, Context, Cookie, Household, Intent, Json, Path, ProblemBody};
use meent_parking::{Correcting, Ending, Extending};
use meent_store::audit::Action;
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeskEndAsked {
    #[schema(value_type = String)]
    reason: Line,
}

/// Stops a session that runs, cancels one that is to come: what was not used comes back.
#[utoipa::path(
    post, path = "/api/staff/desk/{person}/sessions/{id}/end", tag = "desk", operation_id = "desk_end",
    request_body = DeskEndAsked,
    params(
        ("person" = String, Path),
        ("id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again"),
    ),
    responses(
        (status = 200, body = ParkingChanged),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn end(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    household: Household,
    Path(SessionInPath { id }): Path<SessionInPath>,
    intent: Intent<DeskEndAsked>,
) -> Answer<(Option<Cookie>, Json<ParkingChanged>)> {
    let at_desk = visiting.parking(&app, household, Some(id.clone()), context.now).await?;
    let desk = &at_desk.desk;
    let session = vec![noted("session", id.reference())];
    let trail = desk.trail(&context, Action::DeskParkingEnded, Some(intent.body.reason.as_str()), session);
    let ending = Ending {
        person: desk.person.id.clone(),
        actor: desk.actor(),
        request: intent.by(&desk.actor(), &format!("desk/{}/parking-end/{id}", desk.person.id)),
        session: id,
        zones: &at_desk.zones,
    };
    let (policy, read) = (&app.settings.parking, at_desk.read.clone());
    let changed = meent_parking::end(&app.db, policy, &ending, read, &trail, context.now).await?;
    let answer = ParkingChanged::of(&changed, &at_desk.zones, &context);
    Ok((at_desk.remember, Json(answer)))
}

/// What a later end would cost. Changes nothing.
#[utoipa::path(
    post, path = "/api/staff/desk/{person}/sessions/{id}/extension/quote", tag = "desk",
    operation_id = "desk_quote_extension", request_body = ExtensionWanted,
    params(("person" = String, Path), ("id" = String, Path)),
    responses(
        (status = 200, body = ExtensionQuote),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn quote_extension(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    household: Household,
    Path(SessionInPath { id }): Path<SessionInPath>,
    Json(wanted): Json<ExtensionWanted>,
) -> Answer<(Option<Cookie>, Json<ExtensionQuote>)> {
    let at_desk = visiting.parking(&app, household, Some(id), context.now).await?;
    let policy = &app.settings.parking;
    let (before, after) = meent_parking::extension(policy, &at_desk.zones, &at_desk.read, wanted.until, context.now)?;
    let quote = ExtensionQuote::of(&before, &after, at_desk.read.balance());
    Ok((at_desk.remember, Json(quote)))
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeskExtensionAsked {
    /// The end it is to have.
    until: DateTime<Utc>,
    /// What the quote said. It never costs more.
    #[schema(value_type = i64)]
    agreed_cents: Cents,
}

/// A later end. Asked twice, it ends then as well.
#[utoipa::path(
    post, path = "/api/staff/desk/{person}/sessions/{id}/extension", tag = "desk", operation_id = "desk_extend",
    request_body = DeskExtensionAsked,
    params(
        ("person" = String, Path),
        ("id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "One for each intention, the same when it is sent again"),
    ),
    responses(
        (status = 200, body = ParkingChanged),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn extend(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    household: Household,
    Path(SessionInPath { id }): Path<SessionInPath>,
    intent: Intent<DeskExtensionAsked>,
) -> Answer<(Option<Cookie>, Json<ParkingChanged>)> {
    let at_desk = visiting.parking(&app, household, Some(id.clone()), context.now).await?;
    let desk = &at_desk.desk;
    let trail = desk.trail(&context, Action::DeskParkingExtended, None, vec![noted("session", id.reference())]);
    let extending = Extending {
        person: desk.person.id.clone(),
        actor: desk.actor(),
        request: intent.by(&desk.actor(), &format!("desk/{}/parking-extend/{id}", desk.person.id)),
        session: id,
        zones: &at_desk.zones,
        until: intent.body.until,
        agreed: intent.body.agreed_cents,
    };
    let (policy, read) = (&app.settings.parking, at_desk.read.clone());
    let changed = meent_parking::extend(&app.db, policy, &extending, read, &trail, context.now).await?;
    let answer = ParkingChanged::of(&changed, &at_desk.zones, &context);
    Ok((at_desk.remember, Json(answer)))
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeskPlateAsked {
    #[schema(value_type = String, example = "1-ABC-234")]
    plate: Plate,
    /// Two letters of ISO 3166; Belgium when left out
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "BE")]
    country: Country,
    #[schema(value_type = String)]
    reason: Line,
}

/// Puts a mistyped plate right, as long as the session lasts. What is still to come of a series goes with it.
#[utoipa::path(
    put, path = "/api/staff/desk/{person}/sessions/{id}/plate", tag = "desk", operation_id = "desk_correct",
    request_body = DeskPlateAsked, params(("person" = String, Path), ("id" = String, Path)),
    responses(
        (status = 200, body = ParkingSession),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn correct(
    State(app): State<App>,
    context: Context,
    visiting: Visiting,
    household: Household,
    Path(SessionInPath { id }): Path<SessionInPath>,
    Json(asked): Json<DeskPlateAsked>,
) -> Answer<(Option<Cookie>, Json<ParkingSession>)> {
    let at_desk = visiting.parking(&app, household, Some(id.clone()), context.now).await?;
    let desk = &at_desk.desk;
    // Which plate stands with the session, as long as that is kept; the trail is kept longer (P-32).
    let session = vec![noted("session", id.reference())];
    let trail = desk.trail(&context, Action::DeskPlateCorrected, Some(asked.reason.as_str()), session);
    let correcting = Correcting {
        person: desk.person.id.clone(),
        actor: desk.actor(),
        session: id,
        plate: asked.plate,
        country: asked.country,
    };
    let (policy, read) = (&app.settings.parking, at_desk.read.clone());
    let session = meent_parking::correct(&app.db, policy, &correcting, read, &trail, context.now).await?;
    let shown = ParkingSession::of(&session, &at_desk.zones, context.language, context.now);
    Ok((at_desk.remember, Json(shown)))
}
