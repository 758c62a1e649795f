//! The authorization endpoint: reads the request strictly, shows the login page
//! (GET) and sends the person back (POST to the same address).
//!
//! The request travels in the address itself, so a POST needs neither a cookie
//! nor the page before it: it is read and judged again, like the first time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};
use url::{Url, form_urlencoded};

use crate::codes::Grant;
use crate::encoding::{from_base64url, random_token};
use crate::idp::{Idp, Provider};
use crate::misbehave::Misbehaviour;
use crate::pages::{error_page, login_page, see_other};
use crate::people::Person;
use crate::texts::{Language, Unknown};

/// A request that was found right.
#[derive(Clone, Debug)]
pub(crate) struct AuthorizationRequest {
    pub redirect_uri: String,
    pub state: String,
    pub nonce: String,
    pub code_challenge: String,
    pub scopes: Vec<String>,
    pub acr_values: Vec<String>,
    /// The `claims` parameter: an object, empty when not given.
    pub claims: Map<String, Value>,
}

impl AuthorizationRequest {
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes.iter().any(|asked| asked == scope)
    }
}

pub(crate) enum Refusal {
    /// Nowhere safe to send the person: told on a page of our own.
    Page(Unknown),
    Redirect {
        redirect_uri: String,
        state: Option<String>,
        error: &'static str,
        description: &'static str,
    },
}

pub(crate) async fn show(State(idp): State<Arc<Idp>>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let language = language(&query);
    match read(&idp, &query) {
        Ok(_) => login_page(&idp, &query, language).into_response(),
        Err(refusal) => refuse(&idp, refusal, language),
    }
}

pub(crate) async fn choose(State(idp): State<Arc<Idp>>, RawQuery(query): RawQuery, body: String) -> Response {
    let query = query.unwrap_or_default();
    let language = language(&query);
    let request = match read(&idp, &query) {
        Ok(request) => request,
        Err(refusal) => return refuse(&idp, refusal, language),
    };
    let choice: BTreeMap<_, _> = form_urlencoded::parse(body.as_bytes()).collect();
    let chosen = |name: &str| choice.get(name).map(AsRef::as_ref);

    if chosen("cancel").is_some() {
        idp.counters.count("signInsCancelled");
        return answer_error(&request, "access_denied");
    }
    if let Some(error) = chosen("error") {
        // Only errors that a provider sends: nothing of a stranger's is echoed.
        let known = ["temporary_unavailable", "login_required", "server_error"];
        if let Some(error) = known.iter().find(|known| **known == error) {
            idp.counters.count("signInsFailed");
            return answer_error(&request, error);
        }
    }
    let person = match idp.provider {
        Provider::Uitid => chosen("email").and_then(|email| idp.people.staff_identity(email)).map(Person::Staff),
        _ => chosen("citizen").and_then(|number| idp.people.citizen(number)).map(Person::Citizen),
    };
    let Some(person) = person else {
        idp.counters.refuse("unknown-person");
        let page = error_page(&idp, Unknown::Person, language);
        return (StatusCode::BAD_REQUEST, page).into_response();
    };
    send_back(&idp, request, person)
}

fn send_back(idp: &Idp, request: AuthorizationRequest, person: Person) -> Response {
    let redirect_uri = request.redirect_uri.clone();
    let state = match idp.draws(Misbehaviour::WrongState) {
        true => random_token(),
        false => request.state.clone(),
    };
    let code = idp.codes.issue(Grant { subject: idp.subject(&person), at: idp.now(), request, person });
    idp.counters.count("codesIssued");
    see_other(&with_query(&redirect_uri, &[("code", code.as_str()), ("state", state.as_str())]))
}

fn answer_error(request: &AuthorizationRequest, error: &str) -> Response {
    see_other(&with_query(&request.redirect_uri, &[("error", error), ("state", request.state.as_str())]))
}

fn refuse(idp: &Idp, refusal: Refusal, language: Language) -> Response {
    match refusal {
        Refusal::Page(problem) => {
            idp.counters.refuse(problem.reason());
            let page = error_page(idp, problem, language);
            (StatusCode::BAD_REQUEST, page).into_response()
        }
        Refusal::Redirect { redirect_uri, state, error, description } => {
            idp.counters.refuse(error);
            let mut answer = vec![("error", error), ("error_description", description)];
            if let Some(state) = state.as_deref() {
                answer.push(("state", state));
            }
            see_other(&with_query(&redirect_uri, &answer))
        }
    }
}

