//! Who has which right, in the words of APDS (ISO/TS 5206-1), for other systems that look at plates. They ask as
//! scan cars do and are told no more: no name, and no id that leads anywhere.

use crate::ask::{Asked, PlateQuestion, count};
use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::Language;
use meent_domain::calendar::local_day;
use meent_domain::parking::Zone;
use meent_http::parking::apds::{Credential, Text, Versioned};
use meent_http::{Answer, App, Checking, Context, Json, ProblemBody, Scanner};
use meent_secrets::fingerprint;
use meent_store::parking::Right;
use serde::Serialize;
use std::collections::HashSet;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsRights)]
#[serde(rename_all = "camelCase")]
pub struct Rights {
    assigned_rights: Vec<AssignedRight>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsAssignedRight)]
#[serde(rename_all = "camelCase")]
struct AssignedRight {
    #[serde(flatten)]
    identity: Versioned,
    /// As `GET /api/zones/apds` has it.
    right_specification: Versioned,
    right_holder: Versioned,
    issue_method: &'static str,
    expiry: DateTime<Utc>,
    planned_uses: Vec<PlannedUse>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsPlannedUse)]
#[serde(rename_all = "camelCase")]
struct PlannedUse {
    start_time: DateTime<Utc>,
    end_time: DateTime<Utc>,
    credentials_assigned: Vec<AssignedCredential>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsAssignedCredential)]
struct AssignedCredential {
    #[serde(flatten)]
    credential: Credential,
    identifier: Identifier,
    /// The country of the plate.
    issuer: Vec<Text>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsIdentifier)]
#[serde(rename_all = "camelCase")]
struct Identifier {
    #[schema(example = "BELicensePlate")]
    class_name: String,
    #[schema(example = "1ABC234")]
    id: String,
}

/// The rights of these plates in a zone that have not ended when they were seen.
#[utoipa::path(
    post, path = "/api/enforcement/assigned-rights", tag = "enforcement", operation_id = "assigned_rights",
    request_body = PlateQuestion,
    params(("Meent-Key" = String, Header, description = "The key of the system, as the office made it")),
    responses(
        (status = 200, body = Rights),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn rights(
    State(app): State<App>,
    context: Context,
    check: Checking<Scanner>,
    Json(question): Json<PlateQuestion>,
) -> Answer<Json<Rights>> {
    let (asked, scanner) = futures::try_join!(Asked::of(&app, &question, context.now), check.caller())?;
    let (mut assigned_rights, mut told) = (vec![], HashSet::new());
    for seen in asked.plates() {
        let plate = seen.plate.plate.to_string();
        // A plate may be asked about twice.
        let rights = seen.rights_in(asked.zone()).filter(|right| told.insert(right.session.clone()));
        assigned_rights.extend(rights.map(|right| AssignedRight::of(asked.zone(), &plate, &right)));
    }
    count(question.plates.len(), &scanner);
    Ok(Json(Rights { assigned_rights }))
}

impl AssignedRight {
    fn of(zone: &Zone, plate: &str, right: &Right) -> Self {
        let (from, until) = (right.span.from(), right.span.until());
        // Always the same for the same right, and of no use for anything else.
        let id = fingerprint(&right.session);
        let rules = zone.version_on(local_day(from)).map_or(0, |(place, _)| place);
        let identifier =
            Identifier { class_name: format!("{}LicensePlate", right.country.as_str()), id: plate.to_owned() };
        Self {
            identity: Versioned { id: id.clone(), version: 1 },
            // Whether for a resident or a visitor is nobody else's business.
            right_specification: Versioned::zone(&right.zone, rules),
            // The standard wants one. Nobody is told who it is: each right has a holder of its own.
            right_holder: Versioned { id, version: 1 },
            issue_method: "electronic",
            expiry: until,
            planned_uses: vec![PlannedUse {
                start_time: from,
                end_time: until,
                credentials_assigned: vec![AssignedCredential {
                    credential: Credential::PLATE,
                    identifier,
                    issuer: vec![Text::new(Language::English, right.country.as_str())],
                }],
            }],
        }
    }
}
