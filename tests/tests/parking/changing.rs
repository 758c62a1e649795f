//! sooner, later, or another plate.

use chrono::{DateTime, Duration, Utc};
use meent_store::catalogue::Zones;
use meent_store::parking::Session;
use meent_store::{Key, Table};
use meent_tests::money::intention;
use meent_tests::parking::{moment, session};
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage, invariants, rows};
use serde_json::{Value, json};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

async fn parked(stage: &Stage) -> (Browser, String) {
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 2000).await;
    let id = phone.park(&session("own", "1ABC234", "centrum", None, at("2026-11-21T10:00:00Z"))).await;
    (phone, id)
}

async fn put_right(phone: &mut Browser, id: &str, plate: &str) -> meent_tests::Answer {
    phone.put(&format!("/api/parking/sessions/{id}/plate"), json!({ "plate": plate })).await
}

#[tokio::test]
async fn stopped_early_the_rest_comes_back() {
    let stage = Stage::new().await;
    let (mut phone, id) = parked(&stage).await;
    stage.wait_minutes(30);
    let stopped = phone.end_parking(&id).await.json(200);
    assert_eq!((&stopped["cents"], &stopped["balanceCents"]), (&json!(-330), &json!(1890)));
    assert_eq!((&stopped["session"]["state"], &stopped["session"]["minutes"]), (&json!("stopped"), &json!(30)));
    // Stopped is stopped.
    let again = phone.end_parking(&id).await.json(200);
    assert_eq!((&again["cents"], &again["balanceCents"]), (&json!(0), &json!(1890)));
    let in_an_hour = stage.clock.now() + Duration::hours(1);
    assert_eq!(phone.extend_parking(&id, in_an_hour).await.problem(409), "session-over");
    // The plate can be parked anew from now.
    phone.park(&session("own", "1ABC234", "centrum", None, in_an_hour)).await;
    invariants::hold(&stage);
}

#[tokio::test]
async fn cancelled_before_it_begins_all_comes_back() {
    let stage = Stage::new().await;
    let (mut phone, _) = parked(&stage).await;
    let id = phone
        .park(&session("own", "1ABC234", "centrum", Some(at("2026-11-23T08:00:00Z")), at("2026-11-23T10:00:00Z")))
        .await;
    assert_eq!(stage.balance(&mut phone).await, 1120);
    let cancelled = phone.end_parking(&id).await.json(200);
    assert_eq!((&cancelled["session"]["state"], &cancelled["balanceCents"]), (&json!("cancelled"), &json!(1560)));
    assert!(phone.get("/api/home").await.json(200)["next"].is_null());
    invariants::hold(&stage);
}

#[tokio::test]
async fn extended_the_difference_is_paid() {
    let stage = Stage::new().await;
    let (mut phone, id) = parked(&stage).await;
    let noon = at("2026-11-21T11:00:00Z");
    let quote =
        phone.post(&format!("/api/parking/sessions/{id}/extension/quote"), json!({ "until": moment(noon) })).await;
    assert_eq!((&quote.json(200)["cents"], &quote.json(200)["minutes"]), (&json!(220), &json!(60)));
    let body = json!({ "until": moment(noon), "agreedCents": 219 });
    let path = format!("/api/parking/sessions/{id}/extension");
    assert_eq!(phone.intend(&path, &intention(), &body).await.problem(409), "price-changed");
    let extended = phone.extend_parking(&id, noon).await.json(200);
    assert_eq!((&extended["cents"], &extended["balanceCents"]), (&json!(220), &json!(1340)));
    // Asked twice, it ends then as well.
    assert_eq!(phone.extend_parking(&id, noon).await.json(200)["cents"], 0);
    assert_eq!(phone.extend_parking(&id, noon - Duration::minutes(1)).await.problem(409), "not-later");
    // What follows on is in the way.
    phone.park(&session("own", "1ABC234", "centrum", Some(noon), noon + Duration::hours(1))).await;
    assert_eq!(phone.extend_parking(&id, noon + Duration::minutes(30)).await.problem(409), "plate-already-booked");
    // Stopped after it was extended, all that was not used comes back.
    stage.wait_minutes(60);
    assert_eq!(phone.end_parking(&id).await.json(200)["cents"], -440);
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_session_that_is_over_stays_as_it_is() {
    let stage = Stage::new().await;
    let (mut phone, id) = parked(&stage).await;
    stage.wait_minutes(120);
    assert_eq!(phone.end_parking(&id).await.problem(409), "session-over");
    assert_eq!(phone.extend_parking(&id, at("2026-11-21T12:00:00Z")).await.problem(409), "session-over");
    assert_eq!(put_right(&mut phone, &id, "1ABC235").await.problem(409), "session-over");
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_mistyped_plate_is_put_right_once_and_soon() {
    let stage = Stage::new().await;
    let (mut phone, id) = parked(&stage).await;
    stage.wait_minutes(9);
    let corrected: Value = put_right(&mut phone, &id, "1-ABC-235").await.json(200);
    assert_eq!((&corrected["plate"], &corrected["canCorrect"]), (&json!("1ABC235"), &json!(false)));
    assert_eq!(put_right(&mut phone, &id, "1-ABC-235").await.json(200), corrected, "it is so already");
    assert_eq!(put_right(&mut phone, &id, "1-ABC-236").await.problem(409), "too-late-to-correct");
    invariants::hold(&stage);

    let other = phone.park(&session("own", "1XYZ111", "centrum", None, at("2026-11-21T10:00:00Z"))).await;
    assert_eq!(put_right(&mut phone, &other, "1ABC235").await.problem(409), "plate-already-booked");
    stage.wait_minutes(10);
    assert_eq!(put_right(&mut phone, &other, "1XYZ112").await.problem(409), "too-late-to-correct");
    invariants::hold(&stage);
}

#[tokio::test]
async fn rules_that_came_since_the_zones_were_read_are_looked_up() {
    let stage = Stage::new().await;
    let (mut phone, id) = parked(&stage).await;
    // Booked by another process, under rules that this one has not read yet.
    let db = &stage.town.app.db;
    let key = meent_store::catalogue::zones();
    let mut row: Zones = db.get(&key).await.expect("a read").expect("zones");
    let mut zone = serde_json::to_value(&row.zones[0]).expect("a zone is an object");
    let first = zone["rules"][0].clone();
    zone["rules"].as_array_mut().expect("rules").push(first);
    row.zones[0] = serde_json::from_value(zone).expect("a zone");
    db.put(&key, &row).await.expect("written");
    let session = rows::of(&stage, Table::Parking).into_iter().find(|row| row["id"] == id).expect("a session");
    let key = Key::new(Table::Parking, rows::text(&session, "pk"), rows::text(&session, "sk"));
    let mut parked: Session = db.get(&key).await.expect("a read").expect("a session");
    parked.rules = 1;
    db.put(&key, &parked).await.expect("written");
    assert_eq!(phone.end_parking(&id).await.json(200)["session"]["state"], "cancelled");
}
