//! The plates somebody parked before, with a name of choice, until they are forgotten.

use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::PersonId;
use meent_domain::parking::{Country, Plate, PlateName};
use meent_http::parking::{KnownPlateShown, known_plates};
use meent_http::{Answer, App, Checking, Claimed, Json, Problem, ProblemBody, ProblemCode, Resident};
use meent_store::parking::known_plate;
use meent_store::{Condition, Refused, Transaction, value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct KnownPlates {
    items: Vec<KnownPlateShown>,
}

/// The last plates, the latest first.
#[utoipa::path(get, path = "/api/parking/plates", tag = "parking", operation_id = "parking_plates", responses((status = 200, body = KnownPlates)))]
pub async fn list(
    State(app): State<App>,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
) -> Answer<Json<KnownPlates>> {
    let items = known_plates(&app, &owner).await?;
    check.caller().await?;
    Ok(Json(KnownPlates { items }))
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NameAsked {
    #[schema(value_type = String, example = "1-ABC-234")]
    plate: Plate,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "BE")]
    country: Country,
    /// None takes the name away.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "oma")]
    name: Option<PlateName>,
}

/// What a plate is called.
#[utoipa::path(
    put, path = "/api/parking/plates", tag = "parking", operation_id = "parking_name_plate", request_body = NameAsked,
    responses(
        (status = 204),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn name(
    State(app): State<App>,
    check: Checking<Resident>,
    Json(asked): Json<NameAsked>,
) -> Answer<StatusCode> {
    let resident = check.caller().await?;
    let key = known_plate(&resident.id, &asked.country, &asked.plate);
    let name = value::of(&asked.name)?;
    let change = Transaction::new().change(key, vec![("name", name)], Condition::Exists, ());
    match app.db.commit(change).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::By(_)) => Err(Problem::at(ProblemCode::NotFound, "plate")),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForgetAsked {
    #[schema(value_type = String, example = "1-ABC-234")]
    plate: Plate,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "BE")]
    country: Country,
}

/// Not offered any more. What was booked stays as it is.
#[utoipa::path(
    post, path = "/api/parking/plates/forgotten", tag = "parking", operation_id = "parking_forget_plate",
    request_body = ForgetAsked,
    responses((status = 204), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn forget(
    State(app): State<App>,
    check: Checking<Resident>,
    Json(asked): Json<ForgetAsked>,
) -> Answer<StatusCode> {
    let resident = check.caller().await?;
    app.db.delete(&known_plate(&resident.id, &asked.country, &asked.plate)).await?;
    Ok(StatusCode::NO_CONTENT)
}
