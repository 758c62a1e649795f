//! The second factor against somebody who has the password, or a moment at a colleague's desk (P-4).

use meent_http::rights::{Audience, ROUTES};
use meent_store::Table;
use meent_tests::colleagues::GOOD_PASSWORD;
use meent_tests::{Answer, Browser, Stage, rows};
use reqwest::Method;
use serde_json::{Value, json};

const PASS: &str = "/api/staff/sign-in/second-factor";
const FACTOR: &str = "/api/staff/second-factor";

/// With the password, and no further.
async fn halfway(stage: &Stage, login: &str) -> Browser {
    let mut browser = stage.office();
    stage.give_password(&mut browser, login, stage.password(login)).await.json(200);
    browser
}

async fn give_code(browser: &mut Browser, code: &str) -> Answer {
    browser.post(PASS, json!({ "code": code })).await
}

fn half_a_minute(stage: &Stage) {
    stage.clock.advance(chrono::Duration::seconds(30));
}

#[tokio::test]
async fn a_code_works_once_and_so_does_none_before_it() {
    let stage = Stage::new().await;
    let older = stage.code("admin");
    half_a_minute(&stage);
    let code = stage.code("admin");
    give_code(&mut halfway(&stage, "admin").await, &code).await.json(200);
    let mut thief = halfway(&stage, "admin").await;
    for seen in [&code, &older] {
        assert_eq!(give_code(&mut thief, seen).await.problem(401), "wrong-code");
    }
    half_a_minute(&stage);
    give_code(&mut thief, &stage.code("admin")).await.json(200);
}

#[tokio::test]
async fn what_is_no_code_of_this_account_now_is_wrong() {
    let stage = Stage::new().await;
    let mut thief = halfway(&stage, "admin").await;
    let right = stage.code("admin");
    let late = {
        stage.wait_minutes(2);
        right
    };
    for wrong in [stage.code("superadmin"), late, format!("{}0", stage.code("admin")), "٠٠٠٠٠٠".to_owned()] {
        assert_eq!(give_code(&mut thief, &wrong).await.problem(401), "wrong-code", "{wrong}");
    }
    assert_eq!(give_code(&mut thief, "").await.problem(400), "field-required");
    give_code(&mut thief, &format!(" {} ", stage.code("admin"))).await.json(200);
}

#[tokio::test]
async fn guessing_codes_waits_and_beginning_anew_does_not_help() {
    let stage = Stage::new().await;
    let mut thief = halfway(&stage, "admin").await;
    for _ in 0..5 {
        assert_eq!(give_code(&mut thief, "nope00").await.problem(401), "wrong-code");
    }
    let mut anew = halfway(&stage, "admin").await;
    for browser in [&mut thief, &mut anew] {
        let waiting = give_code(browser, &stage.code("admin")).await;
        assert_eq!(
            (waiting.problem(429), waiting.headers["retry-after"].to_str().ok()),
            ("too-many-tries".to_owned(), Some("15"))
        );
    }
    stage.clock.advance(chrono::Duration::seconds(15));
    assert_eq!(give_code(&mut anew, "nope00").await.problem(401), "wrong-code");
    assert_eq!(give_code(&mut thief, "nope00").await.json(429)["retryAfterSeconds"], 30);
    half_a_minute(&stage);
    give_code(&mut anew, &stage.code("admin")).await.json(200);
}

#[tokio::test]
async fn of_codes_guessed_at_once_none_tells_more_than_counted() {
    let stage = Stage::new().await;
    for round in 0..3 {
        half_a_minute(&stage);
        let thief = halfway(&stage, "admin").await;
        let right = stage.code("admin");
        let guess = |number: usize| {
            let mut window = thief.window();
            let code = if number == 29 { right.clone() } else { format!("x{number:05}") };
            async move { give_code(&mut window, &code).await }
        };
        let answers = futures::future::join_all((0..30).map(guess)).await;
        let told = answers.iter().filter(|answer| answer.status == 401 && answer.problem(401) == "wrong-code").count();
        let right = answers.iter().filter(|answer| answer.status == 200).count();
        assert!(told + right <= 5, "{told} wrong and {right} right were told");
        // The right one among those put off looks like all others put off.
        for answer in answers.iter().filter(|answer| ![200, 401].contains(&answer.status.as_u16())) {
            assert_eq!(answer.problem(429), "too-many-tries", "round {round}");
        }
        if right == 0 {
            assert_eq!(
                account(&stage, "admin")["wrong_tries"]["wrong_in_a_row"],
                told,
                "each that was told was counted"
            );
        }
        stage.wait_minutes(24 * 60);
    }
}

