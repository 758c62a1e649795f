//! Administrators look after accounts, and read who did what.

use super::{ALIKE, Tour};
use crate::Browser;
use serde_json::{Value, json};

const ACCOUNTS: &str = "/api/staff/accounts";
const INVITE: &str = "POST /api/staff/accounts";
const CHANGE: &str = "PATCH /api/staff/accounts/{id}";
const REMOVE: &str = "DELETE /api/staff/accounts/{id}";

impl Tour {
    pub(super) async fn desk(&mut self) {
        let mut desk = self.stage.staff("superadmin").await;
        self.pass();
        let invited = self.inviting(&mut desk).await;
        let account = format!("{ACCOUNTS}/{invited}");
        desk.get(ACCOUNTS).await.json(200);
        self.note("GET /api/staff/accounts", "");
        desk.get(&format!("{ACCOUNTS}?text=zz")).await.json(200);
        self.note("GET /api/staff/accounts", "a search");
        desk.get(&account).await.json(200);
        self.note("GET /api/staff/accounts/{id}", "");
        self.changing(&mut desk, &account).await;
        self.auditing(&mut desk, &invited).await;
        self.removing(&mut desk, &account).await;
        for path in [ACCOUNTS, "/api/audit"] {
            self.stage.wait_minutes(4);
            desk.get(path).await.json(200);
            self.note(&format!("GET {path}"), ALIKE);
        }
        self.stage.clock.set("2027-02-01T09:00:00Z".parse().expect("a time"));
        let mut desk = self.stage.staff("superadmin").await;
        self.pass();
        desk.get("/api/audit").await.json(200);
        self.note("GET /api/audit", "on the first of a month");
    }

    /// Two are invited; one takes it, and is told of to who invited.
    async fn inviting(&mut self, desk: &mut Browser) -> String {
        desk.post(ACCOUNTS, password_account("wies", "Wies Aerts")).await.json(201);
        self.note(INVITE, "");
        desk.post(ACCOUNTS, password_account("wies", "Wies Aerts")).await.problem(409);
        self.pass();
        self.stage.town.deliver().await.expect("delivered");
        self.pass();
        let letter = self.stage.town.simulators.mails().into_iter().next().and_then(|mail| mail.text);
        let letter = letter.expect("a letter");
        let token = letter.split("activate#").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link");
        let password = "vier gele paraplu's";
        let taken = json!({ "token": token, "password": password, "again": password });
        self.stage.office().post("/api/staff/activation", taken).await.json(200);
        self.note("POST /api/staff/activation", "");
        self.pass();
        let outside = json!({
            "kind": "oidc", "name": "Els Buys", "email": "els@elsewhere.example", "language": "nl", "roles": roles(),
        });
        let outside = desk.post(ACCOUNTS, outside).await.json(201);
        self.note(INVITE, "with an account elsewhere");
        desk.delete(&format!("{ACCOUNTS}/{}", id_of(&outside))).await.done(204);
        self.note(REMOVE, ALIKE);
        id_of(&desk.post(ACCOUNTS, password_account("bo.aerts", "Bo Aerts")).await.json(201))
    }

    async fn changing(&mut self, desk: &mut Browser, account: &str) {
        desk.send(&format!("{account}/invitation")).await.done(202);
        self.note("POST /api/staff/accounts/{id}/invitation", "");
        for (change, when) in [
            (json!({ "name": "Bo Baert" }), ""),
            (json!({ "state": "blocked" }), "blocked before the invitation was taken"),
            (json!({ "state": "active" }), ALIKE),
        ] {
            let mut change = change;
            change["version"] = desk.get(account).await.json(200)["version"].clone();
            self.pass();
            desk.patch(account, change).await.json(200);
            self.note(CHANGE, when);
        }
    }

    async fn auditing(&mut self, desk: &mut Browser, invited: &str) {
        desk.get("/api/audit").await.json(200);
        self.note("GET /api/audit", "");
        let me = desk.get("/api/staff/me").await.json(200)["id"].as_str().map(str::to_owned).expect("an id");
        self.pass();
        for (query, when) in [
            (format!("?actor={me}"), "by who did it"),
            (format!("?subject={invited}"), "by what it was done to"),
            ("?actor=nobody".to_owned(), "by a part of a name"),
            ("?from=2025-12-01&to=2026-11-21".to_owned(), "of a year"),
        ] {
            desk.get(&format!("/api/audit{query}")).await.json(200);
            self.note("GET /api/audit", when);
        }
        desk.get("/api/audit.csv").await.done(200);
        self.note("GET /api/audit.csv", "");
    }

    async fn removing(&mut self, desk: &mut Browser, account: &str) {
        desk.send(&format!("{account}/invitation")).await.done(202);
        self.pass();
        desk.delete(account).await.done(204);
        self.note(REMOVE, "");
        let list = desk.get(&format!("{ACCOUNTS}?text=nora")).await.json(200);
        let bound = id_of(&list["items"][0]);
        self.pass();
        desk.delete(&format!("{ACCOUNTS}/{bound}")).await.done(204);
        self.note(REMOVE, "with an account elsewhere");
    }
}

fn password_account(login: &str, name: &str) -> Value {
    let email = format!("{login}@noorderhaven.example");
    json!({ "kind": "password", "name": name, "email": email, "login": login, "language": "nl", "roles": roles() })
}

fn roles() -> Value {
    json!([{ "role": "voucher-clerk", "scope": "region" }])
}

fn id_of(account: &Value) -> String {
    account["id"].as_str().expect("an id").to_owned()
}
