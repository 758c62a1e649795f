//! The control of a service that only delivers: what it can be told to fail at, over HTTP and as a page.
//!
//! The commands and answers are those of `control.rs`.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::control::{Command, bad_command};
use crate::counters::Counters;
use crate::misbehave::Plan;
use crate::pages::{Control, Look, control_page, see_other};

pub(crate) trait Fault: Copy + Send + Sync + 'static {
    const ALL: &'static [Self];

    /// The name in `POST …/control`.
    fn name(self) -> &'static str;

    /// One line for the control page.
    fn what(self) -> &'static str;
}

pub(crate) trait CanFail: Clone + Send + Sync + 'static {
    type Fault: Fault;
    const TITLE: &'static str;
    /// The address of its control.
    const CONTROL: &'static str;

    fn plan(&self) -> &Plan<Self::Fault>;
    fn counters(&self) -> &Counters;
}

pub(crate) fn routes<S: CanFail>() -> Router<S> {
    Router::new()
        .route(S::CONTROL, get(show::<S>).post(change::<S>))
        .route(&format!("{}.json", S::CONTROL), get(state::<S>))
}

fn known<F: Fault>() -> Vec<String> {
    F::ALL.iter().map(|fault| fault.name().to_owned()).collect()
}

async fn change<S: CanFail>(State(service): State<S>, headers: HeaderMap, body: Bytes) -> Response {
    let bad = |why: &str| bad_command(why, &known::<S::Fault>());
    let (command, from_page) = match Command::read(&headers, &body) {
        Ok(read) => read,
        Err(error) => return bad(&error),
    };
    let asked = command.misbehave.as_deref();
    let fault = S::Fault::ALL.iter().copied().find(|known| Some(known.name()) == asked);
    if fault.is_none() && asked != Some("none") {
        return bad("unknown misbehaviour");
    }
    service.plan().set(fault, command.times);
    if from_page {
        return see_other(S::CONTROL);
    }
    Json(describe(&service)).into_response()
}

async fn state<S: CanFail>(State(service): State<S>) -> Json<Value> {
    Json(describe(&service))
}

fn describe<S: CanFail>(service: &S) -> Value {
    let (current, counts) = (service.plan().current(), service.counters().snapshot());
    json!({
        "misbehave": current.map_or("none", |(fault, _)| fault.name()),
        "times": current.and_then(|(_, times)| times),
        "counters": counts.counters,
        "refused": counts.refused,
        "known": known::<S::Fault>(),
    })
}

async fn show<S: CanFail>(State(service): State<S>) -> Response {
    control_page(&Control {
        look: Look::PLAIN,
        title: S::TITLE,
        path: S::CONTROL.to_owned(),
        current: service.plan().current().map(|(fault, times)| (fault.name().to_owned(), times)).into_iter().collect(),
        known: S::Fault::ALL.iter().map(|fault| (fault.name().to_owned(), fault.what())).collect(),
        counts: service.counters().snapshot(),
        more: String::new(),
    })
}
