//! Which house numbers of a street give right to vouchers (V-4): ranges, each of all numbers, the even or the odd
//! ones. A box looks at its house's number.

use crate::{Invalid, invalid};
use serde::{Deserialize, Serialize};

const MOST_RANGES: usize = 50;
/// No street is longer.
const MOST_NUMBER: u32 = 99_999;
const NOT_RANGES: Invalid = Invalid("house-numbers-not-valid");

/// Which of the numbers in a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    All,
    Even,
    Odd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    from: u32,
    until: u32,
    side: Side,
}

/// `1-99 odd; 2-40 even; 101`, or `all`. None at all: nobody in the street has a right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HouseNumbers(Vec<Range>);

impl HouseNumbers {
    pub fn everybody() -> Self {
        Self(vec![Range { from: 1, until: MOST_NUMBER, side: Side::All }])
    }

    /// Whether who lives at a number has a right: `14`, `14 bis` and `14/3` are in house 14.
    pub fn include(&self, number: &str) -> bool {
        house(number).is_some_and(|house| self.0.iter().any(|range| range.includes(house)))
    }
}

impl Range {
    fn includes(self, house: u32) -> bool {
        let on_side = match self.side {
            Side::All => true,
            Side::Even => house.is_multiple_of(2),
            Side::Odd => !house.is_multiple_of(2),
        };
        on_side && (self.from..=self.until).contains(&house)
    }

    fn read(text: &str) -> Result<Self, Invalid> {
        let folded = text.trim().to_lowercase();
        if ["all", "alle", "alles", "tous", "tout"].contains(&folded.as_str()) {
            return Ok(Self { from: 1, until: MOST_NUMBER, side: Side::All });
        }
        let (numbers, side) = split_side(&folded)?;
        // A range in a spreadsheet has whatever dash its maker liked.
        let dashes = ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}'];
        let (from, until) = match numbers.split_once(dashes) {
            Some((from, until)) => (whole(from)?, whole(until)?),
            None if numbers.trim().is_empty() => (1, MOST_NUMBER),
            None => (whole(numbers)?, whole(numbers)?),
        };
        if from > until { Err(NOT_RANGES) } else { Ok(Self { from, until, side }) }
    }

    fn written(self) -> String {
        let side = match self.side {
            Side::All => "",
            Side::Even => " even",
            Side::Odd => " odd",
        };
        match (self.from, self.until) {
            (1, MOST_NUMBER) if self.side == Side::All => "all".to_owned(),
            (1, MOST_NUMBER) => side.trim_start().to_owned(),
            (from, until) if from == until => from.to_string(),
            (from, until) => format!("{from}-{until}{side}"),
        }
    }
}

fn split_side(folded: &str) -> Result<(&str, Side), Invalid> {
    let (numbers, word) = folded.split_at(folded.find(char::is_alphabetic).unwrap_or(folded.len()));
    match word.trim() {
        "" => Ok((numbers, Side::All)),
        "even" | "pair" | "pairs" | "gerade" => Ok((numbers, Side::Even)),
        "odd" | "oneven" | "impair" | "impairs" | "ungerade" => Ok((numbers, Side::Odd)),
        _ => Err(NOT_RANGES),
    }
}

fn whole(text: &str) -> Result<u32, Invalid> {
    let number: u32 = text.trim().parse().map_err(|_| NOT_RANGES)?;
    if (1..=MOST_NUMBER).contains(&number) { Ok(number) } else { Err(NOT_RANGES) }
}

/// The digits it begins with.
fn house(number: &str) -> Option<u32> {
    let text = number.trim_start();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..digits].parse().ok()
}

impl TryFrom<String> for HouseNumbers {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        if text.len() > 2_000 {
            return Err(invalid::TOO_LONG);
        }
        let parts = text.split([';', ',']).filter(|part| !part.trim().is_empty());
        let ranges = parts.map(Range::read).collect::<Result<Vec<_>, _>>()?;
        if ranges.len() > MOST_RANGES { Err(invalid::TOO_LONG) } else { Ok(Self(ranges)) }
    }
}

impl From<HouseNumbers> for String {
    fn from(numbers: HouseNumbers) -> Self {
        numbers.0.into_iter().map(Range::written).collect::<Vec<_>>().join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<HouseNumbers, Invalid> {
        HouseNumbers::try_from(text.to_owned())
    }

    #[test]
    fn as_towns_write_them() {
        let numbers = read("1-99 oneven; 2\u{2013}40 even, 101").expect("ranges");
        for inside in ["1", "99", " 7", "7 bis", "7B", "2/3", "40 bus 12", "101"] {
            assert!(numbers.include(inside), "{inside}");
        }
        for outside in ["42", "98", "100", "103", "0", "", "bis", "-1", "99999999999"] {
            assert!(!numbers.include(outside), "{outside}");
        }
        assert_eq!(String::from(numbers), "1-99 odd; 2-40 even; 101");
        assert!(read("alle").expect("all").include("12345"));
        assert!(read("even").expect("a side").include("12") && !read("even").expect("a side").include("13"));
        assert!(!read("").expect("none").include("1"));
        for wrong in ["99-1", "1-", "0", "a", "1-9 blue", "1.5", "1,23E+12", "100000"] {
            assert_eq!(read(wrong), Err(NOT_RANGES), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(from in 1..500u32, length in 0..500u32, side in 0..3usize, house in 1..1200u32) {
            let word = ["", " even", " odd"][side];
            let numbers = read(&format!("{from}-{}{word}", from + length)).expect("a range");
            let again = read(&String::from(numbers.clone())).expect("a range");
            prop_assert_eq!(numbers.include(&house.to_string()), again.include(&house.to_string()));
            let right = (from..=from + length).contains(&house) && (side == 0 || house % 2 == u32::from(side == 2));
            prop_assert_eq!(numbers.include(&house.to_string()), right);
        }
    }
}
