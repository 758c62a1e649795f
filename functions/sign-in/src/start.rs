use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use meent_http::{App, Context, DepartureQuery, Path, Problem, Query};
use meent_identity::oidc::Surface;

/// Sends the browser to the identity provider.
#[utoipa::path(
    get, path = "/api/sign-in/{provider}", tag = "sign-in",
    params(
        ("provider" = String, Path, description = "itsme, eid or acm"),
        ("language" = Option<String>, Query, description = "nl, fr, de or en"),
        ("return" = Option<String>, Query, description = "a page of the portal to come back to"),
    ),
    responses((status = 303, description = "To the provider, or to the page that says what went wrong"))
)]
pub async fn start(
    State(app): State<App>,
    context: Context,
    headers: HeaderMap,
    Path(provider): Path<String>,
    Query(query): Query<DepartureQuery>,
) -> Result<Response, Problem> {
    Ok(match app.depart(&context, &headers, Surface::Portal, &provider, query).await {
        Ok(response) => response,
        Err(astray) => app.problem_page(&context, Surface::Portal, &provider, &astray),
    })
}
