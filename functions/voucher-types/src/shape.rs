//! Types as the contract names them; `domain` knows nothing of contracts.

use meent_http::schema::NamesShape;
use utoipa::ToSchema;

/// What is sold under a short word that never changes.
#[derive(ToSchema)]
#[schema(as = VoucherType, rename_all = "camelCase")]
#[allow(dead_code, reason = "only described, never made")]
pub struct TypeShape {
    #[schema(example = "dag")]
    id: String,
    terms: TermsShape,
}

/// What one is sold as from now on; what was sold before stays as it was.
#[derive(ToSchema)]
#[schema(as = VoucherTerms, rename_all = "camelCase")]
#[allow(dead_code, reason = "only described, never made")]
pub struct TermsShape {
    name: NamesShape,
    /// Of paid time that a code is worth: 1 to 100.
    hours: u32,
    /// Of a code, in whole cents.
    price_cents: i64,
    /// Sold in multiples of so many, …
    multiple: u32,
    /// … and so many at once at most: 1 to 100.
    most: u32,
    /// Where it holds.
    #[schema(example = "centrum")]
    zone: String,
    validity: ValidityShape,
    /// Whether it can be bought now.
    sold: bool,
}

/// Until when a code can be used: one of the two.
#[derive(ToSchema)]
#[schema(as = VoucherValidity, rename_all = "camelCase")]
#[allow(dead_code, reason = "only described, never made")]
pub enum ValidityShape {
    /// So many months after it was bought: 1 to 60.
    Months(u32),
    /// The end of the year in which it was bought, or of so many years later: 0 to 5.
    EndOfYear(u32),
}
