//! Administrators plan zones and tariffs.

use super::{ALIKE, Tour};
use crate::Browser;
use chrono::Duration;
use serde_json::{Value, json};

const ZONES: &str = "/api/staff/zones";
const IMPORT: &str = "PUT /api/staff/zones";
const CHANGE: &str = "PUT /api/staff/zones/{zone}";

impl Tour {
    pub(super) async fn zones(&mut self) {
        let mut desk = self.stage.staff("superadmin").await;
        self.pass();
        let plans = desk.get(ZONES).await.json(200);
        self.note("GET /api/staff/zones", "");
        desk.get("/api/staff/zones.json").await.json(200);
        self.note("GET /api/staff/zones.json", "");
        self.reckoning(&mut desk).await;
        let plans = self.planning(&mut desk, &plans).await;
        self.taking_in(&mut desk, plans).await;
        for path in [ZONES, "/api/staff/zones.json"] {
            self.stage.wait_minutes(4);
            desk.get(path).await.json(200);
            self.note(&format!("GET {path}"), ALIKE);
        }
    }

    async fn reckoning(&mut self, desk: &mut Browser) {
        let from = self.stage.clock.now();
        let asked = json!({ "for": "own", "zone": "strand", "from": from, "until": from + Duration::hours(30) });
        desk.post("/api/staff/zone-previews", asked).await.json(200);
        self.note("POST /api/staff/zone-previews", "");
    }

    async fn planning(&mut self, desk: &mut Browser, plans: &Value) -> Value {
        let mut zone = plans["zones"][0].clone();
        let id = zone["id"].as_str().expect("an id").to_owned();
        zone.as_object_mut().expect("a zone").remove("id");
        zone["version"] = plans["version"].clone();
        zone["name"]["en"] = json!("Town centre");
        desk.put(&format!("{ZONES}/{id}"), zone.clone()).await.json(200);
        self.note(CHANGE, "");
        desk.put(&format!("{ZONES}/{id}"), zone).await.problem(409);
        self.note(CHANGE, "changed meanwhile");
        let plans = desk.get(ZONES).await.json(200);
        self.pass();
        plans
    }

    async fn taking_in(&mut self, desk: &mut Browser, mut plans: Value) {
        for (index, zone) in plans["zones"].as_array_mut().expect("zones").iter_mut().enumerate() {
            zone["name"]["de"] = json!(format!("Zone {index}"));
        }
        let file = json!({ "version": plans["version"], "zones": plans["zones"], "dryRun": true });
        desk.put(ZONES, file.clone()).await.json(200);
        self.note(IMPORT, "only to see what would change");
        let file = json!({ "version": plans["version"], "zones": plans["zones"] });
        desk.put(ZONES, file).await.json(200);
        self.note(IMPORT, "");
    }
}
