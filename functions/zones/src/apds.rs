//! Zones in the words of APDS (ISO/TS 5206-1), for anybody's system: places, what one may do there, and what it
//! costs. Enforcement's half, who has which right, is `plate-check`'s.

use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::calendar::start_of_day;
use meent_domain::parking::{For, HolidayRule, Rate, Rules, Window, Zone};
use meent_domain::{Language, money::Cents};
use meent_http::parking::apds::{Credential, Text, Versioned};
use meent_http::{Answer, App, Context, Json};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsZones)]
#[serde(rename_all = "camelCase")]
pub struct Exchange {
    places: Vec<Place>,
    right_specifications: Vec<RightSpecification>,
    rate_tables: Vec<RateTable>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsPlace)]
#[serde(rename_all = "camelCase")]
struct Place {
    #[serde(flatten)]
    identity: Versioned,
    #[serde(rename = "type")]
    kind: &'static str,
    layer: u8,
    name: Vec<Text>,
    time_zone: &'static str,
    hierarchy_element_record: Record,
    right_specifications: Vec<Versioned>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsRecord)]
#[serde(rename_all = "camelCase")]
struct Record {
    creation_time: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsRightSpecification)]
#[serde(rename_all = "camelCase")]
struct RightSpecification {
    #[serde(flatten)]
    identity: Versioned,
    #[serde(rename = "type")]
    kind: &'static str,
    description: Vec<Text>,
    issuer: Versioned,
    transferable: bool,
    hierarchy_elements: Vec<Versioned>,
    credentials: Vec<Credential>,
    rate_eligibility: Vec<RateEligibility>,
    validity: Validity,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsRateEligibility)]
#[serde(rename_all = "camelCase")]
struct RateEligibility {
    #[serde(flatten)]
    identity: Versioned,
    eligibility: Eligibility,
    rate_table: Versioned,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsEligibility)]
#[serde(rename_all = "camelCase")]
struct Eligibility {
    #[serde(flatten)]
    identity: Versioned,
    eligibility_name: Vec<Text>,
}

/// When it is paid: before, between and after these times nobody needs the right.
#[derive(Serialize, ToSchema)]
#[schema(as = ApdsValidity)]
#[serde(rename_all = "camelCase")]
struct Validity {
    validity_status: &'static str,
    validity_time_specification: OverallPeriod,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsOverallPeriod)]
#[serde(rename_all = "camelCase")]
struct OverallPeriod {
    overall_start_time: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    overall_end_time: Option<DateTime<Utc>>,
    valid_periods: Vec<Period>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    exception_periods: Vec<Period>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsPeriod)]
#[serde(rename_all = "camelCase")]
struct Period {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recurring_day_week_month_period: Vec<Days>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recurring_special_day: Vec<SpecialDay>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recurring_time_period_of_day: Vec<TimePeriod>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsDays)]
#[serde(rename_all = "camelCase")]
struct Days {
    applicable_day: Vec<&'static str>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsSpecialDay)]
#[serde(rename_all = "camelCase")]
struct SpecialDay {
    intersect_with_applicable_days: bool,
    special_day_type: &'static str,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsTimePeriod)]
#[serde(rename_all = "camelCase")]
struct TimePeriod {
    start_time_of_period: String,
    end_time_of_period: String,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsRateTable)]
#[serde(rename_all = "camelCase")]
struct RateTable {
    #[serde(flatten)]
    identity: Versioned,
    rate_table_name: Vec<Text>,
    validity_start: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    validity_end: Option<DateTime<Utc>>,
    availability: &'static str,
    rate_line_collections: Vec<RateLines>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsRateLineCollection)]
#[serde(rename_all = "camelCase")]
struct RateLines {
    applicable_currency: &'static str,
    collection_sequence: u8,
    /// The longest paid stay, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    max_time: Option<String>,
    relative_times: bool,
    tax_included: bool,
    valid_start: DateTime<Utc>,
    rate_lines: Vec<RateLine>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ApdsRateLine)]
#[serde(rename_all = "camelCase")]
struct RateLine {
    sequence: u8,
    rate_line_type: &'static str,
    /// In euros, for each increment period; what is begun of `minValue` is paid.
    value: f64,
    increment_period: &'static str,
    min_value: f64,
}

/// The town's zones by the standard that parking systems exchange by, those to come too.
#[utoipa::path(get, path = "/api/zones/apds", tag = "zones", operation_id = "zones_apds", responses((status = 200, body = Exchange)))]
pub async fn exchange(State(app): State<App>, context: Context) -> Answer<Json<Exchange>> {
    let zones = app.zones().await?;
    let mut exchange = Exchange { places: vec![], right_specifications: vec![], rate_tables: vec![] };
    for zone in zones.iter().filter(|zone| zone.closes.is_none_or(|closes| context.now < start_of_day(closes))) {
        exchange.add(zone);
    }
    Ok(Json(exchange))
}

impl Exchange {
    fn add(&mut self, zone: &Zone) {
        let versions = zone.versions();
        for (index, (place, rules)) in versions.iter().copied().enumerate() {
            let next = versions.get(index + 1).map(|(_, next)| next.from);
            let ends = [next, zone.closes].into_iter().flatten().min();
            let version =
                Version { zone, rules, place, starts: start_of_day(rules.from), ends: ends.map(start_of_day) };
            self.places.push(version.place());
            self.right_specifications.push(version.right());
            self.rate_tables.extend([For::Own, For::Visitor].map(|whom| version.rates(whom)));
        }
    }
}

/// A zone while one set of rules holds.
struct Version<'z> {
    zone: &'z Zone,
    rules: &'z Rules,
    place: usize,
    starts: DateTime<Utc>,
    ends: Option<DateTime<Utc>>,
}

