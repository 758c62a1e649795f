//! The finance office's view of payments: all of them, those that are parked (W-16), and what the last
//! audit of the ledger found (W-30).

mod audit;
mod csv;
mod list;
mod one;
mod resolve;
mod shown;
mod words;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(csv::download))
        .routes(routes!(one::one))
        .routes(routes!(resolve::resolve))
        .routes(routes!(audit::last))
}
