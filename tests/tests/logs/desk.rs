//! A day at the office, with all that can go wrong on it.

use crate::Walk;
use meent_tests::colleagues::{GOOD_PASSWORD, invitation};
use meent_tests::desk::{RESIDENTS, VISITS, card};
use meent_tests::{Browser, Fault, MailFault, Misbehaviour, Provider};
use reqwest::Method;
use serde_json::json;

const NORA: &str = "nora.peters@noorderhaven.example";
const WRONG: &str = "zeven scheve schoorstenen";
const NOTE: &str = "Mevrouw Peeters uit de Kerkstraat belde, 85.07.30-033.28";

pub async fn walk(walk: &mut Walk) {
    for secret in [GOOD_PASSWORD, WRONG, NOTE, "Els Peeters", "els.peeters@noorderhaven.example"] {
        walk.secrets.add(secret);
    }
    get_in_wrongly(walk).await;
    from_outside(walk).await;
    let mut admin = walk.desk();
    get_in(walk, &mut admin, "admin").await;
    manage(walk, &mut admin).await;
    help(walk, &mut admin).await;
    own_account(walk, &mut admin).await;
}

/// Somebody at the desk: what stands on their card is in bodies alone (P-63).
async fn help(walk: &mut Walk, admin: &mut Browser) {
    let (number, mut asked) = ("55011904463", card("55011904463"));
    for (field, secret) in [("firstName", "Hildegonde"), ("lastName", "Zwaluwmans"), ("reason", "is haar gsm kwijt")] {
        walk.secrets.add(secret);
        asked[field] = secret.into();
    }
    walk.secrets.add("Zwaluwdreef");
    asked["address"]["street"] = "Zwaluwdreef".into();
    walk.secrets.add(number);
    admin.visit(number).await.problem(404);
    admin.visit("55.01.19-044.64").await.problem(400);
    admin.post(VISITS, json!({ "nationalNumber": 55_011_904_463_u64, "reason": number })).await.problem(400);
    let mut wrong = asked.clone();
    wrong["address"] = "Zwaluwdreef".into();
    admin.post(RESIDENTS, wrong).await.problem(400);
    let begun = admin.post(RESIDENTS, asked.clone()).await;
    // Walked past before, she is known.
    assert!([201, 409].contains(&begun.status.as_u16()), "{}", begun.text);
    admin.post(RESIDENTS, asked).await.problem(409);
    let desk = admin.helping(number).await;
    admin.get(&desk).await.json(200);
    admin.take_cash(&desk, 500).await;
    admin.get(&format!("{desk}/summary.pdf")).await;
}

async fn get_in_wrongly(walk: &mut Walk) {
    let mut browser = walk.desk();
    // Somebody types their password, or address, where the user name goes.
    for (login, password) in [
        ("admin", WRONG),
        ("blocked", walk.stage.password("blocked")),
        ("nobody.at.all", WRONG),
        (walk.stage.password("finance"), "x"),
        ("an.maes@noorderhaven.example", WRONG),
        ("85073003328", "85.07.30-033.28"),
    ] {
        walk.stage.give_password(&mut browser, login, password).await;
    }
    browser.post("/api/staff/sign-in", json!({ "login": 85_073_003_328_u64, "password": [WRONG] })).await.problem(400);
    browser.post("/api/staff/sign-in", json!({ WRONG: "x" })).await.problem(400);
    for _ in 0..6 {
        walk.stage.give_password(&mut browser, "vouchers", WRONG).await;
    }
    walk.stage.wait_minutes(2 * 24 * 60);
}

async fn from_outside(walk: &mut Walk) {
    for misbehaviour in Misbehaviour::ALL {
        walk.stage.wait_minutes(2);
        let mut browser = walk.desk();
        let departure = browser.get("/api/staff/sign-in/uitid").await.location();
        let back = browser.send_form(&departure, "email", NORA).await.location();
        walk.stage.town.simulators.misbehave(Provider::Uitid, *misbehaviour, None);
        browser.get(&back).await.location();
        walk.stage.town.simulators.behave(Provider::Uitid);
    }
    for email in ["stranger@elsewhere.example", "admin@noorderhaven.example", NORA] {
        let mut browser = walk.desk();
        walk.stage.come_back_outside(&mut browser, email).await.location();
        browser.get("/api/staff/me").await;
    }
}

async fn get_in(walk: &mut Walk, browser: &mut Browser, login: &str) {
    walk.stage.clock.advance(chrono::Duration::minutes(1));
    walk.stage.give_password(browser, login, walk.stage.password(login)).await.json(200);
    let code = walk.stage.code(login);
    walk.secrets.add_code(&code);
    browser.post("/api/staff/sign-in/second-factor", json!({ "code": WRONG })).await.problem(401);
    browser.post("/api/staff/sign-in/second-factor", json!({ "code": code })).await.json(200);
}

