//! A town, a company and a sale to make documents of.
#![allow(dead_code, reason = "each test file takes what it needs")]

use chrono::{DateTime, Utc};
use meent_documents::{
    Colour, Entry, Letterhead, Logo, Means, Payment, Rate, Reason, Receipt, Sale, Seller, Sold, SoldLine, Statement,
    Vat,
};
use meent_domain::Cents;
use meent_domain::company::{Company, Country, Line, VatNumber};

pub const ORDER: &str = "7K3M9QX2V5T8W4R6Y1N0PBDFGH";

pub fn moment() -> DateTime<Utc> {
    "2026-11-21T13:05:09Z".parse().expect("a time")
}

pub fn letterhead() -> Letterhead {
    Letterhead {
        name: "Stad Noorderhaven".to_owned(),
        brand: Colour::from_hex("#0c6650").expect("a colour"),
        logo: Some(Logo::from_svg(include_bytes!("../../../../web/town/logo.svg")).expect("a logo")),
        practice: false,
    }
}

pub fn line(text: &str) -> Line {
    Line::try_from(text.to_owned()).expect("a line")
}

pub fn company(name: &str, number: &str) -> Company {
    company_with(name, number, "BE")
}

pub fn company_with(name: &str, number: &str, country: &str) -> Company {
    Company {
        name: line(name),
        vat_number: VatNumber::try_from(number.to_owned()).expect("a VAT number"),
        street: line("Havenplein 1"),
        postcode: line("9999"),
        town: line("Noorderhaven"),
        country: Country::try_from(country.to_owned()).expect("a country"),
    }
}

pub fn standard(percent: u8) -> Vat {
    Vat::Standard(Rate::percent(percent).expect("a rate"))
}

pub fn exempt() -> Vat {
    Vat::Exempt(reason("Vrijgesteld: artikel 44, § 2, van het Btw-wetboek."))
}

pub fn outside() -> Vat {
    Vat::Outside(reason(
        "Tegoed voor meerdere doelen: de btw is verschuldigd wanneer het besteed wordt (artikel 22ter van het Btw-wetboek).",
    ))
}

fn reason(text: &str) -> Reason {
    Reason::try_from(text.to_owned()).expect("a reason")
}

pub fn sale(vat: Vat, amounts: &[i64]) -> Sale {
    let sold = |cents: &i64| SoldLine { what: line("Saldo opladen"), amount: Cents(*cents) };
    sale_of(vat, amounts.iter().map(sold).collect())
}

pub fn sale_of(vat: Vat, lines: Vec<SoldLine>) -> Sale {
    Sale {
        number: line("2026-000123"),
        on: moment(),
        seller: Seller::try_from(company("Stad Noorderhaven", "BE0207437468")).expect("a Belgian town"),
        sold: Sold::new(lines, vat).expect("a sale"),
        payment: Payment {
            means: Means::Card,
            method: line("Bancontact"),
            on: moment(),
            reference: line("3066019730"),
            order: line(ORDER),
            transaction: 42,
        },
    }
}

pub fn receipt(payer: &str) -> Receipt {
    Receipt { sale: sale(outside(), &[2500]), payer: payer.to_owned() }
}

pub fn statement(name: &str, entries: Vec<Entry>) -> Statement {
    Statement {
        name: name.to_owned(),
        internal_id: "9F3K-27QX".to_owned(),
        selection: "van 1 september 2026 tot en met 21 november 2026".to_owned(),
        made_on: moment(),
        balance_at_begin: Cents(1250),
        balance_at_end: Cents(123_456),
        entries,
    }
}

/// Every sixth a top-up, and between them what it was spent on.
pub fn entries(count: u64) -> Vec<Entry> {
    let what = ["Opladen via Bancontact", "Parkeren, zone Centrum, Kerkstraat", "Bezoekersparkeren, zone oranje"];
    let mut balance = 1250;
    let entry = |index: u64| {
        let spent = (index as i64 * 73) % 1900 + 5;
        let amount = if index.is_multiple_of(6) { 2500 } else { -spent };
        balance += amount;
        Entry {
            number: index + 1,
            at: moment() - chrono::Duration::minutes(index as i64 * 371),
            description: what[index as usize % what.len()].to_owned(),
            amount: Cents(amount),
            balance_after: Cents(balance),
        }
    };
    (0..count).map(entry).collect()
}
