//! The mail catcher for people: the list, and one message.

use axum::http::header;
use axum::response::{Html, IntoResponse, Response};

use super::Mail;
use crate::pages::{Look, escape, page};
use crate::texts::Language;

const BAND: &str = "Mail catcher";

pub(super) fn list(mails: &[Mail]) -> Response {
    let entries: String = mails
        .iter()
        .map(|mail| {
            format!(
                "<li><a href=\"/mail/messages/{}\">{}</a><small>{}, {}</small></li>",
                escape(&mail.id),
                escape(subject(mail)),
                escape(&mail.to.join(", ")),
                mail.received_at.format("%Y-%m-%d %H:%M:%S UTC")
            )
        })
        .collect();
    let list = match mails.is_empty() {
        true => "<p>No message yet.</p>".to_owned(),
        false => format!("<ul class=\"entries\">{entries}</ul>"),
    };
    let body = format!(
        "<p>What was sent, newest first. Nothing left this machine. \
         <a href=\"/mail/control\">Let sending fail</a></p><section>{list}</section>"
    );
    page(Look::PLAIN, Language::English, BAND, "Messages", true, &body)
}

pub(super) fn message(mail: &Mail) -> Response {
    let mut rows = String::new();
    let mut row = |name: &str, value: &str| {
        if !value.is_empty() {
            rows += &format!("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", escape(name), escape(value));
        }
    };
    row("When", &mail.received_at.format("%Y-%m-%d %H:%M:%S UTC").to_string());
    row("From", &mail.from);
    row("To", &mail.to.join(", "));
    row("Cc", &mail.cc.join(", "));
    row("Bcc", &mail.bcc.join(", "));
    row("Reply to", &mail.reply_to.join(", "));
    for header in &mail.headers {
        row(&header.name, &header.value);
    }
    let text = mail
        .text
        .as_deref()
        .map(|text| format!("<section><h2>Text</h2><pre>{}</pre></section>", with_links(text)))
        .unwrap_or_default();
    let html = match &mail.html {
        Some(_) => format!(
            "<section><h2>HTML</h2><iframe title=\"The message as HTML\" \
             sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mail/messages/{}/html\">\
             </iframe></section>",
            escape(&mail.id)
        ),
        None => String::new(),
    };
    let body = format!("<p><a href=\"/mail\">All messages</a></p><section><table>{rows}</table></section>{text}{html}");
    page(Look::PLAIN, Language::English, BAND, subject(mail), true, &body)
}

fn subject(mail: &Mail) -> &str {
    if mail.subject.is_empty() { "(no subject)" } else { &mail.subject }
}

/// The HTML part as it is, but unable to do anything: no script, no requests, an
/// origin of its own. Its links open beside it.
pub(super) fn html_part(html: &str) -> Response {
    const POLICY: &str = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; \
                          style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'";
    const BESIDE: &str = "<base target=\"_blank\">";
    let html = match html.find("<head>") {
        Some(start) => {
            let (before, after) = html.split_at(start + "<head>".len());
            format!("{before}{BESIDE}{after}")
        }
        None => format!("{BESIDE}{html}"),
    };
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (headers, Html(html)).into_response()
}

/// Escaped text in which web addresses can be followed.
fn with_links(text: &str) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|piece| {
            let word = piece.trim_end().trim_end_matches(['.', ',', ')', '>', ';']);
            let rest = &piece[word.len()..];
            if word.starts_with("https://") || word.starts_with("http://") {
                let word = escape(word);
                format!("<a href=\"{word}\" rel=\"noopener\">{word}</a>{}", escape(rest))
            } else {
                escape(piece)
            }
        })
        .collect()
}
