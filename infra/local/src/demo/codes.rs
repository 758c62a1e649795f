//! A page with the codes that the demo staff's authenticators show now. Practice, plainly: a real
//! second factor is shown by nobody but its owner's telephone.

use super::staff::DemoStaff;
use crate::clock::Clock;
use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use meent_domain::{base32, totp};
use serde::Serialize;
use std::sync::Arc;

#[derive(Clone)]
struct Authenticators {
    staff: Arc<[DemoStaff]>,
    clock: Clock,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Code {
    login: &'static str,
    name: &'static str,
    code: String,
    lasts_seconds: i64,
}

pub(crate) fn router(staff: &[DemoStaff], clock: &Clock) -> Router {
    let state = Authenticators { staff: staff.into(), clock: clock.clone() };
    Router::new().route("/codes", get(page)).route("/codes.json", get(list)).with_state(state)
}

impl Authenticators {
    fn codes(&self) -> Vec<Code> {
        let now = (self.clock)().timestamp();
        let code = |staff: &DemoStaff| {
            let secret = base32::from_authenticator(staff.totp_secret.as_deref()?)?;
            let code = totp::code_at(&secret, now);
            Some(Code { login: staff.login?, name: staff.name, code, lasts_seconds: 30 - now.rem_euclid(30) })
        };
        self.staff.iter().filter_map(code).collect()
    }
}

async fn list(State(authenticators): State<Authenticators>) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(authenticators.codes())).into_response()
}

const STYLE: &str = "body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#f3f4f6}\
aside{background:#fff3bf;color:#3b2f00;border-bottom:2px solid #8a6d00;padding:.5rem 1rem}\
main{max-width:34rem;margin:0 auto;padding:1rem}h1{font-size:1.5rem}\
table{border-collapse:collapse;width:100%;background:#fff}\
th,td{text-align:start;padding:.5rem;border-bottom:1px solid #d5d8dd}\
td.code{font:700 1.5rem/1.2 ui-monospace,monospace;letter-spacing:.1em}";

async fn page(State(authenticators): State<Authenticators>) -> Response {
    let codes = authenticators.codes();
    let lasts = codes.first().map_or(30, |code| code.lasts_seconds);
    let rows: String = codes
        .iter()
        .map(|code| {
            let Code { login, name, code, .. } = code;
            format!("<tr><td>{login}</td><td>{name}</td><td class=\"code\">{code}</td></tr>")
        })
        .collect();
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta http-equiv=\"refresh\" content=\"{lasts}\"><title>Codes of the demo staff</title>\
         <style>{STYLE}</style></head><body>\
         <aside>Practice: in a real town these codes are on their owners' telephones alone.</aside>\
         <main><h1>Codes of the demo staff</h1>\
         <p>What their authenticators show now, for {lasts} more seconds. A code works once.</p>\
         <table><thead><tr><th>User name</th><th>Name</th><th>Code</th></tr></thead>\
         <tbody>{rows}</tbody></table></main></body></html>"
    );
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
    ];
    (headers, Html(html)).into_response()
}
