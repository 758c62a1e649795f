//! The functions' binaries as Lambda runs them: under its own loop, with API Gateway's events, each in
//! a process of its own, with nothing but what the template gives them. The engines are a town's.

mod emulator;
mod events;

use chrono::Utc;
use emulator::Emulator;
use events::{body, event, past_the_front_door, problem, request, with_bytes, with_json};
use meent_local::FUNCTIONS;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage};
use serde_json::{Value, json};

/// Processes of their own have the machine's clock.
async fn town() -> Stage {
    Stage::at(Utc::now()).await
}

async fn start(stage: &Stage, function: &str) -> Emulator {
    Emulator::start(function, &stage.town.environment("127.0.0.1")).await
}

#[tokio::test]
async fn each_function_answers_only_who_comes_through_the_front_door() {
    let stage = town().await;
    let nobody = stage.portal();
    for function in FUNCTIONS {
        let emulator = start(&stage, function.name).await;
        for (method, path) in function.patterns() {
            let asked = request(&stage, &nobody, &format!("{method} {path}"));
            let refused = emulator.invoke(&past_the_front_door(asked)).await;
            assert_eq!(problem(&refused, 403), "not-through-the-front-door", "{method} {path}");
        }
    }
}

#[tokio::test]
async fn residents_are_served() {
    let stage = town().await;
    let (nobody, phone) = (stage.portal(), stage.resident(ZOE).await);
    let sign_in = start(&stage, "sign-in").await;
    let keys = body(&sign_in.invoke(&request(&stage, &nobody, "GET /.well-known/jwks.json")).await, 200);
    assert_eq!(keys["keys"].as_array().map(Vec::len), Some(2), "{keys}");
    let sessions = ask(&stage, &sign_in, &phone, "GET /api/sessions").await;
    assert_eq!(sessions["items"][0]["current"], true);

    let consent = ask(&stage, &start(&stage, "consent").await, &phone, "GET /api/consent").await;
    assert_eq!(consent["state"], "given");
    let home = ask(&stage, &start(&stage, "home").await, &phone, "GET /api/home").await;
    assert_eq!((&home["firstName"], &home["balance"]["cents"]), (&json!("Zoë"), &json!(0)));

    let profile = start(&stage, "profile").await;
    let shown = ask(&stage, &profile, &phone, "GET /api/profile").await;
    assert_eq!(shown["nationalNumberMasked"], "85.07.30-***.**");
    let given = with_bytes(request(&stage, &phone, "PUT /api/profile/picture"), PICTURE);
    assert_eq!(profile.invoke(&given).await["statusCode"], 204);
    let picture = profile.invoke(&request(&stage, &phone, "GET /api/profile/picture")).await;
    assert_eq!((&picture["body"], &picture["isBase64Encoded"]), (&json!(PICTURE), &json!(true)), "{picture}");
}

/// `RIFF$...WEBPVP8 `
const PICTURE: &str = "UklGRiQAAABXRUJQVlA4IA==";

#[tokio::test]
async fn staff_are_served_and_letters_delivered() {
    let stage = town().await;
    let mut desk = stage.office();
    let sign_in = start(&stage, "staff-sign-in").await;
    let credentials = json!({ "login": "finance", "password": stage.password("finance") });
    let asked = with_json(request(&stage, &desk, "POST /api/staff/sign-in"), &credentials);
    let answer = sign_in.invoke(&asked).await;
    assert_eq!(body(&answer, 200)["next"], "home");
    keep_cookies(&mut desk, &answer);
    assert_eq!(ask(&stage, &sign_in, &desk, "GET /api/staff/me").await["login"], "finance");
    let bell = start(&stage, "notifications").await;
    assert_eq!(ask(&stage, &bell, &desk, "GET /api/staff/notifications").await["unread"], 0);

    let help = start(&stage, "help-desk").await;
    let report = json!({ "page": "/accounts", "requestIds": [], "at": Utc::now(), "note": "" });
    let outbox = start(&stage, "on-outbox").await;
    for wakes in [include_str!("../../events/schedule.json"), include_str!("../../events/stream.json")] {
        let asked = with_json(request(&stage, &desk, "POST /api/staff/problem-reports"), &report);
        body(&help.invoke(&asked).await, 202);
        let before = stage.town.simulators.mails().len();
        assert_eq!(outbox.invoke(&event(wakes)).await, Value::Null);
        assert_eq!(stage.town.simulators.mails().len(), before + 1);
    }

    let admin = stage.staff("admin").await;
    let accounts = ask(&stage, &start(&stage, "staff-accounts").await, &admin, "GET /api/staff/accounts").await;
    assert!(accounts["items"].as_array().is_some_and(|items| items.len() > 5), "{accounts}");
    let audit = start(&stage, "audit").await;
    assert_eq!(ask(&stage, &audit, &admin, "GET /api/audit").await["items"], json!([]));
    let refused = audit.invoke(&request(&stage, &desk, "GET /api/audit")).await;
    assert_eq!(problem(&refused, 403), "not-allowed");
}

/// Somebody is served, and nobody isn't.
async fn ask(stage: &Stage, emulator: &Emulator, browser: &Browser, route: &str) -> Value {
    let mut nobody = browser.window();
    nobody.cookies.clear();
    assert_eq!(problem(&emulator.invoke(&request(stage, &nobody, route)).await, 401), "session-ended");
    body(&emulator.invoke(&request(stage, browser, route)).await, 200)
}

fn keep_cookies(browser: &mut Browser, answer: &Value) {
    for line in answer["cookies"].as_array().expect("cookies of their own") {
        let pair = line.as_str().and_then(|line| line.split(';').next()).expect("a cookie");
        let (name, value) = pair.split_once('=').expect("a name and a value");
        browser.cookies.insert(name.to_owned(), value.to_owned());
    }
}
