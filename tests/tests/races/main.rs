//! Many at once on the same money: whatever the order, what was promised is there, once (W-5, W-14).
//!
//! What is tried, and in which order, comes from a seed that is printed; `MEENT_SEED` takes one.

mod engine;
mod leaving;
mod parking;
mod refunds;
mod reports;
mod statements;
mod wallet;

use meent_tests::{Answer, Stage, invariants};

/// After the race: nothing is lost or made, as the tests reckon it and as the nightly audit does.
async fn all_is_well(stage: &Stage) {
    invariants::hold(stage);
    let found = stage.town.audit().await.expect("audited");
    assert_eq!(found.faults, [], "the nightly audit");
}

/// Whose browser it is.
fn own_id(phone: &meent_tests::Browser) -> String {
    let cookie = phone.cookies.get("__Host-resident").expect("a session");
    cookie.split('.').next().expect("an id").to_owned()
}

/// Done, or refused for a reason: never an error of ours.
fn code(answer: &Answer) -> Result<serde_json::Value, String> {
    let status = answer.status.as_u16();
    assert!(status < 500, "{status}: {}", answer.text);
    if answer.status.is_success() { Ok(answer.json(status)) } else { Err(answer.problem(status)) }
}
