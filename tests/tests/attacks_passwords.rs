//! Guessing: user names, passwords, and how often (P-4).

use chrono::Duration;
use meent_store::Table;
use meent_tests::{Answer, Stage, rows};
use serde_json::{Value, json};
use std::time::Instant;

/// What can stand behind a login that doesn't get in: nothing, or an account in each state.
fn guesses(stage: &Stage) -> Vec<(&'static str, Value)> {
    let guess = |login: &str, password: &str| json!({ "login": login, "password": password });
    vec![
        ("unknown", guess("nobody", "wrong")),
        ("wrong password", guess("finance", "wrong")),
        ("wrong password, second factor", guess("admin", "wrong")),
        ("blocked, wrong password", guess("vouchers.blocked", "wrong")),
        ("blocked", guess("blocked", "wrong")),
        ("blocked, right password", guess("blocked", stage.password("blocked"))),
        ("invited", guess("invited", "wrong")),
        ("outside account", guess("nora.peters@noorderhaven.example", "wrong")),
        ("malformed", guess("é\u{0} <script>", "wrong")),
        ("too long", guess(&"x".repeat(3_000), "wrong")),
        ("long password", guess("finance", &"x".repeat(3_000))),
    ]
}

#[tokio::test]
async fn an_answer_does_not_tell_whether_the_account_is_there() {
    let stage = Stage::new().await;
    let mut told: Vec<(&str, Vec<String>)> = vec![];
    for (number, (what, guess)) in guesses(&stage).into_iter().enumerate() {
        // From an address of its own, and after what others left is forgotten.
        stage.clock.advance(Duration::days(2));
        let address = format!("192.0.2.{number}");
        let mut answers = vec![];
        for _ in 0..6 {
            answers.push(shown(&stage.office_from(&address, "/api/staff/sign-in", guess.clone()).await));
            stage.clock.advance(Duration::seconds(1));
        }
        assert!(
            answers[0].contains("wrong-credentials") && answers[5].contains("too-many-tries"),
            "{what}: {answers:#?}"
        );
        told.push((what, answers));
    }
    let (_, first) = &told[0];
    for (what, answers) in &told {
        assert_eq!(answers, first, "{what}");
    }
}

/// All of an answer that can tell something: what differs by chance is left out.
fn shown(answer: &Answer) -> String {
    let mut headers: Vec<String> = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
    headers.retain(|line| !line.starts_with("x-request-id") && !line.starts_with("date"));
    headers.sort();
    let mut body: Value = serde_json::from_str(&answer.text).expect("a problem");
    body["requestId"] = "…".into();
    format!("{} {headers:?} {body}", answer.status)
}

/// The quickest of several rounds, compared within one run: a hash made for one and not for the other is
/// a factor of many, and whatever else the machine does only ever slows a round down.
#[tokio::test]
async fn the_time_taken_does_not_tell_either() {
    let stage = Stage::new().await;
    let guesses = guesses(&stage);
    let mut quickest = vec![f64::MAX; guesses.len()];
    for _round in 0..7 {
        stage.clock.advance(Duration::days(2));
        for (number, (what, guess)) in guesses.iter().enumerate() {
            let began = Instant::now();
            let answer = stage.office_from(&format!("192.0.2.{number}"), "/api/staff/sign-in", guess.clone()).await;
            quickest[number] = quickest[number].min(began.elapsed().as_secs_f64());
            assert_eq!(answer.problem(401), "wrong-credentials", "{what}");
        }
    }
    let (least, most) =
        quickest.iter().fold((f64::MAX, 0.0_f64), |(least, most), time| (least.min(*time), most.max(*time)));
    assert!(most / least <= 3.0, "{quickest:?}");
}

