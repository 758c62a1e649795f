//! reminders as notices on a device.

use meent_store::Table;
use meent_tests::money::intention;
use meent_tests::parking::session;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, PushFault, Stage, invariants};
use serde_json::json;

/// Somebody who parks until eleven and wants to be told, at five to nine.
async fn parked(stage: &Stage, phone: &mut Browser) -> String {
    assert_eq!(stage.clock.now().to_rfc3339(), "2026-11-21T08:00:00+00:00");
    parked_at(stage, phone).await
}

/// For two hours, whenever it is.
async fn parked_at(stage: &Stage, phone: &mut Browser) -> String {
    stage.top_up(phone, 5000).await;
    let wanted = session("own", "1ABC234", "centrum", None, stage.clock.now() + chrono::Duration::hours(2));
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

/// The id of this browser, if it is to be told.
async fn here(phone: &mut Browser) -> Option<String> {
    let start = phone.get("/api/parking").await.json(200);
    start["reminders"]["here"].as_str().map(str::to_owned)
}

#[tokio::test]
async fn told_on_every_device_in_one_s_language_with_a_way_to_extend() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let mut laptop = stage.sign_in("itsme", ZOE).await;
    assert_eq!(here(&mut phone).await, None);
    let (first, id) = stage.told_on_a_device(&mut phone).await;
    let (second, _) = stage.told_on_a_device(&mut laptop).await;
    // The same again is the same one.
    let again = phone.post("/api/profile/devices", json!(first)).await.json(201);
    assert_eq!(again["id"], id);
    assert_eq!(here(&mut phone).await, Some(id));
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
    let mut laptop = stage.sign_in("itsme", ZOE).await;
    let (gone, _) = stage.told_on_a_device(&mut phone).await;
    let (_, stays) = stage.told_on_a_device(&mut laptop).await;
    parked(&stage, &mut phone).await;
    reminded(&stage, 2).await;
    stage.town.simulators.push().unsubscribe(&gone.endpoint);
    let delivered = stage.town.deliver().await.expect("delivered");
    assert_eq!((delivered.sent, delivered.given_up), (1, 1));
    assert_eq!((here(&mut phone).await, here(&mut laptop).await), (None, Some(stays)));
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
    assert_eq!(here(&mut phone).await, None);
}

#[tokio::test]
async fn who_has_more_than_ten_forgot_the_first() {
    let stage = Stage::new().await;
    let mut first = stage.resident(ZOE).await;
    stage.told_on_a_device(&mut first).await;
    for number in 1..=10 {
        assert!(here(&mut first).await.is_some(), "{number}");
        let mut another = stage.sign_in("itsme", ZOE).await;
        stage.told_on_a_device(&mut another).await;
        assert!(here(&mut another).await.is_some(), "{number}");
    }
    assert_eq!(here(&mut first).await, None);
    let held = first.get("/api/profile/data").await.json(200);
    assert_eq!(held["devices"].as_array().map(Vec::len), Some(10));
}

#[tokio::test]
async fn one_turns_off_one_s_own_alone() {
    let stage = Stage::new().await;
    let (mut zoe, mut marie) = (stage.resident(ZOE).await, stage.resident(MARIE).await);
    let (shared, id) = stage.told_on_a_device(&mut zoe).await;
    marie.post("/api/profile/devices", json!(shared)).await.json(201);
    for _ in 0..2 {
        marie.delete(&format!("/api/profile/devices/{id}")).await.done(204);
        assert_eq!((here(&mut zoe).await, here(&mut marie).await), (Some(id.clone()), None));
    }
    assert_eq!(marie.delete("/api/profile/devices/x").await.problem(404), "not-found");
}

/// How a browser stops being signed in.
#[derive(Debug, Clone, Copy)]
enum Gone {
    SignedOut,
    SignedOutFromElsewhere,
    SignedOutEverywhere,
    RanOut,
    Left,
}

#[tokio::test]
async fn a_browser_that_is_not_signed_in_any_more_is_told_nothing_more() {
    use Gone::{Left, RanOut, SignedOut, SignedOutEverywhere, SignedOutFromElsewhere};
    for gone in [SignedOut, SignedOutFromElsewhere, SignedOutEverywhere, RanOut, Left] {
        let stage = Stage::new().await;
        let mut phone = stage.resident(ZOE).await;
        if let RanOut = gone {
            // Before it was last used for so long.
            stage.told_on_a_device(&mut phone).await;
            stage.wait_minutes(45 * 24 * 60);
            phone = stage.sign_in("itsme", ZOE).await;
        } else {
            stage.told_on_a_device(&mut phone).await;
        }
        let mut laptop = stage.sign_in("itsme", ZOE).await;
        parked_at(&stage, &mut laptop).await;
        let held = laptop.get("/api/profile/data").await.json(200);
        assert_eq!(held["devices"][0]["addedAt"], "2026-11-21T08:00:00Z");
        stage.wait_minutes(1);
        match gone {
            SignedOut => phone.post("/api/sign-out", json!({})).await.done(204),
            SignedOutEverywhere => laptop.delete("/api/sessions").await.done(204),
            SignedOutFromElsewhere => {
                let list = laptop.get("/api/sessions").await.json(200);
                let other = list["items"].as_array().and_then(|all| all.iter().find(|one| one["current"] == false));
                let id = other.and_then(|one| one["id"].as_str()).expect("the phone").to_owned();
                laptop.delete(&format!("/api/sessions/{id}")).await.done(204);
            }
            RanOut => {}
            Left => {
                stage.decide(&mut phone, "no").await.json(200);
            }
        }
        stage.wait_minutes(105);
        assert_eq!(stage.town.remind().await.expect("reminded").told, 0, "{gone:?}");
        stage.town.deliver().await.expect("delivered");
        assert_eq!(stage.notices().len(), 0, "{gone:?}");
        let mut again = stage.sign_in("itsme", ZOE).await;
        if let Left = gone {
            stage.decide(&mut again, "yes").await.json(200);
        }
        assert_eq!(here(&mut again).await, None, "{gone:?}");
        let held = again.get("/api/profile/data").await.json(200);
        assert_eq!(held["devices"], json!([]), "{gone:?}: forgotten");
    }
}

/// A maker's service that doesn't answer well keeps no e-mail waiting.
#[tokio::test]
async fn letters_go_before_notices_and_after_the_first_that_fails_the_rest_waits() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let mut laptop = stage.sign_in("itsme", ZOE).await;
    stage.told_on_a_device(&mut phone).await;
    stage.told_on_a_device(&mut laptop).await;
    parked(&stage, &mut phone).await;
    reminded(&stage, 2).await;
    phone.put("/api/profile/email", json!({ "address": "zoe@example.org" })).await.done(202);
    stage.town.simulators.push().misbehave(Some(PushFault::Down), None);
    let delivered = stage.town.deliver().await.expect("delivered");
    assert_eq!((delivered.sent, delivered.put_off), (1, 1), "the letter; one notice was tried");
    stage.town.simulators.push().misbehave(None, None);
    assert_eq!(stage.town.deliver().await.expect("delivered").sent, 1, "the other one");
    stage.wait_minutes(1);
    assert_eq!(stage.town.deliver().await.expect("delivered").sent, 1, "the first one again");
    assert_eq!(stage.notices().len(), 2);
}
