//! The desk, in one line each.

use crate::money::intention;
use crate::{Answer, Browser};
use meent_domain::consent::TEXT_VERSION;
use serde_json::{Value, json};

pub const VISITS: &str = "/api/staff/desk/visits";
pub const RESIDENTS: &str = "/api/staff/desk/residents";

/// A card, and why its owner is at the desk.
pub fn card(number: &str) -> Value {
    json!({
        "nationalNumber": number, "firstName": "Rosa", "lastName": "De Smet", "language": "nl",
        "address": { "street": "Vismarkt", "number": "2", "postcode": "9999", "town": "Noorderhaven" },
        "consent": true, "textVersion": TEXT_VERSION, "reason": "heeft geen telefoon",
    })
}

impl Browser {
    pub async fn visit(&mut self, number: &str) -> Answer {
        self.post(VISITS, json!({ "nationalNumber": number, "reason": "staat aan de balie" })).await
    }

    /// A visit begun; where all that follows is asked.
    pub async fn helping(&mut self, number: &str) -> String {
        let begun = self.visit(number).await.json(201);
        format!("/api/staff/desk/{}", begun["person"].as_str().expect("an id"))
    }

    /// Money laid on the desk.
    pub async fn take_cash(&mut self, desk: &str, cents: i64) -> Value {
        let body = json!({ "amountCents": cents, "means": "cash" });
        self.intend(&format!("{desk}/top-ups"), &intention(), &body).await.json(201)
    }
}
