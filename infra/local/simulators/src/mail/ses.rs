//! `SendEmail` of SES version 2, as the SDK calls it, for simple content.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::{Mail, MailBox, MailFault, MailHeader};
use crate::encoding::{hex, random_bytes};

/// SES takes at most so many in one message.
const MOST_RECIPIENTS: usize = 50;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendEmail {
    from_email_address: Option<String>,
    #[serde(default)]
    destination: Destination,
    #[serde(default)]
    reply_to_addresses: Vec<String>,
    content: Content,
    #[serde(default)]
    email_tags: Vec<Named>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Destination {
    to_addresses: Vec<String>,
    cc_addresses: Vec<String>,
    bcc_addresses: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Content {
    simple: Option<Simple>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Simple {
    subject: Data,
    body: Body,
    #[serde(default)]
    headers: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Body {
    text: Option<Data>,
    html: Option<Data>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Data {
    data: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Named {
    name: String,
    value: String,
}

struct Refusal {
    status: StatusCode,
    kind: &'static str,
    message: &'static str,
}

fn bad_request(message: &'static str) -> Refusal {
    Refusal { status: StatusCode::BAD_REQUEST, kind: "BadRequestException", message }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let kind = [("x-amzn-errortype", self.kind)];
        (self.status, kind, Json(json!({ "message": self.message }))).into_response()
    }
}

pub(crate) fn ses_router(mail_box: &Arc<MailBox>) -> Router {
    Router::new().route("/v2/email/outbound-emails", post(send)).with_state(Arc::clone(mail_box))
}

async fn send(State(mail_box): State<Arc<MailBox>>, headers: HeaderMap, body: Bytes) -> Response {
    match mail_box.plan.draw(|_| true) {
        Some(MailFault::Down) => {
            mail_box.counters.refuse("down");
            return (StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable").into_response();
        }
        Some(MailFault::Throttled) => {
            mail_box.counters.refuse("throttled");
            let status = StatusCode::TOO_MANY_REQUESTS;
            let message = "Maximum sending rate exceeded.";
            return Refusal { status, kind: "TooManyRequestsException", message }.into_response();
        }
        Some(MailFault::Rejected) => {
            mail_box.counters.refuse("rejected");
            let message = "Email address is not verified.";
            let status = StatusCode::BAD_REQUEST;
            return Refusal { status, kind: "MessageRejected", message }.into_response();
        }
        None => {}
    }
    match read(&mail_box, &headers, &body) {
        Ok(mail) => {
            let id = mail.id.clone();
            mail_box.keep(mail);
            mail_box.counters.count("messagesCaught");
            Json(json!({ "MessageId": id })).into_response()
        }
        Err(refusal) => {
            mail_box.counters.refuse("bad-request");
            refusal.into_response()
        }
    }
}

/// What SES would refuse is refused here too, so that it shows before AWS.
fn read(mail_box: &MailBox, headers: &HeaderMap, body: &[u8]) -> Result<Mail, Refusal> {
    let signed = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("AWS4-HMAC-SHA256 "));
    if !signed {
        let kind = "MissingAuthenticationTokenException";
        return Err(Refusal { status: StatusCode::FORBIDDEN, kind, message: "Missing Authentication Token" });
    }
    let request: SendEmail = serde_json::from_slice(body).map_err(|_| bad_request("Malformed request."))?;
    let simple = request.content.simple.ok_or(bad_request("Only simple content is caught here."))?;
    let from = request.from_email_address.ok_or(bad_request("Missing required From address."))?;
    let Destination { to_addresses: to, cc_addresses: cc, bcc_addresses: bcc } = request.destination;
    let recipients: Vec<&String> = [&to, &cc, &bcc].into_iter().flatten().collect();
    if recipients.is_empty() || recipients.len() > MOST_RECIPIENTS {
        return Err(bad_request("Recipient count must be from 1 to 50."));
    }
    if !recipients.into_iter().chain([&from]).all(|address| is_address(address)) {
        return Err(bad_request("Illegal address."));
    }
    let subject = simple.subject.data;
    let headers: Vec<MailHeader> = simple.headers.into_iter().map(Named::header).collect();
    let lines = headers.iter().map(|header| &header.value).chain([&subject]);
    if lines.into_iter().any(|line| line.contains(['\r', '\n'])) {
        return Err(bad_request("A header holds a line break."));
    }
    let text = simple.body.text.map(|part| part.data);
    let html = simple.body.html.map(|part| part.data);
    if text.is_none() && html.is_none() {
        return Err(bad_request("Missing body."));
    }
    Ok(Mail {
        id: message_id(),
        received_at: (mail_box.clock)(),
        from,
        to,
        cc,
        bcc,
        reply_to: request.reply_to_addresses,
        subject,
        text,
        html,
        headers,
        tags: request.email_tags.into_iter().map(|tag| (tag.name, tag.value)).collect::<BTreeMap<_, _>>(),
    })
}

impl Named {
    fn header(self) -> MailHeader {
        MailHeader { name: self.name, value: self.value }
    }
}

fn is_address(address: &str) -> bool {
    !address.contains(['\r', '\n'])
        && address.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
}

/// In the form of SES: hexadecimal with a counter of zero at its end.
fn message_id() -> String {
    format!("{}-000000", hex(random_bytes::<16>()))
}
