//! Parking, in one line each.

use crate::money::intention;
use crate::{Answer, Browser, Stage};
use chrono::{DateTime, SecondsFormat, Utc};
use meent_store::Table;
use serde_json::{Value, json};
use std::ops::Range;

/// A session as one asks for it.
pub fn session(whom: &str, plate: &str, zone: &str, from: Option<DateTime<Utc>>, until: DateTime<Utc>) -> Value {
    json!({ "for": whom, "plate": plate, "zone": zone, "from": from.map(moment), "until": moment(until) })
}

pub fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Agreeing to whatever it costs, up to a hundred euros.
pub fn agreed(wanted: &Value) -> Value {
    json!({ "session": wanted, "agreedCents": 10_000 })
}

/// Plates with a right in the centre for the next two hours, as bookings would have written them: `7A00000` and on.
pub fn rights(stage: &Stage, numbers: Range<usize>) {
    let from = stage.clock.now().timestamp() / 60;
    let rows = numbers.map(|number| {
        json!({ "pk": format!("PLATE#{}", plate(number)), "sk": "PLATE",
            format!("s_{number:026}"): ["BE", "centrum", [from, from + 120], "own"] })
    });
    stage.town.import(Table::Parking, rows.collect()).expect("rows are written");
}

pub fn plate(number: usize) -> String {
    format!("7A{number:08}")
}

/// A question about the first so many of them.
pub fn question(plates: usize) -> Value {
    let plates: Vec<Value> = (0..plates).map(|number| json!({ "plate": plate(number) })).collect();
    json!({ "plates": plates, "zone": "centrum" })
}

impl Browser {
    pub async fn quote(&mut self, wanted: &Value) -> Answer {
        self.post("/api/parking/quotes", wanted.clone()).await
    }

    pub async fn book(&mut self, wanted: &Value) -> Answer {
        self.intend("/api/parking/sessions", &intention(), &agreed(wanted)).await
    }

    /// Booked; its id.
    pub async fn park(&mut self, wanted: &Value) -> String {
        let booked = self.book(wanted).await.json(201);
        booked["sessions"][0]["id"].as_str().expect("an id").to_owned()
    }

    pub async fn end_parking(&mut self, id: &str) -> Answer {
        self.intend(&format!("/api/parking/sessions/{id}/end"), &intention(), &json!({})).await
    }

    pub async fn extend_parking(&mut self, id: &str, until: DateTime<Utc>) -> Answer {
        let body = json!({ "until": moment(until), "agreedCents": 10_000 });
        self.intend(&format!("/api/parking/sessions/{id}/extension"), &intention(), &body).await
    }

    /// Minutes left of this quarter's visitors' hours and of the next's.
    pub async fn hours_left(&mut self) -> [i64; 2] {
        let start = self.get("/api/parking").await.json(200);
        [0, 1].map(|index| start["quota"][index]["leftMinutes"].as_i64().expect("minutes"))
    }
}
