//! Lines, and sums that always agree.
//!
//! Prices are what was paid, VAT included: that sum was asked and came, to the cent. The VAT in it is
//! computed from the whole and not line by line.

use super::Vat;
use meent_domain::company::Line;
use meent_domain::{Cents, Invalid, invalid};

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
    use super::super::{Rate, Reason};
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
    }
}
