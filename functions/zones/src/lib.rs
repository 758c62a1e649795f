//! Zones: what parking costs where and when, for anybody to see (P-62), and for administrators to plan.
//!
//! All zones are one row, so a change applies whole. What is planned is told in `meent_domain::parking::plan`.

mod apds;
mod change;
mod changes;
mod export;
mod import;
mod preview;
mod public;
mod save;
mod shape;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(public::list))
        .routes(routes!(apds::exchange))
        .routes(routes!(change::all, import::import))
        .routes(routes!(change::change))
        .routes(routes!(export::export))
        .routes(routes!(preview::preview))
}
