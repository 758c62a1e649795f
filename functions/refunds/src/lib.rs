//! Unused balance goes back (W-17): a resident asks, a finance clerk decides, a job sends it through the
//! provider it came by (`functions/on-outbox`).

mod ask;
mod by_hand;
mod decide;
mod list;
mod shown;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(ask::ask))
        .routes(routes!(list::list))
        .routes(routes!(list::one))
        .routes(routes!(decide::decide))
}
