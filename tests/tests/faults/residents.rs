//! What a resident decides and ends.

use crate::all_of;
use crate::people::{Someone, id_of, webp};
use meent_store::Table;
use meent_tests::faults::{Deed, Tried, told};
use meent_tests::{Answer, Browser, Stage, rows};
use reqwest::Method;
use serde_json::{Value, json};

struct Yes {
    withdrew_before: bool,
}

impl Deed for Yes {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/consent (yes)";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        if !self.withdrew_before {
            return Someone::asked(stage, number).await;
        }
        let mut someone = Someone::agreed(stage, number).await;
        stage.wait_minutes(1);
        someone.answer("no").await.json(200);
        stage.wait_minutes(1);
        someone.browser = stage.sign_in("itsme", &someone.citizen).await;
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.answer("yes").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &["session-ended"]);
        let before: &[&str] = if self.withdrew_before { &["yes", "no"] } else { &[] };
        let decisions = scene.decisions(stage);
        assert_eq!(decisions[..before.len()], *before);
        let twice = tried.first.as_ref().is_some_and(|first| told(first) == "ok") && told(&tried.again) == "ok";
        assert_eq!(decisions.len() - before.len(), if twice { 2 } else { 1 }, "{}: {decisions:?}", tried.told());
        stage.sign_in("eid", &scene.citizen).await.get("/api/home").await.json(200);
    }
}

#[tokio::test]
async fn agreeing() {
    all_of(&Yes { withdrew_before: false }).await;
}

#[tokio::test]
async fn agreeing_again() {
    all_of(&Yes { withdrew_before: true }).await;
}

struct No;

impl Deed for No {
    type Scene = (Someone, u64);
    const NAME: &'static str = "POST /api/consent (no)";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        (Someone::asked(stage, number).await, refusals(stage))
    }

    async fn act(&self, _: &Stage, (someone, _): &mut Self::Scene) -> Answer {
        someone.answer("no").await
    }

    async fn check(&self, stage: &Stage, (someone, before): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(200, &["session-ended"]);
        assert_eq!(refusals(stage), *before + 1, "{}", tried.told());
        assert_eq!(someone.row(stage), Value::Null);
    }
}

fn refusals(stage: &Stage) -> u64 {
    let all = rows::of(stage, Table::People);
    let counts = rows::beginning_with(&all, "COUNT#consent-refused").into_iter();
    counts.filter_map(|row| row["times"].as_u64()).sum()
}

#[tokio::test]
async fn refusing() {
    all_of(&No).await;
}

struct Withdrawing;

impl Deed for Withdrawing {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/consent (withdraw)";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        someone.browser.put_bytes("/api/profile/picture", webp()).await;
        stage.wait_minutes(1);
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.answer("no").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &["session-ended"]);
        assert_eq!(scene.decisions(stage), ["yes", "no"], "{}", tried.told());
        assert!(scene.row(stage)["details"].is_null());
        assert_eq!(scene.browser.get("/api/home").await.problem(401), "session-ended");
    }
}

#[tokio::test]
async fn withdrawing() {
    all_of(&Withdrawing).await;
}

struct Erasing;

impl Deed for Erasing {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/profile/erasure";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        someone.browser.put_bytes("/api/profile/picture", webp()).await;
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.browser.post("/api/profile/erasure", json!({ "confirm": true })).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &["session-ended"]);
        let row = scene.row(stage);
        assert!(row["details"].is_null() && row["erased_at"].is_string(), "{}: {row}", tried.told());
        // The number leads to somebody new.
        let again = stage.sign_in("itsme", &scene.citizen).await;
        assert_ne!(id_of(&again), scene.id);
    }
}

#[tokio::test]
async fn erasing() {
    all_of(&Erasing).await;
}

/// Ending sessions: this one, another, all.
struct SigningOut(Method, &'static str);

impl Deed for SigningOut {
    type Scene = (Someone, Browser);
    const NAME: &'static str = "POST /api/sign-out, DELETE /api/sessions…";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let mut someone = Someone::agreed(stage, number).await;
        let other = stage.sign_in("eid", &someone.citizen).await;
        let items = someone.browser.get("/api/sessions").await.json(200)["items"].clone();
        let other_one = items.as_array().and_then(|items| items.iter().find(|item| item["current"] == false)).cloned();
        someone.more = rows::text(&other_one.expect("another session"), "id").to_owned();
        stage.wait_minutes(1);
        (someone, other)
    }

    async fn act(&self, _: &Stage, (someone, _): &mut Self::Scene) -> Answer {
        let path = self.1.replace("{id}", &someone.more);
        someone.browser.ask(self.0.clone(), &path, None).await
    }

    async fn check(&self, stage: &Stage, (someone, other): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(204, &["session-ended"]);
        let ends_other = self.1 != "/api/sign-out";
        let ends_own = !self.1.ends_with("{id}");
        let alive = |answer: Answer| answer.status == 200;
        assert_eq!(alive(someone.browser.get("/api/home").await), !ends_own, "{}", tried.told());
        assert_eq!(alive(other.get("/api/home").await), !ends_other, "{}", tried.told());
        stage.sign_in("itsme", &someone.citizen).await.get("/api/home").await.json(200);
    }
}

#[tokio::test]
async fn signing_out() {
    all_of(&SigningOut(Method::POST, "/api/sign-out")).await;
    all_of(&SigningOut(Method::DELETE, "/api/sessions/{id}")).await;
    all_of(&SigningOut(Method::DELETE, "/api/sessions")).await;
}
