//! A request on its way to the API: what CloudFront lets through, and what it adds.

use crate::gateway::Gateway;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;

/// The template's `ApiRequests`, with cookies and what says how the body comes.
pub(super) const LET_THROUGH: [HeaderName; 12] = [
    header::ACCEPT,
    header::ACCEPT_LANGUAGE,
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::COOKIE,
    header::IF_NONE_MATCH,
    header::ORIGIN,
    header::TRANSFER_ENCODING,
    header::USER_AGENT,
    HeaderName::from_static("idempotency-key"),
    HeaderName::from_static("meent-key"),
    HeaderName::from_static("sec-fetch-site"),
];

/// The template's `PaymentReports`: payment providers show by these that they are one.
pub(super) const LET_THROUGH_OF_REPORTS: [HeaderName; 8] = [
    header::ACCEPT_LANGUAGE,
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::TRANSFER_ENCODING,
    header::USER_AGENT,
    HeaderName::from_static("x-gcs-keyid"),
    HeaderName::from_static("x-gcs-signature"),
    HeaderName::from_static("x-gcs-webhooks-endpoint-verification"),
];

/// What API Gateway takes at most.
const MOST_BYTES: usize = 10 * 1024 * 1024;

#[derive(Clone)]
pub(crate) struct Api {
    pub edge_header: HeaderValue,
    pub at: At,
}

#[derive(Clone)]
pub(crate) enum At {
    /// In this process.
    Here(Gateway),
    /// SAM's gateway, with the functions in their containers.
    Elsewhere { origin: String, client: reqwest::Client },
}

impl At {
    pub fn elsewhere(origin: String) -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build();
        Self::Elsewhere { origin, client: client.expect("a client without special wishes") }
    }
}

pub(super) async fn forward(
    State(api): State<Api>,
    ConnectInfo(viewer): ConnectInfo<SocketAddr>,
    mut request: Request,
) -> Response {
    let mut headers = HeaderMap::new();
    let is_report = request.uri().path().starts_with("/api/payments/");
    let let_through: &[HeaderName] = if is_report { &LET_THROUGH_OF_REPORTS } else { &LET_THROUGH };
    for name in let_through {
        for value in request.headers().get_all(name) {
            headers.append(name, value.clone());
        }
    }
    let address = format!("{}:{}", viewer.ip(), viewer.port());
    headers.insert("cloudfront-viewer-address", HeaderValue::from_str(&address).expect("an address is plain text"));
    headers.insert("x-meent-edge", api.edge_header.clone());
    *request.headers_mut() = headers;
    // What our own router noted on the way is nothing that travels.
    request.extensions_mut().clear();
    match api.at {
        At::Here(gateway) => gateway.call(request).await,
        At::Elsewhere { origin, client } => match pass_on(&client, &origin, request).await {
            Ok(response) => response,
            Err(error) => {
                tracing::warn!(%error, "the API gave no answer");
                (StatusCode::BAD_GATEWAY, "The API gave no answer.").into_response()
            }
        },
    }
}

async fn pass_on(
    client: &reqwest::Client,
    origin: &str,
    request: Request,
) -> Result<Response, Box<dyn std::error::Error + Send + Sync>> {
    let (parts, body) = request.into_parts();
    let target = format!("{origin}{}", parts.uri.path_and_query().map_or("/", |path| path.as_str()));
    let body = to_bytes(body, MOST_BYTES).await?;
    let answer = client.request(parts.method, target).headers(parts.headers).body(body).send().await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let mut response = Response::new(Body::from(answer.bytes().await?));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response.headers_mut().remove(header::TRANSFER_ENCODING);
    Ok(response)
}