#[tokio::test]
async fn of_passwords_guessed_at_once_at_an_open_desk_none_tells_more_than_counted() {
    let stage = Stage::new().await;
    let desk = stage.staff("finance").await;
    let right = stage.password("finance");
    let guess = |number: usize| {
        let mut window = desk.window();
        let current = if number == 9 { right } else { "wrong" };
        let body = json!({ "current": current, "password": GOOD_PASSWORD, "again": GOOD_PASSWORD });
        async move { window.post("/api/staff/password", body).await }
    };
    let answers = futures::future::join_all((0..10).map(guess)).await;
    for answer in answers.iter().filter(|answer| ![204, 401].contains(&answer.status.as_u16())) {
        assert_eq!(answer.problem(429), "too-many-tries");
    }
    assert!(answers.iter().filter(|answer| answer.status != 429).count() <= 5);
}

#[tokio::test]
async fn the_password_alone_does_not_replace_the_second_factor() {
    let stage = Stage::new().await;
    let before = account(&stage, "admin");
    let mut thief = halfway(&stage, "admin").await;
    assert_eq!(thief.get(FACTOR).await.problem(403), "second-factor-needed");
    let code = Some(json!({ "code": stage.code("admin") }));
    assert_eq!(thief.ask(Method::PUT, FACTOR, code.clone()).await.problem(403), "second-factor-needed");
    assert_eq!(thief.ask(Method::DELETE, FACTOR, code).await.problem(403), "second-factor-needed");
    assert_eq!(account(&stage, "admin")["second_factor"], before["second_factor"]);
}

#[tokio::test]
async fn a_secret_belongs_to_the_session_it_was_shown_in() {
    let stage = Stage::new().await;
    let (mut desk, mut other) = (stage.staff("finance").await, stage.staff("finance").await);
    let offered = |answer: &Value| answer["secret"].as_str().expect("a secret").to_owned();
    let mine = offered(&desk.get(FACTOR).await.json(200));
    let others = offered(&other.get(FACTOR).await.json(200));
    assert_ne!(mine, others);
    let foreign = json!({ "code": stage.code_of(&others) });
    assert_eq!(desk.put(FACTOR, foreign).await.problem(401), "wrong-code");
    desk.put(FACTOR, json!({ "code": stage.code_of(&mine) })).await.json(200);
    // Who was in without it stands halfway now, and can't offer themselves another.
    assert_eq!(other.get("/api/staff/me").await.problem(403), "second-factor-needed");
    assert_eq!(other.get(FACTOR).await.problem(403), "second-factor-needed");
    // And the code that set it up is used.
    let mut again = halfway(&stage, "finance").await;
    assert_eq!(give_code(&mut again, &stage.code_of(&mine)).await.problem(401), "wrong-code");
}

#[tokio::test]
async fn halfway_in_no_staff_route_answers() {
    let stage = Stage::new().await;
    let mut needs_one = stage.office();
    stage.come_back_outside(&mut needs_one, "nora.peters@noorderhaven.example").await.location();
    let mut has_one = halfway(&stage, "superadmin").await;
    let before = rows::all(&stage);
    for (method, path, audience) in ROUTES {
        if !matches!(audience, Audience::Staff(_)) {
            continue;
        }
        let path = path.replace("{id}", "x");
        for (browser, code) in
            [(&mut has_one, "second-factor-needed"), (&mut needs_one, "second-factor-enrolment-needed")]
        {
            let answer = browser.ask(method.clone(), &path, None).await;
            assert_eq!(answer.problem(403), code, "{method} {path}");
            assert!(answer.text.len() < 600, "{}", answer.text);
        }
    }
    assert_eq!(rows::all(&stage), before);
}

#[tokio::test]
async fn a_new_password_by_letter_does_not_take_the_second_factor_away() {
    let stage = Stage::new().await;
    let mut superadmin = stage.staff("superadmin").await;
    let mut admin = stage.staff("admin").await;
    let id = admin.get("/api/staff/me").await.json(200)["id"].as_str().expect("an id").to_owned();
    stage.wait_minutes(1);
    superadmin.ask(Method::POST, &format!("/api/staff/accounts/{id}/invitation"), None).await;
    // Whoever reads the admin's letters has the password now, and nothing else.
    let token = stage.token_for("admin").await;
    let mut thief = stage.office();
    stage.activate(&mut thief, &token, GOOD_PASSWORD).await.json(200);
    assert!(thief.cookies.is_empty(), "choosing a password is not signing in");
    assert_eq!(stage.give_password(&mut thief, "admin", GOOD_PASSWORD).await.json(200)["next"], "second-factor");
    assert_eq!(thief.get(FACTOR).await.problem(403), "second-factor-needed");
    assert_eq!(thief.get("/api/staff/me").await.problem(403), "second-factor-needed");
    // And whoever was in with the old one is out.
    assert_eq!(admin.get("/api/staff/me").await.problem(401), "session-ended");
}

fn account(stage: &Stage, login: &str) -> Value {
    let all = rows::of(stage, Table::Staff);
    let accounts = all.into_iter().filter(|row| row["pk"] == "STAFF");
    accounts.into_iter().find(|row| row["entrance"]["login"] == login).expect("an account")
}
