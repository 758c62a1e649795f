//! may this plate stand here?

use chrono::{DateTime, Duration, Utc};
use meent_tests::parking::{moment, session};
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Answer, Browser, Stage, invariants};
use reqwest::Method;
use serde_json::{Value, json};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

async fn asked(desk: &mut Browser, plate: &str, zone: &str, seen: Option<DateTime<Utc>>) -> Value {
    let body = json!({ "plates": [{ "plate": plate }], "zone": zone, "at": seen.map(moment) });
    desk.post("/api/staff/plate-checks", body).await.json(200)["items"][0].clone()
}

async fn scan(stage: &Stage, key: &str, body: &Value) -> Answer {
    let mut car = stage.office();
    let request = car.raw(Method::POST, "/api/enforcement/plate-checks").header("meent-key", key).json(body);
    car.send_raw(request).await
}

#[tokio::test]
async fn what_was_booked_may_stand_until_its_end() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let now = stage.clock.now();
    assert_eq!(asked(&mut desk, "1-ABC-234", "centrum", None).await["why"], "none");
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 5000).await;
    let eleven = at("2026-11-21T10:00:00Z");
    let id = phone.park(&session("own", "1ABC234", "centrum", None, eleven)).await;
    let may = asked(&mut desk, "1 abc 234", "centrum", None).await;
    assert_eq!(
        (&may["mayStand"], &may["why"], &may["until"]),
        (&json!(true), &json!("booked"), &json!(moment(eleven)))
    );
    assert_eq!(asked(&mut desk, "1ABC234", "haven", None).await["mayStand"], false, "elsewhere it is not booked");
    // Another resident's right that follows on is the same to who asks.
    let mut marie = stage.resident(MARIE).await;
    stage.top_up(&mut marie, 5000).await;
    let noon = eleven + Duration::hours(1);
    marie.park(&session("own", "1ABC234", "centrum", Some(eleven), noon)).await;
    assert_eq!(asked(&mut desk, "1ABC234", "centrum", None).await["until"], moment(noon));
    // By street.
    let body = json!({ "plates": [{ "plate": "1ABC234", "country": "BE" }, { "plate": "1ABC234", "country": "NL" }], "street": "kerkstraat" });
    let both = desk.post("/api/staff/plate-checks", body).await.json(200);
    assert_eq!(
        (&both["zone"], &both["items"][0]["mayStand"], &both["items"][1]["mayStand"]),
        (&json!("centrum"), &json!(true), &json!(false))
    );
    // Stopped: from then on it may not, before it might.
    stage.wait_minutes(30);
    phone.end_parking(&id).await.json(200);
    let mut desk = stage.staff("superadmin").await;
    assert_eq!(asked(&mut desk, "1ABC234", "centrum", None).await["why"], "none");
    assert_eq!(asked(&mut desk, "1ABC234", "centrum", Some(now + Duration::minutes(29))).await["why"], "booked");
    invariants::hold(&stage);
}

#[tokio::test]
async fn nobody_pays_at_night_and_grace_is_told() {
    let stage = Stage::at(at("2026-11-23T19:30:00Z")).await;
    let mut desk = stage.staff("superadmin").await;
    let night = asked(&mut desk, "1ABC234", "centrum", None).await;
    assert_eq!((&night["why"], &night["until"]), (&json!("free"), &json!("2026-11-24T08:00:00Z")));

    let stage = Stage::at(at("2026-11-21T09:00:00Z")).await;
    let (mut desk, scanned) = (stage.staff("superadmin").await, stage.clock.now());
    let first = asked(&mut desk, "1ABC234", "centrum", Some(scanned)).await;
    assert_eq!(
        (&first["mayStand"], &first["askAgainAt"]),
        (&json!(false), &json!(moment(scanned + Duration::minutes(5))))
    );
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 5000).await;
    stage.wait_minutes(4);
    phone.park(&session("own", "1ABC234", "centrum", None, at("2026-11-21T11:00:00Z"))).await;
    let again = asked(&mut desk, "1ABC234", "centrum", Some(scanned)).await;
    assert_eq!((&again["mayStand"], &again["why"]), (&json!(true), &json!("booked-since")));
    assert_eq!(asked(&mut desk, "1ABC234", "centrum", Some(scanned - Duration::minutes(5))).await["why"], "none");
}

