//! Zones: what parking costs where and when, for anybody to see (P-62).

mod public;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(public::list))
}
