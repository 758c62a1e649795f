//! Voucher types: one is made.

use crate::all_of;
use meent_store::Table;
use meent_tests::faults::{Deed, Tried};
use meent_tests::{Answer, Browser, Stage, rows};
use serde_json::{Value, json};

const TYPES: &str = "/api/staff/voucher-types";

struct Making;

impl Deed for Making {
    type Scene = (Browser, Value, String);
    const NAME: &'static str = "PUT /api/staff/voucher-types/{type}";

    async fn set_up(&self, stage: &Stage, number: usize) -> Self::Scene {
        let mut desk = stage.staff("superadmin").await;
        let list = desk.get(TYPES).await.json(200);
        // A hundred are the most: numbers go round, and so does the price.
        let mut terms = list["types"][0]["terms"].clone();
        terms["priceCents"] = json!(number);
        (desk, json!({ "version": list["version"], "terms": terms }), format!("type-{}", number % 50))
    }

    async fn act(&self, _: &Stage, (desk, change, id): &mut Self::Scene) -> Answer {
        desk.put(&format!("{TYPES}/{id}"), change.clone()).await
    }

    async fn check(&self, stage: &Stage, (desk, change, id): &mut Self::Scene, tried: &Tried) {
        // Made already: the version is another.
        tried.ends_in(200, &["changed-meanwhile"]);
        let list = desk.get(TYPES).await.json(200);
        let made = list["types"].as_array().expect("types").iter().find(|each| each["id"] == id.as_str());
        assert_eq!(made.map(|each| &each["terms"]), Some(&change["terms"]), "{}", tried.told());
        let price = change["terms"]["priceCents"].to_string();
        let lines = rows::of(stage, Table::Audit).into_iter().filter(|row| {
            let changes = row["changes"].as_array().cloned().unwrap_or_default();
            row["subject_id"] == format!("voucher-type/{id}")
                && changes.iter().any(|change| change["field"] == "priceCents" && change["to"] == price)
        });
        assert_eq!(lines.count(), 1, "{}", tried.told());
    }
}

#[tokio::test]
async fn making_a_type() {
    all_of(&Making).await;
}
