//! Staff help residents at the desk (P-63).

use super::parking::tuesday_noon_after;
use super::{ALIKE, Tour};
use crate::Browser;
use crate::desk::{RESIDENTS, VISITS, card};
use crate::money::intention;
use crate::parking::{agreed, moment, session};
use chrono::Duration;
use serde_json::{Value, json};

/// Never signed in yet.
const ROSA: &str = "55011904463";
const AGAIN: &str = "the same again";
const VISITOR: &str = "for a visitor";
const DESK: &str = "/api/staff/desk/{person}";

impl Tour {
    pub(super) async fn visits(&mut self) {
        self.stage.clock.set(tuesday_noon_after(self.stage.clock.now()));
        let mut clerk = self.stage.staff("vouchers").await;
        self.pass();
        let mut rosa = card(ROSA);
        rosa["address"] = json!({ "street": "Kerkstraat", "number": "50", "postcode": "9999", "town": "Noorderhaven" });
        clerk.post(RESIDENTS, rosa.clone()).await.json(201);
        self.note(&format!("POST {RESIDENTS}"), "");
        clerk.post(RESIDENTS, rosa.clone()).await.problem(409);
        self.pass();
        let desk = clerk.helping(ROSA).await;
        self.note(&format!("POST {VISITS}"), "");
        self.looking_at_them(&mut clerk, &desk).await;
        self.taking_money(&mut clerk, &desk).await;
        let [own, visitor] = self.booking_for_them(&mut clerk, &desk).await;
        self.series_for_them(&mut clerk, &desk).await;
        self.changing_for_them(&mut clerk, &desk, &own, &visitor).await;
        self.shown_at_the_desk(&mut clerk, &format!("{desk}/summary.pdf"), "GET", "/summary.pdf").await;
        self.a_minute_later(&mut clerk).await;
        clerk.delete(&format!("{desk}/visit")).await.done(204);
        self.note(&format!("DELETE {DESK}/visit"), "");
        self.coming_back(&mut clerk, rosa).await;
    }

    /// The zones of a minute ago are read anew: what is counted is the most it costs. That the session is put off
    /// now and then is not.
    async fn a_minute_later(&mut self, clerk: &mut Browser) {
        self.stage.wait_minutes(1);
        clerk.get("/api/staff/me").await.json(200);
        self.pass();
    }

    async fn shown_at_the_desk(&mut self, clerk: &mut Browser, path: &str, method: &str, rest: &str) {
        self.a_minute_later(clerk).await;
        clerk.get(path).await.done(200);
        self.note(&format!("{method} {DESK}{rest}"), "");
    }

    async fn looking_at_them(&mut self, clerk: &mut Browser, desk: &str) {
        self.shown_at_the_desk(clerk, desk, "GET", "").await;
        self.shown_at_the_desk(clerk, &format!("{desk}/sessions"), "GET", "/sessions").await;
        clerk.cookies.retain(|name, _| !name.contains("household"));
        self.a_minute_later(clerk).await;
        clerk.get(desk).await.json(200);
        self.note(&format!("GET {DESK}"), "in a browser that does not know the household yet");
        self.stage.wait_minutes(4);
        clerk.get(desk).await.json(200);
        self.note(&format!("GET {DESK}"), ALIKE);
    }

    async fn taking_money(&mut self, clerk: &mut Browser, desk: &str) {
        let (key, cash) = (intention(), json!({ "amountCents": 20_000, "means": "cash" }));
        for when in ["", AGAIN] {
            clerk.intend(&format!("{desk}/top-ups"), &key, &cash).await.json(201);
            self.note(&format!("POST {DESK}/top-ups"), when);
        }
        let (key, back) = (intention(), json!({ "amountCents": 100 }));
        for when in ["", AGAIN] {
            clerk.intend(&format!("{desk}/refunds"), &key, &back).await.json(201);
            self.note(&format!("POST {DESK}/refunds"), when);
        }
    }

