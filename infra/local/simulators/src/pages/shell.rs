//! The frame of every page: a band in the look of the service, a plain notice
//! that all of it is practice, and one column that fits a narrow phone.

use axum::http::header;
use axum::response::{Html, IntoResponse, Response};

use super::escape;
use crate::idp::Provider;
use crate::texts::Language;

/// Colours with a contrast of at least 4.5 to 1 on their counterpart.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    band: &'static str,
    on_band: &'static str,
    action: &'static str,
    on_action: &'static str,
}

impl Look {
    pub const PLAIN: Self = Self { band: "#24303b", on_band: "#ffffff", action: "#24303b", on_action: "#ffffff" };

    pub fn of(provider: Provider) -> Self {
        match provider {
            Provider::Itsme => Self { band: "#ff4612", on_band: "#1c0600", action: "#b52d05", on_action: "#ffffff" },
            Provider::Eid => Self { band: "#0b5a43", on_band: "#ffffff", action: "#0b5a43", on_action: "#ffffff" },
            Provider::Acm => Self { band: "#ffe615", on_band: "#1d1d1b", action: "#0055cc", on_action: "#ffffff" },
            Provider::Uitid => Self { band: "#b3262b", on_band: "#ffffff", action: "#b3262b", on_action: "#ffffff" },
        }
    }
}

const STYLE: &str = "
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#f3f4f6}
header{background:var(--band);color:var(--on-band);padding:1rem;font-size:1.25rem;font-weight:700}
header>*,main,.practice>*{max-width:34rem;margin-inline:auto}
.wide main,.wide header>*,.wide .practice>*{max-width:60rem}
.practice{background:#fff3bf;color:#3b2f00;border-bottom:2px solid #8a6d00;padding:.5rem 1rem}
.practice p{margin-block:0}
main{padding:1rem;overflow-wrap:break-word}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.125rem;margin:1.5rem 0 .5rem}
section,form.card{background:#fff;border:1px solid #d5d8dd;border-radius:.75rem;padding:1rem;margin-block:1rem}
section h2:first-child{margin-top:0}
ul.choices{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
button,input,select{font:inherit;min-height:2.75rem;border-radius:.5rem;padding:.5rem .75rem}
button{cursor:pointer;border:2px solid var(--action);background:#fff;color:#1b1b1b;width:100%;text-align:start}
button:hover{background:#f0f2f5}
button.main{background:var(--action);color:var(--on-action);text-align:center;font-weight:700}
button.quiet{border-color:#5b6470;text-align:center}
small{display:block;color:#4a525c}
ul.entries{list-style:none;margin:0;padding:0}
.entries li{padding:.5rem 0;border-bottom:1px solid #d5d8dd}
input,select{border:2px solid #5b6470;background:#fff;color:#1b1b1b;width:100%}
label{display:block;font-weight:600;margin-bottom:.25rem}
:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
summary{cursor:pointer;padding:.5rem 0;color:#3a424c}
details .choices button{font-size:.9375rem;border-color:#5b6470}
.row{display:grid;gap:.75rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;padding:.375rem .5rem;border-bottom:1px solid #d5d8dd;vertical-align:top}
td{overflow-wrap:anywhere}
a{color:#0b4fae}
pre{white-space:pre-wrap;font:inherit}
iframe{width:100%;height:32rem;border:1px solid #d5d8dd;background:#fff}
svg{display:block;margin:.5rem auto;max-width:9rem}
@media (min-width:40rem){.row{grid-template-columns:2fr 1fr auto;align-items:end}}
";

/// No script, no frame around it, no address passed on. There is no
/// `form-action`: browsers apply that to the way back to the asking site too.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// `body` is HTML already; `title` and `band` are not.
pub(crate) fn page(look: Look, language: Language, band: &str, title: &str, wide: bool, body: &str) -> Response {
    let Look { band: band_colour, on_band, action, on_action } = look;
    let style =
        format!(":root{{--band:{band_colour};--on-band:{on_band};--action:{action};--on-action:{on_action}}}{STYLE}");
    let class = if wide { " class=\"wide\"" } else { "" };
    document(language, band, title, &style, language.practice(), class, body)
}

/// The same for pages with a style of their own.
pub(super) fn document(
    language: Language,
    band: &str,
    title: &str,
    style: &str,
    practice: &str,
    class: &str,
    body: &str,
) -> Response {
    let html = format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{title} – {band}</title><style>{style}</style></head><body{class}>\
         <header><div>{band}</div></header>\
         <aside class=\"practice\"><p>{practice}</p></aside>\
         <main><h1>{title}</h1>{body}</main></body></html>",
        lang = language.code(),
        title = escape(title),
        band = escape(band),
        practice = escape(practice),
    );
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (headers, Html(html)).into_response()
}
