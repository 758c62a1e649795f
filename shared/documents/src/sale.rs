//! What a receipt, an invoice and a credit note say: who sold what to whom, with which VAT, and how it
//! was paid. Paper ([`crate::sale_paper`]) and program ([`crate::ubl`]) both speak from this.
//!
//! Prices are what was paid, VAT included: that sum was asked and came, to the cent. The VAT in it is
//! computed from the whole and not line by line, so that lines, VAT and total always agree.

use chrono::{DateTime, Utc};
use meent_domain::company::{Company, Line};
use meent_domain::{Cents, Invalid, invalid};

/// For a private person (kwitantie).
#[derive(Debug, Clone)]
pub struct Receipt {
    pub sale: Sale,
    pub payer: String,
}

/// For a company (factuur).
#[derive(Debug, Clone)]
pub struct Invoice {
    pub sale: Sale,
    pub buyer: Company,
}

/// Takes back what an invoice asked (creditnota). Its sale says what is taken back, and how it was paid back.
#[derive(Debug, Clone)]
pub struct CreditNote {
    pub sale: Sale,
    pub buyer: Company,
    pub invoice: Invoiced,
}

/// The invoice that a credit note is about.
#[derive(Debug, Clone)]
pub struct Invoiced {
    pub number: Line,
    pub on: DateTime<Utc>,
}

#[derive(Debug, Clone)]
pub struct Sale {
    /// Of its kind and year, without gaps (W-11).
    pub number: Line,
    pub on: DateTime<Utc>,
    pub seller: Company,
    pub sold: Sold,
    pub payment: Payment,
}

#[derive(Debug, Clone)]
pub struct Payment {
    /// "Bancontact", "Visa"
    pub method: Line,
    pub on: DateTime<Utc>,
    /// The provider's own.
    pub reference: Line,
    /// Ours, as it stood on the provider's page (W-12).
    pub order: Line,
    /// In the resident's list of transactions (W-2).
    pub transaction: u64,
}

/// How a sale stands to VAT. One for the whole sale: what is outside the scope may not be invoiced
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
    fn within(self, with_vat: Cents) -> Cents {
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

#[derive(Debug, Clone)]
pub struct SoldLine {
    pub what: Line,
    /// As it was paid, VAT included.
    pub amount: Cents,
}

/// What was sold: at least one line, each for more than nothing.
#[derive(Debug, Clone)]
pub struct Sold {
    lines: Vec<SoldLine>,
    vat: Vat,
}

impl Sold {
    const MOST_LINES: usize = 500;
    /// Far above any sale of a town, and far below where sums could run over.
    const MOST: Cents = Cents(100_000_000_000);

    pub fn new(lines: Vec<SoldLine>, vat: Vat) -> Result<Self, Invalid> {
        if lines.is_empty() {
            return Err(invalid::REQUIRED);
        }
        if lines.len() > Self::MOST_LINES {
            return Err(invalid::TOO_LONG);
        }
        if lines.iter().any(|line| line.amount < Cents(1) || line.amount > Self::MOST) {
            return Err(invalid::NOT_VALID);
        }
        Ok(Self { lines, vat })
    }

    pub(crate) fn vat(&self) -> &Vat {
        &self.vat
    }

    pub(crate) fn total(&self) -> Cents {
        Cents(self.lines.iter().map(|line| line.amount.0).sum())
    }

    pub(crate) fn vat_amount(&self) -> Cents {
        self.vat_within(self.total())
    }

    pub(crate) fn total_without_vat(&self) -> Cents {
        Cents(self.total().0 - self.vat_amount().0)
    }

    /// Each line with its amount without VAT. They add up to the total without VAT: a line is what the
    /// running total grew by.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (&SoldLine, Cents)> {
        let mut so_far = Cents(0);
        self.lines.iter().map(move |line| {
            let before = so_far.0 - self.vat_within(so_far).0;
            so_far.0 += line.amount.0;
            (line, Cents(so_far.0 - self.vat_within(so_far).0 - before))
        })
    }

    fn vat_within(&self, amount: Cents) -> Cents {
        match &self.vat {
            Vat::Standard(rate) => rate.within(amount),
            Vat::Exempt(_) | Vat::Outside(_) => Cents(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cents: i64) -> SoldLine {
        SoldLine { what: Line::try_from("Opladen".to_owned()).expect("a line"), amount: Cents(cents) }
    }

    #[test]
    fn lines_vat_and_total_agree_for_every_sum() {
        for percent in [1, 6, 12, 21, 50] {
            let vat = Vat::Standard(Rate::percent(percent).expect("a rate"));
            for cents in (1..3000).chain([99_999_999_999, 100_000_000_000]) {
                let sold = Sold::new(vec![line(cents), line(1), line(7)], vat.clone()).expect("sold");
                let nets: i64 = sold.lines().map(|(_, net)| net.0).sum();
                assert_eq!(nets, sold.total_without_vat().0);
                assert_eq!(nets + sold.vat_amount().0, cents + 8);
                assert!(sold.lines().all(|(line, net)| net.0 >= 0 && net <= line.amount));
                // BR-CO-17, to the cent that comes of beginning at the sum that was paid.
                let of_net = (nets * i64::from(percent) + 50) / 100;
                assert!((of_net - sold.vat_amount().0).abs() <= 1, "{percent} % of {cents}");
            }
        }
    }

    #[test]
    fn as_a_shop_computes_it() {
        let vat = Vat::Standard(Rate::percent(21).expect("a rate"));
        let sold = Sold::new(vec![line(1210)], vat).expect("sold");
        assert_eq!((sold.total_without_vat(), sold.vat_amount()), (Cents(1000), Cents(210)));
        let outside = Vat::Outside(Reason::try_from("Artikel 22ter".to_owned()).expect("a reason"));
        let sold = Sold::new(vec![line(1210)], outside).expect("sold");
        assert_eq!((sold.total_without_vat(), sold.vat_amount()), (Cents(1210), Cents(0)));
    }

    #[test]
    fn nothing_is_not_sold() {
        let vat = Vat::Standard(Rate::percent(6).expect("a rate"));
        for lines in [vec![], vec![line(0)], vec![line(5), line(-1)], vec![line(i64::MAX)]] {
            assert!(Sold::new(lines, vat.clone()).is_err());
        }
        assert!(Rate::percent(0).is_err());
        assert_eq!(Reason::try_from(" \n".to_owned()), Err(invalid::REQUIRED));
    }
}
