//! The token endpoint: a code, once, for an ID token and an access token.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::client_auth::{self, Form};
use crate::codes::{ACCESS_TOKEN_LIFE_S, CodeRefusal, Grant};
use crate::encoding::{base64url, sha256};
use crate::idp::Idp;
use crate::misbehave::{Misbehaviour, Stage};
use crate::{claims, wrap};

struct Refusal {
    status: StatusCode,
    error: &'static str,
    reason: &'static str,
}

impl Refusal {
    fn request(error: &'static str, reason: &'static str) -> Self {
        Self { status: StatusCode::BAD_REQUEST, error, reason }
    }
}

pub(crate) async fn exchange(State(idp): State<Arc<Idp>>, headers: HeaderMap, body: Bytes) -> Response {
    if idp.draws(Misbehaviour::TokenDown) {
        return (StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable").into_response();
    }
    if idp.draws(Misbehaviour::GarbageJson) {
        return json_answer(StatusCode::OK, r#"{"access_token": "abc", "id_tok"#.to_owned());
    }
    match answer(&idp, &headers, &body).await {
        Ok(answer) => {
            idp.counters.count("tokensIssued");
            json_answer(StatusCode::OK, answer.to_string())
        }
        Err(refusal) => {
            idp.counters.refuse(refusal.reason);
            tracing::info!(provider = idp.provider.name(), reason = refusal.reason, "token request refused");
            let body = json!({ "error": refusal.error, "error_description": refusal.reason });
            json_answer(refusal.status, body.to_string())
        }
    }
}

fn json_answer(status: StatusCode, body: String) -> Response {
    let headers =
        [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store"), (header::PRAGMA, "no-cache")];
    (status, headers, body).into_response()
}

async fn answer(idp: &Idp, headers: &HeaderMap, body: &[u8]) -> Result<Value, Refusal> {
    let form = read_form(headers, body)?;
    client_auth::check(idp, headers, &form).await.map_err(|reason| Refusal {
        status: StatusCode::UNAUTHORIZED,
        error: "invalid_client",
        reason,
    })?;
    match form.get("grant_type").map(String::as_str) {
        Some("authorization_code") => {}
        Some(_) => return Err(Refusal::request("unsupported_grant_type", "grant-type")),
        None => return Err(Refusal::request("invalid_request", "grant-type-missing")),
    }
    let code = form.get("code").ok_or(Refusal::request("invalid_request", "code-missing"))?;
    let grant = redeem(idp, code)?;
    if form.get("redirect_uri") != Some(&grant.request.redirect_uri) {
        return Err(Refusal::request("invalid_grant", "wrong-redirect"));
    }
    if !verifier_matches(form.get("code_verifier"), &grant) {
        return Err(Refusal::request("invalid_grant", "wrong-verifier"));
    }
    issue(idp, code, &grant).await
}

/// Each parameter once (RFC 6749, 3.2).
fn read_form(headers: &HeaderMap, body: &[u8]) -> Result<Form, Refusal> {
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"));
    if !is_form {
        return Err(Refusal::request("invalid_request", "not-a-form"));
    }
    let mut form = Form::new();
    for (name, value) in form_urlencoded::parse(body).into_owned() {
        if form.insert(name, value).is_some() {
            return Err(Refusal::request("invalid_request", "parameter-twice"));
        }
    }
    Ok(form)
}

fn redeem(idp: &Idp, code: &str) -> Result<Arc<Grant>, Refusal> {
    let life = TimeDelta::seconds(idp.profile.code_life_s);
    idp.codes.redeem(code, idp.now(), life).map_err(|refusal| {
        let reason = match refusal {
            CodeRefusal::Unknown => "code-unknown",
            CodeRefusal::Expired => "code-expired",
            CodeRefusal::Reused { access_token } => {
                idp.counters.count("codesReused");
                if let Some(token) = access_token {
                    idp.access_tokens.revoke(&token);
                }
                "code-reused"
            }
        };
        Refusal::request("invalid_grant", reason)
    })
}

/// RFC 7636: 43 to 128 unreserved characters that hash to the challenge.
fn verifier_matches(verifier: Option<&String>, grant: &Grant) -> bool {
    verifier.is_some_and(|verifier| {
        (43..=128).contains(&verifier.len())
            && verifier.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
            && base64url(sha256(verifier)) == grant.request.code_challenge
    })
}

async fn issue(idp: &Idp, code: &str, grant: &Arc<Grant>) -> Result<Value, Refusal> {
    let order = idp.plan.draw(|order| order.misbehaviour.stage() == Stage::SignIn);
    let fault = order.filter(|order| !order.in_userinfo).map(|order| order.misbehaviour);
    if fault == Some(Misbehaviour::KeyRotated) {
        idp.keys.rotate();
    }
    let claims = claims::id_token(idp, grant, fault);
    let id_token = wrap::wrap(idp, &claims, idp.profile.id_token, fault).await.map_err(|reason| Refusal {
        status: StatusCode::INTERNAL_SERVER_ERROR,
        error: "server_error",
        reason,
    })?;
    let in_userinfo = order.map(|order| order.misbehaviour);
    let access_token = idp.access_tokens.issue(grant, in_userinfo, idp.now());
    idp.codes.remember_token(code, &access_token);
    Ok(json!({
        "access_token": access_token,
        "token_type": "Bearer",
        "expires_in": ACCESS_TOKEN_LIFE_S,
        "id_token": id_token,
        "scope": grant.request.scopes.join(" "),
    }))
}
