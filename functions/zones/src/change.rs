use crate::public::PaidHours;
use crate::save::{commit, planned, today, zones};
use crate::shape::{PlanShape, RulesShape};
use axum::extract::State;
use chrono::NaiveDate;
use meent_domain::parking::zone::Names;
use meent_domain::parking::{Plan, Rules, Zone, ZoneId};
use meent_http::schema::NamesShape;
use meent_http::{Answer, App, By, Context, Json, JsonFile, Path, Problem, ProblemBody, ProblemCode, Staff};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct ZonePlans {
    /// Send it back with a change.
    version: u64,
    /// In the town. What is planned begins tomorrow or later.
    today: NaiveDate,
    #[schema(value_type = Vec<PlanShape>)]
    zones: Vec<Plan>,
    /// When parking is paid today, holidays and all; of the zones that are open.
    todays: Vec<ZoneToday>,
}

#[derive(Serialize, ToSchema)]
pub struct ZoneToday {
    zone: String,
    hours: Vec<PaidHours>,
}

/// All zones, with the rules they had, have and will have.
#[utoipa::path(get, path = "/api/staff/zones", tag = "zones", operation_id = "zone_plans", responses((status = 200, body = ZonePlans)))]
pub async fn all(context: Context, By(staff): By<Staff>) -> Answer<Json<ZonePlans>> {
    let zones = zones(&staff)?;
    let (today, plans) = (today(&context), zones.zones.iter().map(Plan::from).collect());
    let of_today = |zone: &Zone| {
        let (_, rules) = zone.rules_on(today)?;
        let hours = rules.hours.on(today, rules.holidays).iter().map(PaidHours::from).collect();
        Some(ZoneToday { zone: zone.id.to_string(), hours })
    };
    let todays = zones.zones.iter().filter_map(of_today).collect();
    Ok(Json(ZonePlans { version: zones.version, today, zones: plans, todays }))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ZoneAsked {
    /// The version of the zones that was seen: a change made from an older one is refused.
    version: u64,
    #[schema(value_type = NamesShape)]
    name: Names,
    /// One after the other. Those that began are told as they are; what is left out of those to come, does not come.
    #[schema(value_type = Vec<RulesShape>)]
    rules: Vec<Rules>,
    /// Tomorrow or later; once it is there, it stays so.
    #[serde(default)]
    closes: Option<NaiveDate>,
}

#[derive(Serialize, ToSchema)]
pub struct ZoneSaved {
    version: u64,
    #[schema(value_type = PlanShape)]
    zone: Plan,
}

/// Makes a zone, or plans another future for one there is.
#[utoipa::path(
    put, path = "/api/staff/zones/{zone}", tag = "zones", operation_id = "zone_change",
    params(("zone" = String, Path, example = "centrum")), request_body = ZoneAsked,
    responses(
        (status = 200, body = ZoneSaved),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn change(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Path(id): Path<String>,
    JsonFile(asked): JsonFile<ZoneAsked>,
) -> Answer<Json<ZoneSaved>> {
    let id = ZoneId::try_from(id).map_err(|why| Problem::invalid(why, "id"))?;
    let before = zones(&staff)?;
    if asked.version != before.version {
        return Err(ProblemCode::ChangedMeanwhile.into());
    }
    let plan = Plan { id, name: asked.name, rules: asked.rules, closes: asked.closes };
    let (after, planned) = planned(&before, &[plan], today(&context)).map_err(|(_, why)| Problem::invalid_at(why))?;
    let version = commit(&app, &context, &staff, &before, (&after, &planned)).await?;
    let zone = planned.first().map(|planned| Plan::from(&planned.zone)).ok_or(ProblemCode::NotFound)?;
    Ok(Json(ZoneSaved { version, zone }))
}
