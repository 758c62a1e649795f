//! A resident parks, for themselves and for visitors, and changes what was parked.

use super::{OUTBOX, SCHEDULE, Tour};
use crate::money::intention;
use crate::parking::{agreed, moment, session};
use crate::people::ZOE;
use crate::{Browser, NewDevice};
use chrono::{DateTime, Datelike, Duration, Timelike, Utc, Weekday};
use reqwest::Method;
use serde_json::{Value, json};

/// Lives at the harbour.
const KAREL: &str = "79031412766";
const START: &str = "GET /api/parking";
const QUOTE: &str = "POST /api/parking/quotes";
const BOOK: &str = "POST /api/parking/sessions";
const SERIES: &str = "POST /api/parking/series";
const EXTEND: &str = "POST /api/parking/sessions/{id}/extension";
const END: &str = "POST /api/parking/sessions/{id}/end";
const VISITOR: &str = "for a visitor";

impl Tour {
    pub(super) async fn parking(&mut self) {
        self.stage.clock.set(tuesday_noon_after(self.stage.clock.now()));
        let mut phone = self.stage.sign_in("itsme", ZOE).await;
        self.stage.top_up(&mut phone, 20_000).await;
        self.stage.town.deliver().await.expect("delivered");
        phone.get("/api/parking/plates").await.json(200);
        self.pass();
        self.before_booking(&mut phone).await;
        let [own, visitor] = self.booking(&mut phone).await;
        self.series(&mut phone).await;
        self.listed(&mut phone, &own).await;
        self.extending(&mut phone, &own, &visitor).await;
        self.putting_right(&mut phone).await;
        self.ending(&mut phone, &own, &visitor).await;
        self.known_plates(&mut phone).await;
        self.enforcement().await;
        self.reminding(&mut phone).await;
        self.leaving().await;
        let mut phone = self.stage.sign_in("itsme", ZOE).await;
        self.pass();
        self.stage.wait_minutes(4 * 24 * 60);
        phone.get("/api/parking/plates").await.json(200);
        self.pass();
    }

    /// The zones of a minute ago are read anew: what is counted is the most it costs.
    fn in_hours(&mut self, hours: i64) -> DateTime<Utc> {
        self.stage.wait_minutes(1);
        self.stage.clock.now() + Duration::hours(hours)
    }

    async fn before_booking(&mut self, phone: &mut Browser) {
        phone.get("/api/parking").await.json(200);
        self.note(START, "in a browser that does not know the household yet");
        self.in_hours(0);
        phone.get("/api/parking").await.json(200);
        self.note(START, "");
        for (whom, zone, when) in [("own", "strand", ""), ("visitor", "centrum", VISITOR)] {
            let wanted = session(whom, "1ABC234", zone, None, self.in_hours(1));
            phone.quote(&wanted).await.json(200);
            self.note(QUOTE, when);
        }
    }

    async fn booking(&mut self, phone: &mut Browser) -> [String; 2] {
        let mut booked = vec![];
        for (whom, zone, when) in [("own", "strand", ""), ("visitor", "centrum", VISITOR)] {
            let wanted = session(whom, "1ABC234", zone, None, self.in_hours(1));
            let key = intention();
            let answer = phone.intend("/api/parking/sessions", &key, &agreed(&wanted)).await.json(201);
            booked.push(text(&answer["sessions"][0]["id"]));
            self.note(BOOK, when);
            self.in_hours(0);
            phone.intend("/api/parking/sessions", &key, &agreed(&wanted)).await.json(201);
            self.note(BOOK, if whom == "own" { "the same again" } else { super::ALIKE });
        }
        let mut elsewhere = phone.window();
        elsewhere.cookies.retain(|name, _| !name.contains("household"));
        let from = self.in_hours(48);
        elsewhere.park(&session("visitor", "2ABC345", "centrum", Some(from), from + Duration::hours(1))).await;
        self.note(BOOK, "in a browser that does not know the household yet");
        booked.try_into().expect("two sessions")
    }

    async fn series(&mut self, phone: &mut Browser) {
        for (whom, zone, when) in [("own", "strand", ""), ("visitor", "centrum", "for visitors")] {
            let first = self.in_hours(3 * 24).date_naive();
            let wanted = json!({
                "for": whom, "plate": "3ABC456", "zone": zone, "weekdays": [1, 2, 3, 4, 5, 6],
                "firstDay": first, "lastDay": first + Duration::days(20), "fromTime": "11:00", "untilTime": "11:30",
            });
            phone.post("/api/parking/series/quotes", wanted.clone()).await.json(200);
            self.note("POST /api/parking/series/quotes", when);
            self.in_hours(0);
            let asked = json!({ "series": wanted, "agreedCents": 10_000 });
            phone.intend("/api/parking/series", &intention(), &asked).await.json(201);
            self.note(SERIES, when);
        }
    }

