//! Zones as the contract names them; `domain` knows nothing of contracts.

use crate::public::{PaidHours, RateShown};
use chrono::NaiveDate;
use meent_http::schema::NamesShape;
use utoipa::ToSchema;

/// A zone as staff plan it.
#[derive(ToSchema)]
#[schema(as = ZonePlan, rename_all = "camelCase")]
#[allow(dead_code, reason = "only described, never made")]
pub struct PlanShape {
    #[schema(example = "centrum")]
    id: String,
    name: NamesShape,
    /// One after the other, each from its day on. Those that began are told as they are.
    rules: Vec<RulesShape>,
    /// From this day on there is no parking to book here.
    closes: Option<NaiveDate>,
}

/// How a zone works from a day on.
#[derive(ToSchema)]
#[schema(as = ZoneRules, rename_all = "camelCase")]
#[allow(dead_code, reason = "only described, never made")]
pub struct RulesShape {
    /// The first day.
    from: NaiveDate,
    /// Seven days, Monday first: when parking is paid.
    hours: Vec<Vec<PaidHours>>,
    /// free, as-sunday or as-usual
    holidays: String,
    own: RateShown,
    visitors: RateShown,
    /// Of paid time.
    longest_stay_minutes: Option<u32>,
    streets: Vec<StreetShape>,
}

#[derive(ToSchema)]
#[schema(as = ZoneStreet)]
#[allow(dead_code, reason = "only described, never made")]
pub struct StreetShape {
    #[schema(example = "9990")]
    postcode: String,
    name: String,
}
