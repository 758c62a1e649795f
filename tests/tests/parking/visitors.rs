//! visitors, in one's own zone, within the quarter's hours.

use chrono::{DateTime, Duration, Utc};
use meent_tests::parking::session;
use meent_tests::people::ZOE;
use meent_tests::{Stage, invariants};
use serde_json::json;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// Somebody without an address in the register.
const AMIR: &str = "98472899765";

#[tokio::test]
async fn a_visit_uses_the_hours_of_the_quarter() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    assert_eq!(phone.hours_left().await, [5400, 5400]);
    let two_hours = at("2026-11-21T10:00:00Z");
    let wanted = session("visitor", "1ABC234", "centrum", None, two_hours);
    let quote = phone.quote(&wanted).await.json(200);
    assert_eq!((&quote["cents"], &quote["quota"][0]["leftAfterMinutes"]), (&json!(100), &json!(5280)));
    let id = phone.park(&wanted).await;
    assert_eq!(phone.hours_left().await, [5280, 5400]);
    stage.wait_minutes(30);
    assert_eq!(phone.end_parking(&id).await.json(200)["cents"], -75);
    assert_eq!(phone.hours_left().await, [5370, 5400]);
    invariants::hold(&stage);
}

#[tokio::test]
async fn three_hours_of_paid_time_also_in_parts() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    let noon = at("2026-11-21T11:00:00Z");
    let too_long = session("visitor", "1ABC234", "centrum", None, noon + Duration::minutes(1));
    assert_eq!(phone.book(&too_long).await.problem(409), "visit-too-long");
    let id = phone.park(&session("visitor", "1ABC234", "centrum", None, noon)).await;
    assert_eq!(phone.extend_parking(&id, noon + Duration::minutes(1)).await.problem(409), "visit-too-long");
    let follows = |pause: i64| {
        let from = noon + Duration::minutes(pause);
        session("visitor", "1ABC234", "centrum", Some(from), from + Duration::minutes(30))
    };
    assert_eq!(phone.book(&follows(0)).await.problem(409), "visit-too-long");
    assert_eq!(phone.book(&follows(14)).await.problem(409), "visit-too-long");
    phone.park(&follows(15)).await;
    // Unpaid time is nobody's: from an hour before closing until the next morning.
    let overnight =
        session("visitor", "1ABC999", "centrum", Some(at("2026-11-21T17:00:00Z")), at("2026-11-23T07:59:00Z"));
    phone.park(&overnight).await;
    assert_eq!(phone.hours_left().await, [5400 - 180 - 30 - 180, 5400]);
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_visit_over_the_end_of_a_quarter_uses_both() {
    let stage = Stage::at(at("2026-12-31T07:00:00Z")).await;
    let mut phone = stage.resident("79031412766").await;
    // The harbour is paid until ten in the evening; New Year is as a Sunday, from one in the afternoon.
    let wanted = session("visitor", "1ABC234", "haven", Some(at("2026-12-31T20:00:00Z")), at("2027-01-01T13:00:00Z"));
    phone.park(&wanted).await;
    assert_eq!(phone.hours_left().await, [5340, 5400 - 60]);
    let beyond = session("visitor", "1ABC234", "haven", Some(at("2027-06-30T08:00:00Z")), at("2027-06-30T09:00:00Z"));
    assert_eq!(phone.book(&beyond).await.problem(400), "too-far-ahead");
    invariants::hold(&stage);
}

#[tokio::test]
async fn in_the_zone_of_the_address_alone() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let until = at("2026-11-21T10:00:00Z");
    let elsewhere = session("visitor", "1ABC234", "haven", None, until);
    assert_eq!(phone.quote(&elsewhere).await.problem(409), "visitors-in-own-zone");
    assert_eq!(phone.get("/api/parking").await.json(200)["visitorsZone"], "centrum");
    let mut amir = stage.resident(AMIR).await;
    let start = amir.get("/api/parking").await.json(200);
    assert_eq!((&start["hasAddress"], &start["quota"]), (&json!(false), &json!([])));
    let wanted = session("visitor", "1ABC234", "centrum", None, until);
    assert_eq!(amir.book(&wanted).await.problem(409), "visitors-need-an-address");
}

#[tokio::test]
async fn when_the_hours_are_used_there_are_none() {
    let stage = Stage::new().await;
    let mut phone = stage.resident("79031412766").await;
    // Free for visitors, but counted: thirty visits of three hours on thirty plates.
    for number in 0..30 {
        let plate = format!("1ABC{number:03}");
        phone.park(&session("visitor", &plate, "haven", None, at("2026-11-21T11:00:00Z"))).await;
    }
    assert_eq!(phone.hours_left().await, [0, 5400]);
    let one_more = session("visitor", "1XYZ000", "haven", None, at("2026-11-21T09:00:00Z"));
    assert_eq!(phone.quote(&one_more).await.json(200)["quota"][0]["leftAfterMinutes"], -60);
    assert_eq!(phone.book(&one_more).await.problem(409), "visitor-hours-used");
    invariants::hold(&stage);
}
