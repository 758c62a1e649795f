//! `/{provider}/control`: telling a payment provider what to do, over HTTP.
//!
//! JSON, one or more of
//! - `{"misbehave":"webhooks-held","times":1}`: without `times` until it ends;
//!   several at once are possible, `"none"` ends all;
//! - `{"behave":"webhooks-held"}` ends one;
//! - `{"release":"in-order"}` (`reversed`, `only-last`) lets held webhooks go;
//! - `{"step":"pay","payment":"order-42"}` (`pend`, `refuse`, `decline`, `cancel`,
//!   `settle`, `settle-late`), the payment by its id, its page's or its reference;
//! - `{"completeRefund":"…"}`, `{"refuseRefund":"…"}`, by the refund's id;
//! - `{"rotate":"api-key"}` or `"webhook-key"`; the new pair is in the answer.
//!
//! The page posts the same fields as a form. `control.json` has the state and the
//! counters, `payments.json` the payments, `webhooks.json` what waits to be sent.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use url::form_urlencoded;

use super::webhook::Release;
use super::{KeyPair, PaymentFault, PaymentProvider, Payments, Step};
use crate::control::bad_command;
use crate::pages::{Control, Look, control_page, payment_controls, see_other};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Command {
    misbehave: Option<String>,
    times: Option<u32>,
    behave: Option<String>,
    release: Option<String>,
    step: Option<String>,
    payment: Option<String>,
    complete_refund: Option<String>,
    refuse_refund: Option<String>,
    rotate: Option<String>,
}

impl Command {
    /// From JSON or from the page's form; also whether it was the form.
    fn read(headers: &HeaderMap, body: &[u8]) -> Result<(Self, bool), String> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let from_page = kind.starts_with("application/x-www-form-urlencoded");
        let fields = if from_page { from_form(body)? } else { serde_json::from_slice(body).map_err(text)? };
        Ok((serde_json::from_value(fields).map_err(text)?, from_page))
    }
}

fn text(error: impl ToString) -> String {
    error.to_string()
}

/// What is left empty is not said.
fn from_form(body: &[u8]) -> Result<Value, String> {
    let mut fields = Map::new();
    for (name, value) in form_urlencoded::parse(body).into_owned().filter(|(_, value)| !value.is_empty()) {
        let value = match name.as_str() {
            "times" => json!(value.parse::<u32>().map_err(|_| "times is no number")?),
            _ => json!(value),
        };
        fields.insert(name, value);
    }
    Ok(Value::Object(fields))
}

#[derive(Clone)]
struct Desk {
    payments: Payments,
    provider: PaymentProvider,
}

pub(super) fn routes(payments: &Payments, provider: PaymentProvider) -> Router {
    let path = |name: &str| format!("/{}/{name}", provider.name());
    Router::new()
        .route(&path("control"), get(show).post(change))
        .route(&path("control.json"), get(state))
        .route(&path("payments.json"), get(list))
        .route(&path("webhooks.json"), get(webhooks))
        .with_state(Desk { payments: payments.clone(), provider })
}

async fn change(State(desk): State<Desk>, headers: HeaderMap, body: Bytes) -> Response {
    let obeyed = Command::read(&headers, &body).and_then(|(command, from_page)| Ok((desk.obey(&command)?, from_page)));
    match obeyed {
        Err(error) => bad_command(&error, &PaymentFault::names(desk.provider)),
        // A key must be read by whoever is to use it, so the page shows it too.
        Ok((None, true)) => see_other(&format!("/{}/control", desk.provider.name())),
        Ok((key, _)) => {
            let mut state = desk.describe();
            if let Some(key) = key {
                state["key"] = json!({ "id": key.id, "secret": key.secret });
            }
            Json(state).into_response()
        }
    }
}

impl Desk {
    fn fault(&self, name: &str) -> Result<PaymentFault, String> {
        let fault = PaymentFault::named(name).filter(|fault| fault.suits(self.provider));
        fault.ok_or_else(|| format!("unknown misbehaviour {name}"))
    }

    /// The new key, when one was ordered.
    fn obey(&self, command: &Command) -> Result<Option<KeyPair>, String> {
        let Self { payments, provider } = self;
        match command.misbehave.as_deref() {
            None => {}
            Some("none") => payments.behave(*provider),
            Some(name) => payments.misbehave(*provider, self.fault(name)?, command.times),
        }
        if let Some(name) = &command.behave {
            payments.stop_misbehaving(*provider, self.fault(name)?);
        }
        if let Some(name) = &command.release {
            payments.release_webhooks(*provider, Release::named(name).ok_or("unknown order of release")?);
        }
        if let Some(name) = &command.step {
            let step = Step::ORDERED.into_iter().find(|step| step.name() == name).ok_or("unknown step")?;
            payments.step(*provider, command.payment.as_deref().unwrap_or_default(), step).map_err(text)?;
        }
        if let Some(id) = &command.complete_refund {
            payments.complete_refund(*provider, id).map_err(text)?;
        }
        if let Some(id) = &command.refuse_refund {
            payments.refuse_refund(*provider, id).map_err(text)?;
        }
        match (command.rotate.as_deref(), provider) {
            (None, _) => Ok(None),
            (Some("api-key"), _) => Ok(Some(payments.rotate_api_key(*provider))),
            (Some("webhook-key"), PaymentProvider::Worldline) => Ok(Some(payments.rotate_webhook_key())),
            (Some(_), _) => Err("unknown key".to_owned()),
        }
    }

    fn describe(&self) -> Value {
        let house = self.payments.house(self.provider);
        let faults: Map<String, Value> =
            house.faults.current().iter().map(|(fault, times)| (fault.name().to_owned(), json!(times))).collect();
        let counts = house.counters.snapshot();
        json!({
            "provider": self.provider.name(),
            "misbehave": faults,
            "webhooksWaiting": self.payments.webhooks(self.provider).len(),
            "nextAt": self.payments.next_at(),
            "counters": counts.counters,
            "refused": counts.refused,
            "known": PaymentFault::names(self.provider),
        })
    }
}

async fn state(State(desk): State<Desk>) -> Json<Value> {
    Json(desk.describe())
}

async fn list(State(desk): State<Desk>) -> Json<Value> {
    Json(json!({ "items": desk.payments.all(desk.provider) }))
}

async fn webhooks(State(desk): State<Desk>) -> Json<Value> {
    Json(json!({ "items": desk.payments.webhooks(desk.provider) }))
}

async fn show(State(desk): State<Desk>) -> Response {
    let house = desk.payments.house(desk.provider);
    let path = format!("/{}/control", desk.provider.name());
    let known = PaymentFault::ALL.iter().filter(|fault| fault.suits(desk.provider));
    control_page(&Control {
        look: Look::PLAIN,
        title: desk.provider.title(),
        current: house.faults.current().iter().map(|(fault, times)| (fault.name().to_owned(), *times)).collect(),
        known: known.map(|fault| (fault.name().to_owned(), fault.what())).collect(),
        counts: house.counters.snapshot(),
        more: payment_controls(&path, &desk.payments.all(desk.provider), desk.payments.webhooks(desk.provider).len()),
        path,
    })
}
