//! The first page of all: what is simulated and where.

use axum::response::Response;

use super::{Look, escape, page};
use crate::idp::{Idp, Provider};
use crate::payments::PaymentProvider;
use crate::texts::Language;

pub(crate) fn start_page<'a>(providers: impl Iterator<Item = &'a Idp>) -> Response {
    let entries: String = providers
        .map(|idp| {
            let issuer = idp.profile.endpoints.issuer;
            format!(
                "<li><strong>{title}</strong>, for {whom}: \
                 <a href=\"{issuer}/.well-known/openid-configuration\">what {title} says of itself</a>, \
                 <a href=\"/{name}/control\">let {title} misbehave</a></li>",
                title = escape(idp.profile.title),
                whom = whom(idp.provider),
                name = idp.provider.name()
            )
        })
        .collect();
    let paying: String = PaymentProvider::ALL
        .iter()
        .map(|provider| {
            let (title, name) = (provider.title(), provider.name());
            format!(
                "<li><strong>{title}</strong>: <a href=\"/{name}/control\">its payments, and letting it misbehave</a></li>"
            )
        })
        .collect();
    let body = format!(
        "<p>Providers that speak the real protocols, with demo people. They check what the real ones check, \
         and can be told to misbehave.</p><section><h2>Signing in</h2><ul class=\"entries\">{entries}</ul></section>\
         <section><h2>Paying</h2><ul class=\"entries\">{paying}</ul></section>\
         <section><h2>Mail</h2><p>No mail leaves this machine: <a href=\"/mail\">read it here</a>, \
         or <a href=\"/mail/control\">let sending fail</a>.</p></section>\
         <section><h2>Notices</h2><p>Simulated browsers can be sent notices: <a href=\"/push\">read them here</a>, \
         or <a href=\"/push/control\">let the service fail</a>.</p></section>"
    );
    page(Look::PLAIN, Language::English, "Simulators", "What is simulated here", true, &body)
}

fn whom(provider: Provider) -> &'static str {
    match provider {
        Provider::Itsme | Provider::Eid | Provider::Acm => "residents",
        Provider::Uitid => "staff",
    }
}
