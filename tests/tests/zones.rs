//! Zones and tariffs, planned by administrators over real HTTP.

use chrono::{DateTime, Duration, Utc};
use meent_store::Table;
use meent_tests::parking::session;
use meent_tests::people::ZOE;
use meent_tests::{Answer, Browser, Stage, rows};
use reqwest::Method;
use serde_json::{Value, json};

const ZONES: &str = "/api/staff/zones";
/// The stage begins on the twenty-first of November 2026.
const TOMORROW: &str = "2026-11-22";

async fn plans(desk: &mut Browser) -> Value {
    desk.get(ZONES).await.json(200)
}

/// A zone of the list as the change route takes it, and its id.
fn change_of(plans: &Value, index: usize) -> (String, Value) {
    let mut zone = plans["zones"][index].clone();
    let id = zone.as_object_mut().expect("a zone").remove("id").expect("an id");
    zone["version"] = plans["version"].clone();
    (id.as_str().expect("a text").to_owned(), zone)
}

async fn change(desk: &mut Browser, (id, zone): &(String, Value)) -> Answer {
    desk.put(&format!("{ZONES}/{id}"), zone.clone()).await
}

/// Code and field of a problem.
fn refused(answer: &Answer) -> (String, String) {
    let status = answer.status.as_u16();
    let code = answer.problem(status);
    (code, answer.json(status)["field"].as_str().unwrap_or_default().to_owned())
}

/// The rules of the first zone once more, from a day on, at another price.
fn dearer(zone: &mut Value, from: &str, cents: i64) {
    let mut rules = zone["rules"].as_array().expect("rules").last().expect("some").clone();
    rules["from"] = json!(from);
    rules["own"]["perHourCents"] = json!(cents);
    zone["rules"].as_array_mut().expect("rules").push(rules);
}

#[tokio::test]
async fn a_price_of_tomorrow_leaves_what_was_booked() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 5000).await;
    let mut desk = stage.staff("superadmin").await;
    // Tuesday at noon, in paid time: an hour is 2.20.
    let noon: DateTime<Utc> = "2026-11-24T11:00:00Z".parse().expect("a time");
    let booked = phone.park(&session("own", "1ABC234", "centrum", Some(noon), noon + Duration::hours(2))).await;

    let mut zone = change_of(&plans(&mut desk).await, 0);
    assert_eq!(zone.0, "centrum");
    dearer(&mut zone.1, TOMORROW, 300);
    let saved = change(&mut desk, &zone).await.json(200);
    assert_eq!((&saved["version"], &saved["zone"]["rules"][1]["own"]["perHourCents"]), (&json!(2), &json!(300)));
    // The zones of a minute ago are read anew.
    stage.wait_minutes(1);
    let hour = |plate: &str| session("own", plate, "centrum", Some(noon), noon + Duration::hours(1));
    assert_eq!(phone.quote(&hour("2ABC345")).await.json(200)["cents"], 300);
    assert_eq!(phone.get(&format!("/api/parking/sessions/{booked}")).await.json(200)["cents"], 440);
    assert_eq!(phone.extend_parking(&booked, noon + Duration::hours(3)).await.json(200)["cents"], 220);

    // Planned otherwise before it began: who booked at 3.00 keeps that too.
    let second = phone.park(&hour("2ABC345")).await;
    let mut zone = change_of(&plans(&mut desk).await, 0);
    zone.1["rules"][1]["own"]["perHourCents"] = json!(100);
    change(&mut desk, &zone).await.json(200);
    stage.wait_minutes(1);
    assert_eq!(phone.extend_parking(&second, noon + Duration::hours(2)).await.json(200)["cents"], 300);
    assert_eq!(phone.quote(&hour("3ABC456")).await.json(200)["cents"], 100);
}

