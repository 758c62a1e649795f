//! Types of vouchers (V-27): what a code is worth, what it costs, and how many are sold at once (V-20).
//!
//! What was sold keeps what it was sold as, so terms may change from one moment to the next. A type never goes:
//! it is only no longer sold.

use crate::parking::ZoneId;
use crate::parking::zone::Names;
use crate::{Cents, Invalid, InvalidAt, invalid};
use chrono::{Datelike as _, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A document of more is no longer one to hand over a desk.
pub const MOST_CODES: u32 = 100;
const MOST_HOURS: u32 = 100;
const MOST_CENTS: i64 = 100_000;
const QUANTITY: Invalid = Invalid("quantity-not-valid");

/// A short word of the town's choice: `dag`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VoucherTypeId(String);

impl VoucherTypeId {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for VoucherTypeId {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        let is_id = (1..=24).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if is_id { Ok(Self(text)) } else { Err(Invalid("voucher-type-id-not-valid")) }
    }
}

impl From<VoucherTypeId> for String {
    fn from(id: VoucherTypeId) -> Self {
        id.0
    }
}

impl fmt::Display for VoucherTypeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Until when a code can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Validity {
    /// So long after it was bought, that day included.
    Months(u32),
    /// Until the end of the year in which it was bought, or of so many years later.
    EndOfYear(u32),
}

impl Validity {
    const MOST_MONTHS: u32 = 60;
    const MOST_YEARS: u32 = 5;

    /// The last day.
    pub fn until(self, bought: NaiveDate) -> NaiveDate {
        let last = match self {
            Self::Months(months) => bought.checked_add_months(Months::new(months)),
            Self::EndOfYear(years) => {
                i32::try_from(years).ok().and_then(|years| NaiveDate::from_ymd_opt(bought.year() + years, 12, 31))
            }
        };
        last.unwrap_or(bought)
    }

    fn is_right(self) -> bool {
        match self {
            Self::Months(months) => (1..=Self::MOST_MONTHS).contains(&months),
            Self::EndOfYear(years) => years <= Self::MOST_YEARS,
        }
    }
}

/// What one is sold as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Terms {
    pub name: Names,
    /// Of paid time, that a code is worth.
    pub hours: u32,
    /// What a code costs.
    pub price_cents: Cents,
    /// Sold in multiples of so many …
    pub multiple: u32,
    /// … and so many at most.
    pub most: u32,
    /// Where it holds.
    pub zone: ZoneId,
    pub validity: Validity,
    /// Whether one can buy it now.
    pub sold: bool,
}

impl Terms {
    pub fn check(&self) -> Result<(), InvalidAt> {
        let within = |is_right: bool, field: &str| if is_right { Ok(()) } else { Err(invalid::NOT_VALID.at(field)) };
        within((1..=MOST_HOURS).contains(&self.hours), "hours")?;
        within((0..=MOST_CENTS).contains(&self.price_cents.0), "priceCents")?;
        within((1..=MOST_CODES).contains(&self.most), "most")?;
        within((1..=self.most).contains(&self.multiple), "multiple")?;
        within(self.validity.is_right(), "validity")
    }

    /// What so many come to.
    pub fn order(&self, quantity: u32) -> Result<Order, Invalid> {
        let is_sold = (1..=self.most).contains(&quantity) && quantity.is_multiple_of(self.multiple);
        if !is_sold {
            return Err(QUANTITY);
        }
        Ok(Order {
            quantity,
            cents: Cents(self.price_cents.0 * i64::from(quantity)),
            minutes: self.hours * 60 * quantity,
        })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoucherType {
    pub id: VoucherTypeId,
    pub terms: Terms,
}

/// What somebody buys at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    pub quantity: u32,
    pub cents: Cents,
    /// Of paid time, all codes together.
    pub minutes: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn terms(changed: Value) -> Terms {
        let mut terms = json!({
            "name": { "nl": "Dag", "fr": "Jour", "de": "Tag", "en": "Day" }, "hours": 8, "priceCents": 150,
            "multiple": 5, "most": 50, "zone": "centrum", "validity": { "months": 12 }, "sold": true,
        });
        for (field, value) in changed.as_object().expect("fields") {
            terms[field] = value.clone();
        }
        serde_json::from_value(terms).expect("terms")
    }

    #[test]
    fn price_and_hours_follow_the_quantity() {
        let dag = terms(json!({}));
        assert_eq!(dag.order(10), Ok(Order { quantity: 10, cents: Cents(1500), minutes: 4800 }));
        for wrong in [0, 1, 7, 51, 55, u32::MAX] {
            assert_eq!(dag.order(wrong), Err(QUANTITY), "{wrong}");
        }
        assert!(dag.order(50).is_ok());
    }

    #[test]
    fn terms_are_checked_field_by_field() {
        assert_eq!(terms(json!({})).check(), Ok(()));
        for (changed, field) in [
            (json!({ "hours": 0 }), "hours"),
            (json!({ "hours": 101 }), "hours"),
            (json!({ "priceCents": -1 }), "priceCents"),
            (json!({ "priceCents": 100_001 }), "priceCents"),
            (json!({ "most": 0 }), "most"),
            (json!({ "most": 101 }), "most"),
            (json!({ "multiple": 0 }), "multiple"),
            (json!({ "multiple": 51 }), "multiple"),
            (json!({ "validity": { "months": 0 } }), "validity"),
            (json!({ "validity": { "months": 61 } }), "validity"),
            (json!({ "validity": { "endOfYear": 6 } }), "validity"),
        ] {
            assert_eq!(terms(changed.clone()).check(), Err(invalid::NOT_VALID.at(field)), "{changed}");
        }
        assert_eq!(terms(json!({ "priceCents": 0, "multiple": 50 })).check(), Ok(()));
    }

    #[test]
    fn a_code_holds_to_the_end_of_its_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert_eq!(Validity::Months(12).until(day("2026-11-21")), day("2027-11-21"));
        assert_eq!(Validity::Months(1).until(day("2027-01-31")), day("2027-02-28"));
        assert_eq!(Validity::EndOfYear(0).until(day("2026-11-21")), day("2026-12-31"));
        assert_eq!(Validity::EndOfYear(1).until(day("2026-01-01")), day("2027-12-31"));
    }
}
