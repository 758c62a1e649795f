//! What is asked of a statement, and what becomes of it.

use chrono::NaiveDate;
use meent_domain::PersonId;
use meent_http::{Answer, Problem, ProblemCode, days};
use meent_ledger::{Account, Period, Statement};
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// First day; only this day, when no last one is given.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Only what an invoice was asked for.
    #[serde(default)]
    pub invoice: bool,
}

impl Asked {
    pub fn statement(self, owner: &PersonId) -> Answer<Statement> {
        let account = Account::Wallet(owner.clone());
        Ok(Statement { account, period: self.period()?, invoiced: self.invoice })
    }

    fn period(self) -> Answer<Option<Period>> {
        let (first, last) = match (self.from, self.to) {
            (None, None) => return Ok(None),
            (Some(from), None) => (from, from),
            // Everything up to a day.
            (None, Some(to)) => (NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or(to), to),
            (Some(from), Some(to)) => (from, to),
        };
        let period = days(first, last).ok_or_else(|| Problem::at(ProblemCode::StatementPeriodNotValid, "from"))?;
        Ok(Some(Period { from: period.0, until: period.1 }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: Option<&str>, to: Option<&str>) -> Answer<Option<Period>> {
        let day = |text: Option<&str>| text.map(|text| text.parse().expect("a day"));
        Asked { from: day(from), to: day(to), invoice: false }.period()
    }

    #[test]
    fn a_day_a_period_or_everything() {
        assert_eq!(period(None, None).expect("valid"), None);
        let day = period(Some("2026-03-29"), None).expect("valid").expect("a period");
        assert_eq!((day.until - day.from).num_hours(), 23);
        let some = period(Some("2026-11-01"), Some("2026-11-21")).expect("valid").expect("a period");
        assert_eq!(some.from.to_rfc3339(), "2026-10-31T23:00:00+00:00");
        assert_eq!(some.until.to_rfc3339(), "2026-11-21T23:00:00+00:00");
        assert!(period(None, Some("2026-11-21")).expect("valid").is_some());
        for (from, to) in [("2026-11-02", "2026-11-01"), ("0001-01-01", "2026-01-01"), ("2026-01-01", "+262142-12-31")]
        {
            assert_eq!(period(Some(from), Some(to)).expect_err("wrong").code, ProblemCode::StatementPeriodNotValid);
        }
    }
}
