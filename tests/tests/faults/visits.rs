//! The desk: a visit, residents made from a card, and what is done for them.

use crate::all_of;
use crate::people::{Someone, id_of, lines_about, newcomer};
use meent_store::Table;
use meent_tests::desk::{RESIDENTS, card};
use meent_tests::faults::{Deed, Tried};
use meent_tests::money::intention;
use meent_tests::parking::{agreed, moment, session};
use meent_tests::{Answer, Browser, Stage, rows};
use reqwest::Method;
use serde_json::{Value, json};

/// A clerk, and whom they help.
struct Scene {
    clerk: Browser,
    someone: Someone,
    desk: String,
    key: String,
    body: Value,
}

impl Scene {
    /// Thirty euros in the balance, and a visit begun.
    async fn new(stage: &Stage, number: usize) -> Self {
        let mut someone = Someone::agreed(stage, number).await;
        stage.top_up(&mut someone.browser, 3000).await;
        let mut clerk = stage.staff("vouchers").await;
        let desk = clerk.helping(&someone.citizen).await;
        clerk.get(&desk).await.json(200);
        Self { clerk, someone, desk, key: intention(), body: Value::Null }
    }

    /// With a visitor parked for two hours.
    async fn parked(stage: &Stage, number: usize) -> Self {
        let mut scene = Self::new(stage, number).await;
        let wanted = session("visitor", "1ABC234", "centrum", None, in_hours(stage, 2));
        scene.someone.more = scene.someone.browser.park(&wanted).await;
        scene
    }

    async fn intend(&mut self, path: &str) -> Answer {
        self.clerk.intend(&format!("{}{path}", self.desk), &self.key, &self.body).await
    }

    fn lines(&self, stage: &Stage, action: &str) -> usize {
        lines_about(stage, &self.someone.id, action)
    }

    fn sessions(&self, stage: &Stage) -> Vec<Value> {
        let all = rows::of(stage, Table::Parking);
        all.into_iter().filter(|row| row["person"] == self.someone.id && row["booked_at"].is_string()).collect()
    }
}

/// The stage's clock goes on between points; each books from its own now.
fn in_hours(stage: &Stage, hours: i64) -> chrono::DateTime<chrono::Utc> {
    stage.clock.now() + chrono::Duration::hours(hours)
}

struct Opening;

impl Deed for Opening {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/desk/visits";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        let mut scene = Scene::new(stage, number).await;
        scene.clerk.ask(Method::DELETE, &format!("{}/visit", scene.desk), None).await;
        scene
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        scene.clerk.visit(&scene.someone.citizen).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(201, &[]);
        scene.clerk.get(&scene.desk).await.json(200);
        // Before this there was one; each that was let in left its own.
        let lines = scene.lines(stage, "desk.visit") - 1;
        assert!((1..=2).contains(&lines), "{lines}: {}", tried.told());
    }
}

#[tokio::test]
async fn opening_a_visit() {
    all_of(&Opening).await;
}

struct Closing;

impl Deed for Closing {
    type Scene = Scene;
    const NAME: &'static str = "DELETE /api/staff/desk/{person}/visit";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        Scene::new(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        scene.clerk.ask(Method::DELETE, &format!("{}/visit", scene.desk), None).await
    }

    async fn check(&self, _: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(204, &[]);
        assert_eq!(scene.clerk.get(&scene.desk).await.problem(403), "desk-visit-needed", "{}", tried.told());
    }
}

#[tokio::test]
async fn closing_a_visit() {
    all_of(&Closing).await;
}

struct MakingAResident;

impl Deed for MakingAResident {
    type Scene = (Browser, String);
    const NAME: &'static str = "POST /api/staff/desk/residents";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let citizen = newcomer(stage, number);
        (stage.staff("vouchers").await, citizen)
    }

    async fn act(&self, _: &Stage, (clerk, citizen): &mut Self::Scene) -> Answer {
        clerk.post(RESIDENTS, card(citizen)).await
    }

    async fn check(&self, stage: &Stage, (clerk, citizen): &mut Self::Scene, tried: &Tried) {
        // Done before: then they are known, and the visit is opened with the card.
        tried.ends_in(201, &["resident-known"]);
        let person = clerk.visit(citizen).await.json(201)["person"].clone();
        let person = person.as_str().expect("an id");
        assert_eq!(lines_about(stage, person, "desk.resident-made"), 1, "{}", tried.told());
        let browser = stage.sign_in("itsme", citizen).await;
        assert_eq!(id_of(&browser), person);
    }
}

#[tokio::test]
async fn making_a_resident() {
    all_of(&MakingAResident).await;
}

