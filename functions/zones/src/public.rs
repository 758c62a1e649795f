use axum::extract::State;
use chrono::NaiveDate;
use meent_domain::calendar::local_day;
use meent_domain::parking::{HolidayRule, Rate, Rules, Window, Zone};
use meent_http::{Answer, App, Context, Json};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct ZoneList {
    items: Vec<ZoneShown>,
}

/// A zone and how it works today.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ZoneShown {
    id: String,
    /// In the asked language.
    name: String,
    /// Seven days, Monday first: when parking is paid.
    hours: Vec<Vec<PaidHours>>,
    /// free, as-sunday or as-usual
    #[schema(value_type = String)]
    holidays: HolidayRule,
    own: RateShown,
    visitors: RateShown,
    /// Of paid time.
    #[serde(skip_serializing_if = "Option::is_none")]
    longest_stay_minutes: Option<u32>,
    streets: Vec<String>,
    /// The day from which other rules hold, if there are some to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes_on: Option<NaiveDate>,
}

#[derive(Serialize, ToSchema)]
pub struct PaidHours {
    #[schema(example = "09:00")]
    from: String,
    #[schema(example = "19:00")]
    until: String,
}

impl From<&Window> for PaidHours {
    fn from(window: &Window) -> Self {
        Self { from: window.from.to_string(), until: window.until.to_string() }
    }
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RateShown {
    per_hour_cents: i64,
    /// What is begun of so much is paid.
    step_cents: i64,
}

/// The town's zones, with hours and prices.
#[utoipa::path(get, path = "/api/zones", tag = "zones", operation_id = "zones", responses((status = 200, body = ZoneList)))]
pub async fn list(State(app): State<App>, context: Context) -> Answer<Json<ZoneList>> {
    let zones = app.zones().await?;
    let today = local_day(context.now);
    let shown = |zone: &Zone| {
        let (_, rules) = zone.rules_on(today)?;
        let next = zone.timeline().into_iter().map(|rules| rules.from).find(|from| today < *from);
        let changes_on = [next, zone.closes].into_iter().flatten().min();
        Some(ZoneShown { changes_on, ..shown(zone.id.to_string(), zone.name.of(context.language), rules) })
    };
    Ok(Json(ZoneList { items: zones.iter().filter_map(shown).collect() }))
}

fn shown(id: String, name: &str, rules: &Rules) -> ZoneShown {
    let rate = |rate: Rate| RateShown { per_hour_cents: rate.per_hour().0, step_cents: rate.step().0 };
    ZoneShown {
        id,
        name: name.to_owned(),
        hours: rules.hours.days().iter().map(|day| day.iter().map(PaidHours::from).collect()).collect(),
        holidays: rules.holidays,
        own: rate(rules.own),
        visitors: rate(rules.visitors),
        longest_stay_minutes: rules.longest_stay_minutes,
        streets: rules.streets.iter().map(|street| street.name.as_str().to_owned()).collect(),
        changes_on: None,
    }
}
