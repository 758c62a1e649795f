//! What paid time costs.

use crate::{Cents, Invalid};
use serde::{Deserialize, Serialize};

/// A price per hour, in whole steps: whatever is begun of a step is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", from = "RateGiven", into = "RateGiven")]
pub struct Rate {
    per_hour: Cents,
    step: Cents,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RateGiven {
    per_hour_cents: PerHour,
    step_cents: Step,
}

/// Types of their own, so that what does not parse names the one that is wrong.
#[derive(Serialize, Deserialize)]
#[serde(try_from = "Cents")]
struct PerHour(Cents);

#[derive(Serialize, Deserialize)]
#[serde(try_from = "Cents")]
struct Step(Cents);

impl TryFrom<Cents> for PerHour {
    type Error = Invalid;

    fn try_from(cents: Cents) -> Result<Self, Invalid> {
        if (Cents(0)..=Cents(10_000)).contains(&cents) { Ok(Self(cents)) } else { Err(Invalid("rate-not-valid")) }
    }
}

impl TryFrom<Cents> for Step {
    type Error = Invalid;

    fn try_from(cents: Cents) -> Result<Self, Invalid> {
        if (Cents(1)..=Cents(500)).contains(&cents) { Ok(Self(cents)) } else { Err(Invalid("step-not-valid")) }
    }
}

impl Rate {
    pub fn new(per_hour: Cents, step: Cents) -> Result<Self, Invalid> {
        Ok(RateGiven { per_hour_cents: per_hour.try_into()?, step_cents: step.try_into()? }.into())
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

impl From<RateGiven> for Rate {
    fn from(given: RateGiven) -> Self {
        Self { per_hour: given.per_hour_cents.0, step: given.step_cents.0 }
    }
}

impl From<Rate> for RateGiven {
    fn from(rate: Rate) -> Self {
        Self { per_hour_cents: PerHour(rate.per_hour), step_cents: Step(rate.step) }
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
