//! Voucher types: what can be bought for visitors, and at what price (V-27). All types are one row.

mod changes;
mod list;
mod save;
mod shape;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list)).routes(routes!(save::save))
}
