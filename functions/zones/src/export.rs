use crate::save::{today, zones};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use meent_domain::parking::Plan;
use meent_http::{Answer, By, Context, Problem, Staff};
use serde::Serialize;

/// What the import takes back as it is.
#[derive(Serialize)]
struct File {
    version: u64,
    zones: Vec<Plan>,
}

/// All zones as a file, written out to be read and changed by hand.
#[utoipa::path(
    get, path = "/api/staff/zones.json", tag = "zones", operation_id = "zones_export",
    responses((status = 200, description = "What the import takes back", content_type = "application/json"))
)]
pub async fn export(context: Context, By(staff): By<Staff>) -> Answer<Response> {
    let zones = zones(&staff)?;
    let file = File { version: zones.version, zones: zones.zones.iter().map(Plan::from).collect() };
    let text = serde_json::to_string_pretty(&file).map_err(|error| Problem::internal(error.to_string()))?;
    let disposition = format!("attachment; filename=\"zones-{}.json\"", today(&context));
    let headers = [(CONTENT_TYPE, "application/json".to_owned()), (CONTENT_DISPOSITION, disposition)];
    Ok((headers, text).into_response())
}