#[tokio::test]
async fn what_began_stays_and_what_is_wrong_is_named() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let now = plans(&mut desk).await;
    // A Saturday: longer in the centre; the zone by the harbour closes its noon on weekdays only.
    assert_eq!(now["todays"][0], json!({ "zone": "centrum", "hours": [{ "from": "09:00", "until": "21:00" }] }));
    assert_eq!(now["todays"][1]["hours"], json!([{ "from": "09:00", "until": "22:00" }]));
    let whole = change_of(&now, 0);
    let told = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    for (pointer, value, code, field) in [
        ("/rules/0/own/perHourCents", json!(230), "rules-began", "rules[0].own"),
        ("/rules/0/streets", json!([]), "rules-began", "rules[0].streets"),
        ("/rules/0/own/perHourCents", json!(0), "rate-not-valid", "rules[0].own.perHourCents"),
        ("/rules/1/own/perHourCents", json!(-5), "rate-not-valid", "rules[1].own.perHourCents"),
        ("/rules/1/visitors/stepCents", json!(501), "step-not-valid", "rules[1].visitors.stepCents"),
        ("/rules/1/from", json!("2026-11-21"), "begins-too-soon", "rules[1].from"),
        ("/rules/1/from", json!("2025-11-21"), "rules-not-in-order", "rules[1].from"),
        ("/rules/1/from", json!("tomorrow"), "field-not-valid", "rules[1].from"),
        ("/rules/1/hours/3/0/until", json!("25:00"), "time-not-valid", "rules[1].hours[3][0].until"),
        ("/rules/1/hours/3/0/until", json!("08:00"), "hours-not-valid", "rules[1].hours[3][0]"),
        ("/rules/1/hours", json!([[]]), "hours-not-valid", "rules[1].hours"),
        ("/rules/1/holidays", json!("sometimes"), "field-not-valid", "rules[1].holidays"),
        ("/rules/1/longestStayMinutes", json!(0), "longest-stay-not-valid", "rules[1].longestStayMinutes"),
        ("/rules/1/streets/0/name", json!("Duinweg"), "street-in-another-zone", "rules[1].streets[0].name"),
        ("/rules/1/streets/1/name", json!("KERKSTRAAT"), "street-twice", "rules[1].streets[1].name"),
        ("/rules/1/streets/1/postcode", json!(" "), "field-required", "rules[1].streets[1].postcode"),
        ("/name/de", json!(""), "field-required", "name.de"),
        ("/closes", json!("2026-11-21"), "begins-too-soon", "closes"),
        ("/version", json!(7), "changed-meanwhile", ""),
    ] {
        let mut zone = whole.clone();
        dearer(&mut zone.1, TOMORROW, 300);
        zone.1["closes"] = Value::Null;
        *zone.1.pointer_mut(pointer).expect(pointer) = value;
        assert_eq!(refused(&change(&mut desk, &zone).await), told(code, field), "{pointer}");
    }
    let mut unknown = whole.clone();
    unknown.1["colour"] = json!("red");
    assert_eq!(refused(&change(&mut desk, &unknown).await).0, "field-not-valid");
    let elsewhere = ("Het Centrum".to_owned(), whole.1.clone());
    assert_eq!(
        refused(&desk.put(&format!("{ZONES}/Het%20Centrum"), elsewhere.1.clone()).await),
        told("zone-id-not-valid", "id")
    );
    let new = ("kern".to_owned(), whole.1.clone());
    assert_eq!(refused(&change(&mut desk, &new).await), told("begins-too-soon", "rules[0].from"));
    assert_eq!(plans(&mut desk).await, now);
    assert!(lines(&stage).is_empty());
}

#[tokio::test]
async fn a_new_zone_opens_tomorrow_and_closes_for_good() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let mut desk = stage.staff("superadmin").await;
    let (_, mut zone) = change_of(&plans(&mut desk).await, 0);
    zone["rules"][0]["from"] = json!(TOMORROW);
    zone["rules"][0]["streets"] = json!([{ "postcode": "9999", "name": "Nieuwstraat" }]);
    zone["name"] = json!({ "nl": "Kern", "fr": "Noyau", "de": "Kern", "en": "Core" });
    change(&mut desk, &("kern".to_owned(), zone)).await.json(200);
    stage.wait_minutes(1);
    let listed = async |phone: &mut Browser| {
        let zones = phone.get("/api/zones").await.json(200);
        zones["items"].as_array().expect("zones").iter().any(|zone| zone["id"] == "kern")
    };
    assert!(!listed(&mut phone).await);
    stage.wait_minutes(24 * 60);
    assert!(listed(&mut phone).await);

    let mut desk = stage.staff("superadmin").await;
    let index_of = |plans: &Value| {
        plans["zones"].as_array().expect("zones").iter().position(|zone| zone["id"] == "kern").expect("the zone")
    };
    let now = plans(&mut desk).await;
    let mut zone = change_of(&now, index_of(&now));
    zone.1["closes"] = json!("2026-11-23");
    change(&mut desk, &zone).await.json(200);
    stage.wait_minutes(24 * 60);
    assert!(!listed(&mut phone).await);
    let mut desk = stage.staff("superadmin").await;
    let now = plans(&mut desk).await;
    let mut zone = change_of(&now, index_of(&now));
    zone.1.as_object_mut().expect("a zone").remove("closes");
    assert_eq!(refused(&change(&mut desk, &zone).await), ("zone-stays-closed".to_owned(), "closes".to_owned()));
    let actions: Vec<Value> = lines(&stage).into_iter().map(|line| line["action"].clone()).collect();
    assert_eq!(actions, ["zone.added", "zone.closed"]);
}

