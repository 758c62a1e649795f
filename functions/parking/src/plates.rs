//! The plates somebody parked before, with a name of choice, until they are forgotten.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use meent_domain::PersonId;
use meent_domain::parking::{Country, For, Plate, PlateName};
use meent_http::{Answer, App, Checking, Claimed, Json, Problem, ProblemBody, ProblemCode, Resident};
use meent_store::parking::{KNOWN, KnownPlate, known_plate, person_pk};
use meent_store::{Condition, Query, Refused, Table, Transaction, value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is offered; the rest is known all the same, when typed again.
const MOST_OFFERED: usize = 12;
const MOST_READ: usize = 200;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KnownPlateShown {
    plate: String,
    plate_written: String,
    country: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// own or visitor: what it was parked as last
    #[serde(rename = "for")]
    #[schema(value_type = String)]
    whom: For,
    used_at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
pub struct KnownPlates {
    items: Vec<KnownPlateShown>,
}

pub async fn known(app: &App, owner: &PersonId) -> Answer<Vec<KnownPlateShown>> {
    let query = Query::partition(Table::Parking, person_pk(owner)).beginning_with(KNOWN);
    let mut plates: Vec<KnownPlate> = app.db.query_up_to(query, MOST_READ).await?.unwrap_or_default();
    plates.sort_by_key(|plate| std::cmp::Reverse(plate.used_at));
    plates.truncate(MOST_OFFERED);
    Ok(plates.into_iter().map(shown).collect())
}

fn shown(known: KnownPlate) -> KnownPlateShown {
    KnownPlateShown {
        plate_written: known.plate.written(&known.country),
        plate: known.plate.into(),
        country: known.country.into(),
        name: known.name.map(String::from),
        whom: known.whom,
        used_at: known.used_at,
    }
}

/// The last plates, the latest first.
#[utoipa::path(get, path = "/api/parking/plates", tag = "parking", operation_id = "parking_plates", responses((status = 200, body = KnownPlates)))]
pub async fn list(
    State(app): State<App>,
    Claimed(owner): Claimed<PersonId>,
    check: Checking<Resident>,
) -> Answer<Json<KnownPlates>> {
    let items = known(&app, &owner).await?;
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
