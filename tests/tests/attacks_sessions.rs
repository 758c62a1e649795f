//! Whose session it is, and what a cookie is worth that isn't (P-5, P-20).

use meent_http::rights::{Audience, ROUTES};
use meent_store::Table;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, Stage, rows};
use reqwest::{Method, StatusCode};
use serde_json::json;

const RESIDENT: &str = "__Host-resident";
const STAFF: &str = "__Host-staff";

#[tokio::test]
async fn a_cookie_planted_before_signing_in_is_not_the_one_after() {
    let stage = Stage::new().await;
    let attacker = stage.sign_in("itsme", MARIE).await;
    let own = attacker.cookies[RESIDENT].clone();
    let id = own.split_once('.').expect("an owner").0.to_owned();
    for planted in [own.clone(), format!("{id}.made-up-by-an-attacker"), "anything".to_owned()] {
        let mut victim = stage.portal();
        victim.cookies.insert(RESIDENT.to_owned(), planted.clone());
        stage.come_back(&mut victim, "itsme", ZOE).await.location();
        assert_ne!(victim.cookies[RESIDENT], planted);
        assert!(!victim.cookies[RESIDENT].starts_with(&id), "a session under the attacker's own id");
        assert_eq!(victim.get("/api/consent").await.json(200)["preview"]["firstName"], "Zoë");
        // What was planted shows the attacker nothing of the victim.
        let answer = with(&stage.portal(), RESIDENT, &planted).get("/api/consent").await;
        assert!(!answer.text.contains("Zoë"), "{}", answer.text);
    }
    for planted in ["anything", "made.up"] {
        let mut clerk = with(&stage.office(), STAFF, planted);
        stage.give_password(&mut clerk, "finance", stage.password("finance")).await.json(200);
        assert_ne!(clerk.cookies[STAFF], planted);
        let mut attacker = with(&stage.office(), STAFF, planted);
        assert_eq!(attacker.get("/api/staff/me").await.problem(401), "session-ended");
    }
}

#[tokio::test]
async fn consent_gives_another_session_and_ends_the_one_before() {
    let stage = Stage::new().await;
    let mut phone = stage.sign_in("itsme", ZOE).await;
    let mut stolen = phone.window();
    stage.decide(&mut phone, "yes").await.json(200);
    assert_ne!(phone.cookies[RESIDENT], stolen.cookies[RESIDENT]);
    assert_eq!(stolen.get("/api/consent").await.problem(401), "session-ended");
    phone.get("/api/home").await.json(200);
}

#[tokio::test]
async fn every_step_up_in_the_office_gives_another_session_and_ends_the_one_before() {
    let stage = Stage::new().await;
    let mut admin = stage.office();
    stage.give_password(&mut admin, "admin", stage.password("admin")).await.json(200);
    let halfway = admin.window();
    admin.post("/api/staff/sign-in/second-factor", json!({ "code": stage.code("admin") })).await.json(200);
    replaced(&halfway, &admin).await;

    let before = admin.window();
    let secret = admin.get("/api/staff/second-factor").await.json(200)["secret"].as_str().expect("one").to_owned();
    let code = json!({ "code": stage.code_of(&secret) });
    admin.put("/api/staff/second-factor", code).await.json(200);
    replaced(&before, &admin).await;

    let before = admin.window();
    let change =
        json!({ "current": stage.password("admin"), "password": "vier gele kanaries", "again": "vier gele kanaries" });
    let changed = admin.post("/api/staff/password", change).await;
    assert_eq!(changed.status, StatusCode::NO_CONTENT, "{}", changed.text);
    replaced(&before, &admin).await;
}

async fn replaced(before: &Browser, after: &Browser) {
    assert_ne!(before.cookies[STAFF], after.cookies[STAFF]);
    assert_eq!(before.window().get("/api/staff/second-factor").await.problem(401), "session-ended");
    after.window().get("/api/staff/me").await.json(200);
}

