//! A resident signs in, agrees, comes home, and everything after that (P-1, P-2, P-5, P-10 to P-14).

use meent_tests::people::{MARIE, ZOE};
use meent_tests::{MailFault, Stage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

#[tokio::test]
async fn both_providers_lead_home_and_to_the_same_person() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let home = phone.get("/api/home").await.json(200);
    assert_eq!((&home["firstName"], &home["balance"]["cents"]), (&json!("Zoë"), &json!(0)));
    assert_eq!(home["practice"], true);
    for provider in ["eid", "acm"] {
        let mut laptop = stage.sign_in(provider, ZOE).await;
        let again = laptop.get("/api/home").await.json(200);
        assert_eq!(again["internalId"], home["internalId"], "{provider}");
    }
    let mut other = stage.resident(MARIE).await;
    assert_ne!(other.get("/api/home").await.json(200)["internalId"], home["internalId"]);
}

#[tokio::test]
async fn two_first_sign_ins_at_once_make_one_person() {
    let stage = Stage::new().await;
    let (mut phone, mut laptop) = (stage.sign_in("itsme", ZOE).await, stage.sign_in("eid", ZOE).await);
    let (one, two) = futures::join!(stage.decide(&mut phone, "yes"), stage.decide(&mut laptop, "yes"));
    one.json(200);
    two.json(200);
    let (phone, laptop) = (phone.get("/api/home").await.json(200), laptop.get("/api/home").await.json(200));
    assert_eq!(phone["internalId"], laptop["internalId"]);
}

#[tokio::test]
async fn before_the_answer_there_is_nothing_but_the_question() {
    let stage = Stage::new().await;
    let mut phone = stage.sign_in("itsme", ZOE).await;
    for path in ["/api/home", "/api/profile", "/api/profile/data", "/api/profile/picture"] {
        assert_eq!(phone.get(path).await.problem(403), "consent-needed", "{path}");
    }
    let question = phone.get("/api/consent").await.json(200);
    assert_eq!((&question["state"], &question["preview"]["firstName"]), (&json!("asked"), &json!("Zoë")));
}

#[tokio::test]
async fn refusing_signs_out_and_keeps_a_count_only() {
    let stage = Stage::new().await;
    let mut phone = stage.sign_in("itsme", ZOE).await;
    let window = phone.window();
    let answer = stage.decide(&mut phone, "no").await.json(200);
    assert_eq!(answer["next"], "/signed-out?why=refused");
    assert!(phone.cookies.is_empty());
    for mut browser in [phone, window] {
        assert_eq!(browser.get("/api/consent").await.problem(401), "session-ended");
    }
    // Signing in again asks again, of somebody who is still nobody.
    let mut again = stage.sign_in("eid", ZOE).await;
    let question = again.get("/api/consent").await.json(200);
    assert_eq!((&question["state"], question.get("decidedAt")), (&json!("asked"), None));
}

#[tokio::test]
async fn an_answer_to_another_text_is_asked_again() {
    let stage = Stage::new().await;
    let mut phone = stage.sign_in("itsme", ZOE).await;
    let old = json!({ "decision": "yes", "textVersion": "2020-01-01", "language": "nl" });
    assert_eq!(phone.post("/api/consent", old).await.problem(409), "consent-text-changed");
    stage.decide(&mut phone, "yes").await.json(200);
}

#[tokio::test]
async fn withdrawing_removes_what_consent_covered_and_keeps_who_one_is() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let mut laptop = stage.sign_in("eid", ZOE).await;
    let before = phone.get("/api/home").await.json(200);
    phone.put_bytes("/api/profile/picture", webp()).await;
    phone.patch("/api/profile", json!({ "userName": "Zo" })).await.json(200);
    stage.wait_minutes(1);
    let answer = stage.decide(&mut phone, "no").await.json(200);
    assert_eq!(answer["next"], "/signed-out?why=withdrawn");
    assert_eq!(laptop.get("/api/home").await.problem(401), "session-ended");

    stage.wait_minutes(1);
    let mut back = stage.resident(ZOE).await;
    assert_eq!(back.get("/api/home").await.json(200)["internalId"], before["internalId"]);
    let profile = back.get("/api/profile").await.json(200);
    assert_eq!((profile.get("userName"), profile.get("picture")), (None, None));
    let decisions: Vec<&Value> =
        profile["consent"]["decisions"].as_array().expect("decisions").iter().map(|d| &d["decision"]).collect();
    assert_eq!(decisions, ["yes", "no", "yes"]);
}

