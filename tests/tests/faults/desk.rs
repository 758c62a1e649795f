//! What staff do at their own desk.

use crate::all_of;
use crate::people::{account_of, letters_to, lines_about};
use meent_store::Table;
use meent_tests::colleagues::GOOD_PASSWORD;
use meent_tests::faults::{Deed, Tried};
use meent_tests::{Answer, Browser, Stage, rows};
use reqwest::Method;
use serde_json::json;

const OTHER_PASSWORD: &str = "zes paarse olifanten";

struct ChangingThePassword;

impl Deed for ChangingThePassword {
    type Scene = (Browser, String);
    const NAME: &'static str = "POST /api/staff/password";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        // The wrong tries of the points before, all from here, are forgotten.
        stage.wait_minutes(2 * 24 * 60);
        let login = format!("els.{number}");
        stage.colleague(&mut stage.staff("admin").await, &login, "finance-clerk").await;
        let mut browser = stage.office();
        stage.give_password(&mut browser, &login, GOOD_PASSWORD).await.json(200);
        stage.wait_minutes(1);
        (browser, login)
    }

    async fn act(&self, _: &Stage, (browser, _): &mut Self::Scene) -> Answer {
        let body = json!({ "current": GOOD_PASSWORD, "password": OTHER_PASSWORD, "again": OTHER_PASSWORD });
        browser.post("/api/staff/password", body).await
    }

    async fn check(&self, stage: &Stage, (_, login): &mut Self::Scene, tried: &Tried) {
        // Changed already: the session it was asked in has ended, or the password is no longer that one.
        tried.ends_in(204, &["session-ended", "wrong-password"]);
        let id = account_of(stage, login).expect("an account")["id"].as_str().expect("an id").to_owned();
        assert_eq!(lines_about(stage, &id, "staff-account.password-changed"), 1, "{}", tried.told());
        let mut anew = stage.office();
        stage.give_password(&mut anew, login, GOOD_PASSWORD).await.problem(401);
        stage.give_password(&mut anew, login, OTHER_PASSWORD).await.json(200);
        anew.get("/api/staff/me").await.json(200);
    }
}

#[tokio::test]
async fn changing_the_password() {
    all_of(&ChangingThePassword).await;
}

struct ChangingTheLanguage;

impl Deed for ChangingTheLanguage {
    type Scene = Browser;
    const NAME: &'static str = "PATCH /api/staff/me";

    async fn set_up(&self, stage: &Stage, number: usize) -> Browser {
        let mut browser = stage.staff("finance").await;
        let before = if number.is_multiple_of(2) { "fr" } else { "nl" };
        browser.patch("/api/staff/me", json!({ "language": before })).await.json(200);
        browser
    }

    async fn act(&self, _: &Stage, browser: &mut Browser) -> Answer {
        browser.patch("/api/staff/me", json!({ "language": "de" })).await
    }

    async fn check(&self, _: &Stage, browser: &mut Browser, tried: &Tried) {
        tried.ends_in(200, &[]);
        assert_eq!(browser.get("/api/staff/me").await.json(200)["language"], "de");
    }
}

#[tokio::test]
async fn changing_the_language() {
    all_of(&ChangingTheLanguage).await;
}

struct HavingRead;

impl Deed for HavingRead {
    type Scene = (Browser, String);
    const NAME: &'static str = "POST /api/staff/notifications/read";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let mut admin = stage.staff("admin").await;
        stage.wait_minutes(1);
        stage.colleague(&mut admin, &format!("els.{number}"), "finance-clerk").await;
        let bell = admin.get("/api/staff/notifications").await.json(200);
        assert_eq!(bell["unread"], 1);
        (admin, bell["items"][0]["id"].as_str().expect("an id").to_owned())
    }

    async fn act(&self, _: &Stage, (admin, newest): &mut Self::Scene) -> Answer {
        admin.post("/api/staff/notifications/read", json!({ "upTo": newest })).await
    }

    async fn check(&self, _: &Stage, (admin, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(204, &[]);
        assert_eq!(admin.get("/api/staff/notifications").await.json(200)["unread"], 0);
    }
}

#[tokio::test]
async fn having_read_what_was_told() {
    all_of(&HavingRead).await;
}

struct Reporting;

impl Deed for Reporting {
    type Scene = (Browser, usize);
    const NAME: &'static str = "POST /api/staff/problem-reports";

    async fn set_up(&self, stage: &Stage, _: usize) -> Self::Scene {
        (stage.staff("finance").await, letters_to(stage, "TOWN", "problem-report"))
    }

    async fn act(&self, stage: &Stage, (browser, _): &mut Self::Scene) -> Answer {
        let at = stage.clock.now().to_rfc3339();
        let body = json!({ "page": "/accounts", "requestIds": ["a", "b"], "at": at, "note": "het werkt niet" });
        browser.post("/api/staff/problem-reports", body).await
    }

    async fn check(&self, stage: &Stage, (_, before): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(202, &[]);
        let new = letters_to(stage, "TOWN", "problem-report") - *before;
        assert!((1..=2).contains(&new), "{new}: {}", tried.told());
    }
}

#[tokio::test]
async fn reporting_a_problem() {
    all_of(&Reporting).await;
}

struct SigningOut;

impl Deed for SigningOut {
    type Scene = (Browser, Browser);
    const NAME: &'static str = "POST /api/staff/sign-out";

    async fn set_up(&self, stage: &Stage, _: usize) -> Self::Scene {
        let browser = stage.staff("finance").await;
        let copy = browser.window();
        (browser, copy)
    }

    async fn act(&self, _: &Stage, (browser, _): &mut Self::Scene) -> Answer {
        browser.ask(Method::POST, "/api/staff/sign-out", None).await
    }

    async fn check(&self, stage: &Stage, (_, copy): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(204, &[]);
        assert_eq!(copy.get("/api/staff/me").await.problem(401), "session-ended");
        let left = rows::of(stage, Table::WebSessions);
        assert!(rows::beginning_with(&left, "STAFF#").is_empty(), "{}", tried.told());
    }
}

#[tokio::test]
async fn signing_out_of_the_office() {
    all_of(&SigningOut).await;
}
