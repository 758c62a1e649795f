//! What a resident decides, gives and ends.

use crate::all_of;
use crate::people::{id_of, letters_to, newcomer, person_of};
use meent_store::Table;
use meent_tests::faults::{Deed, Tried, told};
use meent_tests::{Answer, Browser, Stage, rows};
use reqwest::Method;
use serde_json::{Value, json};

struct Someone {
    citizen: String,
    browser: Browser,
    id: String,
    more: String,
}

impl Someone {
    async fn asked(stage: &Stage, number: usize) -> Self {
        let citizen = newcomer(stage, number);
        let browser = stage.sign_in("itsme", &citizen).await;
        Self { citizen, id: id_of(&browser), browser, more: version_of_the_text(stage).await }
    }

    async fn agreed(stage: &Stage, number: usize) -> Self {
        let citizen = newcomer(stage, number);
        let browser = stage.resident(&citizen).await;
        Self { citizen, id: id_of(&browser), browser, more: version_of_the_text(stage).await }
    }

    fn row(&self, stage: &Stage) -> Value {
        person_of(stage, &self.id).unwrap_or_default()
    }

    fn decisions(&self, stage: &Stage) -> Vec<String> {
        let row = self.row(stage);
        let all = row["decisions"].as_array().cloned().unwrap_or_default();
        all.iter().map(|decision| rows::text(decision, "decision").to_owned()).collect()
    }

    async fn answer(&mut self, decision: &str) -> Answer {
        let body = json!({ "decision": decision, "textVersion": self.more, "language": "nl" });
        self.browser.post("/api/consent", body).await
    }
}

async fn version_of_the_text(_: &Stage) -> String {
    meent_domain::consent::TEXT_VERSION.to_owned()
}

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

struct GivingAnAddress;

impl Deed for GivingAnAddress {
    type Scene = Someone;
    const NAME: &'static str = "PUT /api/profile/email";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        Someone::agreed(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        let body = json!({ "address": format!("{}@example.org", scene.id) });
        scene.browser.ask(Method::PUT, "/api/profile/email", Some(body)).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(202, &[]);
        let letters = letters_to(stage, &format!("PERSON#{}", scene.id), "email-confirmation");
        assert!((1..=2).contains(&letters), "{letters}");
        // Of two letters the newer one counts: whichever of them says the code that is asked.
        assert!(confirms(stage, scene).await, "{}", tried.told());
    }
}

/// Whether a code of a letter to this person confirms the address.
async fn confirms(stage: &Stage, scene: &mut Someone) -> bool {
    for code in codes_to(stage, &scene.id).await {
        let answer = scene.browser.post("/api/profile/email/confirmation", json!({ "code": code })).await;
        if answer.status == 200 {
            return true;
        }
    }
    false
}

async fn codes_to(stage: &Stage, id: &str) -> Vec<String> {
    stage.town.deliver().await.expect("delivered");
    let to = format!("{id}@example.org");
    let letters = stage.town.simulators.mails().into_iter().filter(|letter| letter.is_to(&to));
    letters.map(|letter| letter.subject.split(' ').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn giving_an_address() {
    all_of(&GivingAnAddress).await;
}

struct ConfirmingAnAddress;

impl Deed for ConfirmingAnAddress {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/profile/email/confirmation";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        let body = json!({ "address": format!("{}@example.org", someone.id) });
        someone.browser.ask(Method::PUT, "/api/profile/email", Some(body)).await;
        someone.more = codes_to(stage, &someone.id).await.pop().expect("a code");
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.browser.post("/api/profile/email/confirmation", json!({ "code": scene.more })).await
    }

    async fn check(&self, _: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &["email-code-expired"]);
        let profile = scene.browser.get("/api/profile").await.json(200);
        assert_eq!(profile["email"], json!({ "address": format!("{}@example.org", scene.id), "confirmed": true }));
        assert_eq!(profile.get("pendingEmail"), None);
    }
}

#[tokio::test]
async fn confirming_an_address() {
    all_of(&ConfirmingAnAddress).await;
}

struct ChangingTheProfile;

impl Deed for ChangingTheProfile {
    type Scene = Someone;
    const NAME: &'static str = "PATCH /api/profile";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        Someone::agreed(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        let body = json!({ "userName": "Zo", "language": "de" });
        scene.browser.ask(Method::PATCH, "/api/profile", Some(body)).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &[]);
        let row = scene.row(stage);
        assert_eq!((&row["details"]["user_name"], &row["language"]), (&json!("Zo"), &json!("de")));
    }
}

#[tokio::test]
async fn changing_the_profile() {
    all_of(&ChangingTheProfile).await;
}

struct GivingAPicture;

impl Deed for GivingAPicture {
    type Scene = Someone;
    const NAME: &'static str = "PUT /api/profile/picture";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        someone.browser.put_bytes("/api/profile/picture", b"\xff\xd8\xff\xe0 the one before".to_vec()).await;
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.browser.put_bytes("/api/profile/picture", webp()).await
    }

    async fn check(&self, _: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(204, &[]);
        let shown = scene.browser.get("/api/profile/picture").await;
        assert_eq!((shown.status.as_u16(), shown.headers["content-type"].to_str().ok()), (200, Some("image/webp")));
    }
}

#[tokio::test]
async fn giving_a_picture() {
    all_of(&GivingAPicture).await;
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

/// The beginning of a WebP file: what a picture is told by.
fn webp() -> Vec<u8> {
    b"RIFF\x24\0\0\0WEBPVP8 and so on".to_vec()
}
