//! The user info endpoint: what the person agreed to tell, to who holds the
//! access token.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::idp::Idp;
use crate::profiles::Wrapping;
use crate::{claims, wrap};

pub(crate) async fn userinfo(State(idp): State<Arc<Idp>>, headers: HeaderMap) -> Response {
    let access = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .and_then(|token| idp.access_tokens.find(token, idp.now()));
    let Some(access) = access else {
        idp.counters.refuse("access-token");
        let challenge = [(header::WWW_AUTHENTICATE, r#"Bearer error="invalid_token""#)];
        return (StatusCode::UNAUTHORIZED, challenge).into_response();
    };
    let wrapping = idp.profile.userinfo;
    let as_token = wrapping != Wrapping::Json;
    let claims = claims::userinfo(&idp, &access.grant, access.fault, as_token);
    match wrap::wrap(&idp, &claims, wrapping, access.fault).await {
        Ok(body) => {
            idp.counters.count("userinfoAnswered");
            let kind = match as_token {
                true => "application/jwt",
                false => "application/json",
            };
            let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")];
            (headers, body).into_response()
        }
        Err(reason) => {
            idp.counters.refuse(reason);
            (StatusCode::INTERNAL_SERVER_ERROR, "server_error").into_response()
        }
    }
}