    async fn booking_for_them(&mut self, clerk: &mut Browser, desk: &str) -> [String; 2] {
        let mut booked = vec![];
        for (whom, zone, when) in [("own", "strand", ""), ("visitor", "centrum", VISITOR)] {
            self.a_minute_later(clerk).await;
            let wanted = session(whom, "1ABC234", zone, None, self.stage.clock.now() + Duration::hours(1));
            clerk.post(&format!("{desk}/quotes"), wanted.clone()).await.json(200);
            self.note(&format!("POST {DESK}/quotes"), when);
            self.a_minute_later(clerk).await;
            let key = intention();
            let answer = clerk.intend(&format!("{desk}/sessions"), &key, &agreed(&wanted)).await.json(201);
            self.note(&format!("POST {DESK}/sessions"), when);
            clerk.intend(&format!("{desk}/sessions"), &key, &agreed(&wanted)).await.json(201);
            self.note(&format!("POST {DESK}/sessions"), if when.is_empty() { AGAIN } else { ALIKE });
            booked.push(id_of(&answer["sessions"][0]));
        }
        booked.try_into().expect("two sessions")
    }

    async fn series_for_them(&mut self, clerk: &mut Browser, desk: &str) {
        for (whom, zone, when) in [("own", "strand", ""), ("visitor", "centrum", VISITOR)] {
            self.a_minute_later(clerk).await;
            let first = (self.stage.clock.now() + Duration::days(3)).date_naive();
            let wanted = json!({
                "for": whom, "plate": "3ABC456", "zone": zone, "weekdays": [1, 2, 3, 4, 5, 6],
                "firstDay": first, "lastDay": first + Duration::days(6), "fromTime": "11:00", "untilTime": "11:30",
            });
            clerk.post(&format!("{desk}/series/quotes"), wanted.clone()).await.json(200);
            self.note(&format!("POST {DESK}/series/quotes"), when);
            self.a_minute_later(clerk).await;
            let (key, asked) = (intention(), json!({ "series": wanted, "agreedCents": 10_000 }));
            for when in [when, ALIKE] {
                clerk.intend(&format!("{desk}/series"), &key, &asked).await.json(201);
                self.note(&format!("POST {DESK}/series"), when);
            }
        }
    }

    async fn changing_for_them(&mut self, clerk: &mut Browser, desk: &str, own: &str, visitor: &str) {
        for (id, when) in [(own, ""), (visitor, VISITOR)] {
            self.a_minute_later(clerk).await;
            let (path, until) = (format!("{desk}/sessions/{id}"), moment(self.stage.clock.now() + Duration::hours(2)));
            clerk.post(&format!("{path}/extension/quote"), json!({ "until": until })).await.json(200);
            self.note(&format!("POST {DESK}/sessions/{{id}}/extension/quote"), when);
            self.a_minute_later(clerk).await;
            let body = json!({ "until": until, "agreedCents": 10_000 });
            clerk.intend(&format!("{path}/extension"), &intention(), &body).await.json(200);
            self.note(&format!("POST {DESK}/sessions/{{id}}/extension"), when);
        }
        self.a_minute_later(clerk).await;
        let path = format!("{desk}/sessions/{own}");
        clerk.put(&format!("{path}/plate"), json!({ "plate": "1ABC243", "reason": "mistypt" })).await.json(200);
        self.note(&format!("PUT {DESK}/sessions/{{id}}/plate"), "");
        for (id, when) in [(own, ""), (visitor, VISITOR)] {
            self.a_minute_later(clerk).await;
            let body = json!({ "reason": "auto is stuk" });
            clerk.intend(&format!("{desk}/sessions/{id}/end"), &intention(), &body).await.json(200);
            self.note(&format!("POST {DESK}/sessions/{{id}}/end"), when);
        }
    }

    /// She withdraws, and agrees again at the desk.
    async fn coming_back(&mut self, clerk: &mut Browser, card: Value) {
        let mut phone = self.stage.sign_in("itsme", ROSA).await;
        self.stage.decide(&mut phone, "no").await.json(200);
        self.pass();
        clerk.post(RESIDENTS, card).await.json(201);
        self.note(&format!("POST {RESIDENTS}"), "who withdrew before");
    }
}

fn id_of(session: &Value) -> String {
    session["id"].as_str().expect("an id").to_owned()
}
