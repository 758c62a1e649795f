//! HTML made by hand: everything from elsewhere goes through `escape`.

mod control;
mod login;
mod palette;
mod payment;
mod payment_control;
mod shell;
mod start;

pub(crate) use control::{Control, control_page};
pub(crate) use login::{error_page, login_page, signed_out_page};
pub(crate) use payment::{ended_page, payment_page, unknown_payment_page};
pub(crate) use payment_control::payment_controls;
pub(crate) use shell::{Look, page};
pub(crate) use start::start_page;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

pub(crate) fn see_other(address: &str) -> Response {
    let headers =
        [(header::LOCATION, address), (header::CACHE_CONTROL, "no-store"), (header::REFERRER_POLICY, "no-referrer")];
    (StatusCode::SEE_OTHER, headers).into_response()
}