    async fn listed(&mut self, phone: &mut Browser, own: &str) {
        let list = "/api/parking/sessions";
        for (query, when) in [("", ""), ("?from=2026-11-01&to=2027-12-31", "of a period")] {
            self.in_hours(0);
            phone.get(&format!("{list}{query}")).await.json(200);
            self.note("GET /api/parking/sessions", when);
        }
        self.in_hours(0);
        phone.get("/api/parking/sessions.csv").await.done(200);
        self.note("GET /api/parking/sessions.csv", "");
        self.in_hours(0);
        phone.get(&format!("{list}/{own}")).await.json(200);
        self.note("GET /api/parking/sessions/{id}", "");
        self.in_hours(0);
        phone.get(&format!("{list}/{own}/proof.pdf")).await.done(200);
        self.note("GET /api/parking/sessions/{id}/proof.pdf", "");
    }

    async fn extending(&mut self, phone: &mut Browser, own: &str, visitor: &str) {
        for (id, when) in [(own, ""), (visitor, VISITOR)] {
            let until = self.in_hours(2);
            let wanted = json!({ "until": moment(until) });
            phone.post(&format!("/api/parking/sessions/{id}/extension/quote"), wanted).await.json(200);
            self.note("POST /api/parking/sessions/{id}/extension/quote", when);
            self.in_hours(0);
            phone.extend_parking(id, until).await.json(200);
            self.note(EXTEND, when);
        }
    }

    async fn putting_right(&mut self, phone: &mut Browser) {
        let id = phone.park(&session("own", "4ABC567", "strand", None, self.in_hours(1))).await;
        self.pass();
        self.in_hours(0);
        let path = format!("/api/parking/sessions/{id}/plate");
        phone.put(&path, json!({ "plate": "4ABC576" })).await.json(200);
        self.note("PUT /api/parking/sessions/{id}/plate", "");
    }

    async fn ending(&mut self, phone: &mut Browser, own: &str, visitor: &str) {
        for (id, when) in [(own, ""), (visitor, VISITOR)] {
            self.in_hours(0);
            phone.end_parking(id).await.json(200);
            self.note(END, when);
        }
        let from = self.in_hours(24);
        let coming = phone.park(&session("own", "5ABC678", "strand", Some(from), from + Duration::hours(1))).await;
        self.pass();
        self.in_hours(0);
        phone.end_parking(&coming).await.json(200);
        self.note(END, "one that is to come");
    }

    async fn enforcement(&mut self) {
        let mut desk = self.stage.staff("superadmin").await;
        let made = desk.post("/api/staff/scanners", json!({ "name": "Scanwagen" })).await.json(201);
        self.note("POST /api/staff/scanners", "");
        self.in_hours(0);
        desk.get("/api/staff/scanners").await.json(200);
        self.note("GET /api/staff/scanners", "");
        desk.get("/api/staff/plate-checks").await.json(200);
        self.note("GET /api/staff/plate-checks", "");
        let plates: Vec<Value> = (0..500).map(|number| json!({ "plate": format!("1ABC{number:03}") })).collect();
        self.in_hours(0);
        let one = json!({ "plates": plates[..1], "zone": "strand" });
        desk.post("/api/staff/plate-checks", one.clone()).await.json(200);
        self.note("POST /api/staff/plate-checks", "");
        for (body, when) in [(one, ""), (json!({ "plates": plates, "zone": "strand" }), "about five hundred")] {
            self.in_hours(0);
            let car = self.stage.office();
            for when in [when, super::ALIKE] {
                let key = made["key"].as_str().expect("a key");
                let asked = car.raw(Method::POST, "/api/enforcement/plate-checks").header("meent-key", key).json(&body);
                assert_eq!(asked.send().await.expect("an answer").status(), 200);
                self.note("POST /api/enforcement/plate-checks", when);
            }
        }
        self.in_hours(0);
        let key = made["key"].as_str().expect("a key");
        let body = json!({ "plates": [{ "plate": "1ABC234" }], "zone": "strand" });
        let asked = self.stage.office().raw(Method::POST, "/api/enforcement/assigned-rights").header("meent-key", key);
        assert_eq!(asked.json(&body).send().await.expect("an answer").status(), 200);
        self.note("POST /api/enforcement/assigned-rights", "");
        // That the session is put off now and then is counted elsewhere.
        desk.get("/api/staff/me").await.json(200);
        self.pass();
        desk.delete(&format!("/api/staff/scanners/{}", text(&made["id"]))).await.done(204);
        self.note("DELETE /api/staff/scanners/{id}", "");
    }

