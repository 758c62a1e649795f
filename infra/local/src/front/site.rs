//! The pages, as `infra/tools/publish-site.py` publishes them and CloudFront serves them.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use std::path::{Path, PathBuf};
use tower_http::services::ServeDir;

#[derive(Clone)]
struct Surface {
    name: String,
    index: PathBuf,
}

pub(super) fn router(web: &Path, surface: &str) -> Router {
    let dist = web.join(surface).join("dist");
    let of_surface = Surface { name: surface.to_owned(), index: dist.join("index.html") };
    let pages = ServeDir::new(dist).precompressed_br().precompressed_gzip().append_index_html_on_directories(false);
    Router::new()
        .nest_service("/town", ServeDir::new(web.join("town")).append_index_html_on_directories(false))
        .fallback_service(pages)
        .layer(from_fn_with_state(of_surface, around))
}

async fn around(State(surface): State<Surface>, mut request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let path = request.uri().path().to_owned();
    // What begins with a dot is the build's own, and a way out of the folder.
    if !is_read || path.split('/').any(|part| part.starts_with('.')) {
        return not_found();
    }
    if is_page(&path) {
        if !surface.index.is_file() {
            return not_built(&surface.name);
        }
        *request.uri_mut() = Uri::from_static("/index.html");
    }
    let mut response = next.run(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        return not_found();
    }
    let cache = if path.starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

/// The same rule as `infra/site/spa.js`: a last part without a dot is a page.
fn is_page(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| !last.contains('.'))
}

fn not_found() -> Response {
    (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-cache")], "Not found.").into_response()
}

fn not_built(surface: &str) -> Response {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not built yet</title>\
         <h1>Not built yet</h1><p>The pages of the {surface} are not built yet: run <code>npm ci</code> and \
         <code>npm run build</code> in the folder <code>web</code>, then load this page again. The API runs.</p>"
    );
    (StatusCode::SERVICE_UNAVAILABLE, [(header::CACHE_CONTROL, "no-store")], Html(page)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_files() {
        for page in ["/", "/profile", "/sign-in/problem"] {
            assert!(is_page(page), "{page}");
        }
        for file in ["/index.html", "/assets/main-abc.js", "/robots.txt"] {
            assert!(!is_page(file), "{file}");
        }
    }
}
