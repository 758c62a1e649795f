//! Money comes in (W-10 to W-13): a resident orders, pays at the provider's page, and comes back.
//!
//! What can go wrong: the same tap twice, an answer that got lost, a provider that is down, a browser that
//! comes back before, after or instead of the provider's report. The order is a row before it is a page;
//! what became of it is always asked of the provider, and credited once by the ledger.

mod outcome;
mod shown;
mod start;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(start::start)).routes(routes!(outcome::look)).routes(routes!(outcome::outcome))
}
