use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use meent_domain::StaffId;
use meent_domain::calendar::{local_day, start_of_day};
use meent_domain::person::folded;
use meent_http::{Answer, Problem, ProblemCode};
use meent_store::audit::{Action, Line};
use meent_store::{Cursor, PageSize};
use serde::Deserialize;
use std::ops::RangeInclusive;
use utoipa::IntoParams;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// First day of the period; a month before the last when not given.
    pub from: Option<NaiveDate>,
    /// Last day; today when not given.
    pub to: Option<NaiveDate>,
    /// Who did it: an id, or a part of the name.
    pub actor: Option<String>,
    #[param(value_type = Option<String>)]
    pub action: Option<Action>,
    /// What it was done to: an id, or a part of what it was called.
    pub subject: Option<String>,
    /// 10, 25 or 50
    #[serde(default)]
    #[param(value_type = Option<u32>)]
    pub limit: PageSize,
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// What was asked, checked.
pub struct Filter {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    pub actor: Option<Named>,
    pub subject: Option<Named>,
    pub action: Option<Action>,
}

pub enum Named {
    Id(String),
    Part(String),
}

const MOST_DAYS: i64 = 366;
/// Far-off years have no local time to be turned into.
const YEARS: RangeInclusive<i32> = 2000..=2200;

impl Filter {
    pub fn of(asked: &Asked, now: DateTime<Utc>) -> Answer<Self> {
        let last = asked.to.unwrap_or_else(|| local_day(now));
        let first = asked.from.or_else(|| last.checked_sub_months(Months::new(1))).unwrap_or(last);
        let days = (last - first).num_days();
        let after = last.checked_add_days(Days::new(1));
        let is_period =
            (0..=MOST_DAYS).contains(&days) && YEARS.contains(&first.year()) && YEARS.contains(&last.year());
        let (true, Some(after)) = (is_period, after) else {
            return Err(Problem::at(ProblemCode::PeriodNotValid, "from"));
        };
        let named =
            |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(Named::of);
        Ok(Self {
            from: start_of_day(first),
            until: start_of_day(after),
            actor: named(&asked.actor),
            subject: named(&asked.subject),
            action: asked.action,
        })
    }

    /// Whether the table's keys, or those of the index that is read, leave nothing to look for.
    pub fn is_served_by_keys(&self) -> bool {
        use Named::Id;
        let nothing_more =
            matches!((&self.actor, &self.subject), (None, None) | (Some(Id(_)), None) | (None, Some(Id(_))));
        nothing_more && self.action.is_none()
    }

    /// What no key serves.
    pub fn keeps(&self, line: &Line) -> bool {
        let holds = |named: &Option<Named>, id: &str, name: &str| match named {
            None => true,
            Some(Named::Id(wanted)) => wanted == id,
            Some(Named::Part(part)) => folded(name).contains(part),
        };
        (self.from..self.until).contains(&line.at)
            && self.action.is_none_or(|action| action == line.action)
            && holds(&self.actor, &line.actor_id, &line.actor_name)
            && holds(&self.subject, &line.subject_id, &line.subject_label)
    }
}

impl Named {
    fn of(text: &str) -> Self {
        match StaffId::try_from(text.to_owned()) {
            Ok(id) => Self::Id(id.to_string()),
            Err(_) => Self::Part(folded(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(from: Option<&str>, to: Option<&str>) -> Asked {
        let day = |text: Option<&str>| text.map(|text| text.parse().expect("a day"));
        Asked {
            from: day(from),
            to: day(to),
            actor: None,
            action: None,
            subject: None,
            limit: PageSize::default(),
            cursor: None,
        }
    }

    #[test]
    fn periods() {
        let now = "2026-11-21T23:30:00Z".parse().expect("a time");
        let default = Filter::of(&asked(None, None), now).expect("valid");
        // In the town it is the 22nd already.
        assert_eq!(default.until.to_rfc3339(), "2026-11-22T23:00:00+00:00");
        assert_eq!(default.from.to_rfc3339(), "2026-10-21T22:00:00+00:00");
        for (from, to) in [("2026-02-01", "2026-01-01"), ("2020-01-01", "2026-01-01"), ("-262143-01-01", "2026-01-01")]
        {
            let problem = Filter::of(&asked(Some(from), Some(to)), now).err().expect("wrong");
            assert_eq!(problem.code, ProblemCode::PeriodNotValid);
        }
        assert!(Filter::of(&asked(None, Some("+262142-12-30")), now).is_err());
    }
}
