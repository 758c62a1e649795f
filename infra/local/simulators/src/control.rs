//! `/{provider}/control`: telling a provider to misbehave, over HTTP.
//!
//! JSON `{"misbehave":"wrong-nonce","times":1}`; without `times` it lasts until
//! `{"misbehave":"none"}`. `{"renewSubject":"85073003328"}` gives that person
//! another `sub`, as after making an itsme account again. The page posts the
//! same fields as a form. `control.json` has the state and the counters.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::idp::{Idp, Provider};
use crate::misbehave::{Misbehaviour, Order};
use crate::pages::{self, Look, control_page, escape, see_other};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Command {
    pub misbehave: Option<String>,
    pub times: Option<u32>,
    pub renew_subject: Option<String>,
}

impl Command {
    /// From JSON or from the page's form; also whether it was the form.
    pub fn read(headers: &HeaderMap, body: &[u8]) -> Result<(Self, bool), String> {
        let from_page = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"));
        if !from_page {
            let command = serde_json::from_slice(body).map_err(|error| error.to_string())?;
            return Ok((command, false));
        }
        let mut command = Self::default();
        for (name, value) in form_urlencoded::parse(body).into_owned() {
            match name.as_str() {
                "misbehave" => command.misbehave = Some(value),
                "renewSubject" => command.renew_subject = Some(value),
                "times" if value.is_empty() => command.times = None,
                "times" => command.times = Some(value.parse().map_err(|_| "times is no number")?),
                _ => return Err(format!("unknown field {name}")),
            }
        }
        Ok((command, true))
    }
}

pub(crate) fn bad_command(error: &str, known: &[String]) -> Response {
    let body = json!({ "error": error, "known": known });
    (StatusCode::BAD_REQUEST, Json(body)).into_response()
}

pub(crate) fn routes(provider: Provider) -> Router<Arc<Idp>> {
    let path = format!("/{}/control", provider.name());
    Router::new().route(&format!("{path}.json"), get(state)).route(&path, get(show).post(change))
}

async fn change(State(idp): State<Arc<Idp>>, headers: HeaderMap, body: Bytes) -> Response {
    let (command, from_page) = match Command::read(&headers, &body) {
        Ok(read) => read,
        Err(error) => return bad_command(&error, &Order::names()),
    };
    match command.misbehave.as_deref() {
        None => {}
        Some("none") => idp.plan.set(None, None),
        Some(name) => match Order::parse(name) {
            Some(order) => idp.plan.set(Some(order), command.times),
            None => return bad_command("unknown misbehaviour", &Order::names()),
        },
    }
    if let Some(person) = command.renew_subject {
        idp.renew_subject(&person);
    }
    if from_page {
        return see_other(&format!("/{}/control", idp.provider.name()));
    }
    Json(describe(&idp)).into_response()
}

async fn state(State(idp): State<Arc<Idp>>) -> Json<Value> {
    Json(describe(&idp))
}

fn describe(idp: &Idp) -> Value {
    let current = idp.plan.current();
    let counts = idp.counters.snapshot();
    json!({
        "provider": idp.provider.name(),
        "misbehave": current.map_or_else(|| "none".to_owned(), |(order, _)| order.name()),
        "times": current.and_then(|(_, times)| times),
        "counters": counts.counters,
        "refused": counts.refused,
        "known": Order::names(),
    })
}

async fn show(State(idp): State<Arc<Idp>>) -> Response {
    let path = format!("/{}/control", idp.provider.name());
    let known = Order::names()
        .into_iter()
        .map(|name| {
            let what = match name.strip_prefix("userinfo-").and_then(Misbehaviour::named) {
                Some(_) => "the same, in the user info alone",
                None => Misbehaviour::named(&name).map_or("", Misbehaviour::what),
            };
            (name, what)
        })
        .collect();
    let people: String = idp
        .people
        .citizens()
        .iter()
        .map(|citizen| {
            format!(
                "<option value=\"{}\">{} {}</option>",
                escape(&citizen.national_number),
                escape(&citizen.first_name),
                escape(&citizen.last_name)
            )
        })
        .collect();
    let renew = match idp.provider {
        Provider::Uitid => String::new(),
        _ => format!(
            "<form method=\"post\" action=\"{path}\" class=\"card row\"><div>\
             <label for=\"renew\">Makes the account again (another sub)</label>\
             <select id=\"renew\" name=\"renewSubject\">{people}</select></div>\
             <button class=\"main\">Renew</button></form>"
        ),
    };
    control_page(&pages::Control {
        look: Look::of(idp.provider),
        title: idp.profile.title,
        path,
        current: idp.plan.current().map(|(order, times)| (order.name(), times)).into_iter().collect(),
        known,
        counts: idp.counters.snapshot(),
        more: renew,
    })
}
