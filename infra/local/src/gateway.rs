//! Stands where API Gateway does: finds the function of a route and hands it the request.

use crate::functions::Function;
use crate::recorder::{ASKING, Asking};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use axum::response::Response;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};
use tower::ServiceExt;

/// Cheap to clone.
#[derive(Clone)]
pub struct Gateway(Arc<Inner>);

struct Inner {
    functions: RwLock<Vec<Router>>,
    routes: Vec<Route>,
    requests: AtomicU64,
}

struct Route {
    method: Method,
    pattern: Arc<str>,
    function: usize,
}

impl Gateway {
    pub(crate) fn new(functions: &[Function], service: impl Fn(&Function) -> Router) -> Self {
        let mut routes = vec![];
        for (index, function) in functions.iter().enumerate() {
            let patterns = function.patterns().into_iter();
            routes.extend(patterns.map(|(method, pattern)| Route { method, pattern: pattern.into(), function: index }));
        }
        // Whole names go before placeholders, as in API Gateway.
        routes.sort_by_cached_key(|route| segments(&route.pattern).map(is_placeholder).collect::<Vec<_>>());
        let functions = functions.iter().map(service).collect();
        Self(Arc::new(Inner { functions: RwLock::new(functions), routes, requests: AtomicU64::new(0) }))
    }

    /// A function begins anew, as in a new process: it remembers nothing.
    pub(crate) fn restart(&self, function: usize, service: Router) {
        self.0.functions.write().expect("no panic while held")[function] = service;
    }

    /// What no route matches goes to the first function, which answers as all do: 404, or 405 for a
    /// known path.
    pub async fn call(&self, request: Request<Body>) -> Response {
        let path = request.uri().path();
        let of_path = || self.0.routes.iter().filter(|route| matches(&route.pattern, path));
        let route = of_path().find(|route| route.method == *request.method());
        let asking = Asking {
            number: self.0.requests.fetch_add(1, Ordering::Relaxed),
            route: route.map_or("none".to_owned(), |route| format!("{} {}", route.method, route.pattern)).into(),
        };
        let function = route.or_else(|| of_path().next()).map_or(0, |route| route.function);
        let service = self.0.functions.read().expect("no panic while held")[function].clone();
        match ASKING.scope(asking, service.oneshot(request)).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/')
}

fn is_placeholder(segment: &str) -> bool {
    segment.starts_with('{')
}

fn matches(pattern: &str, path: &str) -> bool {
    let fits = |(wanted, found): (&str, &str)| wanted == found || (is_placeholder(wanted) && !found.is_empty());
    segments(pattern).count() == segments(path).count() && segments(pattern).zip(segments(path)).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_take_one_whole_segment() {
        assert!(matches("/api/sessions/{id}", "/api/sessions/x"));
        assert!(!matches("/api/sessions/{id}", "/api/sessions/"));
        assert!(!matches("/api/sessions/{id}", "/api/sessions/x/y"));
        assert!(!matches("/api/sessions", "/api/sessions/x"));
    }
}
