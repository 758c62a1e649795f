//! What somebody wants to book, for themselves or at the desk.

use crate::{Answer, Problem};
use chrono::{DateTime, NaiveDate, Utc};
use meent_domain::parking::{Country, For, Plate, Series, Span, TimeOfDay, Zone, ZoneId};
use meent_parking::Asked;
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SessionWanted {
    /// own or visitor
    #[serde(rename = "for")]
    #[schema(value_type = String, example = "visitor")]
    pub whom: For,
    #[schema(value_type = String, example = "1-ABC-234")]
    pub plate: Plate,
    /// Two letters of ISO 3166; Belgium when left out
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "BE")]
    pub country: Country,
    #[schema(value_type = String, example = "centrum")]
    pub zone: ZoneId,
    /// Now, when left out.
    #[serde(default)]
    pub from: Option<DateTime<Utc>>,
    pub until: DateTime<Utc>,
}

impl SessionWanted {
    pub fn span(&self, now: DateTime<Utc>) -> Answer<Span> {
        Span::new(self.from.unwrap_or(now), self.until).map_err(|why| Problem::invalid(why, "until"))
    }

    pub fn asked<'a>(&'a self, zone: &'a Zone, spans: &'a [Span]) -> Asked<'a> {
        Asked { whom: self.whom, plate: &self.plate, country: &self.country, zone, spans }
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeriesWanted {
    /// own or visitor
    #[serde(rename = "for")]
    #[schema(value_type = String, example = "own")]
    pub whom: For,
    #[schema(value_type = String, example = "1-ABC-234")]
    plate: Plate,
    /// Two letters of ISO 3166; Belgium when left out
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "BE")]
    country: Country,
    #[schema(value_type = String, example = "centrum")]
    pub zone: ZoneId,
    /// 1 is Monday, 7 is Sunday
    weekdays: Vec<u8>,
    first_day: NaiveDate,
    last_day: NaiveDate,
    #[schema(value_type = String, example = "09:00")]
    from_time: TimeOfDay,
    /// Before the from-time, it is the next day
    #[schema(value_type = String, example = "12:30")]
    until_time: TimeOfDay,
}

impl SeriesWanted {
    pub fn spans(&self) -> Answer<Vec<Span>> {
        let series = Series {
            weekdays: self.weekdays.clone(),
            first: self.first_day,
            last: self.last_day,
            from: self.from_time,
            until: self.until_time,
        };
        series.spans().map_err(|why| Problem::invalid(why, field_of(why.0)))
    }

    pub fn asked<'a>(&'a self, zone: &'a Zone, spans: &'a [Span]) -> Asked<'a> {
        Asked { whom: self.whom, plate: &self.plate, country: &self.country, zone, spans }
    }
}

fn field_of(why: &str) -> &'static str {
    match why {
        "weekdays-not-valid" | "series-empty" => "weekdays",
        "time-not-valid" => "untilTime",
        _ => "lastDay",
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtensionWanted {
    /// The end it is to have.
    pub until: DateTime<Utc>,
}
