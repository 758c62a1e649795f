//! Residents sign in with itsme or eID (P-1, P-2), see where they are signed in, and sign out (P-5).
//!
//! A sign-in ends in a session. When there is nothing to ask (consent was given to the text as it is
//! now) that is all; otherwise what the provider told is sealed into the session until the resident
//! has answered, and nothing else of it is kept.

mod callback;
mod jwks;
mod sessions;
mod sign_out;
mod start;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(start::start))
        .routes(routes!(callback::callback))
        .routes(routes!(jwks::jwks))
        .routes(routes!(sign_out::sign_out))
        .routes(routes!(sessions::list, sessions::end_all))
        .routes(routes!(sessions::end_one))
}
