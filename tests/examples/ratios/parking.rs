//! Whether a plate may stand here, with ten rights in the town and with a million.
//!
//! `MEENT_RIGHTS` takes another number, for who tries this out without minutes to spare.

use crate::{median, ratio, say};
use meent_domain::parking::Plate;
use meent_store::parking::{PlateRow, plate};
use meent_tests::{Browser, Service, Stage, parking, units};
use std::time::Duration;

const RIGHTS: usize = 1_000_000;
/// As many rows at once as fit in memory with ease.
const AT_ONCE: usize = 100_000;

pub async fn measure() {
    let given = std::env::var("MEENT_RIGHTS").ok().and_then(|rights| rights.parse().ok());
    let all: usize = given.unwrap_or(RIGHTS);
    let stage = Stage::at("2026-11-21T09:00:00Z".parse().expect("a time")).await;
    let mut desk = stage.staff("superadmin").await;
    parking::rights(&stage, 0..10);
    let before = Measured::of(&stage, &mut desk).await;
    for from in (10..all).step_by(AT_ONCE) {
        parking::rights(&stage, from..(from + AT_ONCE).min(all));
    }
    let after = Measured::of(&stage, &mut desk).await;
    say(&format!("\nWith 10 rights, and with {all}:"));
    for (before, after) in before.iter().zip(&after) {
        let Measured { plates, units, ratio } = before;
        say(&format!("asked about {plates:>3} plates {units:>6.1} {:>6.1} units", after.units));
        say(&format!("{:<22} {ratio:>6.1} {:>6.1} × a bare row", "", after.ratio));
        assert!((units - after.units).abs() < f64::EPSILON, "{plates} plates cost more");
    }
}

struct Measured {
    plates: usize,
    units: f64,
    ratio: f64,
}

impl Measured {
    async fn of(stage: &Stage, desk: &mut Browser) -> Vec<Self> {
        let first = Plate::try_from(parking::plate(0)).expect("a plate");
        let bare: Duration = median(async || {
            stage.town.app.db.get::<PlateRow>(&plate(&first)).await.expect("an answer").expect("a right");
        })
        .await;
        let mut all = vec![];
        for plates in [1, 500] {
            let question = parking::question(plates);
            // The zones are read once.
            desk.post("/api/staff/plate-checks", question.clone()).await.json(200);
            stage.town.calls.take();
            desk.post("/api/staff/plate-checks", question.clone()).await.json(200);
            let calls = stage.town.calls.take();
            let units = units(calls.iter().filter(|call| call.service == Service::DynamoDb));
            let window = desk.window();
            let took = median(async || {
                let mut window = window.window();
                window.post("/api/staff/plate-checks", question.clone()).await.json(200);
            })
            .await;
            all.push(Self { plates, units, ratio: ratio(took, bare) });
        }
        all
    }
}
