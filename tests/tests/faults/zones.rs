//! Zones: changed, and taken in from a file.

use crate::all_of;
use meent_store::Table;
use meent_tests::faults::{Deed, Tried};
use meent_tests::{Answer, Browser, Stage, rows};
use serde_json::{Value, json};

/// All zones get another name, of this number; by a file, or one of them by itself.
struct Renaming {
    from_a_file: bool,
}

impl Deed for Renaming {
    type Scene = (Browser, Value, String, usize);
    const NAME: &'static str = "PUT /api/staff/zones";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let mut desk = stage.staff("superadmin").await;
        let mut plans = desk.get("/api/staff/zones").await.json(200);
        let name = format!("Zone {number}");
        for zone in plans["zones"].as_array_mut().expect("zones") {
            zone["name"]["en"] = json!(name);
        }
        (desk, plans, name, lines(stage))
    }

    async fn act(&self, _: &Stage, (desk, plans, ..): &mut Self::Scene) -> Answer {
        if self.from_a_file {
            let file = json!({ "version": plans["version"], "zones": plans["zones"] });
            return desk.put("/api/staff/zones", file).await;
        }
        let zone = &plans["zones"][0];
        let body = json!({ "version": plans["version"], "name": zone["name"], "rules": zone["rules"] });
        let path = format!("/api/staff/zones/{}", zone["id"].as_str().expect("an id"));
        desk.put(&path, body).await
    }

    async fn check(&self, stage: &Stage, (desk, _, name, before): &mut Self::Scene, tried: &Tried) {
        // Changed already: the version is another.
        tried.ends_in(200, &["changed-meanwhile"]);
        let zones = desk.get("/api/staff/zones").await.json(200)["zones"].clone();
        let named = zones.as_array().expect("zones").iter().filter(|zone| zone["name"]["en"] == name.as_str()).count();
        let changed = if self.from_a_file { 3 } else { 1 };
        assert_eq!((named, lines(stage)), (changed, *before + changed), "{}", tried.told());
    }
}

fn lines(stage: &Stage) -> usize {
    rows::of(stage, Table::Audit).iter().filter(|row| row["subject_kind"] == "zone").count()
}

#[tokio::test]
async fn changing_a_zone() {
    all_of(&Renaming { from_a_file: false }).await;
}

#[tokio::test]
async fn taking_in_a_file_of_zones() {
    all_of(&Renaming { from_a_file: true }).await;
}
