//! Somebody's sessions, a page at a time.

use super::ParkingSession;
use crate::{Answer, App, Context, Problem, ProblemCode, days};
use chrono::{DateTime, Duration, NaiveDate};
use meent_domain::PersonId;
use meent_store::parking::{self, Session};
use meent_store::{Cursor, PageSize, Query as Rows};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which sessions: all of them, or those that begin in a period.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day; only this day, when no last one is given.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Newest first.
    pub fn query(&self, owner: &PersonId) -> Answer<Rows> {
        // Before there was parking to book, and later than can be booked.
        let (earliest, latest) = (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH + Duration::days(365 * 200));
        let period = match (self.from, self.to) {
            (None, None) => (earliest, latest),
            (from, to) => {
                let last = to.or(from).unwrap_or_default();
                let first = from.or(NaiveDate::from_ymd_opt(2000, 1, 1)).unwrap_or_default();
                days(first, last).ok_or_else(|| Problem::at(ProblemCode::PeriodNotValid, "from"))?
            }
        };
        Ok(parking::sessions_between(owner, period.0, period.1).newest_first())
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PageAsked {
    /// First day; only this day, when no last one is given.
    from: Option<NaiveDate>,
    /// Last day.
    to: Option<NaiveDate>,
    /// 10, 25 or 50
    #[serde(default)]
    #[param(value_type = Option<u32>)]
    limit: PageSize,
    #[param(value_type = Option<String>)]
    cursor: Option<Cursor>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParkingList {
    items: Vec<ParkingSession>,
    /// Where the next page begins.
    next: Option<String>,
    more: bool,
    /// How many there are in all.
    count: usize,
    /// There are more than could be counted.
    or_more: bool,
}

const COUNTED_UP_TO: usize = 1000;

impl PageAsked {
    pub async fn list(self, app: &App, owner: &PersonId, context: &Context) -> Answer<ParkingList> {
        let Self { from, to, limit, cursor } = self;
        let period = Period { from, to };
        let rows = app.db.query::<Session>(period.query(owner)?.page(limit, cursor));
        let counted = app.db.count(period.query(owner)?, COUNTED_UP_TO + 1);
        let (rows, counted, zones) = futures::join!(rows, counted, app.zones());
        let (page, counted, zones) = (rows?, counted?, zones?);
        let shown = |session| ParkingSession::of(session, &zones, context.language, context.now);
        Ok(ParkingList {
            items: page.rows.iter().map(shown).collect(),
            more: page.next.is_some(),
            next: page.next.map(String::from),
            count: counted.min(COUNTED_UP_TO),
            or_more: counted > COUNTED_UP_TO,
        })
    }
}
