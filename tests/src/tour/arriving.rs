//! Residents sign in, answer the question, and come home.

use super::Tour;
use crate::people::ZOE;
use crate::{Misbehaviour, Provider};

pub(super) const KAREL: &str = "79031412766";
const CALLBACK: &str = "GET /api/sign-in/{provider}/callback";

impl Tour {
    pub(super) async fn arriving(&mut self) {
        let mut phone = self.stage.portal();
        phone.get("/.well-known/jwks.json").await.json(200);
        self.note("GET /.well-known/jwks.json", "");
        self.stage.come_back(&mut phone, "itsme", ZOE).await.location();
        self.note("GET /api/sign-in/{provider}", "");
        self.note(CALLBACK, "of somebody new");
        phone.get("/api/consent").await.json(200);
        self.note("GET /api/consent", "");

        // The same person in two places, before either has answered.
        let mut laptop = self.stage.sign_in("eid", ZOE).await;
        self.stage.decide(&mut phone, "yes").await.json(200);
        self.note("POST /api/consent", "the first yes");
        self.stage.decide(&mut laptop, "yes").await.json(200);
        self.note("POST /api/consent", "yes in two places at once");
        phone.get("/api/home").await.json(200);
        self.note("GET /api/home", "");

        self.stage.come_back(&mut self.stage.portal(), "eid", ZOE).await.location();
        self.note(CALLBACK, "of somebody known");
        let mut refusing = self.stage.sign_in("acm", KAREL).await;
        self.stage.decide(&mut refusing, "no").await.json(200);
        self.note("POST /api/consent", "no at once");
        self.stage.sign_in("itsme", KAREL).await.delete("/api/sessions").await.done(204);
        self.pass();
        self.going_astray().await;
    }

    async fn going_astray(&mut self) {
        let mut phone = self.stage.portal();
        let departure = phone.get("/api/sign-in/itsme").await.location();
        let state = departure.split(['?', '&']).find_map(|pair| pair.strip_prefix("state=")).expect("a state");
        let cancelled = format!("/api/sign-in/itsme/callback?error=access_denied&state={state}");
        assert_eq!(phone.get(&cancelled).await.problem_page(), "sign-in-cancelled");
        self.note(CALLBACK, "after cancelling");
        assert_eq!(phone.get(&cancelled).await.problem_page(), "sign-in-replayed");
        self.stage.town.simulators.misbehave(Provider::Eid, Misbehaviour::UnknownKid, 1);
        self.stage.come_back(&mut phone, "eid", ZOE).await.problem_page();
        self.stage.town.simulators.misbehave(Provider::Itsme, Misbehaviour::EncryptedToOtherKey, 1);
        self.stage.come_back(&mut phone, "itsme", ZOE).await.problem_page();
        phone.get("/api/sign-in/nobody").await.problem_page();
        self.pass();
    }
}
