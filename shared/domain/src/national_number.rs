//! The national register number (P-30): eleven digits, the last two a check on the first nine.

use crate::Invalid;
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// Never printed whole by accident: `Debug` and `Display` show the masked form only.
#[derive(Clone, PartialEq, Eq)]
pub struct NationalNumber([u8; 11]);

impl NationalNumber {
    /// Takes digits with or without the usual dots, dashes and spaces (`85.07.30-033.28`).
    ///
    /// `today` decides whether a number of somebody born from 2000 on is possible: their check
    /// counts with a 2 put in front, and a year that is still to come can only be one of the 1900s.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, Invalid> {
        let wrong = Invalid("national-number-not-valid");
        let mut digits = [0u8; 11];
        let mut count = 0;
        for character in text.trim().chars() {
            match character {
                '0'..='9' if count < 11 => {
                    digits[count] = character as u8 - b'0';
                    count += 1;
                }
                '.' | '-' | ' ' => {}
                _ => return Err(wrong),
            }
        }
        if count != 11 {
            return Err(wrong);
        }
        let number = |range: &[u8]| range.iter().fold(0u64, |sum, &digit| sum * 10 + u64::from(digit));
        let (first_nine, check) = (number(&digits[..9]), number(&digits[9..]));
        // BIS numbers add 20 (sex unknown) or 40 to the month; month and day may be 00 (unknown).
        let (month, day) = (number(&digits[2..4]) % 20, number(&digits[4..6]));
        if number(&digits[2..4]) > 52 || month > 12 || day > 31 {
            return Err(wrong);
        }
        let check_of = |n: u64| 97 - n % 97;
        let born_1900s = check == check_of(first_nine);
        let year_2000s = 2000 + number(&digits[..2]);
        let born_2000s =
            check == check_of(2_000_000_000 + first_nine) && year_2000s <= u64::from(today.year().unsigned_abs());
        if born_1900s || born_2000s { Ok(Self(digits)) } else { Err(wrong) }
    }

    /// All eleven digits. For sealing, looking up by keyed hash, and those who need to see it.
    pub fn digits(&self) -> String {
        self.0.iter().map(|digit| char::from(b'0' + digit)).collect()
    }

    /// Enough to recognise one's own, too little to use: `85.07.30-***.**`.
    pub fn masked(&self) -> String {
        let digits = self.digits();
        format!("{}.{}.{}-***.**", &digits[..2], &digits[2..4], &digits[4..6])
    }
}

impl fmt::Debug for NationalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NationalNumber(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date")
    }

    #[test]
    fn vectors() {
        for right in ["85073003328", "17073003384", "00012556777", "98472899765", "01490700185", "85.07.30-033.28"] {
            assert!(NationalNumber::parse(right, today()).is_ok(), "{right}");
        }
        for wrong in ["12345678901", "85073003329", "8507300332", "850730033280", "", "8507300332x", "８５073003328"]
        {
            assert!(NationalNumber::parse(wrong, today()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nobody_is_born_in_the_future() {
        // The check of 2017 holds for 17…; before 2017 came, the same digits were no number.
        let before = NaiveDate::from_ymd_opt(2016, 12, 31).expect("a date");
        assert!(NationalNumber::parse("17073003384", before).is_err());
    }

    #[test]
    fn printing_never_shows_it() {
        let number = NationalNumber::parse("85073003328", today()).expect("valid");
        assert!(!format!("{number:?}").contains("85"));
        assert_eq!(number.masked(), "85.07.30-***.**");
    }

    proptest! {
        /// One mistyped digit is always caught: 97 is prime and larger than any digit's weight.
        #[test]
        fn a_mistyped_digit_is_refused(position in 0usize..11, by in 1u8..10) {
            let mut digits = *b"85073003328";
            digits[position] = b'0' + (digits[position] - b'0' + by) % 10;
            let text = String::from_utf8(digits.to_vec()).expect("digits");
            // 85 can't be 2085, so only the check of the 1900s counts here. A year changed to one
            // that has passed in the 2000s may meet the other check; those few are no mistake of ours.
            if text[..2].parse::<i32>().expect("digits") > 26 {
                prop_assert!(NationalNumber::parse(&text, today()).is_err());
            }
        }

        #[test]
        fn any_text_is_answered(text in ".{0,40}") {
            let _ = NationalNumber::parse(&text, today());
        }
    }
}
