//! The first page of all: what is simulated and where.

use axum::response::Response;

use super::{Look, escape, page};
use crate::idp::{Idp, Provider};
use crate::texts::Language;

pub(crate) fn start_page<'a>(providers: impl Iterator<Item = &'a Idp>) -> Response {
    let rows: String = providers
        .map(|idp| {
            let configuration = format!("{}/.well-known/openid-configuration", idp.profile.endpoints.issuer);
            format!(
                "<tr><th scope=\"row\">{}</th><td>{}</td>\
                 <td><a href=\"{configuration}\">configuration of {name}</a></td>\
                 <td><a href=\"/{name}/control\">control {name}</a></td></tr>",
                escape(idp.profile.title),
                what(idp.provider),
                name = idp.provider.name()
            )
        })
        .collect();
    let body = format!(
        "<p>Providers that speak the real protocols, with demo people. They check what the real \
         ones check, and can be told to misbehave.</p>\
         <section><table><thead><tr><th scope=\"col\">Provider</th><th scope=\"col\">For</th>\
         <th scope=\"col\">Speaks of itself</th><th scope=\"col\">Misbehaviour</th></tr></thead>\
         <tbody>{rows}</tbody></table></section>\
         <section><h2>Mail</h2><p>No mail leaves this machine: <a href=\"/mail\">read it here</a>, \
         or <a href=\"/mail/control\">let sending fail</a>.</p></section>"
    );
    page(Look::PLAIN, Language::English, "Simulators", "What is simulated here", true, &body)
}

fn what(provider: Provider) -> &'static str {
    match provider {
        Provider::Itsme | Provider::Eid | Provider::Acm => "residents",
        Provider::Uitid => "staff",
    }
}