struct TakingCash;

impl Deed for TakingCash {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/desk/{person}/top-ups";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        let body = json!({ "amountCents": 2000, "means": "cash" });
        Scene { body, ..Scene::new(stage, number).await }
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        scene.intend("/top-ups").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(201, &[]);
        assert_eq!(tried.again.json(201)["balanceCents"], 5000, "{}", tried.told());
        assert_eq!(stage.balance(&mut scene.someone.browser).await, 5000, "{}", tried.told());
        assert_eq!(scene.lines(stage, "desk.topped-up"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn taking_cash() {
    all_of(&TakingCash).await;
}

struct AskingBack;

impl Deed for AskingBack {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/desk/{person}/refunds";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        Scene { body: json!({ "amountCents": 1000 }), ..Scene::new(stage, number).await }
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        scene.intend("/refunds").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(201, &[]);
        assert_eq!(stage.balance(&mut scene.someone.browser).await, 2000, "{}", tried.told());
        assert_eq!(scene.lines(stage, "desk.refund-asked"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn asking_back_for_them() {
    all_of(&AskingBack).await;
}

struct Booking;

impl Deed for Booking {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/desk/{person}/sessions";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        let scene = Scene::new(stage, number).await;
        Scene { body: agreed(&session("visitor", "1ABC234", "centrum", None, in_hours(stage, 2))), ..scene }
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        scene.intend("/sessions").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(201, &[]);
        assert_eq!(scene.sessions(stage).len(), 1, "{}", tried.told());
        assert_eq!(stage.balance(&mut scene.someone.browser).await, 2900);
        assert_eq!(scene.lines(stage, "desk.parking-booked"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn booking_for_them() {
    all_of(&Booking).await;
}

struct BookingASeries;

impl Deed for BookingASeries {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/desk/{person}/series";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        let series = json!({ "for": "visitor", "plate": "1ABC234", "zone": "centrum", "weekdays": [1, 3],
            "firstDay": "2026-12-01", "lastDay": "2026-12-12", "fromTime": "09:00", "untilTime": "11:00" });
        Scene { body: json!({ "series": series, "agreedCents": 1000 }), ..Scene::new(stage, number).await }
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        scene.intend("/series").await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(201, &[]);
        assert_eq!(scene.sessions(stage).len(), 3, "{}", tried.told());
        assert_eq!(scene.lines(stage, "desk.parking-booked"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn booking_a_series_for_them() {
    all_of(&BookingASeries).await;
}

struct Ending;

impl Deed for Ending {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/desk/{person}/sessions/{id}/end";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        Scene { body: json!({ "reason": "auto is stuk" }), ..Scene::parked(stage, number).await }
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        let path = format!("/sessions/{}/end", scene.someone.more);
        scene.intend(&path).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(200, &[]);
        assert!(scene.sessions(stage)[0]["state"] != "booked", "{}", tried.told());
        assert_eq!(scene.lines(stage, "desk.parking-ended"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn ending_for_them() {
    all_of(&Ending).await;
}

struct Extending;

impl Deed for Extending {
    type Scene = Scene;
    const NAME: &'static str = "POST /api/staff/desk/{person}/sessions/{id}/extension";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        let scene = Scene::parked(stage, number).await;
        Scene { body: json!({ "until": moment(in_hours(stage, 3)), "agreedCents": 50 }), ..scene }
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        let path = format!("/sessions/{}/extension", scene.someone.more);
        scene.intend(&path).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(200, &[]);
        assert_eq!(stage.balance(&mut scene.someone.browser).await, 2850, "{}", tried.told());
        assert_eq!(scene.lines(stage, "desk.parking-extended"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn extending_for_them() {
    all_of(&Extending).await;
}

struct PuttingRight;

impl Deed for PuttingRight {
    type Scene = Scene;
    const NAME: &'static str = "PUT /api/staff/desk/{person}/sessions/{id}/plate";

    async fn set_up(&self, stage: &Stage, number: usize) -> Scene {
        Scene::parked(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Scene) -> Answer {
        let body = json!({ "plate": "1ABC235", "reason": "mistypt" });
        let path = format!("{}/sessions/{}/plate", scene.desk, scene.someone.more);
        scene.clerk.put(&path, body).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Scene, tried: &Tried) {
        tried.ends_in(200, &[]);
        assert_eq!(scene.sessions(stage)[0]["plate"], "1ABC235", "{}", tried.told());
        assert_eq!(scene.lines(stage, "desk.plate-corrected"), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn putting_right_for_them() {
    all_of(&PuttingRight).await;
}
