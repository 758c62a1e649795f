//! Notices on a device, in one line each.

use crate::{Browser, Stage};
use meent_simulators::NewDevice;
use serde_json::{Value, json};

impl Stage {
    /// A browser that agrees to notices, not yet known to the town.
    pub async fn device(&self, phone: &mut Browser) -> NewDevice {
        let start = phone.get("/api/parking").await.json(200);
        self.town.simulators.push().subscribe(start["reminders"]["pushKey"].as_str().expect("a key"))
    }

    /// One that is to be told, with its id.
    pub async fn told_on_a_device(&self, phone: &mut Browser) -> (NewDevice, String) {
        let device = self.device(phone).await;
        let added = phone.post("/api/profile/devices", json!(device)).await.json(201);
        (device, added["id"].as_str().expect("an id").to_owned())
    }

    /// What simulated browsers show, the newest first.
    pub fn notices(&self) -> Vec<Value> {
        let notices = self.town.simulators.push().notices();
        notices.iter().map(|notice| serde_json::from_str(&notice.text).expect("a notice is JSON")).collect()
    }
}
