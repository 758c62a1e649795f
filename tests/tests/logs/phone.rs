//! A resident's day, with all that can go wrong on it.

use crate::Walk;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, Fault, Misbehaviour, Provider};
use reqwest::Method;
use serde_json::{Value, json};

const PROVIDERS: [(Provider, &str); 3] = [(Provider::Itsme, "itsme"), (Provider::Eid, "eid"), (Provider::Acm, "acm")];
const EMAIL: &str = "zoe.peeters@example.org";

pub async fn walk(walk: &mut Walk) {
    walk.secrets.add(EMAIL);
    for (provider, name) in PROVIDERS {
        for misbehaviour in Misbehaviour::ALL {
            walk.stage.wait_minutes(2);
            let mut browser = walk.phone();
            let departure = browser.get(&format!("/api/sign-in/{name}")).await.location();
            let back = browser.send_form(&departure, "citizen", ZOE).await.location();
            walk.stage.town.simulators.misbehave(provider, *misbehaviour, None);
            browser.get(&back).await.location();
            browser.get(&back).await.location();
            walk.phone().get(&back).await.location();
            walk.phone().get(&format!("/api/sign-in/{name}")).await.location();
            walk.stage.town.simulators.behave(provider);
        }
        astray(walk, name).await;
    }
    decide(walk).await;
    at_home(walk).await;
}

async fn astray(walk: &mut Walk, provider: &str) {
    for (field, value) in [("cancel", "yes"), ("error", "server_error"), ("error", "login_required")] {
        let mut browser = walk.phone();
        let departure = browser.get(&format!("/api/sign-in/{provider}?return=/profile")).await.location();
        let back = browser.send_form(&departure, field, value).await.location();
        browser.get(&back).await.location();
    }
}

async fn decide(walk: &mut Walk) {
    for decision in ["no", "yes", "no", "yes"] {
        let mut browser = walk.phone();
        walk.stage.come_back(&mut browser, "itsme", MARIE).await.location();
        let old = json!({ "decision": decision, "textVersion": "Marie Dubois", "language": "nl" });
        browser.post("/api/consent", old).await.problem(409);
        walk.stage.decide(&mut browser, decision).await.json(200);
        walk.stage.wait_minutes(1);
    }
}

async fn at_home(walk: &mut Walk) {
    let mut phone = walk.phone();
    walk.stage.come_back(&mut phone, "eid", ZOE).await.location();
    walk.stage.decide(&mut phone, "yes").await.json(200);
    for path in ["/api/home", "/api/profile", "/api/profile/data", "/api/sessions", "/api/consent"] {
        phone.get(path).await.json(200);
    }
    phone.get("/api/profile/picture").await.problem(404);
    phone.put_bytes("/api/profile/picture", b"RIFF\x24\0\0\0WEBPVP8 of Zo\xc3\xab Peeters".to_vec()).await;
    phone.get("/api/profile/picture?of=it").await;
    phone.put_bytes("/api/profile/picture", b"Zo\xc3\xab Peeters".to_vec()).await.problem(400);
    // What is typed in the wrong place comes back in no error.
    for (method, path, body) in [
        (Method::PATCH, "/api/profile", json!({ "userName": "Zonnetje" })),
        (Method::PATCH, "/api/profile", json!({ "userName": ZOE.parse::<u64>().expect("digits") })),
        (Method::PATCH, "/api/profile", json!({ "language": ZOE })),
        (Method::PATCH, "/api/profile", json!({ "language": EMAIL })),
        (Method::PATCH, "/api/profile", json!({ ZOE: "Zoë Peeters" })),
        (Method::PATCH, "/api/profile", json!([ZOE])),
        (Method::PUT, "/api/profile/email", json!({ "address": "Zoë Peeters <zoe@@example>" })),
        (Method::PUT, "/api/profile/email", json!({ "address": ZOE.parse::<u64>().expect("digits") })),
        (Method::POST, "/api/profile/email/confirmation", json!({ "code": EMAIL })),
        (Method::POST, "/api/profile/erasure", json!({ "confirm": EMAIL })),
        (Method::POST, "/api/consent", json!({ "decision": EMAIL, "textVersion": ZOE, "language": "Zoë" })),
    ] {
        phone.ask(method, path, Some(body)).await;
    }
    phone.put("/api/profile/email", json!({ "address": EMAIL })).await;
    walk.stage.town.deliver().await.expect("delivered");
    let letter = walk.stage.town.simulators.mails().into_iter().find(|letter| letter.is_to(EMAIL)).expect("a letter");
    let code = letter.subject.split(' ').next().unwrap_or_default().to_owned();
    walk.secrets.add_code(&code);
    phone.post("/api/profile/email/confirmation", json!({ "code": "000001" })).await.problem(400);
    phone.post("/api/profile/email/confirmation", json!({ "code": code })).await.json(200);
    phone.get("/api/profile").await.json(200);
    let mut stranger = walk.phone();
    stranger.cookies.insert("__Host-resident".to_owned(), format!("{}x", phone.cookies["__Host-resident"]));
    stranger.get("/api/profile/data").await.problem(401);
    phone.ask_from("https://evil.example", Method::POST, "/api/sign-out", None).await.problem(403);
    phone.post("/api/profile/erasure", json!({ "confirm": true })).await.json(200);
    phone.get("/api/home").await.problem(401);
}

/// Everything once more, while all that is asked of AWS fails so.
pub async fn walk_into(walk: &mut Walk, fault: Fault) {
    walk.stage.wait_minutes(1);
    let mut phone = walk.phone();
    walk.stage.come_back(&mut phone, "itsme", ZOE).await.location();
    if phone.get("/api/consent").await.json(200)["state"] == "asked" {
        walk.stage.decide(&mut phone, "yes").await.json(200);
    }
    phone.put_bytes("/api/profile/picture", b"RIFF\x24\0\0\0WEBPVP8 of Zo\xc3\xab Peeters".to_vec()).await;
    let mut coming = walk.phone();
    let departure = coming.get("/api/sign-in/eid").await.location();
    let back = coming.send_form(&departure, "citizen", ZOE).await.location();
    // A page that was read, and a change that was not written: the one must not stop the other from being tried.
    for fails in [|_: &str| true, |operation: &str| operation != "BatchGetItem"] {
        walk.stage.town.calls.inject(move |call| fails(&call.operation).then_some(fault));
        coming.get(&back).await.location();
        walk.phone().get("/api/sign-in/eid").await.location();
        for path in
            ["/api/home", "/api/profile", "/api/profile/data", "/api/profile/picture", "/api/sessions", "/api/consent"]
        {
            phone.get(path).await;
        }
        for (method, path, body) in [
            (Method::PATCH, "/api/profile", json!({ "userName": "Zonnetje" })),
            (Method::PUT, "/api/profile/email", json!({ "address": EMAIL })),
            (Method::POST, "/api/profile/email/confirmation", json!({ "code": "000001" })),
            (Method::POST, "/api/profile/erasure", json!({ "confirm": true })),
            (Method::DELETE, "/api/sessions/x", Value::Null),
        ] {
            phone.ask(method, path, Some(body).filter(|body| !body.is_null())).await;
        }
        phone.put_bytes("/api/profile/picture", b"RIFF\x24\0\0\0WEBPVP8 of Zo\xc3\xab Peeters".to_vec()).await;
        // It fails, or has nothing to do.
        let _ = walk.stage.town.deliver().await;
        walk.stage.town.calls.heal();
    }
}

impl Walk {
    pub fn phone(&mut self) -> Browser {
        let browser = self.stage.portal();
        self.trails.push(browser.trail.clone());
        browser
    }
}
