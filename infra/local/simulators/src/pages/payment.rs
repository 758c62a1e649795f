//! The page where one pays, and the pages that say it can't be.

use axum::response::Response;

use super::escape;
use super::palette::Palette;
use super::shell::document;
use crate::payments::{Method, Payment, PaymentProvider};
use crate::texts::Language;

const STYLE: &str = "
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:var(--text);background:var(--ground)}
header{background:var(--band);color:var(--on-band);padding:.875rem 1rem}
header>*,main,.practice>*{max-width:28rem;margin-inline:auto}
header div{font-size:1.25rem;font-weight:700}
.practice{background:var(--notice);color:var(--on-notice);padding:.5rem 1rem}
.practice p{margin-block:0}
main{padding:1rem;overflow-wrap:anywhere;max-width:30rem}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}
.refused{background:var(--notice);color:var(--on-notice);border-radius:.75rem;padding:1rem;font-weight:600;margin:0 0 1rem}
dl,fieldset{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin:0 0 1rem}
dl{display:grid;gap:.75rem}
dt{color:var(--quiet);font-size:.9375rem}
dd{margin:0;font-weight:600}
.amount{font-size:2rem;line-height:1.2}
fieldset{min-width:0}
legend{font-weight:700;padding:0 .25rem}
.choice{display:flex;align-items:center;gap:.75rem;min-height:3rem;padding:.25rem .5rem;border-radius:.5rem;cursor:pointer}
.choice:has(:checked){background:var(--chosen)}
.choice input{inline-size:1.25rem;block-size:1.25rem;margin:0;flex:none;accent-color:var(--action)}
.choice svg{margin-inline-start:auto;flex:none}
.simulation{border-style:dashed;border-width:2px;border-color:var(--quiet)}
button,a.button{font:inherit;display:block;width:100%;min-height:3rem;padding:.625rem 1rem;border-radius:.5rem;
border:2px solid var(--action);text-align:center;cursor:pointer;margin-bottom:.75rem;text-decoration:none}
button.main,a.button{background:var(--action);color:var(--on-action);font-weight:700}
button.quiet{background:transparent;color:var(--text);border-color:var(--quiet)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
";

pub(crate) fn payment_page(
    provider: PaymentProvider,
    beneficiary: &str,
    payment: &Payment,
    language: Language,
) -> Response {
    let methods = Method::ALL.map(|method| (method.name(), method.title(), card(method)));
    let outcomes = language.outcomes().map(|(name, label)| (name, label, String::new()));
    let refused = match payment.declines {
        0 => String::new(),
        _ => format!("<p class=\"refused\" role=\"alert\">{}</p>", escape(language.try_again())),
    };
    let body = format!(
        "{refused}<dl><div><dt>{amount_label}</dt><dd class=\"amount\">{amount}</dd></div>\
         <div><dt>{beneficiary_label}</dt><dd>{beneficiary}</dd></div>\
         <div><dt>{order_label}</dt><dd>{order}</dd></div></dl>\
         <form method=\"post\">{methods}{outcomes}\
         <button class=\"main\" name=\"do\" value=\"pay\">{pay}</button>\
         <button class=\"quiet\" name=\"do\" value=\"cancel\">{cancel}</button></form>",
        amount_label = escape(language.amount_label()),
        amount = escape(&language.money(&payment.ordered)),
        beneficiary_label = escape(language.beneficiary()),
        beneficiary = escape(beneficiary),
        order_label = escape(language.order()),
        order = escape(&payment.reference),
        methods = choices("payment", language.how_to_pay(), "method", &methods),
        outcomes = choices("simulation", language.show_outcome(), "outcome", &outcomes),
        pay = escape(&language.pay(&payment.ordered)),
        cancel = escape(language.cancel_payment()),
    );
    page(provider, language, language.payment(), &body)
}

/// A card in the colour of its brand, for who looks rather than reads.
fn card(method: Method) -> String {
    let colour = match method {
        Method::Bancontact => "#1e4d9b",
        Method::Visa => "#1a1f71",
        Method::Mastercard => "#b8370b",
    };
    format!(
        "<svg viewBox=\"0 0 40 26\" width=\"40\" height=\"26\" aria-hidden=\"true\">\
         <rect x=\".5\" y=\".5\" width=\"39\" height=\"25\" rx=\"4\" fill=\"{colour}\" stroke=\"#8a9699\"/>\
         <path d=\"M0 7h40\" stroke=\"#fff\" stroke-width=\"4\" opacity=\".8\"/>\
         <path d=\"M6 19h12\" stroke=\"#fff\" stroke-width=\"3\"/></svg>"
    )
}

/// Values, labels and pictures. One is chosen already, so that there is always an
/// answer.
fn choices(class: &str, legend: &str, field: &str, values: &[(&str, &str, String)]) -> String {
    let choices: String = values
        .iter()
        .enumerate()
        .map(|(index, (value, label, picture))| {
            let checked = if index == 0 { " checked" } else { "" };
            format!(
                "<label class=\"choice\"><input type=\"radio\" name=\"{field}\" value=\"{value}\"{checked}>\
                 <span>{}</span>{picture}</label>",
                escape(label)
            )
        })
        .collect();
    format!("<fieldset class=\"{class}\"><legend>{}</legend>{choices}</fieldset>", escape(legend))
}

/// Nothing more is paid here.
pub(crate) fn ended_page(provider: PaymentProvider, payment: &Payment, language: Language) -> Response {
    let body = format!(
        "<p>{}</p><p><a class=\"button\" href=\"{}\">{}</a></p>",
        escape(language.why_ended()),
        escape(&payment.return_address()),
        escape(language.back_to_merchant())
    );
    page(provider, language, language.payment_ended(), &body)
}

/// Nobody knows which language whoever came here reads.
pub(crate) fn unknown_payment_page(provider: PaymentProvider) -> Response {
    let language = Language::Dutch;
    page(provider, language, language.unknown_payment(), &format!("<p>{}</p>", escape(language.go_back())))
}

fn page(provider: PaymentProvider, language: Language, title: &str, body: &str) -> Response {
    let style = format!("{}{STYLE}", Palette::style(provider));
    document(language, provider.title(), title, &style, language.practice_payment(), "", body)
}
