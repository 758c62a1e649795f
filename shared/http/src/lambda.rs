//! What every function's `main` does: logging, clients, run.

use crate::{App, Aws, Settings, finish, guarded};
use chrono::Utc;
use std::sync::Arc;
use tracing_subscriber::EnvFilter;
use utoipa_axum::router::OpenApiRouter;

pub async fn run(routes: OpenApiRouter<App>) -> Result<(), lambda_http::Error> {
    log_as_json();
    let (aws, _) = Aws::from_env().await;
    let app = App::new(Settings::from_env()?, aws, Arc::new(Utc::now));
    lambda_http::run(finish(app.clone(), guarded(app, routes))).await
}

/// One JSON object a line. Of a panic, the place only: its text may hold anything.
pub fn log_as_json() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let logging = tracing_subscriber::fmt().json().flatten_event(true).with_target(false).with_current_span(false);
    logging.with_env_filter(filter).init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "a panic");
    }));
}
