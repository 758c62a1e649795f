//! Demo citizens, as itsme and the eID tell of them. The numbers are invented and pass the check.

use chrono::NaiveDate;
use meent_simulators::{Address, Citizen};
use serde::Serialize;

/// A demo citizen, as `town.json` names them.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DemoResident {
    pub name: String,
    pub national_number: String,
}

pub(crate) fn residents() -> Vec<DemoResident> {
    let named = |citizen: Citizen| DemoResident {
        name: format!("{} {}", citizen.first_name, citizen.last_name),
        national_number: citizen.national_number,
    };
    citizens().into_iter().map(named).collect()
}

type Row = (&'static str, &'static str, &'static str, (i32, u32, u32), &'static str, Option<[&'static str; 5]>);

/// Number, first name, last name, birth, language, address (street, number, box, postcode, town).
const CITIZENS: &[Row] = &[
    ("85073003328", "Zoë", "Peeters", (1985, 7, 30), "nl", Some(["Kerkstraat", "12", "3", "9999", "Noorderhaven"])),
    ("79031412766", "Karel", "Janssens", (1979, 3, 14), "nl", Some(["Havenplein", "7", "", "9999", "Noorderhaven"])),
    // A number of the social security (BIS): the month is forty more.
    ("01490700185", "Marie", "Dubois", (2001, 9, 7), "fr", Some(["Zeedijk", "148", "A2", "9999", "Noorderhaven"])),
    // And one without an address in the register.
    ("98472899765", "Amir", "Haddad", (1998, 7, 28), "en", None),
    (
        "91110225425",
        "Maximiliaan-Alexander",
        "Vandenbroucke-Van Steenwinckel",
        (1991, 11, 2),
        "nl",
        Some(["Burgemeester Vandenbogaerdestraat", "212 bus", "0301", "9999", "Noorderhaven"]),
    ),
    ("88120530225", "Jürgen", "Schmitz", (1988, 12, 5), "de", Some(["Vuurtorenlaan", "3", "", "9999", "Noorderhaven"])),
    ("62062408158", "Françoise", "Lefèvre", (1962, 6, 24), "fr", Some(["Duinweg", "61", "", "9999", "Noorderhaven"])),
    ("55011904463", "Rosa", "De Smet", (1955, 1, 19), "nl", Some(["Vismarkt", "2", "", "9999", "Noorderhaven"])),
    (
        "03051721581",
        "Yasmina",
        "Öztürk",
        (2003, 5, 17),
        "nl",
        Some(["Stationsplein", "1", "4", "9999", "Noorderhaven"]),
    ),
];

pub fn citizens() -> Vec<Citizen> {
    CITIZENS.iter().map(citizen).collect()
}

fn citizen(row: &Row) -> Citizen {
    let (number, first_name, last_name, (year, month, day), language, address) = *row;
    Citizen {
        national_number: number.to_owned(),
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        birthdate: NaiveDate::from_ymd_opt(year, month, day),
        language: language.to_owned(),
        address: address.map(|[street, number, box_number, postcode, town]| Address {
            street: street.to_owned(),
            number: number.to_owned(),
            box_number: (!box_number.is_empty()).then(|| box_number.to_owned()),
            postcode: postcode.to_owned(),
            town: town.to_owned(),
        }),
        email: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use meent_domain::NationalNumber;

    #[test]
    fn numbers_and_births_are_right() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
        for citizen in citizens() {
            assert!(NationalNumber::parse(&citizen.national_number, today).is_ok(), "{}", citizen.first_name);
            assert!(citizen.birthdate.is_some(), "{}", citizen.first_name);
        }
    }
}
