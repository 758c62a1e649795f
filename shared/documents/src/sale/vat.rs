//! How a sale stands to VAT.

use meent_domain::{Cents, Invalid, invalid};

/// One for the whole sale: what is outside the scope may not be invoiced
/// together with anything else (BR-O-11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Vat {
    Standard(Rate),
    /// Exempt, for this reason in law.
    Exempt(Reason),
    /// Outside the scope, for this reason in law.
    Outside(Reason),
}

/// A whole percentage, above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate(u8);

impl Rate {
    pub fn percent(percent: u8) -> Result<Self, Invalid> {
        if (1..=50).contains(&percent) { Ok(Self(percent)) } else { Err(invalid::NOT_VALID) }
    }

    pub(crate) fn as_percent(self) -> u8 {
        self.0
    }

    /// What part of a sum with VAT is VAT.
    pub(super) fn within(self, with_vat: Cents) -> Cents {
        let (amount, percent) = (i128::from(with_vat.0), i128::from(self.0));
        let whole = 100 + percent;
        Cents(((2 * amount * percent + whole) / (2 * whole)) as i64)
    }
}

/// The town's own legal text, in the reader's language. Never empty: the law wants a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Reason {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Err(invalid::REQUIRED);
        }
        if text.chars().count() > 1000 {
            return Err(invalid::TOO_LONG);
        }
        Ok(Self(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_above_nothing_and_a_reason_says_something() {
        assert!(Rate::percent(0).is_err());
        assert!(Rate::percent(51).is_err());
        assert_eq!(Reason::try_from(" \n".to_owned()), Err(invalid::REQUIRED));
        assert_eq!(Reason::try_from("x".repeat(1001)), Err(invalid::TOO_LONG));
    }

    #[test]
    fn vat_is_rounded_to_the_nearest_cent() {
        let rate = Rate::percent(21).expect("a rate");
        for (with_vat, vat) in [(1, 0), (2, 0), (3, 1), (121, 21), (2500, 434)] {
            assert_eq!(rate.within(Cents(with_vat)), Cents(vat), "{with_vat}");
        }
    }
}
