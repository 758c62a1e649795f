//! What a town chooses for parking as a whole.

use super::Quarter;
use super::zone::Rules;
use chrono::Duration;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Policy {
    /// Of paid time for visitors.
    pub quota_minutes_per_quarter: u32,
    pub quota_of: QuotaOf,
    /// Paid time of one visit.
    pub visit_minutes: u32,
    /// A right that came so soon after a scan counts.
    pub grace_minutes: u32,
    /// Sessions and their plates are removed so long after they ended (P-32).
    pub keep_days: u32,
}

/// Who has the visitors' hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuotaOf {
    /// All who live at an address with its box, together.
    Household,
    Resident,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            quota_minutes_per_quarter: 90 * 60,
            quota_of: QuotaOf::Household,
            visit_minutes: 180,
            grace_minutes: 5,
            keep_days: 400,
        }
    }
}

impl Policy {
    pub fn grace(&self) -> Duration {
        Duration::minutes(i64::from(self.grace_minutes))
    }

    /// How long somebody may stay: as long as the zone allows, visitors no longer than a visit.
    pub fn longest_stay(&self, rules: &Rules, visitor: bool) -> Option<u32> {
        let of_visit = visitor.then_some(self.visit_minutes);
        [of_visit, rules.longest_stay_minutes].into_iter().flatten().min()
    }

    /// Visitors' hours can be used in this quarter and the next.
    pub fn quarters(now: Quarter) -> [Quarter; 2] {
        [now, now.next()]
    }
}
