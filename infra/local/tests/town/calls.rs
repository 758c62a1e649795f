//! What is recorded of calls, and what happens when they fail.

use crate::visitor::{Visitor, at_home};
use meent_local::{Fault, Options, Service, Town, units, waits};
use reqwest::StatusCode;

#[tokio::test]
async fn calls_are_told_by_function_route_and_right() {
    let town = Town::start(Options::test()).await.expect("a town");
    let mut visitor = at_home(&town).await;
    let calls = town.calls.take();
    let consent: Vec<_> = calls.iter().filter(|call| call.route.as_deref() == Some("POST /api/consent")).collect();
    assert!(consent.iter().all(|call| call.function == "consent"));
    let made = consent.iter().find(|call| call.operation == "TransactWriteItems").expect("a transaction");
    let rights: Vec<(&str, &str)> = made.touches.iter().map(|t| (t.action.as_str(), t.resource.as_str())).collect();
    assert!(rights.contains(&("dynamodb:PutItem", "people")), "{rights:?}");
    assert!(rights.contains(&("dynamodb:DeleteItem", "web-sessions")), "{rights:?}");
    assert!(made.units >= 4.0, "{}", made.units);
    let reads_keys = |call: &&meent_local::Call| call.function == "sign-in" && call.service == Service::SecretsManager;
    assert!(calls.iter().filter(reads_keys).any(|call| call.touches[0].resource == "identity"));

    visitor.json("/api/home").await;
    town.calls.take();
    visitor.json("/api/home").await;
    let calls = town.calls.take();
    let tables: Vec<_> = calls.iter().filter(|call| call.service == Service::DynamoDb).collect();
    assert_eq!(waits(tables.iter().copied()), 1, "{tables:#?}");
    assert!(units(tables.iter().copied()) > 0.0);
    assert!(tables.iter().all(|call| call.request == tables[0].request && call.function == "home"));
    town.stop().await;
}

#[tokio::test]
async fn every_fault_reaches_every_attempt_and_heals() {
    let town = Town::start(Options::test()).await.expect("a town");
    let mut visitor = at_home(&town).await;
    visitor.json("/api/home").await;
    for fault in [Fault::Refused, Fault::Lost, Fault::TooSlow, Fault::Throttled] {
        town.calls.take();
        town.calls.fail_at(0, fault);
        let answer = visitor.get("/api/home").await;
        assert!(!answer.status().is_success(), "{fault:?}: {}", answer.status());
        let calls = town.calls.take();
        let failed: Vec<_> = calls.iter().filter(|call| call.place == 0).collect();
        assert!(failed.len() > 1, "{fault:?} was tried again");
        assert!(failed.iter().all(|call| call.fault == Some(fault) && call.status.is_none()), "{failed:#?}");
        town.calls.heal();
        assert_eq!(visitor.get("/api/home").await.status(), StatusCode::OK, "{fault:?}");
    }
    town.stop().await;
}

#[tokio::test]
async fn conflicts_and_stale_indexes_are_met_where_they_can_be() {
    let town = Town::start(Options::test()).await.expect("a town");
    let mut visitor = Visitor::of(&town.addresses.portal);
    visitor.sign_in("itsme", &town.residents[0].national_number).await;
    town.calls.inject(|_| Some(Fault::Conflict));
    assert_eq!(visitor.get("/api/consent").await.status(), StatusCode::OK, "reading meets no conflict");
    let yes = serde_json::json!({ "decision": "yes", "textVersion": "2026-11-01", "language": "nl" });
    assert!(!visitor.post("/api/consent", yes).await.status().is_success());
    town.calls.heal();
    visitor.agree().await;
    town.calls.inject(|_| Some(Fault::StaleIndex));
    assert_eq!(town.deliver().await.map(|done| done.sent).ok(), Some(0));
    assert!(town.calls.take().iter().any(|call| call.fault == Some(Fault::StaleIndex)));
    town.stop().await;
}

#[tokio::test]
async fn a_process_that_ends_leaves_what_it_did() {
    let town = Town::start(Options::test()).await.expect("a town");
    let mut visitor = Visitor::of(&town.addresses.portal);
    visitor.sign_in("itsme", &town.residents[0].national_number).await;
    town.calls.inject(|call| (call.operation == "TransactWriteItems").then_some(Fault::GoneAfter));
    let yes = serde_json::json!({ "decision": "yes", "textVersion": "2026-11-01", "language": "nl" });
    let answer = tokio::time::timeout(std::time::Duration::from_millis(500), visitor.post("/api/consent", yes)).await;
    assert!(answer.is_err(), "it never answers");
    town.calls.heal();
    let page = visitor.sign_in("itsme", &town.residents[0].national_number).await;
    assert_eq!(page, format!("{}/", town.addresses.portal), "the answer was kept");
    town.stop().await;
}
