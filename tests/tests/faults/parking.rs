//! Parking: booked, booked as a series, extended, ended, put right.

use crate::all_of;
use crate::money_runs::deliver_later;
use crate::people::{Someone, letters_to};
use meent_store::Table;
use meent_tests::faults::{Deed, Tried, run};
use meent_tests::money::intention;
use meent_tests::parking::{agreed, moment, session};
use meent_tests::{Answer, NewDevice, Stage, rows};
use serde_json::{Value, json};

/// The stage's clock goes on between points; each books from its own now.
fn in_hours(stage: &Stage, hours: i64) -> chrono::DateTime<chrono::Utc> {
    stage.clock.now() + chrono::Duration::hours(hours)
}

/// Tomorrow at eleven or twelve, when the beach is paid on every day of the year, for so many hours.
fn tomorrow(stage: &Stage, hours: i64) -> (chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>) {
    let day = stage.clock.now().date_naive().succ_opt().expect("a day");
    let from = day.and_hms_opt(10, 0, 0).expect("a time").and_utc();
    (from, from + chrono::Duration::hours(hours))
}

fn sessions_of(stage: &Stage, person: &str) -> Vec<Value> {
    let all = rows::of(stage, Table::Parking);
    let theirs = all.into_iter().filter(|row| row["person"] == person && row["booked_at"].is_string());
    theirs.collect()
}

/// Somebody with money, who has been at the parking page: the browser knows their household.
async fn at_the_page(stage: &Stage, number: usize) -> Someone {
    let mut someone = Someone::agreed(stage, number).await;
    stage.top_up(&mut someone.browser, 3000).await;
    someone.browser.get("/api/parking").await.json(200);
    someone.more = intention();
    someone
}

/// With a visitor parked for two hours; the id and a key.
async fn parked(stage: &Stage, number: usize) -> (Someone, String) {
    let mut someone = at_the_page(stage, number).await;
    let wanted = session("visitor", "1ABC234", "centrum", None, in_hours(stage, 2));
    let id = someone.browser.park(&wanted).await;
    (someone, id)
}

struct Booking;

impl Deed for Booking {
    type Scene = (Someone, Value);
    const NAME: &'static str = "POST /api/parking/sessions";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let someone = at_the_page(stage, number).await;
        (someone, agreed(&session("visitor", "1ABC234", "centrum", None, in_hours(stage, 2))))
    }

    async fn act(&self, _: &Stage, (someone, body): &mut Self::Scene) -> Answer {
        someone.browser.intend("/api/parking/sessions", &someone.more, body).await
    }

    async fn check(&self, stage: &Stage, (someone, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(201, &[]);
        assert_eq!(sessions_of(stage, &someone.id).len(), 1, "{}", tried.told());
        assert_eq!(stage.balance(&mut someone.browser).await, 2900);
        assert_eq!(someone.browser.hours_left().await, [5280, 5400]);
    }
}

#[tokio::test]
async fn booking() {
    all_of(&Booking).await;
}

struct BookingASeries;

impl Deed for BookingASeries {
    type Scene = (Someone, Value);
    const NAME: &'static str = "POST /api/parking/series";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let someone = at_the_page(stage, number).await;
        let series = json!({ "for": "visitor", "plate": "1ABC234", "zone": "centrum", "weekdays": [1, 3],
            "firstDay": "2026-12-01", "lastDay": "2026-12-12", "fromTime": "09:00", "untilTime": "11:00" });
        (someone, json!({ "series": series, "agreedCents": 1000 }))
    }

    async fn act(&self, _: &Stage, (someone, body): &mut Self::Scene) -> Answer {
        someone.browser.intend("/api/parking/series", &someone.more, body).await
    }

    async fn check(&self, stage: &Stage, (someone, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(201, &[]);
        assert_eq!(sessions_of(stage, &someone.id).len(), 3, "{}", tried.told());
        assert_eq!(stage.balance(&mut someone.browser).await, 2700);
    }
}

#[tokio::test]
async fn booking_a_series() {
    all_of(&BookingASeries).await;
}

struct Ending;

