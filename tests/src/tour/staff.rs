//! Staff get in, by password and from elsewhere, and look after their own account.

use super::{ALIKE, Tour};
use crate::Browser;
use chrono::Duration;
use serde_json::json;

const SIGN_IN: &str = "POST /api/staff/sign-in";
const CODE: &str = "POST /api/staff/sign-in/second-factor";
const FACTOR: &str = "/api/staff/second-factor";
const PASSWORD: &str = "POST /api/staff/password";

impl Tour {
    pub(super) async fn staff(&mut self) {
        let mut desk = self.stage.office();
        self.stage.give_password(&mut desk, "admin", "not this one").await.problem(401);
        self.note(SIGN_IN, "a wrong password");
        self.stage.give_password(&mut desk, "admin", self.stage.password("admin")).await.json(200);
        self.note(SIGN_IN, "right after wrong");
        let wrong = json!({ "code": "000000" });
        desk.post("/api/staff/sign-in/second-factor", wrong).await.problem(401);
        self.note(CODE, "a wrong code");
        self.stage.clock.advance(Duration::seconds(30));
        let code = self.stage.code("admin");
        desk.post("/api/staff/sign-in/second-factor", json!({ "code": code })).await.json(200);
        self.note(CODE, "");
        desk.send("/api/staff/sign-out").await.done(204);
        self.note("POST /api/staff/sign-out", "");
        self.stage.give_password(&mut desk, "admin", self.stage.password("admin")).await.json(200);
        self.note(SIGN_IN, "");
        self.pass();
        self.own_account().await;
        self.outside().await;
    }

    async fn own_account(&mut self) {
        let mut desk = self.stage.staff("finance").await;
        self.pass();
        desk.get("/api/staff/me").await.json(200);
        self.note("GET /api/staff/me", "");
        desk.patch("/api/staff/me", json!({ "language": "fr" })).await.json(200);
        self.note("PATCH /api/staff/me", "");
        self.own_factor(&mut desk).await;
        let change = |current: &str| json!({ "current": current, "password": "twee rode ballonnen", "again": "twee rode ballonnen" });
        desk.post("/api/staff/password", change("not this one")).await.problem(401);
        self.note(PASSWORD, "a wrong one");
        desk.post("/api/staff/password", change(self.stage.password("finance"))).await.done(204);
        self.note(PASSWORD, "");
        for path in ["/api/staff/me", "/api/staff/notifications"] {
            self.stage.wait_minutes(4);
            desk.get(path).await.json(200);
            let when = if path == "/api/staff/me" { "and the session put off" } else { ALIKE };
            self.note(&format!("GET {path}"), when);
        }
        self.stage.wait_minutes(4);
        desk.post("/api/staff/problem-reports", self.report()).await.done(202);
        self.pass();
        desk.get("/api/staff/notifications").await.json(200);
        self.note("GET /api/staff/notifications", "");
        let seen = json!({ "upTo": "NOTE#2026-11-21T08:00:00.000Z#x" });
        desk.post("/api/staff/notifications/read", seen).await.done(204);
        self.note("POST /api/staff/notifications/read", "");
    }

    async fn own_factor(&mut self, desk: &mut Browser) {
        let offer = desk.get(FACTOR).await.json(200);
        self.note("GET /api/staff/second-factor", "");
        let secret = offer["secret"].as_str().expect("a secret");
        let code = self.stage.code_of(secret);
        desk.put(FACTOR, json!({ "code": code })).await.json(200);
        self.note("PUT /api/staff/second-factor", "");
        self.stage.clock.advance(Duration::seconds(30));
        let code = self.stage.code_of(secret);
        desk.ask(reqwest::Method::DELETE, FACTOR, Some(json!({ "code": code }))).await.done(204);
        self.note("DELETE /api/staff/second-factor", "");
    }

    async fn outside(&mut self) {
        for when in ["for the first time", ""] {
            let mut desk = self.stage.office();
            let departure = desk.get("/api/staff/sign-in/uitid").await;
            let back = desk.send_form(&departure.location(), "email", "nora.peters@noorderhaven.example").await;
            let page = desk.get(&back.location()).await.location();
            assert!(!page.contains("problem"), "{page}");
            self.note("GET /api/staff/sign-in/{provider}/callback", when);
            self.note("GET /api/staff/sign-in/{provider}", if when.is_empty() { "" } else { ALIKE });
        }
        let mut desk = self.stage.office();
        let departure = desk.get("/api/staff/sign-in/uitid").await;
        let back = desk.send_form(&departure.location(), "email", "stranger@elsewhere.example").await;
        assert_eq!(desk.get(&back.location()).await.problem_page(), "not-invited");
        self.pass();
    }
}
