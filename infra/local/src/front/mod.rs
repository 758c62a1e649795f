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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_yaml_ng::Value;

    fn template() -> Value {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../template.yaml"));
        serde_yaml_ng::from_str(&text.expect("a template")).expect("YAML")
    }

    /// Pages that work here work behind CloudFront.
    #[test]
    fn headers_are_those_of_the_template() {
        let template = template();
        let policy = &template["Resources"]["SecurityHeaders"]["Properties"]["ResponseHeadersPolicyConfig"];
        let ours = |name: &str| SECURITY_HEADERS.iter().find(|(known, _)| known == name).map(|(_, value)| *value);
        let standing = &policy["SecurityHeadersConfig"];
        let content = &standing["ContentSecurityPolicy"]["ContentSecurityPolicy"];
        assert_eq!(ours("content-security-policy"), content.as_str());
        assert_eq!(ours("x-frame-options"), standing["FrameOptions"]["FrameOption"].as_str());
        assert_eq!(ours("referrer-policy"), standing["ReferrerPolicy"]["ReferrerPolicy"].as_str());
        let custom = policy["CustomHeadersConfig"]["Items"].as_sequence().expect("headers");
        for item in custom {
            let name = item["Header"].as_str().expect("a name").to_lowercase();
            assert_eq!(ours(&name), item["Value"].as_str(), "{name}");
        }
        assert_eq!(SECURITY_HEADERS.len(), custom.len() + 4);
    }

    /// What a function reads here reaches it in AWS.
    #[test]
    fn what_is_let_through_is_that_of_the_template() {
        let body = ["content-length", "transfer-encoding"];
        assert_eq!(names(&api::LET_THROUGH), named("ApiRequests", &[body[0], body[1], "cookie"]));
        assert_eq!(names(&api::LET_THROUGH_OF_REPORTS), named("PaymentReports", &body));
    }

    fn names(headers: &[HeaderName]) -> Vec<String> {
        let mut names: Vec<String> = headers.iter().map(ToString::to_string).collect();
        names.sort();
        names
    }

    /// A policy's headers, and what comes besides.
    fn named(policy: &str, besides: &[&str]) -> Vec<String> {
        let template = template();
        let policy = &template["Resources"][policy]["Properties"]["OriginRequestPolicyConfig"];
        let headers = policy["HeadersConfig"]["Headers"].as_sequence().expect("headers");
        let mut named: Vec<String> = headers.iter().filter_map(Value::as_str).map(str::to_lowercase).collect();
        // We add it ourselves, as CloudFront does.
        named.retain(|name| name != "cloudfront-viewer-address");
        named.extend(besides.iter().map(|name| (*name).to_owned()));
        named.sort();
        named
    }
}
