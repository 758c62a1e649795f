//! A stand-in for the one call of Secrets Manager that functions make,
//! `GetSecretValue`, over the real protocol (AWS JSON 1.1).

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, RwLock};

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::encoding::{sha256, uuid};

/// Secrets by name, each a string (JSON, by custom), changeable while served: a
/// test of key rotation puts a new one in place.
#[derive(Clone, Default)]
pub struct Secrets(Arc<RwLock<HashMap<String, String>>>);

impl Secrets {
    pub fn new(secrets: BTreeMap<String, String>) -> Self {
        Self(Arc::new(RwLock::new(secrets.into_iter().collect())))
    }

    pub fn put(&self, name: &str, secret: &str) {
        self.0.write().expect("no panic while held").insert(name.to_owned(), secret.to_owned());
    }

    /// Answers at `POST /`, as the endpoint of the service.
    pub fn router(&self) -> Router {
        Router::new().route("/", routing::post(answer)).with_state(self.clone())
    }

    /// By name or by whole ARN, which ends in the name, a dash and six signs.
    fn find(&self, id: &str) -> Option<(String, String)> {
        let secrets = self.0.read().expect("no panic while held");
        let named = |name: &str| secrets.get(name).map(|secret| (name.to_owned(), secret.clone()));
        let in_arn = || {
            let (_, tail) = id.strip_prefix("arn:")?.split_once(":secret:")?;
            named(tail).or_else(|| named(tail.get(..tail.len().checked_sub(7)?)?))
        };
        named(id).or_else(in_arn)
    }
}

/// The same for secrets that stay as they are.
pub fn secrets_router(secrets: BTreeMap<String, String>) -> Router {
    Secrets::new(secrets).router()
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct GetSecretValue {
    secret_id: String,
    version_stage: Option<String>,
    version_id: Option<String>,
}

async fn answer(State(secrets): State<Secrets>, headers: HeaderMap, body: Bytes) -> Response {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !text(header::AUTHORIZATION.as_str()).starts_with("AWS4-HMAC-SHA256 ") {
        return refusal("MissingAuthenticationTokenException", "Request is missing Authentication Token");
    }
    if text("x-amz-target") != "secretsmanager.GetSecretValue" {
        return refusal("UnknownOperationException", "Only GetSecretValue is served here.");
    }
    let Ok(request) = serde_json::from_slice::<GetSecretValue>(&body) else {
        return refusal("InvalidRequestException", "SecretId is missing.");
    };
    let Some((name, secret)) = secrets.find(&request.secret_id) else {
        return refusal("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    };
    let version_id = version_of(&secret);
    let other_stage = request.version_stage.is_some_and(|stage| stage != "AWSCURRENT");
    if other_stage || request.version_id.is_some_and(|asked| asked != version_id) {
        return refusal(
            "ResourceNotFoundException",
            "Secrets Manager can't find the specified secret value for that version.",
        );
    }
    amz_json(
        StatusCode::OK,
        &json!({
            "ARN": format!("arn:aws:secretsmanager:eu-west-1:000000000000:secret:{name}-local0"),
            "Name": name,
            "VersionId": version_id,
            "SecretString": secret,
            "VersionStages": ["AWSCURRENT"],
            "CreatedDate": 0.0,
        }),
    )
}

/// In the form of a UUID, and another whenever the secret is another.
fn version_of(secret: &str) -> String {
    uuid(sha256(secret))
}

fn refusal(kind: &str, message: &str) -> Response {
    amz_json(StatusCode::BAD_REQUEST, &json!({ "__type": kind, "Message": message }))
}

fn amz_json(status: StatusCode, body: &Value) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/x-amz-json-1.1")];
    (status, kind, body.to_string()).into_response()
}
