//! for oneself.

use chrono::{DateTime, Duration, Utc};
use meent_tests::money::intention;
use meent_tests::parking::{agreed, moment, session};
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Stage, invariants};
use serde_json::json;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// A Saturday, nine in the morning: paid from now until nine in the evening, at € 2,20.
const ELEVEN: &str = "2026-11-21T10:00:00Z";

#[tokio::test]
async fn quoted_booked_and_shown() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    let wanted = session("own", "1-abc-234", "centrum", None, at(ELEVEN));
    let quote = phone.quote(&wanted).await.json(200);
    assert_eq!(
        (&quote["minutes"], &quote["cents"], &quote["balanceAfterCents"]),
        (&json!(120), &json!(440), &json!(560))
    );
    assert_eq!(quote["items"][0]["perHourCents"], 220);
    let booked = phone.book(&wanted).await.json(201);
    assert_eq!((&booked["cents"], &booked["balanceCents"]), (&json!(440), &json!(560)));
    let shown = &booked["sessions"][0];
    assert_eq!(
        (&shown["plate"], &shown["plateWritten"], &shown["state"]),
        (&json!("1ABC234"), &json!("1-ABC-234"), &json!("running"))
    );

    let home = phone.get("/api/home").await.json(200);
    assert_eq!((&home["current"]["id"], &home["current"]["zoneName"]), (&shown["id"], &json!("Centrum")));
    assert!(home["next"].is_null());
    let later = session("own", "1ABC234", "haven", Some(at("2026-11-23T08:00:00Z")), at("2026-11-23T09:00:00Z"));
    let next = phone.park(&later).await;
    let home = phone.get("/api/home").await.json(200);
    assert_eq!((&home["next"]["id"], &home["balance"]["cents"]), (&json!(next), &json!(400)));

    let list = phone.get("/api/parking/sessions").await.json(200);
    assert_eq!((list["count"].as_i64(), list["items"][0]["state"].as_str()), (Some(2), Some("coming")));
    let day = phone.get("/api/parking/sessions?from=2026-11-21").await.json(200);
    assert_eq!(day["items"][0]["id"], shown["id"]);
    let csv = phone.get("/api/parking/sessions.csv").await;
    assert!(csv.text.contains("1-ABC-234") && csv.text.contains("4,40"), "{}", csv.text);
    let one = phone.get(&format!("/api/parking/sessions/{next}")).await.json(200);
    assert_eq!(one["reference"].as_str().map(str::len), Some(9));
    let proof = phone.get(&format!("/api/parking/sessions/{next}/proof.pdf")).await;
    assert_eq!(
        (proof.status.as_u16(), &proof.headers["content-type"]),
        (200, &"application/pdf".parse().expect("a type"))
    );
    let plates = phone.get("/api/parking/plates").await.json(200);
    assert_eq!(plates["items"].as_array().map(Vec::len), Some(1));

    let line = phone.get("/api/wallet/transactions").await.json(200)["items"][1].clone();
    assert_eq!((&line["amountCents"], &line["description"]), (&json!(-440), &json!("Parkeren geboekt")));
    invariants::hold(&stage);
}

#[tokio::test]
async fn the_same_tap_again_is_the_same_booking() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    let (key, body) = (intention(), agreed(&session("own", "1ABC234", "centrum", None, at(ELEVEN))));
    let first = phone.intend("/api/parking/sessions", &key, &body).await.json(201);
    stage.wait_minutes(3);
    assert_eq!(phone.intend("/api/parking/sessions", &key, &body).await.json(201), first, "three minutes later");
    let other = agreed(&session("own", "1ABC235", "centrum", None, at(ELEVEN)));
    assert_eq!(phone.intend("/api/parking/sessions", &key, &other).await.problem(409), "idempotency-key-used");
    // A new intention over the same time is refused; another zone, or another resident, is their own affair.
    assert_eq!(phone.book(&body["session"]).await.problem(409), "plate-already-booked");
    let mut marie = stage.resident(MARIE).await;
    stage.top_up(&mut marie, 1000).await;
    marie.park(&body["session"]).await;
    assert_eq!(stage.balance(&mut phone).await, 560);
    invariants::hold(&stage);
}

#[tokio::test]
async fn nothing_is_booked_that_was_not_agreed_to_or_can_not_be_paid() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 439).await;
    let wanted = session("own", "1ABC234", "centrum", None, at(ELEVEN));
    assert_eq!(phone.book(&wanted).await.problem(409), "balance-too-low");
    let cheap = json!({ "session": wanted, "agreedCents": 439 });
    assert_eq!(phone.intend("/api/parking/sessions", &intention(), &cheap).await.problem(409), "price-changed");
    assert_eq!(stage.balance(&mut phone).await, 439);
    assert!(phone.get("/api/home").await.json(200)["current"].is_null());
    invariants::hold(&stage);
}

