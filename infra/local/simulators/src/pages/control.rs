//! The page behind `/{provider}/control` and `/mail/control`: what goes wrong
//! now, a form to change that, and what was counted.

use axum::response::Response;

use super::{Look, escape, page};
use crate::counters::Counts;
use crate::texts::Language;

/// What a control page shows.
pub(crate) struct Control<'a> {
    pub look: Look,
    pub title: &'a str,
    /// Where the form posts to.
    pub path: String,
    /// What is ordered now, each with how often it will still be.
    pub current: Vec<(String, Option<u32>)>,
    /// Names and what they do.
    pub known: Vec<(String, &'static str)>,
    pub counts: Counts,
    /// Further forms, HTML already.
    pub more: String,
}

pub(crate) fn control_page(control: &Control<'_>) -> Response {
    let ordered = |(name, times): &(String, Option<u32>)| match times {
        None => format!("Misbehaves until told otherwise: {}. ", escape(name)),
        Some(times) => format!("Misbehaves {times} more times: {}. ", escape(name)),
    };
    let now = match &control.current[..] {
        [] => "Behaves as it should.".to_owned(),
        current => current.iter().map(ordered).collect(),
    };
    let options: String = control
        .known
        .iter()
        .map(|(name, what)| {
            let name = escape(name);
            format!("<option value=\"{name}\">{name} – {}</option>", escape(what))
        })
        .collect();
    let counted: String = control.counts.counters.iter().map(|(name, count)| row(name, *count)).collect();
    let refused: String =
        control.counts.refused.iter().map(|(reason, count)| row(&format!("refused: {reason}"), *count)).collect();
    let body = format!(
        "<p role=\"status\">{now}</p>\
         <form method=\"post\" action=\"{path}\" class=\"card row\">\
         <div><label for=\"misbehave\">Misbehaviour</label>\
         <select id=\"misbehave\" name=\"misbehave\"><option value=\"none\">none – behave</option>\
         {options}</select></div>\
         <div><label for=\"times\">Times (empty: until changed)</label>\
         <input id=\"times\" name=\"times\" type=\"number\" min=\"1\" value=\"1\"></div>\
         <button class=\"main\">Set</button></form>{more}\
         <section><h2>Counted</h2><table><thead><tr><th scope=\"col\">What</th>\
         <th scope=\"col\">Times</th></tr></thead><tbody>{counted}{refused}</tbody></table></section>",
        path = escape(&control.path),
        more = control.more,
    );
    page(control.look, Language::English, control.title, &format!("Control of {}", control.title), true, &body)
}

fn row(name: &str, count: u64) -> String {
    format!("<tr><td>{}</td><td>{count}</td></tr>", escape(name))
}
