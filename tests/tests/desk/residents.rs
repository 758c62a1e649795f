//! Residents made from the identity card are residents like others (P-2, P-10, P-63).

use meent_store::Table;
use meent_tests::desk::{RESIDENTS, card};
use meent_tests::people::ZOE;
use meent_tests::{Stage, invariants, rows};
use serde_json::json;

/// Rosa, of the demo citizens: no phone, until somebody gives her one.
const ROSA: &str = "55011904463";

#[tokio::test]
async fn made_at_the_desk_and_the_same_when_they_sign_in_later() {
    let stage = Stage::new().await;
    let mut clerk = stage.staff("vouchers").await;
    assert_eq!(clerk.visit(ROSA).await.problem(404), "resident-unknown");
    let begun = clerk.post(RESIDENTS, card(ROSA)).await.json(201);
    let desk = format!("/api/staff/desk/{}", begun["person"].as_str().expect("an id"));
    let shown = clerk.get(&desk).await.json(200);
    assert_eq!((&shown["firstName"], &shown["address"]["street"]), (&json!("Rosa"), &json!("Vismarkt")));
    clerk.take_cash(&desk, 2000).await;
    assert_eq!(clerk.post(RESIDENTS, card(ROSA)).await.problem(409), "resident-known");
    clerk.helping(ROSA).await;

    let people = rows::of(&stage, Table::People);
    let person = people.iter().find(|row| row["id"] == begun["person"]).expect("a person");
    assert_eq!(person["details"]["address"]["source"], "clerk");
    assert_eq!(
        (&person["decisions"][0]["decision"], person["decisions"].as_array().map(Vec::len)),
        (&json!("yes"), Some(1))
    );
    let made = rows::of(&stage, Table::Audit).into_iter().find(|row| row["action"] == "desk.resident-made");
    let made = made.expect("a line");
    assert_eq!((&made["subject_id"], &made["changes"][0]["field"]), (&begun["person"], &json!("consentText")));
    assert!(!rows::of(&stage, Table::Audit).iter().any(|row| row.to_string().contains("De Smet")));

    // She agreed at the desk, so nothing is asked; and it is her money.
    let mut phone = stage.portal();
    let answer = stage.come_back(&mut phone, "eid", ROSA).await;
    assert_eq!(answer.location(), format!("{}/", phone.site));
    let home = phone.get("/api/home").await.json(200);
    assert_eq!((&home["internalId"], &home["balance"]["cents"]), (&shown["internalId"], &json!(2000)));
    invariants::hold(&stage);
}

#[tokio::test]
async fn not_without_consent_and_not_from_half_a_card() {
    let stage = Stage::new().await;
    let mut clerk = stage.staff("vouchers").await;
    let before = rows::all(&stage);
    for (field, value, status, code, named) in [
        ("consent", json!(false), 400, "confirmation-needed", "consent"),
        ("textVersion", json!("2020-01-01"), 409, "consent-text-changed", "textVersion"),
        ("nationalNumber", json!("55011904464"), 400, "national-number-not-valid", "nationalNumber"),
        ("firstName", json!(" "), 400, "field-required", "firstName"),
        ("lastName", json!("x".repeat(81)), 400, "field-too-long", "lastName"),
        ("language", json!("es"), 400, "field-not-valid", "language"),
        ("reason", json!(""), 400, "field-required", "reason"),
        ("address", json!({ "street": "Vismarkt" }), 400, "field-required", "address.number"),
    ] {
        let mut asked = card(ROSA);
        asked[field] = value;
        let answer = clerk.post(RESIDENTS, asked).await;
        assert_eq!((answer.problem(status).as_str(), &answer.json(status)["field"]), (code, &json!(named)));
    }
    assert_eq!(
        rows::all(&stage).into_iter().filter(|(name, _)| *name != "web-sessions").collect::<Vec<_>>(),
        before.into_iter().filter(|(name, _)| *name != "web-sessions").collect::<Vec<_>>()
    );
    invariants::hold(&stage);
}

#[tokio::test]
async fn who_withdrew_comes_back_as_the_same() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let id = phone.get("/api/home").await.json(200)["internalId"].clone();
    stage.decide(&mut phone, "no").await.json(200);
    let mut clerk = stage.staff("vouchers").await;
    assert_eq!(clerk.visit(ZOE).await.problem(404), "resident-unknown");
    let begun = clerk.post(RESIDENTS, card(ZOE)).await.json(201);
    let desk = format!("/api/staff/desk/{}", begun["person"].as_str().expect("an id"));
    assert_eq!(clerk.get(&desk).await.json(200)["internalId"], id);
    invariants::hold(&stage);
}
