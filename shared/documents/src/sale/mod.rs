//! What a receipt, an invoice and a credit note say: who sold what to whom, with which VAT, and how it
//! was paid. Paper ([`crate::sale_paper`]) and program ([`crate::ubl`]) both speak from this.

mod sold;
mod vat;

pub use sold::{Sold, SoldLine};
pub use vat::{Rate, Reason, Vat};

use chrono::{DateTime, Utc};
use meent_domain::company::{Company, Line};
use meent_domain::{Invalid, invalid};

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
    pub seller: Seller,
    pub sold: Sold,
    pub payment: Payment,
}

/// The town. Belgian, so that it has the enterprise number by which others' books know it, also where it
/// may not name a VAT number (BR-O-02, BR-CO-26).
#[derive(Debug, Clone)]
pub struct Seller(Company);

impl Seller {
    pub(crate) fn company(&self) -> &Company {
        &self.0
    }
}

impl TryFrom<Company> for Seller {
    type Error = Invalid;

    fn try_from(town: Company) -> Result<Self, Invalid> {
        if town.vat_number.belgian_enterprise().is_none() {
            return Err(invalid::NOT_VALID);
        }
        Ok(Self(town))
    }
}

/// As far as a program is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// Debit or credit: providers don't tell which.
    Card,
    /// From the town's bank account.
    Transfer,
}

#[derive(Debug, Clone)]
pub struct Payment {
    pub means: Means,
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
