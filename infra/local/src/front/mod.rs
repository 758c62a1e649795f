//! Stands where CloudFront does, once for the portal and once for the office: the built pages, the
//! API beside them, and the headers around both.

mod api;
mod site;

pub(crate) use api::{Api, At};

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use std::path::Path;
use std::sync::Arc;

/// What the template's `SecurityHeaders` adds, but for HSTS: this is plain http.
const SECURITY_HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; \
         base-uri 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// `surface` is the folder of its pages under `web`: `portal` or `office`.
pub(crate) fn router(surface: &str, web: &Path, openapi: &Arc<str>, api: &Api) -> Router {
    let openapi = openapi.clone();
    let description = move || async move {
        ([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")], openapi.to_string())
            .into_response()
    };
    Router::new()
        .route("/api/openapi.json", get(description))
        .route("/api/{*rest}", any(api::forward))
        .route("/.well-known/jwks.json", any(api::forward))
        .with_state(api.clone())
        .merge(site::router(web, surface))
        .layer(map_response(secured))
}

async fn secured(mut response: Response) -> Response {
    for (name, value) in SECURITY_HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
