//! Past the front: what reaches the gateway's own address, and from which address it seems to come.

use crate::{Answer, Stage};
use axum::body::{Body, to_bytes};
use axum::http::Request;
use reqwest::Method;
use serde_json::Value;

/// A request as CloudFront passes it on.
pub struct Passed<'a> {
    pub edge: Option<&'a str>,
    pub from: &'a str,
    pub origin: &'a str,
    pub cookie: &'a str,
}

impl Stage {
    /// As it comes from somebody at another address, at the office.
    pub async fn office_from(&self, address: &str, path: &str, body: Value) -> Answer {
        let from = format!("{address}:40000");
        let office = &self.town.addresses.office;
        let passed = Passed { edge: Some(&self.town.edge_header), from: &from, origin: office, cookie: "" };
        self.pass(Method::POST, path, passed, body).await
    }

    pub async fn pass(&self, method: Method, path: &str, passed: Passed<'_>, body: Value) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", "application/json")
            .header("cloudfront-viewer-address", passed.from)
            .header("origin", passed.origin)
            .header("cookie", passed.cookie);
        if let Some(edge) = passed.edge {
            request = request.header("x-meent-edge", edge);
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let response = self.town.gateway.call(request.body(body).expect("a request")).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("an answer to read");
        Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}
