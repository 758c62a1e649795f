//! What a provider says of itself, and its keys.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::idp::Idp;
use crate::profiles::Wrapping;

pub(crate) async fn configuration(State(idp): State<Arc<Idp>>) -> Json<Value> {
    idp.counters.count("discoveryRead");
    let profile = idp.profile;
    let endpoints = &profile.endpoints;
    let mut scopes: Vec<String> = profile.scopes.iter().map(ToString::to_string).collect();
    if let Some(code) = &idp.party.service_code {
        scopes.push(format!("service:{code}"));
    }
    let auth_methods: Vec<_> = profile.client_auth.iter().map(|it| it.name()).collect();
    let mut document = json!({
        "issuer": idp.issuer(),
        "authorization_endpoint": idp.url(endpoints.authorize),
        "token_endpoint": idp.url(endpoints.token),
        "userinfo_endpoint": idp.url(endpoints.userinfo),
        "jwks_uri": idp.url(endpoints.keys),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["pairwise"],
        "scopes_supported": scopes,
        "acr_values_supported": profile.acr_values,
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": auth_methods,
        "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
        "code_challenge_methods_supported": ["S256"],
        "ui_locales_supported": ["nl", "fr", "de", "en"],
        "claims_parameter_supported": profile.id_token == Wrapping::SignedAndEncrypted,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
    });
    if profile.userinfo != Wrapping::Json {
        document["userinfo_signing_alg_values_supported"] = json!(["RS256"]);
    }
    if profile.id_token == Wrapping::SignedAndEncrypted {
        for place in ["id_token", "userinfo"] {
            document[format!("{place}_encryption_alg_values_supported")] = json!(["RSA-OAEP-256"]);
            document[format!("{place}_encryption_enc_values_supported")] = json!(["A128CBC-HS256"]);
        }
    }
    if let Some(path) = endpoints.end_session {
        document["end_session_endpoint"] = json!(idp.url(path));
    }
    Json(document)
}

pub(crate) async fn keys(State(idp): State<Arc<Idp>>) -> Json<Value> {
    idp.counters.count("keysRead");
    Json(idp.keys.jwks())
}