#[tokio::test]
async fn other_systems_are_told_in_the_standard_s_words() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let made = desk.post("/api/staff/scanners", json!({ "name": "Buurstad" })).await.json(201);
    let key = made["key"].as_str().expect("a key").to_owned();
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 5000).await;
    let until = at("2026-11-21T10:00:00Z");
    phone.park(&session("own", "1ABC234", "centrum", None, until)).await;
    phone.park(&session("visitor", "2ABC345", "centrum", None, until)).await;
    let ask = async |zone: &str, plate: &str, country: Option<&str>| {
        let body = json!({ "plates": [{ "plate": plate, "country": country }], "zone": zone });
        let mut car = stage.office();
        let request = car.raw(Method::POST, "/api/enforcement/assigned-rights").header("meent-key", &key).json(&body);
        car.send_raw(request).await.json(200)["assignedRights"].clone()
    };
    let own = ask("centrum", "1-ABC-234", Some("BE")).await[0].clone();
    let id = own["id"].as_str().expect("an id");
    assert_eq!(
        own,
        json!({
            "id": id, "version": 1, "issueMethod": "electronic", "expiry": "2026-11-21T10:00:00Z",
            "rightSpecification": { "id": "centrum", "version": 1 }, "rightHolder": { "id": id, "version": 1 },
            "plannedUses": [{
                "startTime": "2026-11-21T08:00:00Z", "endTime": "2026-11-21T10:00:00Z",
                "credentialsAssigned": [{
                    "type": "licensePlate", "identifier": { "className": "BELicensePlate", "id": "1ABC234" },
                    "issuer": [{ "language": "en", "string": "BE" }],
                }],
            }],
        })
    );
    // The same whoever booked, and always under the same id.
    let visitor = ask("centrum", "2ABC345", None).await[0].clone();
    assert_eq!(visitor["rightSpecification"], own["rightSpecification"]);
    assert_eq!(ask("centrum", "1ABC234", None).await[0]["id"], id);
    assert_eq!(ask("strand", "1ABC234", None).await, json!([]));
    assert_eq!(ask("centrum", "1ABC234", Some("FR")).await, json!([]));
    stage.wait_minutes(120);
    assert_eq!(ask("centrum", "1ABC234", None).await, json!([]));

    let zones = stage.portal().get("/api/zones/apds").await.json(200);
    let of = |list: &str, id: &str| {
        let found = zones[list].as_array().expect("a list").iter().find(|one| one["id"] == id && one["version"] == 1);
        found.unwrap_or_else(|| panic!("no {id} among {list}")).clone()
    };
    assert_eq!(of("places", "centrum")["rightSpecifications"], json!([{ "id": "centrum", "version": 1 }]));
    let right = of("rightSpecifications", "centrum");
    let shown = stage.portal().get("/api/zones").await.json(200);
    let shown = shown["items"].as_array().and_then(|all| all.iter().find(|zone| zone["id"] == "centrum")).cloned();
    let shown = shown.expect("the centre");
    let monday = &right["validity"]["validityTimeSpecification"]["validPeriods"][0];
    assert_eq!(monday["recurringDayWeekMonthPeriod"][0]["applicableDay"], json!(["monday"]));
    assert_eq!(monday["recurringTimePeriodOfDay"][0]["startTimeOfPeriod"], shown["hours"][0][0]["from"]);
    for (whom, name) in [("own", "centrum-own"), ("visitors", "centrum-visitor")] {
        let rates = of("rateTables", name);
        let line = &rates["rateLineCollections"][0]["rateLines"][0];
        let euros = |cents: &Value| cents.as_f64().expect("cents") / 100.0;
        assert_eq!(line["value"].as_f64(), Some(euros(&shown[whom]["perHourCents"])));
        assert_eq!(line["minValue"].as_f64(), Some(euros(&shown[whom]["stepCents"])));
    }
}

#[tokio::test]
async fn a_car_asks_with_its_key() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let made = desk.post("/api/staff/scanners", json!({ "name": "Scanwagen 1" })).await.json(201);
    let key = made["key"].as_str().expect("a key").to_owned();
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 5000).await;
    phone.park(&session("own", "1ABC042", "centrum", None, at("2026-11-21T10:00:00Z"))).await;
    let plates: Vec<Value> = (0..500).map(|number| json!({ "plate": format!("1ABC{number:03}") })).collect();
    let body = json!({ "plates": plates, "zone": "centrum" });
    stage.town.calls.take();
    let answer = scan(&stage, &key, &body).await;
    let may: Vec<usize> = answer.json(200)["items"]
        .as_array()
        .expect("answers")
        .iter()
        .enumerate()
        .filter(|(_, item)| item["mayStand"] == true)
        .map(|(index, _)| index)
        .collect();
    assert_eq!(may, [42]);
    assert!(!answer.text.contains("visitor") && !answer.text.contains("own"), "nothing of who booked");
    let calls = stage.town.calls.take();
    assert!(calls.len() <= 8, "bounded: {calls:?}");

    let mut one_more = plates;
    one_more.push(json!({ "plate": "1XYZ000" }));
    let too_many = json!({ "plates": one_more, "zone": "centrum" });
    assert_eq!(scan(&stage, &key, &too_many).await.problem(400), "too-many-plates");
    let one = json!({ "plates": [{ "plate": "1ABC042" }], "zone": "centrum" });
    assert_eq!(scan(&stage, "meent-scan-wrong", &one).await.problem(401), "key-not-valid");
    let old = json!({ "plates": [{ "plate": "1ABC042" }], "zone": "centrum", "at": "2026-11-20T07:00:00Z" });
    assert_eq!(scan(&stage, &key, &old).await.problem(400), "scan-too-old");
    let nowhere = json!({ "plates": [{ "plate": "1ABC042" }], "street": "Nergenslaan" });
    assert_eq!(scan(&stage, &key, &nowhere).await.problem(404), "street-not-found");
    // So many questions in a minute and no more; the next minute is a new one.
    let mut last = 200;
    for _ in 0..60 {
        last = scan(&stage, &key, &one).await.status.as_u16();
    }
    assert_eq!(last, 429);
    stage.wait_minutes(1);
    scan(&stage, &key, &one).await.json(200);
    let listed = desk.get("/api/staff/scanners").await.json(200);
    assert_eq!((&listed["items"][0]["name"], listed["items"][0]["askedAt"].is_string()), (&json!("Scanwagen 1"), true));
    assert!(!listed.to_string().contains(&key));
    let path = format!("/api/staff/scanners/{}", made["id"].as_str().expect("an id"));
    assert_eq!(desk.ask(Method::DELETE, &path, None).await.status, 204);
    assert_eq!(scan(&stage, &key, &one).await.problem(401), "key-not-valid");
    assert_eq!(desk.ask(Method::DELETE, &path, None).await.problem(404), "not-found");
    invariants::hold(&stage);
}
