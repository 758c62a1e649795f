//! What a resident is asked after the first sign-in, and the answer (P-10 to P-13).
//!
//! Until the answer, what the provider told lies sealed in the session. "Yes" makes the person of
//! it; "no" leaves a count and nothing else. The same "no" later withdraws: what consent covered
//! goes, the decisions stay.

mod answer;
mod question;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(question::question, answer::answer))
}