#[tokio::test]
async fn a_file_is_taken_in_whole_or_not_at_all() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let exported = desk.get("/api/staff/zones.json").await;
    let disposition = exported.headers["content-disposition"].to_str().expect("a text").to_owned();
    assert_eq!(disposition, "attachment; filename=\"zones-2026-11-21.json\"");
    let file = exported.json(200);
    let outcomes = |answer: &Value| -> Vec<String> {
        let items = answer["items"].as_array().expect("zones").iter();
        items
            .map(|item| {
                format!("{} {}", item["id"].as_str().unwrap_or_default(), item["outcome"].as_str().unwrap_or_default())
            })
            .collect()
    };
    // As it is: nothing changes, not even the version.
    let same = desk.put(ZONES, file.clone()).await.json(200);
    assert_eq!(
        (outcomes(&same), &same["version"]),
        (vec!["centrum same".into(), "haven same".into(), "strand same".into()], &json!(1))
    );

    let mut changed = file.clone();
    dearer(&mut changed["zones"][0], TOMORROW, 300);
    changed["zones"][2]["id"] = json!("duinen");
    changed["zones"][2]["rules"][0]["from"] = json!(TOMORROW);
    // Its street is in the zone by the beach as well, which is not in the file and stays.
    let clash = desk.put(ZONES, changed.clone()).await;
    assert_eq!(refused(&clash), ("street-in-another-zone".into(), "zones[2].rules[0].streets[0].name".into()));
    assert_eq!(plans(&mut desk).await["version"], 1);
    assert!(lines(&stage).is_empty(), "nothing of it was written");

    changed["zones"][2]["rules"][0]["streets"] = json!([]);
    changed["dryRun"] = json!(true);
    let told = desk.put(ZONES, changed.clone()).await.json(200);
    let expected = ["centrum changed", "haven same", "duinen new", "strand kept"];
    assert_eq!(outcomes(&told), expected);
    let price = json!([{ "field": "own@2026-11-22", "from": "220", "to": "300" }]);
    assert_eq!(told["items"][0]["changes"], price);
    assert_eq!((&told["version"], plans(&mut desk).await["version"].clone()), (&json!(1), json!(1)));
    changed["dryRun"] = json!(false);
    let done = desk.put(ZONES, changed.clone()).await.json(200);
    assert_eq!((outcomes(&done), &done["version"]), (expected.map(String::from).to_vec(), &json!(2)));
    assert_eq!(refused(&desk.put(ZONES, changed.clone()).await).0, "changed-meanwhile");

    let written = lines(&stage);
    assert_eq!(written.len(), 2);
    let line = written.iter().find(|line| line["subject_id"] == "zone/centrum").expect("a line");
    assert_eq!((&line["action"], &line["changes"]), (&json!("zone.changed"), &price));
    assert!(line["actor_name"].is_string() && line["subject_label"] == "Centrum");
    let trail = desk.get("/api/audit?subject=zone/centrum").await.json(200);
    assert_eq!(trail["items"][0]["changes"], price);
}

#[tokio::test]
async fn a_whole_town_fits_and_more_does_not() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let version = plans(&mut desk).await["version"].clone();
    let rules = plans(&mut desk).await["zones"][1]["rules"][0].clone();
    let zone = |number: usize, streets: usize| {
        let mut rules = rules.clone();
        rules["from"] = json!(TOMORROW);
        let street = |street: usize| json!({ "postcode": "9999", "name": format!("Straat {number} {street}") });
        rules["streets"] = (0..streets).map(street).collect();
        let name = format!("Zone {number}");
        json!({ "id": format!("zone-{number}"), "name": { "nl": name, "fr": name, "de": name, "en": name }, "rules": [rules] })
    };
    let file = |zones: usize, streets: usize| json!({ "version": version, "zones": (0..zones).map(|number| zone(number, streets)).collect::<Vec<_>>() });
    assert_eq!(refused(&desk.put(ZONES, file(58, 10)).await).0, "zones-full");
    assert_eq!(refused(&desk.put(ZONES, file(10, 1000)).await).0, "zones-full");
    assert_eq!(
        refused(&desk.put(ZONES, file(1, 1001)).await),
        ("field-too-long".into(), "zones[0].rules[0].streets".into())
    );
    let body = json!({ "version": version, "zones": [], "more": "x".repeat(1024 * 1024) });
    assert_eq!(desk.put(ZONES, body.clone()).await.problem(413), "too-large");
    desk.put(ZONES, file(57, 100)).await.json(200);
    let exported = desk.get("/api/staff/zones.json").await;
    let back = desk.raw(Method::PUT, ZONES).header("origin", stage.town.addresses.office.clone());
    let back = desk.send_raw(back.header("content-type", "application/json").body(exported.text)).await;
    let items = back.json(200)["items"].as_array().expect("zones").clone();
    assert!(items.len() == 60 && items.iter().all(|item| item["outcome"] == "same"));
}

