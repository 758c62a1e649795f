//! P-12, P-14: who leaves leaves no plate behind; what was to come is cancelled and paid back.

use chrono::{DateTime, Utc};
use meent_store::Table;
use meent_tests::parking::session;
use meent_tests::people::ZOE;
use meent_tests::{Stage, invariants, rows};
use serde_json::json;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

#[tokio::test]
async fn coming_sessions_end_and_plates_go() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 2000).await;
    phone.park(&session("own", "1ABC234", "centrum", None, at("2026-11-21T09:00:00Z"))).await;
    let monday = session("visitor", "1XYZ999", "centrum", Some(at("2026-11-23T08:00:00Z")), at("2026-11-23T10:00:00Z"));
    phone.park(&monday).await;
    let held = phone.get("/api/profile/data").await.json(200)["parking"].clone();
    assert_eq!(held["bookings"].as_array().map(Vec::len), Some(2));
    assert_eq!(held["plates"].as_array().map(Vec::len), Some(2));
    stage.decide(&mut phone, "no").await.json(200);
    stage.town.deliver().await.expect("delivered");
    invariants::hold(&stage);
    let plate = |stage: &Stage| rows::of(stage, Table::Parking).iter().any(|row| row.to_string().contains("1ABC234"));
    assert!(plate(&stage), "what runs runs out");
    let mut desk = stage.staff("superadmin").await;
    let refunds = desk.get("/api/staff/refunds?state=asked").await.json(200);
    let cents: i64 =
        refunds["items"].as_array().expect("a list").iter().filter_map(|row| row["amountCents"].as_i64()).sum();
    assert_eq!(cents, 2000 - 220, "all but what was parked");
    for _ in 0..5 {
        stage.wait_minutes(60);
        stage.town.deliver().await.expect("delivered");
    }
    for row in rows::of(&stage, Table::Parking) {
        let is_plate = rows::text(&row, "pk").starts_with("PLATE#");
        let names_it = row.to_string().contains("1ABC234") || row.to_string().contains("1XYZ999");
        assert!(!names_it || (is_plate && !row.to_string().contains("\"s_")), "{row}");
    }
    invariants::hold(&stage);
}

#[tokio::test]
async fn who_comes_back_in_between_keeps_what_is_booked() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 2000).await;
    let monday = session("own", "1ABC234", "centrum", Some(at("2026-11-23T08:00:00Z")), at("2026-11-23T10:00:00Z"));
    phone.park(&monday).await;
    stage.decide(&mut phone, "no").await.json(200);
    let mut again = stage.resident(ZOE).await;
    stage.town.deliver().await.expect("delivered");
    assert_eq!(again.get("/api/home").await.json(200)["next"]["plate"], json!("1ABC234"));
    invariants::hold(&stage);
}