    async fn reminding(&mut self, phone: &mut Browser) {
        phone.put("/api/profile/email", json!({ "address": "zoe@example.org" })).await.done(202);
        self.stage.town.deliver().await.expect("delivered");
        let letter = self.stage.town.simulators.mails().into_iter().next().expect("a letter");
        let code = letter.subject.split(' ').next().expect("a code first").to_owned();
        phone.post("/api/profile/email/confirmation", json!({ "code": code })).await.json(200);
        let wanted = session("own", "6ABC789", "strand", None, self.in_hours(1));
        let body = json!({ "session": wanted, "agreedCents": 1000, "remind": true });
        phone.intend("/api/parking/sessions", &intention(), &body).await.json(201);
        let (device, id) = self.stage.told_on_a_device(phone).await;
        // One that has signed out since is forgotten when the time comes.
        let mut another = self.stage.sign_in("itsme", ZOE).await;
        self.stage.told_on_a_device(&mut another).await;
        another.post("/api/sign-out", json!({})).await.done(204);
        self.pass();
        self.stage.wait_minutes(50);
        assert_eq!(self.stage.town.remind().await.expect("reminded").told, 1);
        self.note(SCHEDULE, "a reminder, by e-mail and on a device, with another that signed out");
        phone.delete("/api/profile/email").await.done(204);
        self.stage.town.deliver().await.expect("delivered");
        self.pass();
        self.reminding_on_a_device(phone, &device).await;
        phone.delete(&format!("/api/profile/devices/{id}")).await.done(204);
        self.pass();
    }

    async fn reminding_on_a_device(&mut self, phone: &mut Browser, device: &NewDevice) {
        for (when, is_gone) in [("a notice", false), ("a notice to a device that is gone", true)] {
            // The one before is over.
            self.stage.wait_minutes(20);
            let wanted = session("own", "6ABC789", "strand", None, self.in_hours(1));
            let body = json!({ "session": wanted, "agreedCents": 1000, "remind": true });
            phone.intend("/api/parking/sessions", &intention(), &body).await.json(201);
            self.stage.wait_minutes(50);
            assert_eq!(self.stage.town.remind().await.expect("reminded").told, 1);
            if is_gone {
                self.stage.town.simulators.push().unsubscribe(&device.endpoint);
            }
            self.pass();
            self.stage.town.deliver().await.expect("delivered");
            self.note(OUTBOX, when);
        }
    }

    /// What is to come is cancelled, what was parked before loses its plate.
    async fn leaving(&mut self) {
        let mut phone = self.stage.resident(KAREL).await;
        self.stage.top_up(&mut phone, 2000).await;
        phone.park(&session("own", "7ABC890", "strand", None, self.in_hours(1))).await;
        let from = self.in_hours(24);
        phone.park(&session("visitor", "7ABC891", "haven", Some(from), from + Duration::hours(1))).await;
        self.stage.wait_minutes(120);
        self.stage.decide(&mut phone, "no").await.json(200);
        self.pass();
        self.stage.town.deliver().await.expect("delivered");
        self.note(OUTBOX, "somebody left who had parked");
    }

    async fn known_plates(&mut self, phone: &mut Browser) {
        phone.get("/api/parking/plates").await.json(200);
        self.note("GET /api/parking/plates", "");
        phone.put("/api/parking/plates", json!({ "plate": "1ABC234", "name": "oma" })).await.done(204);
        self.note("PUT /api/parking/plates", "");
        phone.post("/api/parking/plates/forgotten", json!({ "plate": "1ABC234" })).await.done(204);
        self.note("POST /api/parking/plates/forgotten", "");
        let mut stranger = self.stage.portal();
        stranger.get("/api/zones").await.json(200);
        self.note("GET /api/zones", "");
        self.in_hours(0);
        stranger.get("/api/zones/apds").await.json(200);
        self.note("GET /api/zones/apds", "");
    }
}

/// Paid time in every zone.
pub(super) fn tuesday_noon_after(now: DateTime<Utc>) -> DateTime<Utc> {
    let mut at = now + Duration::days(1);
    while at.weekday() != Weekday::Tue {
        at += Duration::days(1);
    }
    at.with_hour(11).and_then(|at| at.with_minute(0)).expect("a time")
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
