//! Money: whole cents, and how people write them (W-1, P-45).

use crate::{Invalid, Language};
use serde::{Deserialize, Serialize};
use std::ops::Neg;

/// Whole cents. Negative is money that goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl Neg for Cents {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Cents {
    /// `€ 12,50` and `− € 1.250,00`; English writes `€ 1,250.00`.
    pub fn written(self, language: Language) -> String {
        let (thousands, decimal) = match language {
            Language::English => (',', '.'),
            // Narrow, and never broken at the end of a line.
            Language::French => ('\u{202f}', ','),
            Language::Dutch | Language::German => ('.', ','),
        };
        let whole = (self.0.unsigned_abs() / 100).to_string();
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push(thousands);
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "\u{2212}\u{a0}" } else { "" };
        format!("{sign}€\u{a0}{grouped}{decimal}{:02}", self.0.unsigned_abs() % 100)
    }

    /// `12.50`, for other systems.
    pub fn plain(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100)
    }
}

/// What may be topped up at once (W-10). A town's own choice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, try_from = "LimitsGiven")]
pub struct TopUpLimits {
    least: Cents,
    most: Cents,
    quick: Vec<Cents>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct LimitsGiven {
    least: Cents,
    most: Cents,
    quick: Vec<Cents>,
}

impl Default for TopUpLimits {
    fn default() -> Self {
        Self { least: Cents(5), most: Cents(50_000), quick: vec![Cents(1_000), Cents(2_500), Cents(5_000)] }
    }
}

impl TryFrom<LimitsGiven> for TopUpLimits {
    type Error = &'static str;

    fn try_from(given: LimitsGiven) -> Result<Self, Self::Error> {
        let LimitsGiven { least, most, quick } = given;
        let in_order = Cents(0) < least && least <= most && most <= Self::HIGHEST;
        if !in_order || quick.len() > 6 || quick.iter().any(|amount| !(least..=most).contains(amount)) {
            return Err("the least is above zero, the most at least that, and quick choices between them");
        }
        Ok(Self { least, most, quick })
    }
}

impl TopUpLimits {
    /// Providers take no more at once.
    const HIGHEST: Cents = Cents(1_000_000);

    pub fn least(&self) -> Cents {
        self.least
    }

    pub fn most(&self) -> Cents {
        self.most
    }

    pub fn quick(&self) -> &[Cents] {
        &self.quick
    }

    pub fn allow(&self, amount: Cents) -> Result<(), Invalid> {
        if amount < self.least {
            return Err(Invalid("amount-too-small"));
        }
        if amount > self.most {
            return Err(Invalid("amount-too-large"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_each_language_writes_it() {
        let plain = |cents: i64, language| Cents(cents).written(language).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(plain(1250, Language::Dutch), "€ 12,50");
        assert_eq!(plain(5, Language::Dutch), "€ 0,05");
        assert_eq!(plain(-123_456_789, Language::German), "\u{2212} € 1.234.567,89");
        assert_eq!(plain(100_000, Language::French), "€ 1 000,00");
        assert_eq!(plain(100_000, Language::English), "€ 1,000.00");
        assert_eq!(plain(i64::MIN, Language::English), "\u{2212} € 92,233,720,368,547,758.08");
    }

    #[test]
    fn limits_hold_at_their_edges() {
        let limits = TopUpLimits::default();
        for (cents, allowed) in [(-1, false), (0, false), (4, false), (5, true), (50_000, true), (50_001, false)] {
            assert_eq!(limits.allow(Cents(cents)).is_ok(), allowed, "{cents}");
        }
        let given = |text: &str| serde_json::from_str::<TopUpLimits>(text);
        assert!(given(r#"{"least":100,"most":10000,"quick":[1000]}"#).is_ok());
        for wrong in [
            r#"{"least":0,"most":10000,"quick":[]}"#,
            r#"{"least":100,"most":99,"quick":[]}"#,
            r#"{"least":100,"most":10000,"quick":[50]}"#,
            r#"{"least":100,"most":100000000,"quick":[]}"#,
        ] {
            assert!(given(wrong).is_err(), "{wrong}");
        }
    }
}