#[tokio::test]
async fn a_stranger_keeps_nobody_from_their_own_desk() {
    let stage = Stage::new().await;
    let right = json!({ "login": "finance", "password": stage.password("finance") });
    let wrong = json!({ "login": "finance", "password": "wrong" });
    let path = "/api/staff/sign-in";
    stage.office_from("192.0.2.1", path, right.clone()).await.json(200);
    for _ in 0..5 {
        stage.office_from("203.0.113.9", path, wrong.clone()).await.problem(401);
    }
    // The guesser waits, wherever they go on; the desk that was known does not.
    for address in ["203.0.113.9", "203.0.113.10"] {
        assert_eq!(stage.office_from(address, path, right.clone()).await.problem(429), "too-many-tries");
    }
    stage.office_from("192.0.2.1", path, right.clone()).await.json(200);
    // Unless it is from there that somebody guesses.
    for _ in 0..5 {
        stage.office_from("192.0.2.1", path, wrong.clone()).await.problem(401);
    }
    assert_eq!(stage.office_from("192.0.2.1", path, right).await.problem(429), "too-many-tries");
}

#[tokio::test]
async fn a_wait_grows_to_a_quarter_of_an_hour_and_no_further() {
    let stage = Stage::new().await;
    for login in ["finance", "nobody"] {
        let wrong = json!({ "login": login, "password": "wrong" });
        let mut waits = vec![];
        for _ in 0..14 {
            let answer = stage.office_from("192.0.2.1", "/api/staff/sign-in", wrong.clone()).await;
            if answer.status == 429 {
                let wait = answer.json(429)["retryAfterSeconds"].as_i64().expect("a wait");
                assert_eq!(answer.headers["retry-after"].to_str().ok(), Some(wait.to_string().as_str()));
                waits.push(wait);
                stage.clock.advance(Duration::seconds(wait));
                stage.office_from("192.0.2.1", "/api/staff/sign-in", wrong.clone()).await.problem(401);
            }
        }
        assert_eq!(waits, [15, 30, 60, 120, 240, 480, 900, 900, 900], "{login}");
        stage.clock.advance(Duration::days(2));
    }
}

#[tokio::test]
async fn many_names_from_one_address_wait_as_well() {
    let stage = Stage::new().await;
    for number in 0..20 {
        let guess = json!({ "login": format!("nobody{number}"), "password": "wrong" });
        stage.office_from("192.0.2.1", "/api/staff/sign-in", guess).await.problem(401);
    }
    let right = json!({ "login": "finance", "password": stage.password("finance") });
    assert_eq!(
        stage.office_from("192.0.2.1", "/api/staff/sign-in", right.clone()).await.problem(429),
        "too-many-tries"
    );
    stage.office_from("192.0.2.2", "/api/staff/sign-in", right).await.json(200);
}

/// The outcome of a guess is told only when it was counted: of many at once, as many as if they had
/// come one after the other.
#[tokio::test]
async fn guesses_at_once_learn_no_more_than_one_after_the_other() {
    for (login, times) in [("finance", 50), ("nobody", 20)] {
        let stage = Stage::new().await;
        let password = if login == "finance" { stage.password("finance") } else { "no such account" };
        let guess = |number: usize| {
            let password = if number == times / 2 { password } else { "wrong" };
            let body = json!({ "login": login, "password": password });
            stage.office_from("192.0.2.1", "/api/staff/sign-in", body)
        };
        let answers = futures::future::join_all((0..times).map(guess)).await;
        let of = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
        let (told, put_off, right) = (of(401), of(429), of(200));
        assert_eq!(told + put_off + right, times, "{answers:#?}");
        assert!(told + right <= 5, "{told} wrong and {right} right were told");
        for answer in answers.iter().filter(|answer| answer.status == 429) {
            assert_eq!(answer.problem(429), "too-many-tries");
        }
        let all = rows::of(&stage, Table::WebSessions);
        let counts = rows::beginning_with(&all, "TRIES#").into_iter();
        let most = counts.filter_map(|row| row["wrong_in_a_row"].as_u64()).max();
        assert_eq!(most, Some(told as u64), "{login}: each wrong one that was told was counted");
    }
}
