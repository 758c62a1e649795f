//! The demo staff get in, and letters go out.

use crate::visitor::Visitor;
use chrono::Duration;
use meent_domain::{base32, totp};
use meent_local::{DemoStaff, Options, TestClock, Town};
use reqwest::StatusCode;
use serde_json::json;

async fn signed_in(town: &Town, staff: &DemoStaff, now: i64) -> Visitor {
    let mut visitor = Visitor::of(&town.addresses.office);
    let body = json!({ "login": staff.login, "password": staff.password });
    let answer = visitor.post("/api/staff/sign-in", body).await;
    assert_eq!(answer.status(), StatusCode::OK, "{:?}", staff.login);
    if let Some(secret) = &staff.totp_secret {
        let code = totp::code_at(&base32::from_authenticator(secret).expect("base 32"), now);
        let answer = visitor.post("/api/staff/sign-in/second-factor", json!({ "code": code })).await;
        assert_eq!(answer.status(), StatusCode::OK, "{:?}", staff.login);
    }
    visitor
}

#[tokio::test]
async fn whoever_is_active_gets_in() {
    let clock = TestClock::at("2026-11-21T09:00:00Z".parse().expect("a time"));
    let town = Town::start(Options { clock: clock.clock(), ..Options::test() }).await.expect("a town");
    for staff in town.staff.iter().filter(|staff| staff.login.is_some() && staff.state == "active") {
        let me = signed_in(&town, staff, clock.now().timestamp()).await.json("/api/staff/me").await;
        assert_eq!(me["name"], staff.name);
        assert_eq!(me["roles"][0]["role"], staff.roles[0]);
    }
    for staff in town.staff.iter().filter(|staff| staff.login.is_some() && staff.state != "active") {
        let body = json!({ "login": staff.login, "password": staff.password.unwrap_or("kaars vlieger trein") });
        let answer = Visitor::of(&town.addresses.office).post("/api/staff/sign-in", body).await;
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{:?}", staff.login);
    }
    let codes = Visitor::of(town.addresses.simulators()).json("/codes.json").await;
    assert_eq!(codes.as_array().map(Vec::len), Some(2));
    town.stop().await;
}

#[tokio::test]
async fn an_invitation_is_delivered_when_asked() {
    let clock = TestClock::at("2026-11-21T09:00:00Z".parse().expect("a time"));
    let town = Town::start(Options { clock: clock.clock(), ..Options::test() }).await.expect("a town");
    let admin = town.staff.iter().find(|staff| staff.login == Some("admin")).expect("an admin");
    let mut visitor = signed_in(&town, admin, clock.now().timestamp()).await;
    let accounts = visitor.json("/api/staff/accounts").await;
    let invited = accounts["items"].as_array().into_iter().flatten().find(|account| account["login"] == "invited");
    let id = invited.and_then(|account| account["id"].as_str()).expect("somebody invited").to_owned();
    let sent = visitor.post(&format!("/api/staff/accounts/{id}/invitation"), json!({})).await;
    assert!(sent.status().is_success(), "{}", sent.status());
    assert!(town.simulators.mails().is_empty());
    clock.advance(Duration::seconds(1));
    assert_eq!(town.deliver().await.map(|done| done.sent).ok(), Some(1));
    assert!(town.simulators.mails()[0].is_to("invited@noorderhaven.example"));
    town.stop().await;
}

#[tokio::test]
async fn a_town_that_is_awake_delivers_by_itself() {
    let town = Town::start(Options { is_awake: true, ..Options::test() }).await.expect("a town");
    let finance = town.staff.iter().find(|staff| staff.login == Some("finance")).expect("a clerk");
    let mut visitor = signed_in(&town, finance, 0).await;
    let report = json!({ "page": "/", "requestIds": [], "at": "2026-11-21T09:00:00Z", "note": "help" });
    let answer = visitor.post("/api/staff/problem-reports", report).await;
    assert!(answer.status().is_success(), "{}", answer.text().await.unwrap_or_default());
    let delivered = async {
        while town.simulators.mails().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), delivered).await.expect("a letter to the help desk");
    town.stop().await;
}
