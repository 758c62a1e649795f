//! Puts the endpoints of a provider at its addresses.

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use url::form_urlencoded;

use crate::idp::Idp;
use crate::misbehave::Misbehaviour;
use crate::pages::{see_other, signed_out_page};
use crate::{authorize, control, discovery, token, userinfo};

pub(crate) fn of(idp: &Arc<Idp>) -> Router {
    let endpoints = &idp.profile.endpoints;
    let configuration = format!("{}/.well-known/openid-configuration", endpoints.issuer);
    let mut protocol = Router::new()
        .route(&configuration, get(discovery::configuration))
        .route(endpoints.keys, get(discovery::keys))
        .route(endpoints.authorize, get(authorize::show).post(authorize::choose))
        .route(endpoints.token, post(token::exchange))
        .route(endpoints.userinfo, get(userinfo::userinfo).post(userinfo::userinfo));
    if let Some(path) = endpoints.end_session {
        protocol = protocol.route(path, get(end_session));
    }
    protocol
        .layer(from_fn_with_state(Arc::clone(idp), bad_day))
        .merge(control::routes(idp.provider))
        .with_state(Arc::clone(idp))
}

/// A provider that is down is so for people and for machines; a slow one still
/// shows its page, as that is where one waits anyhow.
async fn bad_day(State(idp): State<Arc<Idp>>, request: Request, next: Next) -> Response {
    if idp.draws(Misbehaviour::Down) {
        return (StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable").into_response();
    }
    let for_people = request.uri().path() == idp.profile.endpoints.authorize;
    if !for_people && idp.draws(Misbehaviour::Slow) {
        return (StatusCode::GATEWAY_TIMEOUT, "Gateway Timeout").into_response();
    }
    next.run(request).await
}

/// Signing out: back to a registered address of a known client, else a page.
async fn end_session(State(idp): State<Arc<Idp>>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let parameter = |wanted: &str| {
        form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
    };
    let known =
        parameter("client_id").is_some_and(|id| id == idp.party.client_id) || parameter("id_token_hint").is_some();
    let back = parameter("post_logout_redirect_uri")
        .filter(|address| known && idp.party.post_logout_redirect_uris.contains(address));
    idp.counters.count("sessionsEnded");
    match back {
        Some(address) => see_other(&address),
        None => signed_out_page(&idp, authorize::language(&query)),
    }
}
