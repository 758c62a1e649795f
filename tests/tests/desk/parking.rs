//! What the desk books, stops and puts right for somebody.

use chrono::{DateTime, Duration, Utc};
use meent_store::Table;
use meent_tests::money::intention;
use meent_tests::parking::{agreed, moment, session};
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, Stage, invariants, rows};
use serde_json::{Value, json};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// A clerk who helps Zoë, with twenty euros in her balance.
async fn at_the_desk(stage: &Stage) -> (Browser, Browser, String) {
    let phone = stage.resident(ZOE).await;
    let mut clerk = stage.staff("vouchers").await;
    let desk = clerk.helping(ZOE).await;
    clerk.take_cash(&desk, 2000).await;
    (phone, clerk, desk)
}

fn line(stage: &Stage, action: &str) -> Value {
    let found = rows::of(stage, Table::Audit).into_iter().filter(|row| row["action"] == action);
    let [line] = found.collect::<Vec<_>>().try_into().expect("one line");
    line
}

#[tokio::test]
async fn booked_extended_put_right_and_stopped() {
    let stage = Stage::new().await;
    let (mut phone, mut clerk, desk) = at_the_desk(&stage).await;
    let wanted = session("own", "1ABC234", "centrum", None, at("2026-11-21T10:00:00Z"));
    let quote = clerk.post(&format!("{desk}/quotes"), wanted.clone()).await.json(200);
    assert_eq!((&quote["cents"], &quote["balanceAfterCents"]), (&json!(440), &json!(1560)));
    let key = intention();
    let booked = clerk.intend(&format!("{desk}/sessions"), &key, &agreed(&wanted)).await.json(201);
    assert_eq!((&booked["balanceCents"], &booked["sessions"][0]["atTheDesk"]), (&json!(1560), &json!(true)));
    stage.wait_minutes(2);
    assert_eq!(clerk.intend(&format!("{desk}/sessions"), &key, &agreed(&wanted)).await.json(201), booked, "once");
    assert_eq!(line(&stage, "desk.parking-booked")["reason"], "staat aan de balie");
    let id = booked["sessions"][0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(phone.get("/api/home").await.json(200)["current"]["id"], json!(id));
    assert_eq!(phone.get(&format!("/api/parking/sessions/{id}")).await.json(200)["atTheDesk"], true);

    let noon = json!({ "until": moment(at("2026-11-21T11:00:00Z")) });
    let session = format!("{desk}/sessions/{id}");
    assert_eq!(clerk.post(&format!("{session}/extension/quote"), noon.clone()).await.json(200)["cents"], 220);
    let body = json!({ "until": noon["until"], "agreedCents": 220 });
    let extended = clerk.intend(&format!("{session}/extension"), &intention(), &body).await.json(200);
    assert_eq!(extended["balanceCents"], 1340);
    assert_eq!(line(&stage, "desk.parking-extended")["changes"][0]["to"], booked["sessions"][0]["reference"]);

    // Long after the resident could still do it.
    stage.wait_minutes(18);
    let plate = json!({ "plate": "1ABC243", "reason": "verkeerd getypt" });
    let path = format!("/api/parking/sessions/{id}/plate");
    let mine = phone.put(&path, json!({ "plate": "1ABC243" })).await;
    assert_eq!(mine.problem(409), "too-late-to-correct");
    let nothing_said = json!({ "plate": "1ABC243" });
    let answer = clerk.put(&format!("{session}/plate"), nothing_said).await;
    assert_eq!(answer.json(400)["field"], "reason");
    let right = clerk.put(&format!("{session}/plate"), plate).await.json(200);
    assert_eq!(right["plateWritten"], "1-ABC-243");
    let corrected = line(&stage, "desk.plate-corrected");
    assert_eq!(corrected["reason"], "verkeerd getypt");
    assert!(!corrected.to_string().contains("1ABC24"), "no plate stays in the trail: {corrected}");

    let answer = clerk.intend(&format!("{session}/end"), &intention(), &json!({})).await;
    assert_eq!(answer.json(400)["field"], "reason");
    let stopped = clerk.intend(&format!("{session}/end"), &intention(), &json!({ "reason": "auto is stuk" })).await;
    assert_eq!(stopped.json(200)["session"]["state"], "stopped");
    assert_eq!(line(&stage, "desk.parking-ended")["reason"], "auto is stuk");
    assert_eq!(stage.balance(&mut phone).await, stopped.json(200)["balanceCents"].as_i64().expect("cents"));
    invariants::hold(&stage);
}

#[tokio::test]
async fn only_what_is_theirs() {
    let stage = Stage::new().await;
    let (_, mut clerk, desk) = at_the_desk(&stage).await;
    let mut marie = stage.resident(MARIE).await;
    stage.top_up(&mut marie, 1000).await;
    let hers = marie.park(&session("own", "1ABC234", "centrum", None, at("2026-11-21T10:00:00Z"))).await;
    let end = clerk.intend(&format!("{desk}/sessions/{hers}/end"), &intention(), &json!({ "reason": "fout" })).await;
    assert_eq!(end.problem(404), "not-found");
    // The price, the balance and the rules are those of the portal.
    let dear = session("own", "1ABC234", "centrum", Some(at("2026-11-23T08:00:00Z")), at("2026-11-23T20:00:00Z"));
    let answer = clerk.intend(&format!("{desk}/sessions"), &intention(), &agreed(&dear)).await;
    assert_eq!(answer.problem(409), "balance-too-low");
    let elsewhere = session("visitor", "1ABC234", "haven", None, at("2026-11-21T10:00:00Z"));
    let answer = clerk.intend(&format!("{desk}/sessions"), &intention(), &agreed(&elsewhere)).await;
    assert_eq!(answer.problem(409), "visitors-in-own-zone");
    assert!(rows::of(&stage, Table::Audit).iter().all(|row| row["action"] != "desk.parking-booked"));
    invariants::hold(&stage);
}

/// A series of as many sessions as there may be, over two quarters, with plates to tidy: that and its line are
/// all that one transaction takes.
#[tokio::test]
async fn the_longest_series_and_its_line_are_one_transaction() {
    let stage = Stage::new().await;
    let (mut phone, _, desk) = at_the_desk(&stage).await;
    stage.top_up(&mut phone, 5000).await;
    for (plate, hour) in [("2ABC345", 9), ("3ABC456", 10), ("4ABC567", 11)] {
        let until = at(&format!("2026-11-21T{hour:02}:30:00Z"));
        phone.park(&session("own", plate, "centrum", None, until)).await;
    }
    stage.wait_minutes(3 * 24 * 60);
    let mut clerk = stage.staff("vouchers").await;
    clerk.helping(ZOE).await;
    let series = json!({ "for": "visitor", "plate": "1ABC234", "zone": "centrum", "weekdays": [1, 2, 3, 4, 6],
        "firstDay": "2026-11-25", "lastDay": "2027-03-22", "fromTime": "10:00", "untilTime": "10:15" });
    let quote = clerk.post(&format!("{desk}/series/quotes"), series.clone()).await.json(200);
    assert_eq!(quote["items"].as_array().map(Vec::len), Some(84), "{quote}");
    let asked = json!({ "series": series, "agreedCents": 10_000 });
    let booked = clerk.intend(&format!("{desk}/series"), &intention(), &asked).await.json(201);
    assert_eq!(booked["sessions"].as_array().map(Vec::len), Some(84), "none of them on a day that is free");
    assert_eq!(line(&stage, "desk.parking-booked")["action"], "desk.parking-booked");
    invariants::hold(&stage);
}

#[tokio::test]
async fn a_paper_to_take_home() {
    let stage = Stage::new().await;
    let (_, mut clerk, desk) = at_the_desk(&stage).await;
    let wanted = session("visitor", "1ABC234", "centrum", None, stage.clock.now() + Duration::hours(1));
    clerk.intend(&format!("{desk}/sessions"), &intention(), &agreed(&wanted)).await.json(201);
    let paper = clerk.get(&format!("{desk}/summary.pdf")).await;
    assert_eq!((paper.status.as_u16(), paper.headers["content-type"].to_str().ok()), (200, Some("application/pdf")));
    let name = paper.headers["content-disposition"].to_str().expect("a name");
    assert!(name.contains("uw-bezoek-aan-de-balie-2026-11-21.pdf"), "{name}");
    assert!(paper.text.starts_with("%PDF"));
}
