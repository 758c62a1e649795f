//! A resident's own things, until the end.

use super::{ALIKE, Tour};
use crate::people::{MARIE, ZOE};
use crate::{Browser, Fault};
use serde_json::json;

const PICTURE: &str = "/api/profile/picture";

impl Tour {
    pub(super) async fn profile(&mut self) {
        let mut phone = self.stage.sign_in("itsme", ZOE).await;
        self.pass();
        phone.get("/api/profile").await.json(200);
        self.note("GET /api/profile", "");
        phone.patch("/api/profile", json!({ "language": "fr", "userName": "Zo" })).await.json(200);
        self.note("PATCH /api/profile", "");
        self.email(&mut phone).await;
        self.picture(&mut phone).await;
        self.devices(&mut phone).await;
        phone.get("/api/profile/data").await.json(200);
        self.note("GET /api/profile/data", "");
        self.sessions(&mut phone).await;
        self.renewals().await;
        self.endings().await;
    }

    async fn devices(&mut self, phone: &mut Browser) {
        let device = self.stage.device(phone).await;
        self.pass();
        let added = phone.post("/api/profile/devices", json!(device)).await.json(201);
        self.note("POST /api/profile/devices", "");
        phone.delete(&format!("/api/profile/devices/{}", added["id"].as_str().expect("an id"))).await.done(204);
        self.note("DELETE /api/profile/devices/{id}", "");
    }

    async fn email(&mut self, phone: &mut Browser) {
        phone.put("/api/profile/email", json!({ "address": "zoe@example.org" })).await.done(202);
        self.note("PUT /api/profile/email", "");
        self.stage.town.deliver().await.expect("delivered");
        let letter = self.stage.town.simulators.mails().into_iter().next().expect("a letter");
        let code = letter.subject.split(' ').next().expect("a code first").to_owned();
        let wrong = if code == "000000" { "111111" } else { "000000" };
        phone.post("/api/profile/email/confirmation", json!({ "code": wrong })).await.problem(400);
        self.note("POST /api/profile/email/confirmation", "a wrong code");
        phone.post("/api/profile/email/confirmation", json!({ "code": code })).await.json(200);
        self.note("POST /api/profile/email/confirmation", "");
        phone.delete("/api/profile/email").await.done(204);
        self.note("DELETE /api/profile/email", "");
        self.pass();
    }

    async fn picture(&mut self, phone: &mut Browser) {
        phone.put_bytes(PICTURE, picture()).await.done(204);
        self.note("PUT /api/profile/picture", "");
        phone.put_bytes(PICTURE, picture()).await.done(204);
        self.note("PUT /api/profile/picture", "in place of another");
        phone.get(PICTURE).await.done(200);
        self.note("GET /api/profile/picture", "");
        // It went, and the row that names it could not be changed.
        self.stage.town.calls.inject(|call| (call.operation == "TransactWriteItems").then_some(Fault::Refused));
        phone.delete(PICTURE).await.problem(503);
        self.stage.town.calls.heal();
        assert_eq!(phone.get(PICTURE).await.problem(404), "not-found");
        self.pass();
        phone.delete(PICTURE).await.done(204);
        self.note("DELETE /api/profile/picture", "");
    }

    async fn sessions(&mut self, phone: &mut Browser) {
        phone.get("/api/sessions").await.json(200);
        self.note("GET /api/sessions", "");
        let mut laptop = self.stage.sign_in("eid", ZOE).await;
        laptop.send("/api/sign-out").await.done(204);
        self.note("POST /api/sign-out", "");
        let list = phone.get("/api/sessions").await.json(200);
        let other = list["items"].as_array().into_iter().flatten().find(|item| item["current"] == false);
        let id = other.and_then(|item| item["id"].as_str()).expect("another session").to_owned();
        phone.delete(&format!("/api/sessions/{id}")).await.done(204);
        self.note("DELETE /api/sessions/{id}", "");
        self.pass();
        phone.delete("/api/sessions").await.done(204);
        self.note("DELETE /api/sessions", "");
        self.stage.wait_minutes(1);
    }

    /// Each function that knows residents puts off the end of their session.
    async fn renewals(&mut self) {
        let mut phone = self.stage.sign_in("itsme", ZOE).await;
        self.pass();
        for path in ["/api/home", "/api/sessions", "/api/consent", "/api/profile"] {
            self.stage.wait_minutes(4 * 24 * 60);
            phone.get(path).await.json(200);
            self.note(&format!("GET {path}"), if path == "/api/home" { "and the session put off" } else { ALIKE });
        }
    }

    async fn endings(&mut self) {
        let mut phone = self.stage.sign_in("itsme", ZOE).await;
        phone.put_bytes(PICTURE, picture()).await.done(204);
        self.pass();
        self.stage.decide(&mut phone, "no").await.json(200);
        self.note("POST /api/consent", "no afterwards, with a picture and a balance");
        self.stage.wait_minutes(1);
        let mut again = self.stage.sign_in("itsme", ZOE).await;
        self.stage.decide(&mut again, "yes").await.json(200);
        self.pass();
        self.stage.decide(&mut again, "no").await.json(200);
        self.note("POST /api/consent", "no afterwards");
        self.stage.wait_minutes(1);
        let mut refusing = self.stage.sign_in("itsme", ZOE).await;
        self.stage.decide(&mut refusing, "no").await.json(200);
        self.pass();
        let mut back = self.stage.sign_in("itsme", ZOE).await;
        self.stage.decide(&mut back, "yes").await.json(200);
        self.note("POST /api/consent", "yes again");
        back.put_bytes(PICTURE, picture()).await.done(204);
        self.stage.top_up(&mut back, 100).await;
        self.pass();
        back.post("/api/profile/erasure", json!({ "confirm": true })).await.json(200);
        self.note("POST /api/profile/erasure", "with a picture and a balance");
        let mut other = self.stage.sign_in("eid", MARIE).await;
        self.pass();
        other.post("/api/profile/erasure", json!({ "confirm": true })).await.json(200);
        self.note("POST /api/profile/erasure", "");
    }
}

/// The beginning of a WebP file: what a picture is told by.
fn picture() -> Vec<u8> {
    b"RIFF\x24\0\0\0WEBPVP8 and so on".to_vec()
}