#[tokio::test]
async fn what_can_not_be_is_said_with_its_field() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 5000).await;
    let now = stage.clock.now();
    let in_an_hour = now + Duration::hours(1);
    let wrong = [
        (session("own", "1ABC🚗", "centrum", None, in_an_hour), 400, "plate-not-valid", "plate"),
        (session("own", " - ", "centrum", None, in_an_hour), 400, "field-required", "plate"),
        (session("own", "1ABC234", "nergens", None, in_an_hour), 404, "zone-not-found", "zone"),
        (session("own", "1ABC234", "Het Centrum", None, in_an_hour), 400, "zone-id-not-valid", "zone"),
        (session("own", "1ABC234", "centrum", Some(now - Duration::minutes(2)), in_an_hour), 400, "time-past", "from"),
        (session("own", "1ABC234", "centrum", Some(in_an_hour), now), 400, "until-before-from", "until"),
        (session("own", "1ABC234", "centrum", None, now + Duration::days(100)), 400, "session-too-long", "until"),
        (session("own", "1ABC234", "strand", None, now + Duration::hours(6)), 409, "stay-too-long", "until"),
        (
            session("own", "1ABC234", "haven", Some(at("2026-11-22T02:00:00Z")), at("2026-11-22T05:00:00Z")),
            409,
            "parking-is-free",
            "from",
        ),
        (
            session("own", "1ABC234", "haven", Some(at("2027-12-01T10:00:00Z")), at("2027-12-01T11:00:00Z")),
            400,
            "too-far-ahead",
            "until",
        ),
    ];
    for (wanted, status, code, field) in wrong {
        for answer in [phone.quote(&wanted).await, phone.book(&wanted).await] {
            assert_eq!(answer.problem(status), code, "{wanted}");
            let named = answer.json(answer.status.as_u16())["field"].as_str().unwrap_or_default().to_owned();
            assert!(named == field || named == format!("session.{field}"), "{named} of {wanted}");
        }
    }
    for (body, field) in [
        (json!({ "for": "own", "plate": "1ABC234", "zone": "centrum" }), "until"),
        (json!({ "for": "dog", "plate": "1ABC234", "zone": "centrum", "until": moment(in_an_hour) }), "for"),
        (json!({ "for": "own", "plate": 7, "zone": "centrum", "until": moment(in_an_hour) }), "plate"),
        (json!({ "for": "own", "plate": "1ABC234", "zone": "centrum", "until": "morgen" }), "until"),
    ] {
        assert_eq!(phone.quote(&body).await.json(400)["field"], field, "{body}");
    }
    let body =
        json!({ "session": session("own", "1ABC234", "centrum", None, in_an_hour), "agreedCents": 1, "extra": 1 });
    assert_eq!(phone.intend("/api/parking/sessions", &intention(), &body).await.status, 400);
    assert_eq!(stage.balance(&mut phone).await, 5000);
    let mut marie = stage.resident(MARIE).await;
    let id = phone.park(&session("own", "1ABC234", "centrum", None, in_an_hour)).await;
    assert_eq!(marie.get(&format!("/api/parking/sessions/{id}")).await.problem(404), "not-found");
    assert_eq!(marie.end_parking(&id).await.problem(404), "not-found");
    invariants::hold(&stage);
}

#[tokio::test]
async fn plates_are_named_and_forgotten() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 5000).await;
    phone.park(&session("own", "1ABC234", "haven", None, at(ELEVEN))).await;
    let named = json!({ "plate": "1abc234", "name": "oma" });
    assert_eq!(phone.put("/api/parking/plates", named).await.status, 204);
    // Parked again, it keeps its name.
    phone.park(&session("own", "1ABC234", "strand", None, at(ELEVEN))).await;
    let start = phone.get("/api/parking").await.json(200);
    assert_eq!(
        (&start["plates"][0]["name"], &start["plates"][0]["plateWritten"]),
        (&json!("oma"), &json!("1-ABC-234"))
    );
    assert_eq!(phone.post("/api/parking/plates/forgotten", json!({ "plate": "1ABC234" })).await.status, 204);
    assert_eq!(phone.get("/api/parking/plates").await.json(200)["items"], json!([]));
    let unknown = json!({ "plate": "9XYZ999", "name": "wie" });
    assert_eq!(phone.put("/api/parking/plates", unknown).await.problem(404), "not-found");
    invariants::hold(&stage);
}
