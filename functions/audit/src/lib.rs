//! The audit trail, for administrators (P-21): who changed what, when, for whom and why. Newest first,
//! within a period; a page, or a CSV of the whole period.

mod csv;
mod filter;
mod list;
mod reading;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list)).routes(routes!(csv::csv))
}
