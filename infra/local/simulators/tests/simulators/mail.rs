//! The mail catcher, written to by the real client of SES.

use std::path::PathBuf;

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::config::retry::RetryConfig;
use aws_sdk_sesv2::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_sesv2::error::ProvideErrorMetadata;
use aws_sdk_sesv2::operation::send_email::SendEmailError;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message, MessageHeader, MessageTag};
use axum::http::StatusCode;
use meent_simulators::{MailFault, Simulators};
use serde_json::json;

use crate::party::World;

async fn client(simulators: &Simulators) -> Client {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = simulators.ses_router();
    tokio::spawn(async { axum::serve(listener, router).await });
    let config = aws_sdk_sesv2::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(format!("http://{address}"))
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("local", "local", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build();
    Client::from_conf(config)
}

async fn send(client: &Client, to: &str, subject: &str) -> Result<String, SendEmailError> {
    let content = |text: &str| Content::builder().data(text).build().unwrap();
    let body = Body::builder()
        .text(content("Go to https://office.example/activate#token <now>."))
        .html(content("<html><head></head><p>Go</p><script>alert(1)</script></html>"));
    let header = MessageHeader::builder().name("Auto-Submitted").value("auto-generated");
    let message =
        Message::builder().subject(content(subject)).body(body.build()).headers(header.build().unwrap()).build();
    let tag = MessageTag::builder().name("kind").value("invitation").build().unwrap();
    let answer = client
        .send_email()
        .from_email_address("Noorderhaven <noreply@noorderhaven.example>")
        .destination(Destination::builder().to_addresses(to).build())
        .content(EmailContent::builder().simple(message).build())
        .email_tags(tag)
        .send()
        .await;
    answer.map(|answer| answer.message_id.unwrap()).map_err(aws_sdk_sesv2::error::SdkError::into_service_error)
}

#[tokio::test]
async fn what_is_sent_is_caught_and_shown() {
    let world = World::new().await;
    let client = client(&world.simulators).await;
    send(&client, "Zoë <zoe@noorderhaven.example>", "First").await.unwrap();
    let id = send(&client, "karel@noorderhaven.example", "Second <b>").await.unwrap();

    let mails = world.simulators.mails();
    assert_eq!(mails[0].subject, "Second <b>");
    assert_eq!(mails[0].id, id);
    assert_eq!(mails[0].tags["kind"], "invitation");
    assert_eq!(mails[0].headers[0].value, "auto-generated");
    assert_eq!(mails[1].to, ["Zoë <zoe@noorderhaven.example>"]);

    let to_zoe = world.get("/mail/messages.json?to=ZOE@noorderhaven.example").await.json();
    assert_eq!(to_zoe["items"].as_array().unwrap().len(), 1);
    assert_eq!(to_zoe["items"][0]["subject"], "First");

    let list = world.get("/mail").await.body;
    assert!(list.contains("Second &lt;b&gt;") && !list.contains("Second <b>"));
    let message = world.get(&format!("/mail/messages/{id}")).await.body;
    assert!(message.contains(r#"<a href="https://office.example/activate#token" rel="noopener">"#));
    assert!(message.contains("&lt;now&gt;.") && !message.contains("<script>"));
    let part = world.get(&format!("/mail/messages/{id}/html")).await;
    let policy = part.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("sandbox ") && !policy.contains("allow-scripts"));
    assert_eq!(world.get("/mail/messages/none").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn sending_fails_as_ordered() {
    let world = World::new().await;
    let client = client(&world.simulators).await;
    let to = "zoe@noorderhaven.example";
    world.simulators.misbehave_mail(Some(MailFault::Throttled), 1);
    let error = send(&client, to, "one").await.unwrap_err();
    assert!(error.is_too_many_requests_exception());
    world.post_json("/mail/control", json!({ "misbehave": "rejected", "times": 1 })).await;
    let error = send(&client, to, "two").await.unwrap_err();
    assert!(error.is_message_rejected());
    world.simulators.misbehave_mail(Some(MailFault::Down), None);
    assert!(send(&client, to, "three").await.is_err());
    assert!(send(&client, to, "four").await.is_err());
    world.simulators.misbehave_mail(None, None);
    send(&client, to, "five").await.unwrap();
    assert_eq!(world.simulators.mails().len(), 1);
    let state = world.get("/mail/control.json").await.json();
    assert_eq!(state["refused"], json!({ "throttled": 1, "rejected": 1, "down": 2 }));
}

#[tokio::test]
async fn what_ses_refuses_is_refused() {
    let world = World::new().await;
    let client = client(&world.simulators).await;
    for (to, subject) in [("nobody", "x"), ("a@b.example", "x\r\nBcc: c@d.example")] {
        let error = send(&client, to, subject).await.unwrap_err();
        assert_eq!(error.code(), Some("BadRequestException"));
    }
    assert!(world.simulators.mails().is_empty());
}

fn file(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&path);
    path
}

#[tokio::test]
async fn a_file_keeps_the_newest_over_a_restart_even_with_a_torn_line() {
    let path = file("mail.jsonl");
    let simulators = World::simulators_with_mail(&path);
    let sender = client(&simulators).await;
    for number in 0..502 {
        send(&sender, "zoe@noorderhaven.example", &format!("m{number}")).await.unwrap();
    }
    assert_eq!(simulators.mails().len(), 500);
    let torn = std::fs::read_to_string(&path).unwrap() + "{\"id\":\"cut of";
    std::fs::write(&path, torn).unwrap();

    let again = World::simulators_with_mail(&path);
    assert_eq!(again.mails(), simulators.mails());
    assert_eq!(again.mails()[0].subject, "m501");
    let sender = client(&again).await;
    send(&sender, "zoe@noorderhaven.example", "after").await.unwrap();
    assert_eq!(World::simulators_with_mail(&path).mails()[0].subject, "after");
}
