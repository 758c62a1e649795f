//! The page where one chooses who to be, and the pages that say it can't be.

use axum::response::Response;

use super::{Look, escape, page};
use crate::config::Citizen;
use crate::idp::{Idp, Provider};
use crate::texts::{Language, Unknown};

/// The phone of itsme and the card of eID, so that one knows where one is.
const PHONE: &str = "<svg viewBox=\"0 0 90 130\" width=\"90\" height=\"130\" aria-hidden=\"true\">\
    <rect x=\"10\" y=\"2\" width=\"70\" height=\"126\" rx=\"12\" fill=\"#1b1b1b\"/>\
    <rect x=\"16\" y=\"12\" width=\"58\" height=\"100\" rx=\"4\" fill=\"#ff4612\"/>\
    <path d=\"M32 62l10 10 18-22\" fill=\"none\" stroke=\"#fff\" stroke-width=\"6\"/></svg>";
const CARD: &str = "<svg viewBox=\"0 0 140 90\" width=\"140\" height=\"90\" aria-hidden=\"true\">\
    <rect x=\"2\" y=\"2\" width=\"136\" height=\"86\" rx=\"8\" fill=\"#cfe5dc\" stroke=\"#0b5a43\"/>\
    <rect x=\"14\" y=\"32\" width=\"26\" height=\"20\" rx=\"3\" fill=\"#c79a2b\"/>\
    <path d=\"M52 36h70M52 48h52M14 68h108\" stroke=\"#0b5a43\" stroke-width=\"5\"/></svg>";

pub(crate) fn login_page(idp: &Idp, query: &str, language: Language) -> Response {
    let provider = idp.provider;
    let action = escape(&format!("{}?{query}", idp.profile.endpoints.authorize));
    let form = |class: &str, inner: &str| {
        format!("<form method=\"post\" action=\"{action}\" class=\"{class}\">{inner}</form>")
    };
    let people = match provider {
        Provider::Uitid => idp
            .people
            .staff()
            .iter()
            .map(|identity| choice("email", &identity.email, &identity.name, &identity.email))
            .collect::<String>(),
        _ => idp.people.citizens().iter().map(citizen).collect(),
    };
    let typed = match provider {
        Provider::Uitid => form("card", &email_field(language)),
        _ => String::new(),
    };
    let picture = match provider {
        Provider::Itsme => PHONE,
        Provider::Eid => CARD,
        Provider::Acm | Provider::Uitid => "",
    };
    let errors: String = language
        .errors()
        .iter()
        .map(|(error, label)| format!("<li><button name=\"error\" value=\"{error}\">{}</button></li>", escape(label)))
        .collect();
    let body = format!(
        "<p>{lead}</p>{picture}{typed}<section><h2>{who}</h2>{people}</section>{cancel}\
         <details><summary>{mishaps}</summary>{errors}</details>",
        lead = escape(language.lead(provider)),
        who = escape(language.people()),
        people = form("", &format!("<ul class=\"choices\">{people}</ul>")),
        cancel = form(
            "",
            &format!("<button class=\"quiet\" name=\"cancel\" value=\"yes\">{}</button>", escape(language.cancel()))
        ),
        mishaps = escape(language.mishaps()),
        errors = form("", &format!("<ul class=\"choices\">{errors}</ul>")),
    );
    let title = language.heading(provider);
    page(Look::of(provider), language, idp.profile.title, title, false, &body)
}

fn email_field(language: Language) -> String {
    format!(
        "<label for=\"email\">{}</label>\
         <input id=\"email\" name=\"email\" type=\"email\" autocomplete=\"username\" required>\
         <p><button class=\"main\">{}</button></p>",
        escape(language.email()),
        escape(language.go_on())
    )
}

fn citizen(citizen: &Citizen) -> String {
    let name = format!("{} {}", citizen.first_name, citizen.last_name);
    let number = dotted(&citizen.national_number);
    choice("citizen", &citizen.national_number, &name, &number)
}

fn choice(field: &str, value: &str, name: &str, detail: &str) -> String {
    format!(
        "<li><button name=\"{field}\" value=\"{}\">{}<small>{}</small></button></li>",
        escape(value),
        escape(name),
        escape(detail)
    )
}

/// `85.07.30-033.28`, as the card prints it.
fn dotted(number: &str) -> String {
    let parts = (number.get(0..2), number.get(2..4), number.get(4..6), number.get(6..9), number.get(9..11));
    match parts {
        (Some(year), Some(month), Some(day), Some(serial), Some(check)) => {
            format!("{year}.{month}.{day}-{serial}.{check}")
        }
        _ => number.to_owned(),
    }
}

pub(crate) fn error_page(idp: &Idp, problem: Unknown, language: Language) -> Response {
    let body = format!("<p>{}</p><p>{}</p>", escape(problem.text(language)), escape(language.go_back()));
    let look = Look::of(idp.provider);
    page(look, language, idp.profile.title, language.cannot(), false, &body)
}

pub(crate) fn signed_out_page(idp: &Idp, language: Language) -> Response {
    let body = format!("<p>{}</p>", escape(language.go_back()));
    let look = Look::of(idp.provider);
    let title = language.signed_out();
    page(look, language, idp.profile.title, title, false, &body)
}
