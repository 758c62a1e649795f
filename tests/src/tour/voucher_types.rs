//! Administrators say what can be bought for visitors.

use super::{ALIKE, Tour};
use serde_json::json;

const TYPES: &str = "/api/staff/voucher-types";

impl Tour {
    pub(super) async fn voucher_types(&mut self) {
        let mut desk = self.stage.staff("superadmin").await;
        self.pass();
        let list = desk.get(TYPES).await.json(200);
        self.note("GET /api/staff/voucher-types", "");
        let (mut terms, id) = (list["types"][0]["terms"].clone(), list["types"][0]["id"].as_str().expect("an id"));
        terms["priceCents"] = json!(75);
        let change = json!({ "version": list["version"], "terms": terms });
        let path = format!("{TYPES}/{id}");
        desk.put(&path, change.clone()).await.json(200);
        self.note("PUT /api/staff/voucher-types/{type}", "");
        desk.put(&path, change).await.problem(409);
        self.note("PUT /api/staff/voucher-types/{type}", "changed meanwhile");
        self.stage.wait_minutes(4);
        desk.get(TYPES).await.json(200);
        self.note("GET /api/staff/voucher-types", ALIKE);
    }
}
