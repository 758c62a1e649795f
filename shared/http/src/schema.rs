//! Shapes that `domain` has and the contract must name; `domain` knows nothing of contracts.

use meent_domain::person::Address;
use serde::Serialize;
use utoipa::ToSchema;

/// An address, as people write it.
#[derive(Serialize, ToSchema)]
#[schema(as = Address)]
pub struct AddressShape {
    street: String,
    number: String,
    #[serde(rename = "box", skip_serializing_if = "Option::is_none")]
    box_number: Option<String>,
    postcode: String,
    town: String,
}

impl From<Address> for AddressShape {
    fn from(address: Address) -> Self {
        let Address { street, number, box_number, postcode, town } = address;
        Self { street, number, box_number, postcode, town }
    }
}

/// The same in each language.
#[derive(ToSchema)]
#[schema(as = Names)]
#[allow(dead_code, reason = "only described, never made")]
pub struct NamesShape {
    nl: String,
    fr: String,
    de: String,
    en: String,
}

/// A role and what it is for.
#[derive(ToSchema)]
#[schema(as = Binding)]
#[allow(dead_code, reason = "only described, never made")]
pub struct BindingShape {
    #[schema(example = "admin")]
    role: String,
    #[schema(example = "region")]
    scope: String,
}

/// Whom an invoice is for.
#[derive(ToSchema)]
#[schema(as = Company)]
#[schema(rename_all = "camelCase")]
#[allow(dead_code, reason = "only described, never made")]
pub struct CompanyShape {
    name: String,
    #[schema(example = "BE0123456749")]
    vat_number: String,
    street: String,
    postcode: String,
    town: String,
    /// Two letters.
    #[schema(example = "BE")]
    country: String,
}
