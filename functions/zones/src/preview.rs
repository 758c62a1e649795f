use crate::save::zones;
use crate::shape::RulesShape;
use axum::extract::State;
use chrono::{DateTime, NaiveDate, Utc};
use meent_domain::calendar::local_day;
use meent_domain::parking::{For, Quarter, Rules, Span, ZoneId, paid};
use meent_http::{Answer, App, By, Json, JsonFile, Problem, ProblemBody, ProblemCode, Staff};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewAsked {
    /// own or visitor
    #[serde(rename = "for")]
    #[schema(value_type = String, example = "own")]
    whom: For,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// By the rules it has on that day.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "centrum")]
    zone: Option<ZoneId>,
    /// Or by rules that are only being thought of.
    #[serde(default)]
    #[schema(value_type = Option<RulesShape>)]
    rules: Option<Rules>,
}

/// What somebody would pay, in its parts.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ZonePreview {
    /// Paid time, in order.
    stretches: Vec<StretchShown>,
    /// Of paid time, in all.
    minutes: u32,
    per_hour_cents: i64,
    step_cents: i64,
    cents: i64,
    /// Visitors' hours it would use.
    quarters: Vec<QuarterShown>,
    /// Paid time of one stay, at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    longest_minutes: Option<u32>,
    /// Longer than may be: it could not be booked.
    too_long: bool,
    /// The day on which these rules begin.
    rules_from: NaiveDate,
}

#[derive(Serialize, ToSchema)]
pub struct StretchShown {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    minutes: u32,
}

#[derive(Serialize, ToSchema)]
pub struct QuarterShown {
    #[schema(example = "2026-Q4")]
    quarter: String,
    minutes: u32,
}

/// What a stay would cost, by a zone's rules or by rules not yet saved. Changes nothing.
#[utoipa::path(
    post, path = "/api/staff/zone-previews", tag = "zones", operation_id = "zone_preview", request_body = PreviewAsked,
    responses(
        (status = 200, body = ZonePreview),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn preview(
    State(app): State<App>,
    By(staff): By<Staff>,
    JsonFile(asked): JsonFile<PreviewAsked>,
) -> Answer<Json<ZonePreview>> {
    let PreviewAsked { whom, from, until, zone, rules } = asked;
    let span = Span::new(from, until).map_err(|why| Problem::invalid(why, "until"))?;
    let rules = match (zone, rules) {
        (_, Some(rules)) => {
            rules.check().map_err(|why| Problem::invalid_at(why.within("rules.")))?;
            rules
        }
        (Some(id), None) => {
            let zones = zones(&staff)?;
            let found = zones.zones.iter().find(|zone| zone.id == id);
            let zone = found.ok_or_else(|| Problem::at(ProblemCode::ZoneNotFound, "zone"))?;
            let (_, rules) =
                zone.rules_on(local_day(from)).ok_or_else(|| Problem::at(ProblemCode::ZoneClosed, "from"))?;
            rules.clone()
        }
        (None, None) => return Err(Problem::at(ProblemCode::FieldRequired, "zone")),
    };
    let stretches = paid::stretches(&rules.hours, rules.holidays, span);
    let priced = rules.rate(whom).of(stretches.iter().map(paid::Stretch::minutes).sum());
    let longest = app.settings.parking.longest_stay(&rules, whom == For::Visitor);
    let quarters = match whom {
        For::Own => vec![],
        For::Visitor => paid::minutes_by_quarter(&rules.hours, rules.holidays, span),
    };
    let shown = |(quarter, minutes): (Quarter, u32)| QuarterShown { quarter: quarter.to_string(), minutes };
    Ok(Json(ZonePreview {
        stretches: stretches
            .iter()
            .map(|stretch| StretchShown { from: stretch.from, until: stretch.until, minutes: stretch.minutes() })
            .collect(),
        minutes: priced.minutes,
        per_hour_cents: priced.rate.per_hour().0,
        step_cents: priced.rate.step().0,
        cents: priced.total.0,
        quarters: quarters.into_iter().map(shown).collect(),
        longest_minutes: longest,
        too_long: longest.is_some_and(|most| priced.minutes > most),
        rules_from: rules.from,
    }))
}