fn with_query(address: &str, pairs: &[(&str, &str)]) -> String {
    match Url::parse(address) {
        Ok(mut url) => {
            url.query_pairs_mut().extend_pairs(pairs);
            url.into()
        }
        // Registered addresses are compared, not parsed; a broken one stays so.
        Err(_) => address.to_owned(),
    }
}

pub(crate) fn language(query: &str) -> Language {
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "ui_locales")
        .and_then(|(_, asked)| asked.split(' ').find_map(Language::parse))
        .unwrap_or(Language::Dutch)
}

/// Judges a request. First who asks and where the answer would go: until both
/// are known, nobody is sent anywhere.
pub(crate) fn read(idp: &Idp, query: &str) -> Result<AuthorizationRequest, Refusal> {
    let mut parameters = BTreeMap::new();
    let mut repeated = BTreeSet::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()).into_owned() {
        if parameters.insert(name.clone(), value).is_some() {
            repeated.insert(name);
        }
    }
    let client_id = parameters.get("client_id");
    if repeated.contains("client_id") || client_id != Some(&idp.party.client_id) {
        return Err(Refusal::Page(Unknown::Client));
    }
    let redirect_uri = parameters
        .get("redirect_uri")
        .filter(|asked| idp.party.redirect_uris.contains(asked))
        .filter(|_| !repeated.contains("redirect_uri"))
        .ok_or(Refusal::Page(Unknown::Redirect))?
        .clone();

    let state = parameters.get("state").filter(|state| !state.is_empty());
    let refusal = |error, description| Refusal::Redirect {
        redirect_uri: redirect_uri.clone(),
        state: state.cloned(),
        error,
        description,
    };
    let invalid = |description| refusal("invalid_request", description);
    if !repeated.is_empty() {
        return Err(invalid("a parameter is given twice"));
    }
    if parameters.contains_key("request") || parameters.contains_key("request_uri") {
        return Err(refusal("request_not_supported", "no request objects"));
    }
    match parameters.get("response_type").map(String::as_str) {
        Some("code") => {}
        Some(_) => return Err(refusal("unsupported_response_type", "only code")),
        None => return Err(invalid("response_type is missing")),
    }
    let state = state.ok_or_else(|| invalid("state is missing"))?.clone();
    let nonce =
        parameters.get("nonce").filter(|nonce| !nonce.is_empty()).ok_or_else(|| invalid("nonce is missing"))?.clone();
    if parameters.get("code_challenge_method").map(String::as_str) != Some("S256") {
        return Err(invalid("code_challenge_method must be S256"));
    }
    let code_challenge = parameters
        .get("code_challenge")
        .filter(|challenge| from_base64url(challenge).is_some_and(|hash| hash.len() == 32))
        .ok_or_else(|| invalid("code_challenge is missing or no SHA-256"))?
        .clone();
    let scopes = words(parameters.get("scope"));
    if !scopes_are_right(idp, &scopes) {
        return Err(refusal("invalid_scope", "scope is not the registered one"));
    }
    if words(parameters.get("prompt")).contains(&"none".to_owned()) {
        return Err(refusal("login_required", "nobody stays signed in here"));
    }
    let claims = match parameters.get("claims") {
        None => Map::new(),
        Some(text) => serde_json::from_str(text).map_err(|_| invalid("claims is no JSON object"))?,
    };
    Ok(AuthorizationRequest {
        state,
        nonce,
        code_challenge,
        scopes,
        acr_values: words(parameters.get("acr_values")),
        claims,
        redirect_uri,
    })
}

fn words(text: Option<&String>) -> Vec<String> {
    text.map(|text| text.split_whitespace().map(str::to_owned).collect()).unwrap_or_default()
}

fn scopes_are_right(idp: &Idp, scopes: &[String]) -> bool {
    let service = idp.party.service_code.as_ref().map(|code| format!("service:{code}"));
    let has = |wanted: &str| scopes.iter().any(|scope| scope == wanted);
    has("openid")
        && service.as_deref().is_none_or(has)
        && scopes.iter().all(|scope| idp.profile.scopes.contains(&scope.as_str()) || Some(scope) == service.as_ref())
}
