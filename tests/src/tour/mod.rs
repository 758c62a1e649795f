//! A walk past everything: every route, and every branch of one that asks something else of AWS.
//!
//! What it notes is what each route costs (`docs/COST.md`) and which rights each function uses
//! (`infra/template.yaml`). A new route or branch belongs in here: without it its rights are called
//! superfluous.

mod arriving;
mod desk;
mod finance;
mod outbox;
mod parking;
mod profile;
mod staff;
mod visits;
mod voucher_types;
mod wallet;
mod zones;

use crate::people::MARIE;
use crate::{Answer, Browser, Call, Stage};
use reqwest::Method;

/// What stands in for a route where letters are delivered.
pub const OUTBOX: &str = "on-outbox";

/// The same for what the clock does.
pub const SCHEDULE: &str = "on-schedule";

/// A branch that costs what another does, and is not told of.
pub const ALIKE: &str = "alike";

pub struct Tour {
    pub stage: Stage,
    pub stops: Vec<Stop>,
    /// Called since, and not noted yet.
    unnoted: Vec<Call>,
}

/// One request to a route, and what it called.
pub struct Stop {
    /// `GET /api/home`.
    pub route: String,
    /// Which of its branches; empty for the usual one, none for those that are not told of.
    pub when: Option<&'static str>,
    pub calls: Vec<Call>,
}

impl Tour {
    pub async fn walk() -> Self {
        let mut tour = Self { stage: Stage::new().await, stops: vec![], unnoted: vec![] };
        tour.warm_up().await;
        tour.arriving().await;
        tour.wallet().await;
        tour.finance().await;
        tour.parking().await;
        tour.visits().await;
        tour.profile().await;
        tour.outbox().await;
        tour.staff().await;
        tour.zones().await;
        tour.voucher_types().await;
        tour.desk().await;
        tour
    }

    /// The functions read their secrets, and nobody's first visit is counted.
    async fn warm_up(&mut self) {
        let mut phone = self.stage.resident(MARIE).await;
        phone.get("/api/home").await.json(200);
        phone.get("/api/profile").await.json(200);
        let mut desk = self.stage.office();
        self.stage.give_password(&mut desk, "nobody", "nothing").await.problem(401);
        self.pass();
    }

    /// Notes the last request to a route.
    pub(crate) fn note(&mut self, route: &str, when: &'static str) {
        self.gather();
        let last = self.unnoted.iter().filter(|call| is_of(call, route)).filter_map(|call| call.request).max();
        let calls = self.unnoted.extract_if(.., |call| is_of(call, route) && call.request == last).collect();
        self.stops.push(Stop { route: route.to_owned(), when: Some(when), calls });
    }

    /// Notes the first of several requests to a route.
    pub(crate) fn note_first(&mut self, route: &str, when: &'static str) {
        self.gather();
        let first = self.unnoted.iter().filter(|call| is_of(call, route)).filter_map(|call| call.request).min();
        let calls = self.unnoted.extract_if(.., |call| is_of(call, route) && call.request == first).collect();
        self.stops.push(Stop { route: route.to_owned(), when: Some(when), calls });
    }

    /// Notes the rest without a name of its own: the rights it used, not its cost.
    pub(crate) fn pass(&mut self) {
        self.gather();
        let calls = std::mem::take(&mut self.unnoted);
        self.stops.push(Stop { route: String::new(), when: None, calls });
    }

    fn gather(&mut self) {
        self.unnoted.extend(self.stage.town.calls.take());
    }

    pub fn calls(&self) -> impl Iterator<Item = &Call> {
        self.stops.iter().flat_map(|stop| &stop.calls)
    }
}

fn is_of(call: &Call, route: &str) -> bool {
    let by_nobody = [OUTBOX, SCHEDULE].contains(&route);
    call.route.as_deref() == Some(route) || (by_nobody && call.function == route)
}

impl Browser {
    async fn send(&mut self, path: &str) -> Answer {
        self.ask(Method::POST, path, None).await
    }
}
