//! reminders as notices on a device.

use chrono::{DateTime, Utc};
use meent_store::Table;
use meent_tests::money::intention;
use meent_tests::parking::session;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, PushFault, Stage, invariants};
use serde_json::{Value, json};

/// Somebody who parks until eleven and wants to be told, at five to nine.
async fn parked(stage: &Stage, phone: &mut Browser) -> String {
    stage.top_up(phone, 5000).await;
    let eleven: DateTime<Utc> = "2026-11-21T10:00:00Z".parse().expect("a time");
    let wanted = session("own", "1ABC234", "centrum", None, eleven);
    let body = json!({ "session": wanted, "agreedCents": 5000, "remind": true });
    let booked = phone.intend("/api/parking/sessions", &intention(), &body).await.json(201);
    booked["sessions"][0]["id"].as_str().expect("an id").to_owned()
}

/// The reminder is written; whether it goes is another matter.
async fn reminded(stage: &Stage, devices: usize) {
    stage.wait_minutes(106);
    let told = stage.town.remind().await.expect("reminded").told;
    assert_eq!(told, usize::from(devices > 0));
}

async fn devices(phone: &mut Browser) -> Vec<Value> {
    let start = phone.get("/api/parking").await.json(200);
    start["reminders"]["devices"].as_array().expect("a list").clone()
}

#[tokio::test]
async fn told_on_every_device_in_one_s_language_with_a_way_to_extend() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let (first, id) = stage.told_on_a_device(&mut phone).await;
    let (second, _) = stage.told_on_a_device(&mut phone).await;
    // The same again is the same one.
    let again = phone.post("/api/profile/devices", json!(first)).await.json(201);
    assert_eq!(again["id"], id);
    assert_eq!(devices(&mut phone).await.len(), 2);
    let parking = parked(&stage, &mut phone).await;
    reminded(&stage, 2).await;
    assert_eq!(stage.town.deliver().await.expect("delivered").sent, 2);
    let came = stage.town.simulators.push().notices();
    let mut to: Vec<&str> = came.iter().map(|notice| notice.endpoint.as_str()).collect();
    to.sort_unstable();
    let mut both = [first.endpoint.as_str(), &second.endpoint];
    both.sort_unstable();
    assert_eq!(to, both);
    // Nothing that comes after the end helps.
    assert!(came.iter().all(|notice| notice.urgency == "high" && (1..=15 * 60).contains(&notice.ttl_s)), "{came:?}");
    let link = format!("{}/parking/sessions/{parking}?extend", stage.town.addresses.portal);
    let said = json!({ "title": "Uw parkeertijd stopt om 11u00", "body": "1-ABC-234. Tik hier om te verlengen.", "link": link });
    assert_eq!(stage.notices(), [said.clone(), said]);
    // Nothing that leads to a device stands anywhere in the open.
    for table in [Table::People, Table::Work] {
        let rows = stage.town.rows(table).expect("rows");
        assert!(!json!(rows).to_string().contains("/push/to/"), "{table:?}");
    }
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_device_that_is_gone_is_forgotten() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let (gone, _) = stage.told_on_a_device(&mut phone).await;
    let (_, stays) = stage.told_on_a_device(&mut phone).await;
    parked(&stage, &mut phone).await;
    reminded(&stage, 2).await;
    stage.town.simulators.push().unsubscribe(&gone.endpoint);
    let delivered = stage.town.deliver().await.expect("delivered");
    assert_eq!((delivered.sent, delivered.given_up), (1, 1));
    assert_eq!(devices(&mut phone).await, [json!(stays)]);
}

