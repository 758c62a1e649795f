//! a series, whole or not at all.

use meent_tests::money::intention;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage, invariants};
use serde_json::{Value, json};

fn series(whom: &str, weekdays: &[u8], last: &str) -> Value {
    json!({ "for": whom, "plate": "1ABC234", "zone": "centrum", "weekdays": weekdays,
        "firstDay": "2026-11-23", "lastDay": last, "fromTime": "09:00", "untilTime": "10:00" })
}

async fn book(phone: &mut Browser, key: &str, series: &Value) -> meent_tests::Answer {
    phone.intend("/api/parking/series", key, &json!({ "series": series, "agreedCents": 50_000 })).await
}

#[tokio::test]
async fn shown_with_every_date_and_booked_whole() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 30_000).await;
    // Sundays and Christmas are free.
    let all_days = series("own", &[1, 2, 3, 4, 5, 6, 7], "2026-12-31");
    let quote = phone.post("/api/parking/series/quotes", all_days.clone()).await.json(200);
    let items = quote["items"].as_array().expect("items");
    let free = items.iter().filter(|item| item["minutes"] == 0).count();
    assert_eq!((items.len(), free, &quote["cents"]), (39, 6, &json!(33 * 220)));
    let key = intention();
    let booked = book(&mut phone, &key, &all_days).await.json(201);
    assert_eq!(booked["sessions"].as_array().map(Vec::len), Some(33));
    assert_eq!(book(&mut phone, &key, &all_days).await.json(201), booked);
    assert_eq!(stage.balance(&mut phone).await, 30_000 - 33 * 220);
    // One entry for all of it.
    assert_eq!(phone.get("/api/wallet/transactions").await.json(200)["count"], 2);
    let home = phone.get("/api/home").await.json(200);
    assert_eq!(home["next"]["series"], booked["series"]);
    // One of it is cancelled, the others stay.
    let id = booked["sessions"][4]["id"].as_str().expect("an id");
    assert_eq!(phone.end_parking(id).await.json(200)["cents"], -220);
    invariants::hold(&stage);
}

#[tokio::test]
async fn eighty_four_in_one_transaction() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 50_000).await;
    let most = series("visitor", &[1, 2, 3, 4, 5, 6], "2027-02-27");
    let quote = phone.post("/api/parking/series/quotes", most.clone()).await.json(200);
    assert_eq!(quote["items"].as_array().map(Vec::len), Some(84));
    let booked = book(&mut phone, &intention(), &most).await.json(201);
    // Christmas and New Year are free.
    assert_eq!(booked["sessions"].as_array().map(Vec::len), Some(82));
    let used: i64 = phone.hours_left().await.iter().map(|left| 5400 - left).sum();
    assert_eq!(used, 82 * 60);
    invariants::hold(&stage);
    let more = series("own", &[1, 2, 3, 4, 5, 6], "2027-03-01");
    let refused = book(&mut phone, &intention(), &more).await;
    assert_eq!(refused.problem(400), "series-too-long");
}

#[tokio::test]
async fn whole_or_not_at_all() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 1000).await;
    let five = series("own", &[1, 2, 3, 4, 5], "2026-11-27");
    assert_eq!(book(&mut phone, &intention(), &five).await.problem(409), "balance-too-low");
    assert_eq!(phone.get("/api/parking/sessions").await.json(200)["count"], 0);
    let twice = series("own", &[3], "2026-11-25");
    book(&mut phone, &intention(), &twice).await.json(201);
    assert_eq!(book(&mut phone, &intention(), &five).await.problem(409), "plate-already-booked");
    for (field, value, code) in [
        ("weekdays", json!([]), "weekdays-not-valid"),
        ("weekdays", json!([9]), "weekdays-not-valid"),
        ("weekdays", json!([300]), "field-not-valid"),
        ("lastDay", json!("2026-11-22"), "until-before-from"),
        ("lastDay", json!("2030-01-01"), "series-too-long"),
        ("untilTime", json!("09:00"), "time-not-valid"),
        ("untilTime", json!("25:00"), "time-not-valid"),
    ] {
        let mut wrong = five.clone();
        wrong[field] = value;
        assert_eq!(book(&mut phone, &intention(), &wrong).await.problem(400), code, "{wrong}");
    }
    let visitors = series("visitor", &[1, 2], "2027-07-01");
    assert_eq!(book(&mut phone, &intention(), &visitors).await.problem(400), "too-far-ahead");
    invariants::hold(&stage);
}