impl Version<'_> {
    fn place(&self) -> Place {
        Place {
            identity: self.id(),
            kind: "identifiedArea",
            layer: 0,
            name: Text::of(&self.zone.name),
            time_zone: "Europe/Brussels",
            hierarchy_element_record: Record { creation_time: self.starts },
            right_specifications: vec![self.id()],
        }
    }

    fn id(&self) -> Versioned {
        Versioned::zone(&self.zone.id, self.place)
    }

    fn rate_id(&self, whom: For) -> Versioned {
        Versioned::rate(&self.zone.id, whom, self.place)
    }

    fn right(&self) -> RightSpecification {
        RightSpecification {
            identity: self.id(),
            kind: "oneTimeUseParking",
            description: Text::of(&self.zone.name),
            issuer: Versioned { id: "town".to_owned(), version: 1 },
            transferable: false,
            hierarchy_elements: vec![self.id()],
            credentials: vec![Credential::PLATE],
            rate_eligibility: [For::Own, For::Visitor].map(|whom| self.eligibility(whom)).into(),
            validity: Validity {
                validity_status: "definedByValidityTimeSpec",
                validity_time_specification: OverallPeriod {
                    overall_start_time: self.starts,
                    overall_end_time: self.ends,
                    valid_periods: self.paid(),
                    exception_periods: self.unpaid_on_holidays(),
                },
            },
        }
    }

    fn eligibility(&self, whom: For) -> RateEligibility {
        let who = match whom {
            For::Own => "Anybody",
            For::Visitor => "A visitor, booked by a resident of the zone",
        };
        let name = vec![Text::new(Language::English, who)];
        RateEligibility {
            identity: self.rate_id(whom),
            eligibility: Eligibility { identity: self.rate_id(whom), eligibility_name: name },
            rate_table: self.rate_id(whom),
        }
    }

    /// Each weekday that has paid hours, and holidays where they are as Sundays.
    fn paid(&self) -> Vec<Period> {
        const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let days = self.rules.hours.days();
        let of_week = DAYS.into_iter().zip(days).filter(|(_, windows)| !windows.is_empty());
        let mut periods: Vec<Period> = of_week.map(|(day, windows)| Period::on(day, windows)).collect();
        if self.rules.holidays == HolidayRule::AsSunday && !days[6].is_empty() {
            periods.push(Period::on_holidays(days[6].iter().map(TimePeriod::from).collect()));
        }
        periods
    }

    /// What a holiday takes away from its weekday: all of it, or what is not paid on a Sunday either.
    fn unpaid_on_holidays(&self) -> Vec<Period> {
        let sunday: &[Window] = &self.rules.hours.days()[6];
        match self.rules.holidays {
            HolidayRule::AsUsual => vec![],
            HolidayRule::AsSunday if !sunday.is_empty() => vec![Period::on_holidays(around(sunday))],
            HolidayRule::AsSunday | HolidayRule::Free => vec![Period::on_holidays(vec![])],
        }
    }

    fn rates(&self, whom: For) -> RateTable {
        let rate: Rate = self.rules.rate(whom);
        RateTable {
            identity: self.rate_id(whom),
            rate_table_name: Text::of(&self.zone.name),
            validity_start: self.starts,
            validity_end: self.ends,
            availability: if whom == For::Own { "public" } else { "restricted" },
            rate_line_collections: vec![RateLines {
                applicable_currency: "EUR",
                collection_sequence: 1,
                max_time: self.rules.longest_stay_minutes.map(|minutes| format!("PT{minutes}M")),
                relative_times: true,
                tax_included: true,
                valid_start: self.starts,
                rate_lines: vec![RateLine {
                    sequence: 1,
                    rate_line_type: "incrementingRate",
                    value: euros(rate.per_hour()),
                    increment_period: "PT1H",
                    min_value: euros(rate.step()),
                }],
            }],
        }
    }
}

impl Period {
    fn on(day: &'static str, windows: &[Window]) -> Self {
        Self {
            recurring_day_week_month_period: vec![Days { applicable_day: vec![day] }],
            recurring_special_day: vec![],
            recurring_time_period_of_day: windows.iter().map(TimePeriod::from).collect(),
        }
    }

    /// At these times, or all day.
    fn on_holidays(times: Vec<TimePeriod>) -> Self {
        let holiday = SpecialDay { intersect_with_applicable_days: false, special_day_type: "publicHoliday" };
        Self {
            recurring_day_week_month_period: vec![],
            recurring_special_day: vec![holiday],
            recurring_time_period_of_day: times,
        }
    }
}

/// The times of a day that are in none of these windows.
fn around(windows: &[Window]) -> Vec<TimePeriod> {
    let (mut times, mut from) = (vec![], "00:00".to_owned());
    for window in windows {
        times.push((from, window.from.to_string()));
        from = window.until.to_string();
    }
    times.push((from, "24:00".to_owned()));
    times.retain(|(from, until)| from != until);
    let period = |(start_time_of_period, end_time_of_period)| TimePeriod { start_time_of_period, end_time_of_period };
    times.into_iter().map(period).collect()
}

impl From<&Window> for TimePeriod {
    fn from(window: &Window) -> Self {
        Self { start_time_of_period: window.from.to_string(), end_time_of_period: window.until.to_string() }
    }
}

/// The standard has amounts as numbers with a fraction; a cent is one of a hundred, to the last digit shown.
#[allow(clippy::cast_precision_loss, reason = "prices are far below what a float holds exactly")]
fn euros(cents: Cents) -> f64 {
    cents.0 as f64 / 100.0
}
