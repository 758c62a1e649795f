//! What a resident has, and how it came to that: the balance, the statement, its files (W-20 to W-22).

mod csv;
mod filter;
mod overview;
mod pdf;
mod transactions;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(overview::overview))
        .routes(routes!(transactions::list))
        .routes(routes!(csv::download))
        .routes(routes!(pdf::download))
}
