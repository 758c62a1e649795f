//! Voucher types, made and changed by administrators over real HTTP (V-27).

use meent_store::Table;
use meent_tests::{Answer, Browser, Stage, rows};
use serde_json::{Value, json};

const TYPES: &str = "/api/staff/voucher-types";

fn terms() -> Value {
    json!({
        "name": { "nl": "Avond", "fr": "Soir", "de": "Abend", "en": "Evening" }, "hours": 3, "priceCents": 125,
        "multiple": 2, "most": 20, "zone": "haven", "validity": { "months": 6 }, "sold": true,
    })
}

async fn save(desk: &mut Browser, id: &str, version: &Value, terms: &Value) -> Answer {
    desk.put(&format!("{TYPES}/{id}"), json!({ "version": version, "terms": terms })).await
}

fn of<'l>(list: &'l Value, id: &str) -> Option<&'l Value> {
    list["types"].as_array().into_iter().flatten().find(|each| each["id"] == id)
}

#[tokio::test]
async fn made_sold_on_other_terms_and_no_longer_sold() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let before = desk.get(TYPES).await.json(200);
    assert!(of(&before, "centrum-4").is_some(), "the town begins with some: {before}");
    let made = save(&mut desk, "avond", &before["version"], &terms()).await.json(200);
    assert_eq!(of(&made, "avond").map(|each| &each["terms"]), Some(&terms()));
    assert_eq!(desk.get(TYPES).await.json(200), made);

    let mut dearer = terms();
    (dearer["priceCents"], dearer["validity"]) = (json!(150), json!({ "endOfYear": 0 }));
    let changed = save(&mut desk, "avond", &made["version"], &dearer).await.json(200);
    assert_eq!(of(&changed, "avond").map(|each| &each["terms"]["priceCents"]), Some(&json!(150)));
    // What changes nothing leaves no trace.
    assert_eq!(save(&mut desk, "avond", &changed["version"], &dearer).await.json(200), changed);
    dearer["sold"] = json!(false);
    let withdrawn = save(&mut desk, "avond", &changed["version"], &dearer).await.json(200);
    assert_eq!(of(&withdrawn, "avond").map(|each| &each["terms"]["sold"]), Some(&json!(false)));

    let found = desk.get("/api/audit?subject=voucher-type/avond").await.json(200);
    assert_eq!(found["items"].as_array().map(Vec::len), Some(3), "{found}");
    let trail = rows::of(&stage, Table::Audit);
    let mut lines: Vec<&Value> = trail.iter().filter(|row| row["subject_id"] == "voucher-type/avond").collect();
    lines.sort_by_key(|row| row["sk"].as_str().map(str::to_owned));
    let told: Vec<(&Value, usize)> =
        lines.iter().map(|line| (&line["action"], line["changes"].as_array().map_or(0, Vec::len))).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    let has = |action: &str, changes: usize| told.contains(&(&json!(action), changes));
    assert!(
        has("voucher-type.added", 11) && has("voucher-type.changed", 3) && has("voucher-type.changed", 1),
        "{told:?}"
    );
}

#[tokio::test]
async fn nothing_is_made_of_what_is_not_right() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let list = desk.get(TYPES).await.json(200);
    let with = |field: &str, value: Value| {
        let mut wrong = terms();
        wrong[field] = value;
        wrong
    };
    for (wrong, code, field) in [
        (with("hours", json!(0)), "field-not-valid", "terms.hours"),
        (with("hours", json!("4")), "field-not-valid", "terms.hours"),
        (with("priceCents", json!(-1)), "field-not-valid", "terms.priceCents"),
        (with("multiple", json!(21)), "field-not-valid", "terms.multiple"),
        (with("most", json!(101)), "field-not-valid", "terms.most"),
        (with("validity", json!({ "months": 0 })), "field-not-valid", "terms.validity"),
        (with("zone", json!("Het Centrum")), "zone-id-not-valid", "terms.zone"),
        (with("name", json!({ "nl": " ", "fr": "a", "de": "a", "en": "a" })), "field-required", "terms.name.nl"),
    ] {
        let answer = save(&mut desk, "avond", &list["version"], &wrong).await;
        assert_eq!((answer.problem(400).as_str(), &answer.json(400)["field"]), (code, &json!(field)), "{wrong}");
    }
    let answer = save(&mut desk, "avond", &list["version"], &with("zone", json!("nergens"))).await;
    assert_eq!((answer.problem(404).as_str(), &answer.json(404)["field"]), ("zone-not-found", &json!("terms.zone")));
    let answer = save(&mut desk, "De%20Avond", &list["version"], &terms()).await;
    assert_eq!((answer.problem(400).as_str(), &answer.json(400)["field"]), ("voucher-type-id-not-valid", &json!("id")));
    assert_eq!(desk.get(TYPES).await.json(200), list);
}

#[tokio::test]
async fn nobody_overwrites_what_they_have_not_seen() {
    let stage = Stage::new().await;
    let mut desk = stage.staff("superadmin").await;
    let version = desk.get(TYPES).await.json(200)["version"].clone();
    let (mut one, mut other) = (desk.window(), desk.window());
    let mine = terms();
    let (first, second) =
        tokio::join!(save(&mut one, "avond", &version, &mine), save(&mut other, "ochtend", &version, &mine));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let list = desk.get(TYPES).await.json(200);
    assert_eq!(list["version"], version.as_u64().expect("a number") + 1);
}

#[tokio::test]
async fn clerks_see_them_and_do_not_change_them() {
    let stage = Stage::new().await;
    let mut clerk = stage.staff("vouchers").await;
    let list = clerk.get(TYPES).await.json(200);
    assert_eq!(save(&mut clerk, "avond", &list["version"], &terms()).await.problem(403), "not-allowed");
    let mut finance = stage.staff("finance").await;
    assert_eq!(finance.get(TYPES).await.problem(403), "not-allowed");
}
