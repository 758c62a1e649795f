//! What people do in a town, in one line each.

use crate::{Answer, Browser, Stage};
use meent_domain::{base32, totp};
use serde_json::json;

/// Demo citizens (`infra/local/src/demo/residents.rs`).
pub const ZOE: &str = "85073003328";
pub const MARIE: &str = "01490700185";

impl Stage {
    /// To the provider, choosing a citizen there, and back as far as our own answer.
    pub async fn come_back(&self, browser: &mut Browser, provider: &str, citizen: &str) -> Answer {
        let departure = browser.get(&format!("/api/sign-in/{provider}")).await;
        let back = browser.send_form(&departure.location(), "citizen", citizen).await;
        browser.get(&back.location()).await
    }

    /// Signed in, and asked for consent if it was not given yet.
    pub async fn sign_in(&self, provider: &str, citizen: &str) -> Browser {
        let mut browser = self.portal();
        let answer = self.come_back(&mut browser, provider, citizen).await;
        let page = answer.location();
        let known = [format!("{}/", browser.site), format!("{}/consent", browser.site)];
        assert!(known.contains(&page), "{page}");
        browser
    }

    /// Signed in, with consent.
    pub async fn resident(&self, citizen: &str) -> Browser {
        let mut browser = self.sign_in("itsme", citizen).await;
        let answer = self.decide(&mut browser, "yes").await;
        answer.json(200);
        browser
    }

    pub async fn decide(&self, browser: &mut Browser, decision: &str) -> Answer {
        let version = browser.get("/api/consent").await.json(200)["textVersion"].clone();
        browser.post("/api/consent", json!({ "decision": decision, "textVersion": version, "language": "nl" })).await
    }

    /// The password alone.
    pub async fn give_password(&self, browser: &mut Browser, login: &str, password: &str) -> Answer {
        browser.post("/api/staff/sign-in", json!({ "login": login, "password": password })).await
    }

    pub fn password(&self, login: &str) -> &'static str {
        let staff = self.town.staff.iter().find(|staff| staff.login == Some(login)).expect("a demo account");
        staff.password.expect("with a password")
    }

    /// The code that the account's app shows now.
    pub fn code(&self, login: &str) -> String {
        let staff = self.town.staff.iter().find(|staff| staff.login == Some(login)).expect("a demo account");
        self.code_of(staff.totp_secret.as_deref().expect("with a second factor"))
    }

    pub fn code_of(&self, secret: &str) -> String {
        let secret = base32::from_authenticator(secret).expect("base 32");
        totp::code_at(&secret, self.clock.now().timestamp())
    }

    /// All the way in, second factor included.
    pub async fn staff(&self, login: &str) -> Browser {
        let mut browser = self.office();
        let answer = self.give_password(&mut browser, login, self.password(login)).await.json(200);
        if answer["next"] == "second-factor" {
            // A code works once, and these clocks stand still: the next half minute's is a new one.
            self.clock.advance(chrono::Duration::seconds(30));
            let code = self.code(login);
            browser.post("/api/staff/sign-in/second-factor", json!({ "code": code })).await.json(200);
        }
        browser
    }
}