#[tokio::test]
async fn somebody_s_id_with_another_secret_shows_nothing_of_them() {
    let stage = Stage::new().await;
    let (zoe, marie) = (stage.resident(ZOE).await, stage.resident(MARIE).await);
    let (zoes_id, zoes_token) = zoe.cookies[RESIDENT].split_once('.').expect("two parts");
    let (maries_id, maries_token) = marie.cookies[RESIDENT].split_once('.').expect("two parts");
    let almost = &zoes_token[..zoes_token.len() - 1];
    for forged in [
        format!("{zoes_id}.{maries_token}"),
        format!("{maries_id}.{zoes_token}"),
        format!("{zoes_id}."),
        format!("{zoes_id}.{almost}"),
        format!("{zoes_id}.{zoes_token}x"),
        format!("{zoes_id}.{}", zoes_token.to_uppercase()),
        format!("{}.{zoes_token}", zoes_id.to_uppercase()),
        format!("{zoes_id}.{zoes_token}.{zoes_token}"),
    ] {
        let mut browser = with(&stage.portal(), RESIDENT, &forged);
        // Pages are read while the session is: nothing of them may leave.
        for (method, path, audience) in ROUTES {
            let is_resident = matches!(audience, Audience::SignedIn | Audience::Resident);
            if is_resident && *method == Method::GET {
                let answer = browser.get(path).await;
                assert_eq!(answer.problem(401), "session-ended", "{path} as {forged}");
                assert!(answer.text.len() < 600 && !answer.text.contains("Peeters"), "{}", answer.text);
            }
        }
    }
    for mut browser in [zoe, marie] {
        browser.get("/api/home").await.json(200);
    }
}

#[tokio::test]
async fn nobody_ends_or_sees_another_s_session() {
    let stage = Stage::new().await;
    let (mut zoe, mut marie) = (stage.resident(ZOE).await, stage.resident(MARIE).await);
    let zoes = zoe.get("/api/sessions").await.json(200)["items"].clone();
    let maries = marie.get("/api/sessions").await.json(200)["items"].clone();
    assert_eq!((zoes.as_array().map(Vec::len), maries.as_array().map(Vec::len)), (Some(1), Some(1)));
    let before = rows::all(&stage);
    let of_zoe = zoes[0]["id"].as_str().expect("an id");
    let zoes_id = zoe.cookies[RESIDENT].split_once('.').expect("two parts").0;
    for id in [of_zoe.to_owned(), format!("RESIDENT%23{zoes_id}%2F{of_zoe}"), format!("SESSION%23{of_zoe}")] {
        let answer = marie.ask(Method::DELETE, &format!("/api/sessions/{id}"), None).await;
        assert!([204, 404].contains(&answer.status.as_u16()), "{}", answer.text);
    }
    assert_eq!(rows::all(&stage), before);
    zoe.get("/api/home").await.json(200);
}

#[tokio::test]
async fn residents_and_staff_are_nothing_on_each_other_s_routes() {
    let stage = Stage::new().await;
    let (resident, clerk) = (stage.resident(ZOE).await, stage.staff("superadmin").await);
    let mut at_the_office = with(&stage.office(), STAFF, &resident.cookies[RESIDENT]);
    at_the_office.cookies.insert(RESIDENT.to_owned(), resident.cookies[RESIDENT].clone());
    let mut at_the_portal = with(&stage.portal(), RESIDENT, &clerk.cookies[STAFF]);
    at_the_portal.cookies.insert(STAFF.to_owned(), clerk.cookies[STAFF].clone());
    let before = rows::all(&stage);
    for (method, path, audience) in ROUTES {
        let browser = match audience {
            Audience::Anybody(_) | Audience::PaymentProvider | Audience::Scanner => continue,
            Audience::SignedIn | Audience::Resident => &mut at_the_portal,
            Audience::HalfwayStaff | Audience::Staff(_) => &mut at_the_office,
        };
        let answer = browser.ask(method.clone(), path, None).await;
        assert_eq!(answer.problem(401), "session-ended", "{method} {path}");
    }
    assert_eq!(rows::all(&stage), before);
}

#[tokio::test]
async fn the_tables_hold_no_cookie() {
    let stage = Stage::new().await;
    let (resident, clerk) = (stage.resident(ZOE).await, stage.staff("admin").await);
    let kept = format!("{:?}", rows::of(&stage, Table::WebSessions));
    for cookie in [&resident.cookies[RESIDENT], &clerk.cookies[STAFF]] {
        let (id, token) = cookie.split_once('.').expect("two parts");
        assert!(kept.contains(id) && !kept.contains(token));
    }
}

#[tokio::test]
async fn a_picture_s_address_opens_it_for_its_owner_only() {
    let stage = Stage::new().await;
    let (mut zoe, mut marie) = (stage.resident(ZOE).await, stage.resident(MARIE).await);
    zoe.put_bytes("/api/profile/picture", b"RIFF\x24\0\0\0WEBPVP8 of Zoe".to_vec()).await;
    let url = zoe.get("/api/profile").await.json(200)["picture"]["url"].as_str().expect("an address").to_owned();
    assert_eq!(zoe.get(&url).await.status, StatusCode::OK);
    assert_eq!(marie.get(&url).await.problem(404), "not-found");
    assert_eq!(stage.portal().get(&url).await.problem(401), "session-ended");
}

fn with(browser: &Browser, name: &str, value: &str) -> Browser {
    let mut browser = browser.window();
    browser.cookies.insert(name.to_owned(), value.to_owned());
    browser
}