async fn manage(walk: &mut Walk, admin: &mut Browser) {
    let (account, token) = walk.stage.invited(admin, "els.peeters", "finance-clerk").await;
    walk.secrets.add(&token);
    admin.post("/api/staff/accounts", invitation("els.peeters", "finance-clerk")).await.problem(409);
    let mut wrong = invitation("els.peeters@x", "finance-clerk");
    admin.post("/api/staff/accounts", wrong.clone()).await.problem(400);
    wrong["roles"] = "Els Peeters".into();
    admin.post("/api/staff/accounts", wrong).await.problem(400);
    for fault in [MailFault::Throttled, MailFault::Rejected, MailFault::Down] {
        walk.stage.wait_minutes(1);
        walk.stage.town.simulators.misbehave_mail(Some(fault), None);
        let path = format!("/api/staff/accounts/{}/invitation", account["id"].as_str().expect("an id"));
        admin.ask(Method::POST, &path, None).await;
        walk.stage.town.deliver().await.expect("tried");
        walk.stage.town.simulators.misbehave_mail(None, None);
    }
    let mut els = walk.desk();
    walk.stage.activate(&mut els, &token, GOOD_PASSWORD).await.problem(410);
    let path = format!("/api/staff/accounts/{}", account["id"].as_str().expect("an id"));
    admin.ask(Method::POST, &format!("{path}/invitation"), None).await;
    let token = walk.stage.token_for("els.peeters").await;
    walk.secrets.add(&token);
    walk.stage.activate(&mut els, &token, "Els.Peeters2026").await.problem(400);
    walk.stage.activate(&mut els, &token, GOOD_PASSWORD).await.json(200);
    walk.stage.give_password(&mut els, "els.peeters", GOOD_PASSWORD).await.json(200);
    els.get("/api/staff/accounts").await.problem(403);
    let offer = els.get("/api/staff/second-factor").await.json(200);
    let secret = offer["secret"].as_str().expect("a secret").to_owned();
    walk.secrets.add(&secret);
    let code = walk.stage.code_of(&secret);
    walk.secrets.add_code(&code);
    els.put("/api/staff/second-factor", json!({ "code": "000002" })).await.problem(401);
    els.put("/api/staff/second-factor", json!({ "code": code })).await.json(200);
    let shown = admin.get(&path).await.json(200);
    let change = |name: &str| Some(json!({ "version": shown["version"], "name": name }));
    admin.ask(Method::PATCH, &path, change("Els Peeters-De Smet")).await.json(200);
    admin.ask(Method::PATCH, &path, change("Els Peeters")).await.problem(409);
    for path in ["/api/staff/accounts", "/api/audit", "/api/staff/notifications", "/api/staff/me"] {
        admin.get(path).await.json(200);
    }
    assert_eq!(admin.get("/api/audit.csv").await.status, 200);
    admin.ask(Method::DELETE, &path, None).await;
    admin.get(&path).await.problem(404);
}

async fn own_account(walk: &mut Walk, admin: &mut Browser) {
    let change = |current: &str, again: &str| json!({ "current": current, "password": GOOD_PASSWORD, "again": again });
    admin.post("/api/staff/password", change(WRONG, GOOD_PASSWORD)).await.problem(401);
    admin.post("/api/staff/password", change(WRONG, WRONG)).await.problem(400);
    let at = walk.stage.clock.now().to_rfc3339();
    let report = json!({ "page": "/accounts", "requestIds": ["abc"], "at": at, "note": NOTE });
    assert_eq!(admin.post("/api/staff/problem-reports", report).await.status, 202);
    let wrong = json!({ "page": NOTE, "requestIds": [NOTE], "at": NOTE, "note": NOTE });
    admin.post("/api/staff/problem-reports", wrong).await.problem(400);
    walk.stage.town.deliver().await.expect("delivered");
}

/// Everything once more, while all that is asked of AWS fails so.
pub async fn walk_into(walk: &mut Walk, fault: Fault) {
    walk.stage.wait_minutes(2 * 24 * 60);
    let mut superadmin = walk.desk();
    get_in(walk, &mut superadmin, "superadmin").await;
    let nora = superadmin.get("/api/staff/accounts").await.json(200)["items"][0].clone();
    let path = format!("/api/staff/accounts/{}", nora["id"].as_str().expect("an id"));
    for fails in [|_: &str| true, |operation: &str| operation != "BatchGetItem"] {
        walk.stage.town.calls.inject(move |call| fails(&call.operation).then_some(fault));
        let mut nobody = walk.desk();
        walk.stage.give_password(&mut nobody, "finance", walk.stage.password("finance")).await;
        walk.stage.give_password(&mut nobody, "finance", WRONG).await;
        walk.stage.activate(&mut nobody, "made-up-token", GOOD_PASSWORD).await;
        for page in ["/api/staff/accounts", "/api/audit", "/api/staff/notifications", "/api/staff/me", &path] {
            superadmin.get(page).await;
        }
        superadmin.post("/api/staff/accounts", invitation("els.peeters", "finance-clerk")).await;
        let change = json!({ "version": nora["version"], "name": "Els Peeters" });
        superadmin.patch(&path, change).await;
        superadmin.ask(Method::POST, &format!("{path}/invitation"), None).await;
        let at = walk.stage.clock.now().to_rfc3339();
        let report = json!({ "page": "/accounts", "requestIds": ["abc"], "at": at, "note": NOTE });
        superadmin.post("/api/staff/problem-reports", report).await;
        let change = json!({ "current": WRONG, "password": GOOD_PASSWORD, "again": GOOD_PASSWORD });
        superadmin.post("/api/staff/password", change).await;
        superadmin.ask(Method::POST, "/api/staff/sign-out", None).await;
        // It fails, or has nothing to do.
        let _ = walk.stage.town.deliver().await;
        walk.stage.town.calls.heal();
    }
}

impl Walk {
    pub fn desk(&mut self) -> Browser {
        let browser = self.stage.office();
        self.trails.push(browser.trail.clone());
        browser
    }
}