#[tokio::test]
async fn signing_out_ends_one_another_or_all() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let mut laptop = stage.sign_in("eid", ZOE).await;
    let mut tablet = stage.sign_in("itsme", ZOE).await;
    let mut old_window = laptop.window();
    laptop.ask(Method::POST, "/api/sign-out", None).await;
    assert!(laptop.cookies.is_empty());
    assert_eq!(old_window.get("/api/home").await.problem(401), "session-ended");

    let sessions = phone.get("/api/sessions").await.json(200);
    let items = sessions["items"].as_array().expect("sessions");
    assert_eq!(items.len(), 2);
    let other = items.iter().find(|item| item["current"] == false).expect("the tablet");
    let path = format!("/api/sessions/{}", other["id"].as_str().expect("an id"));
    assert_eq!(phone.ask(Method::DELETE, &path, None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(tablet.get("/api/home").await.problem(401), "session-ended");
    phone.get("/api/home").await.json(200);

    stage.wait_minutes(1);
    let mut second = stage.sign_in("itsme", ZOE).await;
    stage.wait_minutes(1);
    assert_eq!(phone.ask(Method::DELETE, "/api/sessions", None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(second.get("/api/home").await.problem(401), "session-ended");
    // And a new sign-in counts.
    stage.sign_in("itsme", ZOE).await.get("/api/home").await.json(200);
}

#[tokio::test]
async fn an_idle_session_ends_and_a_used_one_goes_on() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    for _ in 0..3 {
        stage.wait_minutes(20 * 24 * 60);
        phone.get("/api/home").await.json(200);
    }
    stage.wait_minutes(30 * 24 * 60);
    assert_eq!(phone.get("/api/home").await.problem(401), "session-ended");
}

#[tokio::test]
async fn the_profile_is_one_s_own_to_change() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let change = json!({ "language": "fr", "userName": "  Zoe\u{308} P. " });
    let changed = phone.patch("/api/profile", change).await.json(200);
    assert_eq!((&changed["language"], &changed["userName"]), (&json!("fr"), &json!("Zoë P.")));
    assert_eq!(changed["nationalNumberMasked"], "85.07.30-***.**");
    let cleared = phone.patch("/api/profile", json!({ "userName": "" })).await.json(200);
    assert_eq!((cleared.get("userName"), &cleared["language"]), (None, &json!("fr")));
    for (body, field, code) in [
        (json!({ "language": "xx" }), "language", "field-not-valid"),
        (json!({ "userName": "x".repeat(41) }), "userName", "field-too-long"),
        (json!({ "balance": 1000 }), "balance", "field-not-valid"),
        (json!([]), "", "field-not-valid"),
    ] {
        let answer = phone.patch("/api/profile", body).await;
        assert_eq!(answer.problem(400), code);
        if !field.is_empty() {
            assert_eq!(answer.json(400)["field"], field);
        }
    }
}

#[tokio::test]
async fn an_address_counts_once_its_code_came_back() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let given = json!({ "address": "zoe@example.org" });
    assert_eq!(phone.put("/api/profile/email", given.clone()).await.status, StatusCode::ACCEPTED);
    assert_eq!(phone.get("/api/profile").await.json(200)["pendingEmail"]["address"], "zoe@example.org");
    assert_eq!(stage.town.deliver().await.expect("delivered").sent, 1);
    let code = code_of_letter(&stage);
    let wrong = if code == "000000" { "111111" } else { "000000" };
    for _ in 0..4 {
        let answer = phone.post("/api/profile/email/confirmation", json!({ "code": wrong })).await;
        assert_eq!(answer.problem(400), "email-code-wrong");
    }
    let confirmed = phone.post("/api/profile/email/confirmation", json!({ "code": code })).await.json(200);
    assert_eq!(confirmed["email"], json!({ "address": "zoe@example.org", "confirmed": true }));
    // Used, it is gone.
    assert_eq!(
        phone.post("/api/profile/email/confirmation", json!({ "code": code })).await.problem(410),
        "email-code-expired"
    );
    assert_eq!(phone.ask(Method::DELETE, "/api/profile/email", None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(phone.get("/api/profile").await.json(200).get("email"), None);

    // Five wrong codes end it, and so does time.
    phone.put("/api/profile/email", given.clone()).await;
    stage.town.deliver().await.expect("delivered");
    let code = code_of_letter(&stage);
    let wrong = if code == "000000" { "111111" } else { "000000" };
    for _ in 0..5 {
        phone.post("/api/profile/email/confirmation", json!({ "code": wrong })).await.problem(400);
    }
    assert_eq!(
        phone.post("/api/profile/email/confirmation", json!({ "code": code })).await.problem(410),
        "email-code-expired"
    );
    phone.put("/api/profile/email", given).await;
    stage.town.deliver().await.expect("delivered");
    let code = code_of_letter(&stage);
    stage.wait_minutes(30);
    assert_eq!(
        phone.post("/api/profile/email/confirmation", json!({ "code": code })).await.problem(410),
        "email-code-expired"
    );
}

fn code_of_letter(stage: &Stage) -> String {
    let letter = stage.town.simulators.mails().into_iter().next().expect("a letter");
    letter.subject.split(' ').next().expect("a code first").to_owned()
}

#[tokio::test]
async fn a_letter_waits_for_the_post_and_is_sent_once() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.town.simulators.misbehave_mail(Some(MailFault::Down), None);
    phone.put("/api/profile/email", json!({ "address": "zoe@example.org" })).await;
    let first = stage.town.deliver().await.expect("tried");
    assert_eq!((first.sent, first.put_off), (0, 1));
    // Not due again at once.
    assert_eq!(stage.town.deliver().await.expect("tried"), Default::default());
    stage.town.simulators.misbehave_mail(None, None);
    stage.wait_minutes(2);
    assert_eq!(stage.town.deliver().await.expect("tried").sent, 1);
    stage.wait_minutes(60 * 24);
    assert_eq!(stage.town.deliver().await.expect("tried"), Default::default());
    assert_eq!(stage.town.simulators.mails().len(), 1);
}

/// The beginning of a WebP file: what a picture is told by.
fn webp() -> Vec<u8> {
    b"RIFF\x24\0\0\0WEBPVP8 and so on".to_vec()
}

#[tokio::test]
async fn a_picture_is_shown_to_its_owner_only() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    assert_eq!(phone.get("/api/profile/picture").await.problem(404), "not-found");
    assert_eq!(phone.put_bytes("/api/profile/picture", webp()).await.status, StatusCode::NO_CONTENT);
    let shown = phone.get("/api/profile/picture").await;
    assert_eq!((shown.status.as_u16(), shown.headers["content-type"].to_str().ok()), (200, Some("image/webp")));
    assert_eq!(shown.headers["x-content-type-options"], "nosniff");
    let mut other = stage.resident(MARIE).await;
    assert_eq!(other.get("/api/profile/picture").await.problem(404), "not-found");

    assert_eq!(phone.put_bytes("/api/profile/picture", b"<svg/>".to_vec()).await.problem(400), "picture-not-valid");
    assert_eq!(phone.put_bytes("/api/profile/picture", vec![0; 300_000]).await.problem(413), "too-large");
    phone.get("/api/profile/picture").await;
    assert_eq!(phone.ask(Method::DELETE, "/api/profile/picture", None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(phone.get("/api/profile/picture").await.problem(404), "not-found");
}

#[tokio::test]
async fn everything_held_is_told_and_erasure_ends_it() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let data = phone.get("/api/profile/data").await.json(200);
    assert_eq!(data["nationalNumber"], ZOE);
    assert_eq!(data["profile"]["address"]["street"], "Kerkstraat");
    assert_eq!(data["sessions"].as_array().map(Vec::len), Some(1));
    assert_eq!(data["wallet"]["balanceCents"], 0);

    let before = phone.get("/api/home").await.json(200)["internalId"].clone();
    assert_eq!(
        phone.post("/api/profile/erasure", json!({ "confirm": false })).await.problem(400),
        "confirmation-needed"
    );
    stage.wait_minutes(16);
    assert_eq!(
        phone.post("/api/profile/erasure", json!({ "confirm": true })).await.problem(403),
        "fresh-sign-in-needed"
    );
    let mut fresh = stage.sign_in("eid", ZOE).await;
    let erased = fresh.post("/api/profile/erasure", json!({ "confirm": true })).await.json(200);
    assert_eq!(erased["next"], "/signed-out?why=erased");
    for browser in [&mut phone, &mut fresh] {
        assert_eq!(browser.get("/api/home").await.problem(401), "session-ended");
    }
    // The same person is somebody new.
    let mut again = stage.resident(ZOE).await;
    assert_ne!(again.get("/api/home").await.json(200)["internalId"], before);
}

#[tokio::test]
async fn pressing_twice_does_no_harm() {
    let stage = Stage::new().await;
    let mut phone = stage.portal();
    let departure = phone.get("/api/sign-in/itsme").await.location();
    let back = phone.send_form(&departure, "citizen", ZOE).await.location();
    assert!(phone.get(&back).await.location().ends_with("/consent"));
    // The address of the way back, reloaded: the first time counts.
    assert_eq!(phone.get(&back).await.location(), format!("{}/", phone.site));
    let mut window = phone.window();
    let (one, two) = futures::join!(stage.decide(&mut phone, "yes"), async { stage.decide(&mut window, "yes").await });
    assert!([one.status.as_u16(), two.status.as_u16()].contains(&200));
    let home = if one.status == StatusCode::OK { phone.get("/api/home").await } else { window.get("/api/home").await };
    home.json(200);
}
