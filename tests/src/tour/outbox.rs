//! Letters on their way: delivered, put off, refused, given up.

use super::arriving::KAREL;
use super::{OUTBOX, Tour};
use crate::MailFault;
use serde_json::{Value, json};

impl Tour {
    pub(super) async fn outbox(&mut self) {
        self.stage.town.deliver().await.expect("delivered");
        self.pass();
        self.deliver(OUTBOX, "nothing to deliver", (0, 0, 0)).await;
        let mut phone = self.stage.sign_in("itsme", KAREL).await;
        self.stage.decide(&mut phone, "yes").await.json(200);
        let given = json!({ "address": "karel@example.org" });
        phone.put("/api/profile/email", given.clone()).await.done(202);
        self.pass();
        self.deliver(OUTBOX, "a letter", (1, 0, 0)).await;

        phone.put("/api/profile/email", given.clone()).await.done(202);
        self.stage.town.simulators.misbehave_mail(Some(MailFault::Down), None);
        self.pass();
        self.deliver(OUTBOX, "a letter put off", (0, 1, 0)).await;
        self.stage.wait_minutes(25 * 60);
        let mut phone = self.stage.sign_in("itsme", KAREL).await;
        self.pass();
        self.deliver(OUTBOX, "a letter given up after a day", (0, 0, 1)).await;
        self.stage.town.simulators.misbehave_mail(None, None);

        // Who was erased meanwhile gets no letter.
        phone.put("/api/profile/email", given).await.done(202);
        phone.post("/api/profile/erasure", json!({ "confirm": true })).await.json(200);
        self.pass();
        self.deliver(OUTBOX, "a letter to somebody who was erased", (0, 0, 1)).await;

        // Whoever caused a letter that never goes finds that under the bell.
        let mut desk = self.stage.staff("superadmin").await;
        self.stage.town.simulators.misbehave_mail(Some(MailFault::Rejected), 1);
        desk.post("/api/staff/problem-reports", self.report()).await.done(202);
        self.note("POST /api/staff/problem-reports", "");
        self.pass();
        self.deliver(OUTBOX, "a letter refused, and its sender told", (0, 0, 1)).await;
    }

    /// "Meld een probleem".
    pub(super) fn report(&self) -> Value {
        json!({ "page": "/accounts", "requestIds": ["abc"], "at": self.stage.clock.now(), "note": "" })
    }

    async fn deliver(&mut self, route: &str, when: &'static str, (sent, put_off, given_up): (usize, usize, usize)) {
        let done = self.stage.town.deliver().await.expect("delivered");
        assert_eq!((done.sent, done.put_off, done.given_up), (sent, put_off, given_up), "{when}");
        self.note(route, when);
    }
}
