//! Enforcement asks: may this plate stand here now, or when it was seen?
//!
//! The plate's own row and the zone's rules answer; nothing of who booked is read or told. Questions are
//! counted, and no plate is kept or logged. People ask one plate at a time, cars five hundred.

mod apds;
mod ask;
mod keys;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(ask::places, ask::by_staff))
        .routes(routes!(ask::by_scanner))
        .routes(routes!(apds::rights))
        .routes(routes!(keys::list, keys::make))
        .routes(routes!(keys::end))
}
