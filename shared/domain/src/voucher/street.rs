//! The municipality's streets, and who in them has a right to vouchers (V-2, V-4).

use super::HouseNumbers;
use crate::parking::ZoneId;
use crate::parking::zone::Street;
use crate::person::{Address, folded};
use serde::{Deserialize, Serialize};

/// From so many letters on, streets are offered.
const LETTERS: usize = 3;
/// There are no more hours in a year.
pub const MOST_HOURS: u32 = 8_784;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegisteredStreet {
    pub street: Street,
    /// The houses with a right to vouchers.
    pub numbers: HouseNumbers,
    /// Where those hold.
    pub zone: ZoneId,
    /// That one address may buy in a calendar year, paid hours of all types together.
    pub most_hours: u32,
}

/// Why an address has no right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRight {
    StreetNotKnown,
    HouseNumber,
}

/// The streets that have these letters anywhere in their name, those that begin with them first.
pub fn offered<'s>(streets: &'s [RegisteredStreet], typed: &str) -> Vec<&'s RegisteredStreet> {
    let wanted = folded(typed.trim());
    if wanted.chars().count() < LETTERS {
        return vec![];
    }
    let place =
        |known: &'s RegisteredStreet| folded(known.street.name.as_str()).find(&wanted).map(|at| (at > 0, known));
    let mut found: Vec<_> = streets.iter().filter_map(place).collect();
    found.sort_by_cached_key(|(within, known)| (*within, known.street.folded().1, known.street.folded().0));
    found.into_iter().map(|(_, known)| known).collect()
}

/// What an address may buy by.
pub fn right_of<'s>(streets: &'s [RegisteredStreet], address: &Address) -> Result<&'s RegisteredStreet, NoRight> {
    let known = streets.iter().find(|known| known.street.is_of(address)).ok_or(NoRight::StreetNotKnown)?;
    if known.numbers.include(&address.number) { Ok(known) } else { Err(NoRight::HouseNumber) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn streets() -> Vec<RegisteredStreet> {
        let street = |(name, numbers): (&str, &str)| {
            json!({
                "street": { "postcode": "9999", "name": name }, "numbers": numbers, "zone": "centrum", "mostHours": 300,
            })
        };
        let all =
            [("Grote Markt", "all"), ("Elisabethlaan", "1-99 odd"), ("Vismarkt", ""), ("Marktstraat", "2-40 even")];
        serde_json::from_value(all.map(street).to_vec().into()).expect("streets")
    }

    fn address(street: &str, number: &str) -> Address {
        serde_json::from_value(
            json!({ "street": street, "number": number, "postcode": "9999", "town": "Noorderhaven" }),
        )
        .expect("an address")
    }

    #[test]
    fn from_the_third_letter_on_anywhere_in_the_name() {
        let streets = streets();
        let names = |typed: &str| -> Vec<String> {
            offered(&streets, typed).iter().map(|known| known.street.name.as_str().to_owned()).collect()
        };
        assert_eq!(names("mar"), ["Marktstraat", "Grote Markt", "Vismarkt"]);
        assert_eq!(names(" ÉLI "), ["Elisabethlaan"]);
        assert_eq!(names("te m"), ["Grote Markt"]);
        for nothing in ["ma", "", "  m ", "xyz"] {
            assert!(names(nothing).is_empty(), "{nothing}");
        }
    }

    #[test]
    fn a_right_goes_by_street_and_house() {
        let streets = streets();
        let right =
            |street: &str, number: &str| right_of(&streets, &address(street, number)).map(|known| known.most_hours);
        assert_eq!(right("élisabethlaan", "13 bus 2"), Ok(300));
        assert_eq!(right("Elisabethlaan", "14"), Err(NoRight::HouseNumber));
        assert_eq!(right("Vismarkt", "1"), Err(NoRight::HouseNumber));
        assert_eq!(right("Kerkstraat", "1"), Err(NoRight::StreetNotKnown));
    }
}