#[tokio::test]
async fn a_service_that_is_down_is_asked_again_until_it_is_no_use_any_more() {
    for (waits, sent) in [(0, 1), (20, 0)] {
        let stage = Stage::new().await;
        let mut phone = stage.resident(ZOE).await;
        stage.told_on_a_device(&mut phone).await;
        parked(&stage, &mut phone).await;
        reminded(&stage, 1).await;
        for fault in [PushFault::Down, PushFault::Throttled] {
            stage.town.simulators.push().misbehave(Some(fault), 1);
            assert_eq!(stage.town.deliver().await.expect("delivered").put_off, 1);
            stage.wait_minutes(6);
        }
        stage.wait_minutes(waits);
        let delivered = stage.town.deliver().await.expect("delivered");
        assert_eq!((delivered.sent, delivered.given_up), (sent, 1 - sent));
        assert_eq!(stage.notices().len(), sent);
    }
}

#[tokio::test]
async fn only_what_a_known_service_gave_out_is_taken() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let right = json!(stage.device(&mut phone).await);
    let with = |pointer: &str, value: &str| {
        let mut body = right.clone();
        *body.pointer_mut(pointer).expect("a field") = json!(value);
        body
    };
    for address in
        ["https://evil.example/push", "http://169.254.169.254/latest", "https://fcm.googleapis.com:1/x", "file:///x"]
    {
        let answer = phone.post("/api/profile/devices", with("/endpoint", address)).await;
        assert_eq!(answer.problem(400), "push-not-possible", "{address}");
    }
    let long = "x".repeat(2_000);
    for (pointer, value) in [
        ("/endpoint", "no address"),
        ("/endpoint", &long),
        ("/keys/p256dh", ""),
        ("/keys/p256dh", "AAAA"),
        ("/keys/p256dh", "ü"),
        ("/keys/auth", ""),
        ("/keys/auth", &long),
    ] {
        let answer = phone.post("/api/profile/devices", with(pointer, value)).await;
        assert_eq!(answer.problem(400), "field-not-valid", "{pointer} {value}");
        assert_eq!(answer.json(400)["field"], pointer[1..].replace('/', "."));
    }
    assert_eq!(devices(&mut phone).await.len(), 0);
}

#[tokio::test]
async fn who_has_more_than_ten_forgot_the_first() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let (_, first) = stage.told_on_a_device(&mut phone).await;
    for _ in 0..10 {
        stage.told_on_a_device(&mut phone).await;
    }
    let known = devices(&mut phone).await;
    assert_eq!(known.len(), 10);
    assert!(!known.contains(&json!(first)));
}

#[tokio::test]
async fn one_turns_off_one_s_own_alone() {
    let stage = Stage::new().await;
    let (mut zoe, mut marie) = (stage.resident(ZOE).await, stage.resident(MARIE).await);
    let (shared, id) = stage.told_on_a_device(&mut zoe).await;
    marie.post("/api/profile/devices", json!(shared)).await.json(201);
    for _ in 0..2 {
        marie.delete(&format!("/api/profile/devices/{id}")).await.done(204);
        assert_eq!((devices(&mut zoe).await.len(), devices(&mut marie).await.len()), (1, 0));
    }
    assert_eq!(marie.delete("/api/profile/devices/x").await.problem(404), "not-found");
}

#[tokio::test]
async fn who_signs_out_everywhere_or_leaves_is_told_nothing_more() {
    for leaves in [false, true] {
        let stage = Stage::new().await;
        let mut phone = stage.resident(ZOE).await;
        stage.told_on_a_device(&mut phone).await;
        parked(&stage, &mut phone).await;
        let held = phone.get("/api/profile/data").await.json(200);
        assert_eq!(held["devices"][0]["addedAt"], "2026-11-21T08:00:00Z");
        if leaves {
            stage.decide(&mut phone, "no").await.json(200);
        } else {
            phone.delete("/api/sessions").await.done(204);
        }
        reminded(&stage, 0).await;
        stage.town.deliver().await.expect("delivered");
        assert_eq!(stage.notices().len(), 0);
        let mut again = stage.sign_in("itsme", ZOE).await;
        if leaves {
            stage.decide(&mut again, "yes").await.json(200);
        }
        assert_eq!(devices(&mut again).await.len(), 0);
    }
}
