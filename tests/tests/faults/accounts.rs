//! What an administrator does to accounts: each change with its line in the trail, once (P-21).

use crate::all_of;
use crate::people::{account_of, letters_to, lines_about};
use meent_tests::colleagues::{GOOD_PASSWORD, invitation};
use meent_tests::faults::{Deed, Tried, told};
use meent_tests::{Answer, Browser, Stage};
use reqwest::Method;
use serde_json::{Value, json};

struct Desk {
    admin: Browser,
    login: String,
    account: Value,
    token: String,
}

impl Desk {
    fn path(&self) -> String {
        format!("/api/staff/accounts/{}", self.id())
    }

    fn id(&self) -> &str {
        self.account["id"].as_str().expect("an id")
    }

    async fn with_invited(stage: &Stage, number: usize) -> Self {
        let (mut admin, login) = (stage.staff("admin").await, format!("els.{number}"));
        let (account, token) = stage.invited(&mut admin, &login, "finance-clerk").await;
        stage.wait_minutes(1);
        Self { admin, login, account, token }
    }
}

struct Inviting;

impl Deed for Inviting {
    type Scene = Desk;
    const NAME: &'static str = "POST /api/staff/accounts";

    async fn set_up(&self, stage: &Stage, number: usize) -> Desk {
        let (admin, login) = (stage.staff("admin").await, format!("els.{number}"));
        Desk { admin, login, account: Value::Null, token: String::new() }
    }

    async fn act(&self, _: &Stage, scene: &mut Desk) -> Answer {
        scene.admin.post("/api/staff/accounts", invitation(&scene.login, "finance-clerk")).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Desk, tried: &Tried) {
        // Invited already: the list has the account.
        tried.ends_in(201, &["login-taken"]);
        let account = account_of(stage, &scene.login).expect("an account");
        let id = account["id"].as_str().expect("an id");
        assert_eq!(lines_about(stage, id, "staff-account.invited"), 1, "{}", tried.told());
        assert_eq!(letters_to(stage, &format!("STAFF#{id}"), "staff-invitation"), 1);
        let token = stage.token_for(&scene.login).await;
        stage.activate(&mut stage.office(), &token, GOOD_PASSWORD).await.json(200);
    }
}

#[tokio::test]
async fn inviting() {
    all_of(&Inviting).await;
}

/// A change, and the line it leaves.
struct Changing(&'static str, &'static str, &'static str);

impl Deed for Changing {
    type Scene = Desk;
    const NAME: &'static str = "PATCH /api/staff/accounts/{id}";

    async fn set_up(&self, stage: &Stage, number: usize) -> Desk {
        Desk::with_invited(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Desk) -> Answer {
        let mut body = json!({ "version": scene.account["version"] });
        body[self.0] = self.1.into();
        scene.admin.patch(&scene.path(), body).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Desk, tried: &Tried) {
        tried.ends_in(200, &["changed-meanwhile"]);
        let account = account_of(stage, &scene.login).expect("an account");
        assert_eq!(account[self.0], self.1);
        assert_eq!(lines_about(stage, scene.id(), self.2), 1, "{}", tried.told());
        let link = stage.activate(&mut stage.office(), &scene.token, GOOD_PASSWORD).await;
        assert_eq!(link.status == 200, self.1 != "blocked", "{}", link.text);
    }
}

#[tokio::test]
async fn changing_a_name() {
    all_of(&Changing("name", "Els De Smet", "staff-account.changed")).await;
}

#[tokio::test]
async fn blocking() {
    all_of(&Changing("state", "blocked", "staff-account.blocked")).await;
}

struct Removing;

impl Deed for Removing {
    type Scene = Desk;
    const NAME: &'static str = "DELETE /api/staff/accounts/{id}";

    async fn set_up(&self, stage: &Stage, number: usize) -> Desk {
        Desk::with_invited(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Desk) -> Answer {
        scene.admin.ask(Method::DELETE, &scene.path(), None).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Desk, tried: &Tried) {
        tried.ends_in(204, &["not-found"]);
        assert_eq!(account_of(stage, &scene.login), None);
        assert_eq!(lines_about(stage, scene.id(), "staff-account.removed"), 1, "{}", tried.told());
        let link = stage.activate(&mut stage.office(), &scene.token, GOOD_PASSWORD).await;
        assert_eq!(link.problem(410), "invitation-expired");
        // User name and address are free again.
        scene.admin.post("/api/staff/accounts", invitation(&scene.login, "finance-clerk")).await.json(201);
    }
}

#[tokio::test]
async fn removing() {
    all_of(&Removing).await;
}

struct InvitingAgain;

impl Deed for InvitingAgain {
    type Scene = Desk;
    const NAME: &'static str = "POST /api/staff/accounts/{id}/invitation";

    async fn set_up(&self, stage: &Stage, number: usize) -> Desk {
        Desk::with_invited(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Desk) -> Answer {
        let path = format!("{}/invitation", scene.path());
        scene.admin.ask(Method::POST, &path, None).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Desk, tried: &Tried) {
        tried.ends_in(202, &[]);
        // Each time that it was done: one line, one letter.
        let lines = lines_about(stage, scene.id(), "staff-account.invited-again");
        assert_eq!(letters_to(stage, &format!("STAFF#{}", scene.id()), "staff-invitation"), lines + 1);
        let done = [tried.first.as_ref(), Some(&tried.again)].into_iter().flatten().filter(|a| told(a) == "ok").count();
        assert!((done..=2).contains(&lines), "{lines} lines: {}", tried.told());
        // Of all the letters one opens, and it is not the first.
        let older = stage.activate(&mut stage.office(), &scene.token, GOOD_PASSWORD).await;
        assert_eq!(older.problem(410), "invitation-expired");
        stage.town.deliver().await.expect("delivered");
        let to = format!("{}@noorderhaven.example", scene.login);
        let mut opened = 0;
        for letter in stage.town.simulators.mails().into_iter().filter(|letter| letter.is_to(&to)) {
            let text = letter.text.unwrap_or_default();
            let token = text.split_once("activate#").and_then(|(_, after)| after.split_whitespace().next());
            let token = token.expect("a token");
            opened += usize::from(stage.activate(&mut stage.office(), token, GOOD_PASSWORD).await.status == 200);
        }
        assert_eq!(opened, 1);
    }
}

#[tokio::test]
async fn inviting_again() {
    all_of(&InvitingAgain).await;
}
