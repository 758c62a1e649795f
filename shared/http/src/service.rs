//! How routers become a service. Both ways in (a Lambda function, one machine) go through here.

use crate::guard::guard;
use crate::render::{note_route, render};
use crate::{App, Problem, ProblemCode};
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use std::any::Any;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;

/// A function's routes, each behind the guard.
pub fn guarded(app: App, routes: OpenApiRouter<App>) -> Router {
    let (router, _) = routes.split_for_parts();
    router
        .method_not_allowed_fallback(|| async { Problem::new(ProblemCode::MethodNotAllowed) })
        .route_layer(from_fn_with_state(app.clone(), guard))
        .route_layer(from_fn(note_route))
        .with_state(app)
}

/// What stands around all routes: the front door, the catching of panics, the words of problems.
pub fn finish(app: App, router: Router) -> Router {
    router
        .fallback(|| async { Problem::new(ProblemCode::NotFound) })
        .layer(from_fn_with_state(app.clone(), front_door))
        .layer(CatchPanicLayer::custom(caught))
        .layer(from_fn_with_state(app, render))
}

/// The gateway's own address is public. Only requests that came through the site carry its header;
/// others could lie about where they come from, and the wrong tries of P-4 count by that.
async fn front_door(State(app): State<App>, request: Request, next: Next) -> Response {
    let presented = request.headers().get("x-meent-edge").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let verdict = async {
        if app.secrets.edge().await?.is(presented) {
            return Ok(true);
        }
        // The site may have a newer one than we have read.
        Ok::<bool, Problem>(!presented.is_empty() && app.secrets.edge_again(app.now()).await?.is(presented))
    };
    match verdict.await {
        Ok(true) => next.run(request).await,
        Ok(false) => Problem::new(ProblemCode::NotThroughTheFrontDoor).into_response(),
        Err(problem) => problem.into_response(),
    }
}

/// The panic's own text may hold anything, so it is not logged; where it happened is printed by the
/// hook that `run` sets.
fn caught(_: Box<dyn Any + Send>) -> Response {
    Problem::internal("a panic").into_response()
}
