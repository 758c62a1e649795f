//! What paid time costs.

use crate::{Cents, Invalid};
use serde::{Deserialize, Serialize};

/// A price per hour, in whole steps: whatever is begun of a step is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "RateGiven", into = "RateGiven")]
pub struct Rate {
    per_hour: Cents,
    step: Cents,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RateGiven {
    per_hour_cents: Cents,
    step_cents: Cents,
}

impl Rate {
    const MOST_PER_HOUR: Cents = Cents(10_000);
    const MOST_STEP: Cents = Cents(500);

    pub fn new(per_hour: Cents, step: Cents) -> Result<Self, Invalid> {
        let is_rate = (Cents(0)..=Self::MOST_PER_HOUR).contains(&per_hour);
        let is_step = (Cents(1)..=Self::MOST_STEP).contains(&step);
        if is_rate && is_step { Ok(Self { per_hour, step }) } else { Err(Invalid("rate-not-valid")) }
    }

    pub fn per_hour(self) -> Cents {
        self.per_hour
    }

    pub fn step(self) -> Cents {
        self.step
    }

    pub fn of(self, minutes: u32) -> Priced {
        let (per_step, whole) = (self.step.0 * 60, i64::from(minutes) * self.per_hour.0);
        Priced { minutes, rate: self, total: Cents((whole + per_step - 1) / per_step * self.step.0) }
    }
}

impl TryFrom<RateGiven> for Rate {
    type Error = Invalid;

    fn try_from(given: RateGiven) -> Result<Self, Invalid> {
        Self::new(given.per_hour_cents, given.step_cents)
    }
}

impl From<Rate> for RateGiven {
    fn from(rate: Rate) -> Self {
        Self { per_hour_cents: rate.per_hour, step_cents: rate.step }
    }
}

/// A price with its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Priced {
    /// Paid ones alone.
    pub minutes: u32,
    pub rate: Rate,
    pub total: Cents,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rate(per_hour: i64, step: i64) -> Rate {
        Rate::new(Cents(per_hour), Cents(step)).expect("a rate")
    }

    #[test]
    fn what_is_begun_is_paid() {
        let of = |minutes| rate(160, 5).of(minutes).total.0;
        assert_eq!([0, 1, 15, 16, 60, 61].map(of), [0, 5, 40, 45, 160, 165]);
        assert_eq!(rate(0, 1).of(600).total, Cents(0));
        for (per_hour, step) in [(-1, 5), (10_001, 5), (100, 0), (100, 501)] {
            assert!(Rate::new(Cents(per_hour), Cents(step)).is_err(), "{per_hour} {step}");
        }
    }

    proptest! {
        #[test]
        fn in_whole_steps_and_never_less_for_more(
            per_hour in 1i64..10_000, step in 1i64..500, minutes in 0u32..10_080, more in 1u32..600,
        ) {
            let rate = rate(per_hour, step);
            let (some, all) = (rate.of(minutes).total.0, rate.of(minutes + more).total.0);
            prop_assert!(some % step == 0 && some <= all);
            // Exact but for the last step, and nobody gains by cutting a session in two.
            prop_assert!(some * 60 >= i64::from(minutes) * per_hour);
            prop_assert!(some * 60 < i64::from(minutes) * per_hour + step * 60);
            prop_assert!(all <= some + rate.of(more).total.0);
        }
    }
}
