//! The plates somebody parked before.

use crate::{Answer, App};
use chrono::{DateTime, Utc};
use meent_domain::PersonId;
use meent_domain::parking::For;
use meent_store::parking::{KNOWN, KnownPlate, person_pk};
use meent_store::{Query, Table};
use serde::Serialize;
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

/// The last ones, the latest first.
pub async fn known_plates(app: &App, owner: &PersonId) -> Answer<Vec<KnownPlateShown>> {
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
