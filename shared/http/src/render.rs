//! The last hands an answer passes through: problems get their words, everything gets a request id,
//! and one line goes to the log, without anything personal in it.

use crate::problem::Problem;
use crate::{App, Context};
use axum::Json;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::time::Instant;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

pub(crate) async fn render(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let request_id = request_id(&request);
    let context = Context::of(&app, request.headers(), request_id.clone());
    let language = context.language;
    request.extensions_mut().insert(context);
    let method = request.method().clone();
    let began = Instant::now();

    let mut response = next.run(request).await;

    let problem = response.extensions_mut().remove::<Problem>();
    if let Some(problem) = &problem {
        let cookies: Vec<HeaderValue> = response.headers().get_all(header::SET_COOKIE).iter().cloned().collect();
        let route = response.extensions_mut().remove::<Route>();
        response = (problem.code.status(), Json(problem.body(language, &request_id))).into_response();
        if let Some(route) = route {
            response.extensions_mut().insert(route);
        }
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
        if let Some(seconds) = problem.retry_after_seconds {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds.unsigned_abs()));
        }
        for cookie in cookies {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    // Everything here is about somebody: no cache on the way may keep it.
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Ok(id) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    log(&response, &problem, method.as_str(), &request_id, began);
    response
}

/// The route's pattern, never the address as it was asked: that can hold ids.
fn log(response: &Response, problem: &Option<Problem>, method: &str, request_id: &str, began: Instant) {
    let route = response.extensions().get::<Route>().map_or("none", |route| route.0.as_str());
    let status = response.status().as_u16();
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    match problem {
        Some(problem) if status >= 500 => tracing::error!(
            method,
            route,
            status,
            milliseconds,
            request_id,
            code = problem.code.code(),
            why = problem.internal.as_deref(),
            "answered"
        ),
        Some(problem) => {
            tracing::info!(method, route, status, milliseconds, request_id, code = problem.code.code(), "answered")
        }
        None => tracing::info!(method, route, status, milliseconds, request_id, "answered"),
    }
}

/// Which route answered, for the log line.
#[derive(Clone)]
struct Route(String);

pub(crate) async fn note_route(path: MatchedPath, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.extensions_mut().insert(Route(path.as_str().to_owned()));
    response
}

/// The gateway's own id where there is one, so that its log and ours speak of the same request.
fn request_id(request: &Request) -> String {
    use lambda_http::request::RequestContext;
    match request.extensions().get::<RequestContext>() {
        Some(RequestContext::ApiGatewayV2(context)) => context.request_id.clone().unwrap_or_else(new_id),
        _ => new_id(),
    }
}

fn new_id() -> String {
    meent_domain::ids::PersonId::from_random(meent_secrets::random_bytes()).to_string()
}
