//! Requests made from the API's own description, and answers held to it: bodies as it says, each field in turn
//! made wrong in every way there is, and paths and queries likewise. Nothing is answered with a mistake of ours
//! or with something that the description doesn't name (P-51).
//!
//! What is drawn comes from a seed that is printed; `MEENT_SEED` takes one.

mod answers;
mod bodies;

use answers::conforms;
use bodies::Maker;
use meent_tests::dice::Dice;
use meent_tests::money::intention;
use meent_tests::parking::session;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage, invariants};
use reqwest::Method;
use serde_json::{Value, json};

/// What may come from anywhere (docs/API.md).
const FROM_ANYWHERE: [u16; 8] = [400, 401, 403, 404, 405, 409, 413, 415];
/// Where nobody is signed out or erased by what is drawn.
const TAGS: [&str; 7] = ["parking", "zones", "vouchers", "enforcement", "desk", "wallet", "home"];

#[tokio::test]
async fn what_the_description_allows_and_what_it_does_not() {
    let description: Value = serde_json::from_str(&meent_local::openapi()).expect("a description");
    let mut dice = Dice::new();
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 40_000).await;
    let until = stage.clock.now() + chrono::Duration::hours(2);
    let id = phone.park(&session("own", "1ABC234", "centrum", None, until)).await;
    let mut desk = stage.staff("superadmin").await;
    let mut asked = 0;
    for (path, method, operation) in operations(&description) {
        let browser = if path.starts_with("/api/staff") { &mut desk } else { &mut phone };
        let maker = Maker::new(&description, &id);
        for body in maker.bodies(operation, &mut dice) {
            for address in maker.addresses(path, operation, &mut dice, body.is_none()) {
                asked += 1;
                ask(browser, &description, operation, &method, &address, body.as_ref()).await;
            }
        }
    }
    invariants::hold(&stage);
    assert!(asked > 500, "{asked} requests");
}

/// Path, method and what is said of it.
fn operations(description: &Value) -> Vec<(&str, Method, &Value)> {
    let mut all = vec![];
    for (path, item) in description["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let tag = operation["tags"][0].as_str().unwrap_or_default();
            let Ok(method) = method.to_uppercase().parse::<Method>() else { continue };
            if TAGS.contains(&tag) {
                all.push((path.as_str(), method, operation));
            }
        }
    }
    all
}

async fn ask(
    browser: &mut Browser,
    description: &Value,
    operation: &Value,
    method: &Method,
    address: &str,
    body: Option<&Value>,
) {
    let site = browser.site.clone();
    let mut request =
        browser.raw(method.clone(), address).header("origin", site).header("idempotency-key", intention());
    if let Some(body) = body {
        request = request.json(body);
    }
    let answer = browser.send_raw(request).await;
    let status = answer.status.as_u16();
    let what = format!("{method} {address} with {}: {status} {}", body.unwrap_or(&Value::Null), answer.text);
    assert!(status < 500, "a mistake of ours: {what}");
    let described = &operation["responses"][status.to_string()];
    if status >= 400 {
        assert!(described.is_object() || FROM_ANYWHERE.contains(&status), "not described: {what}");
        answer.problem(status);
        return;
    }
    assert!(described.is_object() || status == 303, "not described: {what}");
    let schema = &described["content"]["application/json"]["schema"];
    if schema.is_object() {
        let body: Value = serde_json::from_str(&answer.text).unwrap_or_else(|_| panic!("no JSON: {what}"));
        if let Err(why) = conforms(description, schema, &body) {
            panic!("{why}: {what}");
        }
    }
}

/// The checks check.
#[test]
fn an_answer_that_is_not_as_described_is_found() {
    let description = json!({ "components": { "schemas": { "Thing": {
        "type": "object", "required": ["id"], "properties": {
            "id": { "type": "string" }, "count": { "type": ["integer", "null"] },
            "all": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } }
        }
    } } } });
    let schema = json!({ "$ref": "#/components/schemas/Thing" });
    let is = |body: Value| conforms(&description, &schema, &body).is_ok();
    assert!(is(json!({ "id": "a", "count": null, "all": [{ "id": "b" }] })));
    for wrong in [
        json!({}),
        json!([]),
        json!({ "id": 1 }),
        json!({ "id": "a", "count": "1" }),
        json!({ "id": "a", "all": [{}] }),
        json!({ "id": "a", "more": 1 }),
    ] {
        assert!(!is(wrong.clone()), "{wrong}");
    }
}