impl Deed for Ending {
    type Scene = (Someone, String);
    const NAME: &'static str = "POST /api/parking/sessions/{id}/end";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let (mut someone, id) = parked(stage, number).await;
        someone.more = intention();
        (someone, id)
    }

    async fn act(&self, _: &Stage, (someone, id): &mut Self::Scene) -> Answer {
        let path = format!("/api/parking/sessions/{id}/end");
        someone.browser.intend(&path, &someone.more, &json!({})).await
    }

    async fn check(&self, stage: &Stage, (someone, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(200, &[]);
        // Not a whole minute has gone by: nothing of it was used.
        let row = &sessions_of(stage, &someone.id)[0];
        let left = 3000 - row["cents"].as_i64().expect("cents");
        assert!(row["state"] != "booked" && row["minutes"].as_i64() <= Some(1), "{}: {row}", tried.told());
        assert_eq!(stage.balance(&mut someone.browser).await, left);
    }
}

#[tokio::test]
async fn ending() {
    all_of(&Ending).await;
}

struct Extending;

impl Deed for Extending {
    type Scene = (Someone, String, String);
    const NAME: &'static str = "POST /api/parking/sessions/{id}/extension";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let (mut someone, id) = parked(stage, number).await;
        someone.more = intention();
        (someone, id, moment(in_hours(stage, 3)))
    }

    async fn act(&self, _: &Stage, (someone, id, until): &mut Self::Scene) -> Answer {
        let path = format!("/api/parking/sessions/{id}/extension");
        someone.browser.intend(&path, &someone.more, &json!({ "until": until, "agreedCents": 50 })).await
    }

    async fn check(&self, stage: &Stage, (someone, _, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(200, &[]);
        assert_eq!(stage.balance(&mut someone.browser).await, 2850, "{}", tried.told());
        assert_eq!(someone.browser.hours_left().await, [5220, 5400]);
    }
}

#[tokio::test]
async fn extending() {
    all_of(&Extending).await;
}

struct PuttingRight;

impl Deed for PuttingRight {
    type Scene = (Someone, String);
    const NAME: &'static str = "PUT /api/parking/sessions/{id}/plate";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        parked(stage, number).await
    }

    async fn act(&self, _: &Stage, (someone, id): &mut Self::Scene) -> Answer {
        let body = json!({ "plate": "1ABC235" });
        someone.browser.put(&format!("/api/parking/sessions/{id}/plate"), body).await
    }

    async fn check(&self, stage: &Stage, (someone, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(200, &[]);
        assert_eq!(sessions_of(stage, &someone.id)[0]["plate"], "1ABC235", "{}", tried.told());
    }
}

#[tokio::test]
async fn putting_right() {
    all_of(&PuttingRight).await;
}

struct Naming;

impl Deed for Naming {
    type Scene = (Someone, String);
    const NAME: &'static str = "PUT /api/parking/plates";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        parked(stage, number).await
    }

    async fn act(&self, _: &Stage, (someone, _): &mut Self::Scene) -> Answer {
        let body = json!({ "plate": "1ABC234", "name": "oma" });
        someone.browser.put("/api/parking/plates", body).await
    }

    async fn check(&self, _: &Stage, (someone, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(204, &[]);
        let plates = someone.browser.get("/api/parking/plates").await.json(200);
        assert_eq!(plates["items"][0]["name"], "oma", "{}", tried.told());
    }
}

#[tokio::test]
async fn naming() {
    all_of(&Naming).await;
}

struct Forgetting;

impl Deed for Forgetting {
    type Scene = (Someone, String);
    const NAME: &'static str = "POST /api/parking/plates/forgotten";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        parked(stage, number).await
    }

    async fn act(&self, _: &Stage, (someone, _): &mut Self::Scene) -> Answer {
        someone.browser.post("/api/parking/plates/forgotten", json!({ "plate": "1ABC234" })).await
    }

    async fn check(&self, _: &Stage, (someone, _): &mut Self::Scene, tried: &Tried) {
        tried.ends_in(204, &[]);
        let plates = someone.browser.get("/api/parking/plates").await.json(200);
        assert_eq!(plates["items"], json!([]), "{}", tried.told());
    }
}

#[tokio::test]
async fn forgetting() {
    all_of(&Forgetting).await;
}

