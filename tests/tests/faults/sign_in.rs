//! Getting in: residents through their providers, staff with password, code and letter.

use crate::all_of;
use crate::people::{account_of, id_of, letters_to, lines_about, newcomer};
use meent_store::Table;
use meent_tests::colleagues::GOOD_PASSWORD;
use meent_tests::faults::{Deed, Tried, told};
use meent_tests::{Answer, Browser, Stage, rows};
use serde_json::json;

/// Coming back from a provider: for the first time, or known already.
struct ComingBack {
    provider: &'static str,
    is_known: bool,
}

struct Arrival {
    citizen: String,
    browser: Browser,
    back: String,
}

impl Deed for ComingBack {
    type Scene = Arrival;
    const NAME: &'static str = "GET /api/sign-in/{provider}/callback";

    async fn set_up(&self, stage: &Stage, number: usize) -> Arrival {
        let citizen = newcomer(stage, number);
        if self.is_known {
            stage.resident(&citizen).await;
        }
        let mut browser = stage.portal();
        let departure = browser.get(&format!("/api/sign-in/{}", self.provider)).await.location();
        let back = browser.send_form(&departure, "citizen", &citizen).await.location();
        Arrival { citizen, browser, back }
    }

    async fn act(&self, _: &Stage, scene: &mut Arrival) -> Answer {
        let back = scene.back.clone();
        scene.browser.get(&back).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Arrival, tried: &Tried) {
        // The address works once: then the page says so, and beginning anew is possible.
        tried.ends_in(303, &["sign-in-replayed", "provider-unavailable", "sign-in-refused"]);
        let is_in = scene.browser.cookies.contains_key("__Host-resident");
        assert!(is_in || told(&tried.again) != "ok", "{}", tried.told());
        let mut browser =
            if is_in { scene.browser.window() } else { stage.sign_in(self.provider, &scene.citizen).await };
        let path = if self.is_known { "/api/home" } else { "/api/consent" };
        browser.get(path).await.json(200);
    }
}

#[tokio::test]
async fn coming_back_from_itsme() {
    all_of(&ComingBack { provider: "itsme", is_known: false }).await;
}

#[tokio::test]
async fn coming_back_from_eid_to_what_is_known() {
    all_of(&ComingBack { provider: "eid", is_known: true }).await;
}

/// Setting out leaves nothing behind that matters, so it is done again.
struct SettingOut;

impl Deed for SettingOut {
    type Scene = (String, Browser);
    const NAME: &'static str = "GET /api/sign-in/{provider}";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        (newcomer(stage, number), stage.portal())
    }

    async fn act(&self, _: &Stage, (_, browser): &mut Self::Scene) -> Answer {
        browser.get("/api/sign-in/itsme").await
    }

    async fn check(&self, _: &Stage, (citizen, browser): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(303, &[]);
        let back = browser.send_form(&tried.again.location(), "citizen", citizen).await.location();
        assert!(browser.get(&back).await.location().ends_with("/consent"));
    }
}

#[tokio::test]
async fn setting_out_to_itsme() {
    all_of(&SettingOut).await;
}

struct Password {
    is_right: bool,
}

impl Deed for Password {
    type Scene = (Browser, String);
    const NAME: &'static str = "POST /api/staff/sign-in";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        // After what was counted before is forgotten.
        stage.wait_minutes(2 * 24 * 60);
        (stage.office(), format!("vouchers{}", if self.is_right { String::new() } else { number.to_string() }))
    }

    async fn act(&self, stage: &Stage, (browser, login): &mut Self::Scene) -> Answer {
        if self.is_right {
            return stage.give_password(browser, "vouchers", stage.password("vouchers")).await;
        }
        // To be swept, a refusal has to count as going well.
        let mut answer = stage.give_password(browser, login, "wrong").await;
        if answer.status == 401 && answer.problem(401) == "wrong-credentials" {
            answer.status = reqwest::StatusCode::OK;
        }
        answer
    }

    async fn check(&self, stage: &Stage, (browser, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(200, &[]);
        if self.is_right {
            browser.get("/api/staff/me").await.json(200);
            return;
        }
        // What was told was counted.
        let outcomes = [tried.first.as_ref(), Some(&tried.again)].into_iter().flatten();
        let outcomes = outcomes.filter(|answer| told(answer) == "ok").count() as u64;
        let all = rows::of(stage, Table::WebSessions);
        let now = stage.clock.now().to_rfc3339();
        let counts = rows::beginning_with(&all, "TRIES#").into_iter();
        let counts = counts.filter(|row| rows::text(row, "last_wrong_at").get(..19) == now.get(..19));
        let counted: Vec<u64> = counts.filter_map(|row| row["wrong_in_a_row"].as_u64()).collect();
        assert_eq!(counted.len(), 3, "of the account, the address and both");
        assert!(counted.iter().all(|counted| (outcomes..=2).contains(counted)), "{counted:?} of {outcomes}");
    }
}

#[tokio::test]
async fn a_right_password() {
    all_of(&Password { is_right: true }).await;
}

#[tokio::test]
async fn a_wrong_password() {
    all_of(&Password { is_right: false }).await;
}

struct SecondFactor;

impl Deed for SecondFactor {
    type Scene = Browser;
    const NAME: &'static str = "POST /api/staff/sign-in/second-factor";

    async fn set_up(&self, stage: &Stage, _: usize) -> Browser {
        stage.wait_minutes(1);
        let mut browser = stage.office();
        stage.give_password(&mut browser, "admin", stage.password("admin")).await.json(200);
        browser
    }

