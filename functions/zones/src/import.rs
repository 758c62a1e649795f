use crate::save::{commit, planned, today, zones};
use crate::shape::PlanShape;
use axum::extract::State;
use meent_domain::parking::{Plan, Zone};
use meent_http::{Answer, App, By, Context, Json, JsonFile, Problem, ProblemBody, ProblemCode, Staff};
use meent_store::audit::Change;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// As the export has it.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ZonesAsked {
    /// The version of the zones that was seen: a change made from an older one is refused.
    version: u64,
    /// Only tells what would change.
    #[serde(default)]
    dry_run: bool,
    /// Zones that are not among them stay as they are.
    #[schema(value_type = Vec<PlanShape>)]
    zones: Vec<Plan>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ZonesImported {
    version: u64,
    /// Nothing was written.
    dry_run: bool,
    items: Vec<ZoneImported>,
}

#[derive(Serialize, ToSchema)]
pub struct ZoneImported {
    id: String,
    /// In the asked language.
    name: String,
    outcome: Outcome,
    changes: Vec<ZoneDifference>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ZoneOutcome)]
enum Outcome {
    New,
    Changed,
    /// As in the file already.
    Same,
    /// Not in the file, and left as it is.
    Kept,
}

/// As the audit trail tells it.
#[derive(Serialize, ToSchema)]
pub struct ZoneDifference {
    /// With the day from which it differs, where that matters.
    #[schema(example = "own@2027-01-01")]
    field: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

impl From<&Change> for ZoneDifference {
    fn from(Change { field, from, to }: &Change) -> Self {
        Self { field: field.clone(), from: from.clone(), to: to.clone() }
    }
}

/// Takes in a whole file of zones: all of it, or nothing.
#[utoipa::path(
    put, path = "/api/staff/zones", tag = "zones", operation_id = "zones_import", request_body = ZonesAsked,
    responses(
        (status = 200, body = ZonesImported),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn import(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    JsonFile(asked): JsonFile<ZonesAsked>,
) -> Answer<Json<ZonesImported>> {
    let before = zones(&staff)?;
    if asked.version != before.version {
        return Err(ProblemCode::ChangedMeanwhile.into());
    }
    let (after, planned) = planned(&before, &asked.zones, today(&context))
        .map_err(|(index, why)| Problem::invalid_at(why.within(&format!("zones[{index}]."))))?;
    let version = match asked.dry_run {
        true => before.version,
        false => commit(&app, &context, &staff, &before, (&after, &planned)).await?,
    };
    let of_the_file = planned.iter().map(|planned| {
        let outcome = match planned.is_new {
            true => Outcome::New,
            false if planned.changes.is_empty() => Outcome::Same,
            false => Outcome::Changed,
        };
        told(&planned.zone, outcome, &planned.changes, &context)
    });
    let kept = before.zones.iter().filter(|zone| asked.zones.iter().all(|plan| plan.id != zone.id));
    let items = of_the_file.chain(kept.map(|zone| told(zone, Outcome::Kept, &[], &context))).collect();
    Ok(Json(ZonesImported { version, dry_run: asked.dry_run, items }))
}

fn told(zone: &Zone, outcome: Outcome, changes: &[Change], context: &Context) -> ZoneImported {
    ZoneImported {
        id: zone.id.to_string(),
        name: zone.name.of(context.language).to_owned(),
        outcome,
        changes: changes.iter().map(ZoneDifference::from).collect(),
    }
}
