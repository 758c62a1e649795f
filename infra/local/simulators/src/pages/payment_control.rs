//! What the control page of a payment provider has beside misbehaviour: held
//! webhooks, and the payments with what can be done to them.

use super::escape;
use crate::payments::{Payment, Release, Step};
use crate::texts::Language;

const MOST_SHOWN: usize = 20;

/// `path` is where the forms post to.
pub(crate) fn payment_controls(path: &str, payments: &[Payment], webhooks: usize) -> String {
    let path = escape(path);
    let releases: String = Release::ALL.map(|release| format!("<option>{}</option>", escape(release.name()))).concat();
    let steps: String = Step::ORDERED.map(|step| format!("<option>{}</option>", escape(step.name()))).concat();
    let entries: String = payments.iter().take(MOST_SHOWN).map(entry).collect();
    format!(
        "<form method=\"post\" action=\"{path}\" class=\"card row\">\
         <div><label for=\"release\">Held webhooks go</label>\
         <select id=\"release\" name=\"release\">{releases}</select></div>\
         <div>Waiting: {webhooks}</div><button class=\"main\">Release</button></form>\
         <form method=\"post\" action=\"{path}\" class=\"card row\">\
         <div><label for=\"payment\">Payment (id or reference)</label>\
         <input id=\"payment\" name=\"payment\" required></div>\
         <div><label for=\"step\">Step</label><select id=\"step\" name=\"step\">{steps}</select></div>\
         <button class=\"main\">Take</button></form>\
         <section><h2>Newest payments</h2><ul class=\"entries\">{entries}</ul></section>"
    )
}

fn entry(payment: &Payment) -> String {
    format!(
        "<li>{} <small>{}, {}, {:?}, refunds: {}</small></li>",
        escape(&payment.id),
        escape(&payment.reference),
        escape(&Language::English.money(&payment.charged)),
        payment.state,
        payment.refunds.len()
    )
}