    async fn act(&self, stage: &Stage, browser: &mut Browser) -> Answer {
        let code = stage.code("admin");
        browser.post("/api/staff/sign-in/second-factor", json!({ "code": code })).await
    }

    async fn check(&self, stage: &Stage, browser: &mut Browser, tried: &Tried) {
        // In already: the same code is used, and the session that gave it has ended.
        tried.ends_in(200, &["wrong-code", "session-ended"]);
        let is_in = [tried.first.as_ref(), Some(&tried.again)].into_iter().flatten().any(|answer| told(answer) == "ok");
        if is_in {
            browser.get("/api/staff/me").await.json(200);
        }
        stage.staff("admin").await.get("/api/staff/me").await.json(200);
    }
}

#[tokio::test]
async fn the_second_factor() {
    all_of(&SecondFactor).await;
}

struct SettingUpAFactor;

impl Deed for SettingUpAFactor {
    type Scene = (Browser, String, String);
    const NAME: &'static str = "PUT /api/staff/second-factor";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let login = format!("els.{number}");
        stage.colleague(&mut stage.staff("admin").await, &login, "finance-clerk").await;
        let mut browser = stage.office();
        stage.give_password(&mut browser, &login, GOOD_PASSWORD).await.json(200);
        let offer = browser.get("/api/staff/second-factor").await.json(200);
        (browser, login, offer["secret"].as_str().expect("a secret").to_owned())
    }

    async fn act(&self, stage: &Stage, (browser, _, secret): &mut Self::Scene) -> Answer {
        let code = stage.code_of(secret);
        browser.put("/api/staff/second-factor", json!({ "code": code })).await
    }

    async fn check(&self, stage: &Stage, (_, login, secret): &mut Self::Scene, tried: &Tried) {
        // Set up a second time, by who is wholly in, another session offers another secret.
        tried.ends_in(200, &["session-ended", "wrong-code"]);
        let id = account_of(stage, login).expect("an account")["id"].as_str().expect("an id").to_owned();
        assert_eq!(lines_about(stage, &id, "staff-account.second-factor-set"), 1, "{}", tried.told());
        stage.wait_minutes(1);
        let mut anew = stage.office();
        stage.give_password(&mut anew, login, GOOD_PASSWORD).await.json(200);
        let code = json!({ "code": stage.code_of(secret) });
        anew.post("/api/staff/sign-in/second-factor", code).await.json(200);
    }
}

#[tokio::test]
async fn setting_up_a_second_factor() {
    all_of(&SettingUpAFactor).await;
}

struct Activation;

impl Deed for Activation {
    type Scene = (Browser, String, String);
    const NAME: &'static str = "POST /api/staff/activation";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let login = format!("els.{number}");
        let (_, token) = stage.invited(&mut stage.staff("admin").await, &login, "finance-clerk").await;
        (stage.office(), login, token)
    }

    async fn act(&self, stage: &Stage, (browser, _, token): &mut Self::Scene) -> Answer {
        stage.activate(browser, token, GOOD_PASSWORD).await
    }

    async fn check(&self, stage: &Stage, (browser, login, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(200, &["invitation-expired"]);
        let id = account_of(stage, login).expect("an account")["id"].as_str().expect("an id").to_owned();
        assert_eq!(lines_about(stage, &id, "staff-account.activated"), 1, "{}", tried.told());
        let notes = rows::of(stage, Table::Work);
        let notes = notes.iter().filter(|row| row["kind"] == "invitation-accepted").count();
        assert_eq!(notes, all_activated(stage), "the inviter is told once of each");
        stage.give_password(browser, login, GOOD_PASSWORD).await.json(200);
        assert!(!id_of(browser).is_empty());
        assert_eq!(letters_to(stage, &format!("STAFF#{id}"), "staff-invitation"), 1);
    }
}

fn all_activated(stage: &Stage) -> usize {
    rows::of(stage, Table::Audit).iter().filter(|row| row["action"] == "staff-account.activated").count()
}

#[tokio::test]
async fn taking_an_invitation() {
    all_of(&Activation).await;
}

struct OutsideForTheFirstTime;

impl Deed for OutsideForTheFirstTime {
    type Scene = (Browser, String, String, String);
    const NAME: &'static str = "GET /api/staff/sign-in/{provider}/callback";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let email = format!("nora.{number}@noorderhaven.example");
        let body = json!({
            "kind": "oidc", "name": "Nora Peters", "email": email, "language": "nl",
            "roles": [{ "role": "finance-clerk", "scope": "region" }],
        });
        let account = stage.staff("admin").await.post("/api/staff/accounts", body).await.json(201);
        let mut browser = stage.office();
        let departure = browser.get("/api/staff/sign-in/uitid").await.location();
        let back = browser.send_form(&departure, "email", &email).await.location();
        (browser, back, email, account["id"].as_str().expect("an id").to_owned())
    }

    async fn act(&self, _: &Stage, (browser, back, ..): &mut Self::Scene) -> Answer {
        browser.get(back).await
    }

    async fn check(&self, stage: &Stage, (browser, _, email, id): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(303, &["sign-in-replayed", "provider-unavailable", "sign-in-refused"]);
        let mut browser = browser.window();
        if !browser.cookies.contains_key("__Host-staff") {
            stage.come_back_outside(&mut browser, email).await.location();
        }
        browser.get("/api/staff/me").await.json(200);
        assert_eq!(lines_about(stage, id, "staff-account.activated"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn an_account_elsewhere_for_the_first_time() {
    all_of(&OutsideForTheFirstTime).await;
}
