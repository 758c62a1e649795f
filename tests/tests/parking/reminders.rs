//! told a quarter of an hour before the end, once.

use chrono::{DateTime, Duration, Utc};
use meent_tests::money::intention;
use meent_tests::parking::session;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage, invariants};
use serde_json::json;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

async fn with_an_address(stage: &Stage, phone: &mut Browser) {
    let body = json!({ "address": "zoe@example.org" });
    phone.put("/api/profile/email", body).await;
    stage.town.deliver().await.expect("delivered");
    let letter = stage.town.simulators.mails().into_iter().next().expect("a letter");
    let code = letter.subject.split(' ').next().expect("a code first").to_owned();
    phone.post("/api/profile/email/confirmation", json!({ "code": code })).await.json(200);
}

async fn book(phone: &mut Browser, plate: &str, until: DateTime<Utc>) -> String {
    let body = json!({ "session": session("own", plate, "centrum", None, until), "agreedCents": 5000, "remind": true });
    let booked = phone.intend("/api/parking/sessions", &intention(), &body).await.json(201);
    booked["sessions"][0]["id"].as_str().expect("an id").to_owned()
}

/// Subjects of the letters that came since.
async fn letters(stage: &Stage) -> Vec<String> {
    stage.town.remind().await.expect("reminded");
    stage.town.deliver().await.expect("delivered");
    let all = stage.town.simulators.mails();
    all.into_iter().map(|letter| letter.subject).filter(|subject| subject.contains("parkeertijd")).collect()
}

#[tokio::test]
async fn told_once_before_the_end() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 5000).await;
    with_an_address(&stage, &mut phone).await;
    let eleven = at("2026-11-21T10:00:00Z");
    let id = book(&mut phone, "1ABC234", eleven).await;
    let stopped = book(&mut phone, "1ABC235", eleven).await;
    phone.end_parking(&stopped).await.json(200);
    stage.wait_minutes(104);
    assert_eq!(letters(&stage).await.len(), 0, "too early");
    stage.wait_minutes(1);
    assert_eq!(letters(&stage).await, ["Uw parkeertijd stopt om 11u00"]);
    let letter = stage.town.simulators.mails().into_iter().next().expect("a letter");
    let text = letter.text.expect("a text");
    assert!(text.contains("1-ABC-234") && text.contains(&format!("/parking/sessions/{id}?extend")));
    assert_eq!(letters(&stage).await.len(), 1, "once");
    invariants::hold(&stage);
    // Extended, it is told of the new end.
    phone.extend_parking(&id, eleven + Duration::hours(1)).await.json(200);
    stage.wait_minutes(60);
    assert_eq!(letters(&stage).await.len(), 2);
    invariants::hold(&stage);
}

#[tokio::test]
async fn too_late_or_without_an_address_nobody_is_told() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 5000).await;
    book(&mut phone, "1ABC234", at("2026-11-21T09:00:00Z")).await;
    stage.wait_minutes(50);
    assert_eq!(letters(&stage).await.len(), 0, "no address");
    with_an_address(&stage, &mut phone).await;
    book(&mut phone, "1ABC235", at("2026-11-21T10:00:00Z")).await;
    stage.wait_minutes(80);
    assert_eq!(letters(&stage).await.len(), 0, "it is over by now");
    invariants::hold(&stage);
}