#[tokio::test]
async fn a_preview_tells_its_parts() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let ask =
        |whom: &str, from: &str, until: &str| json!({ "for": whom, "zone": "haven", "from": from, "until": until });
    let preview = async |desk: &mut Browser, body: &Value| desk.post("/api/staff/zone-previews", body.clone()).await;
    // Tuesday from half past eleven until two, with an hour at noon that nobody pays.
    let parts = preview(&mut desk, &ask("own", "2026-11-24T10:30:00Z", "2026-11-24T13:00:00Z")).await.json(200);
    assert_eq!(
        parts["stretches"],
        json!([
            { "from": "2026-11-24T10:30:00Z", "until": "2026-11-24T11:00:00Z", "minutes": 30 },
            { "from": "2026-11-24T12:00:00Z", "until": "2026-11-24T13:00:00Z", "minutes": 60 },
        ])
    );
    assert_eq!((&parts["minutes"], &parts["perHourCents"], &parts["cents"]), (&json!(90), &json!(160), &json!(240)));
    // A visit over the new year uses hours of both quarters, and may not last that long.
    let visit = preview(&mut desk, &ask("visitor", "2026-12-31T19:00:00Z", "2027-01-02T10:00:00Z")).await.json(200);
    assert_eq!(visit["quarters"][0], json!({ "quarter": "2026-Q4", "minutes": 120 }));
    assert_eq!((&visit["tooLong"], &visit["longestMinutes"], &visit["cents"]), (&json!(true), &json!(180), &json!(0)));
    // By rules that are only thought of.
    let mut draft = ask("own", "2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z");
    draft["rules"] = plans(&mut desk).await["zones"][1]["rules"][0].clone();
    draft["rules"]["own"]["perHourCents"] = json!(1000);
    assert_eq!(preview(&mut desk, &draft).await.json(200)["cents"], 1000);
    draft["rules"]["own"]["perHourCents"] = json!(0);
    assert_eq!(refused(&preview(&mut desk, &draft).await), ("rate-not-valid".into(), "rules.own.perHourCents".into()));
    let backwards = ask("own", "2026-11-24T11:00:00Z", "2026-11-24T10:00:00Z");
    assert_eq!(refused(&preview(&mut desk, &backwards).await), ("until-before-from".into(), "until".into()));
    let long_ago = ask("own", "2025-11-24T10:00:00Z", "2025-11-24T11:00:00Z");
    assert_eq!(refused(&preview(&mut desk, &long_ago).await), ("zone-closed".into(), "from".into()));
}

/// Two at one desk each: one is first, the other is told, and nothing is lost.
#[tokio::test]
async fn of_two_changes_at_once_one_is_told() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    for round in 0..8 {
        let now = plans(&mut desk).await;
        let (mut one, mut other) = (change_of(&now, 0), change_of(&now, 1));
        one.1["name"]["en"] = json!(format!("Centre {round}"));
        other.1["name"]["en"] = json!(format!("Harbour {round}"));
        let mut window = desk.window();
        let (a, b) = futures::join!(change(&mut desk, &one), change(&mut window, &other));
        let done = [&a, &b].into_iter().filter(|answer| answer.status == 200).count();
        assert_eq!(done, 1, "{} {}", a.text, b.text);
        assert_eq!(plans(&mut desk).await["version"].as_u64(), now["version"].as_u64().map(|version| version + 1));
    }
    assert_eq!(lines(&stage).len(), 8);
}

/// About zones, in order of time.
fn lines(stage: &Stage) -> Vec<Value> {
    let mut lines: Vec<Value> =
        rows::of(stage, Table::Audit).into_iter().filter(|row| row["subject_kind"] == "zone").collect();
    lines.sort_by_key(|line| line["sk"].as_str().map(str::to_owned));
    lines
}
