//! Staff accounts made for a test: invited by the superadmin, by letter.

use crate::{Answer, Browser, Stage};
use serde_json::{Value, json};

pub const GOOD_PASSWORD: &str = "vier gele kanaries";

impl Stage {
    /// An account that signs in with a user name, invited; and the token of its letter.
    pub async fn invited(&self, admin: &mut Browser, login: &str, role: &str) -> (Value, String) {
        let account = admin.post("/api/staff/accounts", invitation(login, role)).await.json(201);
        (account, self.token_for(login).await)
    }

    /// The token of the newest letter to somebody.
    pub async fn token_for(&self, login: &str) -> String {
        self.town.deliver().await.expect("delivered");
        let to = format!("{login}@noorderhaven.example");
        let letter = self.town.simulators.mails().into_iter().find(|mail| mail.to.contains(&to)).expect("a letter");
        let text = letter.text.unwrap_or_default();
        let (_, after) = text.split_once("activate#").expect("a link");
        after.split_whitespace().next().expect("a token").to_owned()
    }

    pub async fn activate(&self, browser: &mut Browser, token: &str, password: &str) -> Answer {
        let body = json!({ "token": token, "password": password, "again": password });
        browser.post("/api/staff/activation", body).await
    }

    /// Through UiTiD, as far as our own answer.
    pub async fn come_back_outside(&self, browser: &mut Browser, email: &str) -> Answer {
        let departure = browser.get("/api/staff/sign-in/uitid").await;
        let back = browser.send_form(&departure.location(), "email", email).await;
        browser.get(&back.location()).await
    }

    /// An account that is in use, with [`GOOD_PASSWORD`].
    pub async fn colleague(&self, admin: &mut Browser, login: &str, role: &str) -> Value {
        let (account, token) = self.invited(admin, login, role).await;
        self.activate(&mut self.office(), &token, GOOD_PASSWORD).await.json(200);
        account
    }
}

pub fn invitation(login: &str, role: &str) -> Value {
    json!({
        "kind": "password", "name": "Els Peeters", "email": format!("{login}@noorderhaven.example"),
        "login": login, "language": "nl", "roles": [{ "role": role, "scope": "region" }],
    })
}
