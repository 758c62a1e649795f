use crate::shape::TypeShape;
use meent_domain::voucher::VoucherType;
use meent_http::{Answer, By, Json, Staff};
use meent_store::catalogue;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct VoucherTypes {
    /// Send it back with a change.
    version: u64,
    #[schema(value_type = Vec<TypeShape>)]
    types: Vec<VoucherType>,
}

impl From<catalogue::VoucherTypes> for VoucherTypes {
    fn from(row: catalogue::VoucherTypes) -> Self {
        Self { version: row.version, types: row.types }
    }
}

/// All types, also those that are no longer sold.
#[utoipa::path(
    get, path = "/api/staff/voucher-types", tag = "vouchers", operation_id = "voucher_types",
    responses((status = 200, body = VoucherTypes))
)]
pub async fn list(By(staff): By<Staff>) -> Answer<Json<VoucherTypes>> {
    let row: Option<catalogue::VoucherTypes> = staff.read_ahead(&catalogue::voucher_types())?;
    Ok(Json(row.unwrap_or_default().into()))
}
