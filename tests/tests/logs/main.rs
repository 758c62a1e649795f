//! What everybody did, well and badly, leaves no trace of who they are in any log line, address or
//! error (P-30).
//!
//! One binary of its own: what listens to the log listens to the whole process.

mod desk;
mod listening;
mod phone;
mod secrets;

use listening::Log;
use meent_tests::{Fault, Stage, Trail};
use secrets::Secrets;

/// Whoever walks through the town: where they went, and what was typed and shown.
pub struct Walk {
    pub stage: Stage,
    pub secrets: Secrets,
    pub trails: Vec<Trail>,
}

#[tokio::test]
async fn nobody_s_number_name_address_or_secret_is_in_a_log_line_an_address_or_an_error() {
    let log = Log::listen();
    let mut walk = Walk { stage: Stage::new().await, secrets: Secrets::default(), trails: vec![] };
    walk.secrets.of_the_town(&walk.stage).await;
    phone::walk(&mut walk).await;
    desk::walk(&mut walk).await;
    for fault in [Fault::Refused, Fault::Lost, Fault::Throttled, Fault::Conflict, Fault::TooSlow, Fault::StaleIndex] {
        phone::walk_into(&mut walk, fault).await;
        desk::walk_into(&mut walk, fault).await;
    }

    let lines = log.lines();
    walk.secrets.of_the_way(&walk.trails);
    has_heard_all(&lines);
    for line in &lines {
        walk.secrets.are_not_in(line, "a log line");
    }
    let seen = walk.trails.iter().flat_map(|trail| trail.lock().expect("no panic while held").clone());
    let (mut addresses, mut errors) = (0, 0);
    for seen in seen {
        for address in [Some(seen.target), seen.location].into_iter().flatten().filter(|address| walk.is_ours(address))
        {
            // The standard brings state and code back in the address; both work once, in one browser.
            let address = secrets::without(&address, &["state", "code"]);
            walk.secrets.are_not_in(&address, "an address");
            addresses += 1;
        }
        if let Some(error) = seen.error {
            // Our own words show how an address is written.
            walk.secrets.are_not_in(&error.replace("naam@voorbeeld.be", ""), "an error");
            errors += 1;
        }
    }
    assert!(addresses > 200 && errors > 60, "{addresses} addresses and {errors} errors is too little to tell");
}

impl Walk {
    fn is_ours(&self, address: &str) -> bool {
        let addresses = &self.stage.town.addresses;
        address.starts_with(&addresses.portal) || address.starts_with(&addresses.office)
    }
}

/// A test that hears nothing finds nothing.
fn has_heard_all(lines: &[String]) {
    let has = |parts: &[&str]| lines.iter().any(|line| parts.iter().all(|part| line.contains(part)));
    assert!(has(&["answered", "POST", "/api/staff/sign-in", "wrong-credentials"]), "a refusal");
    assert!(has(&["answered", "GET", "/api/home", "\"status\":200"]), "an answer");
    assert!(has(&["a sign-in went astray", "sign-in-refused", "why"]), "a sign-in that went astray");
    assert!(has(&["ERROR", "try-again", "no connection"]), "a store that fails");
    assert!(has(&["ERROR", "the documents bucket gave no answer"]), "a bucket that fails");
    assert!(has(&["delivered", "outbox_age_s"]), "a delivery");
    assert!(has(&["a sign-in could not begin"]) && has(&["a sign-in could not end"]), "a sign-in that our store stops");
}