/// With a quarter of an hour to go, and a device to be told on.
async fn booked_with_reminder(stage: &Stage, someone: &mut Someone) -> NewDevice {
    let (from, until) = tomorrow(stage, 1);
    let wanted = session("own", "1ABC234", "strand", Some(from), until);
    let body = json!({ "session": wanted, "agreedCents": 1000, "remind": true });
    let (device, _) = stage.told_on_a_device(&mut someone.browser).await;
    someone.browser.intend("/api/parking/sessions", &someone.more, &body).await.json(201);
    stage.clock.advance(until - chrono::Duration::minutes(14) - stage.clock.now());
    device
}

struct Reminding;

impl Deed for Reminding {
    type Scene = Someone;
    const NAME: &'static str = "on-schedule: a reminder";
    const IN_THE_BACKGROUND: bool = true;

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = at_the_page(stage, number).await;
        booked_with_reminder(stage, &mut someone).await;
        someone
    }

    async fn act(&self, stage: &Stage, _: &mut Someone) -> Answer {
        run(stage.town.remind().await)
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        let row = &sessions_of(stage, &scene.id)[0];
        assert!(row["due_at"].is_null() && row["due_shard"].is_null(), "{}: {row}", tried.told());
        let owner = format!("PERSON#{}", scene.id);
        assert_eq!(letters_to(stage, &owner, "parking-ends-soon-push"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn reminding() {
    all_of(&Reminding).await;
}

/// To a device, which may be gone and is to be forgotten then.
struct Notifying<const IS_GONE: bool>;

impl<const IS_GONE: bool> Deed for Notifying<IS_GONE> {
    type Scene = Someone;
    const NAME: &'static str =
        if IS_GONE { "on-outbox: a notice to a device that is gone" } else { "on-outbox: a notice" };
    const IN_THE_BACKGROUND: bool = true;

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = at_the_page(stage, number).await;
        let device = booked_with_reminder(stage, &mut someone).await;
        stage.town.deliver().await.expect("delivered");
        stage.town.remind().await.expect("reminded");
        if IS_GONE {
            stage.town.simulators.push().unsubscribe(&device.endpoint);
        }
        someone.more = stage.notices().len().to_string();
        someone
    }

    async fn act(&self, stage: &Stage, _: &mut Someone) -> Answer {
        run(stage.town.deliver().await)
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        deliver_later(stage).await;
        let came = stage.notices().len() - scene.more.parse::<usize>().expect("a number");
        // If we stop between sending and noting it down, it is sent again and takes the first one's place.
        let may_come = if IS_GONE { 0..=0 } else { 1..=2 };
        assert!(may_come.contains(&came), "{}: {came}", tried.told());
        let start = scene.browser.get("/api/parking").await.json(200);
        assert_eq!(start["reminders"]["here"].is_string(), !IS_GONE, "{}: {start}", tried.told());
    }
}

#[tokio::test]
async fn notifying() {
    all_of(&Notifying::<false>).await;
}

#[tokio::test]
async fn notifying_nobody() {
    all_of(&Notifying::<true>).await;
}

struct LeavingWithPlates;

impl Deed for LeavingWithPlates {
    type Scene = Someone;
    const NAME: &'static str = "on-outbox: leaving with what is parked";
    const IN_THE_BACKGROUND: bool = true;

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = at_the_page(stage, number).await;
        let (from, until) = tomorrow(stage, 2);
        someone.browser.park(&session("own", "1ABC234", "strand", Some(from), until)).await;
        stage.town.deliver().await.expect("delivered");
        someone.more = meent_domain::consent::TEXT_VERSION.to_owned();
        someone.answer("no").await.json(200);
        someone
    }

    async fn act(&self, stage: &Stage, _: &mut Someone) -> Answer {
        run(stage.town.deliver().await)
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        deliver_later(stage).await;
        let row = &sessions_of(stage, &scene.id)[0];
        assert_eq!((&row["state"], &row["plate"]), (&json!("cancelled"), &json!("GONE")), "{}", tried.told());
        assert_eq!(stage.account(&scene.id).await.balance, 0);
    }
}

#[tokio::test]
async fn leaving_with_plates() {
    all_of(&LeavingWithPlates).await;
}
