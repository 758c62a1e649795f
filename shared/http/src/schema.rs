//! Shapes that `domain` has and the contract must name; `domain` knows nothing of contracts.

use utoipa::ToSchema;

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
