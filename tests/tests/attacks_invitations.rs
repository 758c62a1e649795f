//! Invitations by letter, and accounts elsewhere: who may take them, and how often (P-3).

use meent_tests::colleagues::{GOOD_PASSWORD, invitation};
use meent_tests::{Browser, Misbehaviour, Provider, Stage};
use reqwest::Method;
use serde_json::{Value, json};

const NORA: &str = "nora.peters@noorderhaven.example";

fn path_of(account: &Value) -> String {
    format!("/api/staff/accounts/{}", account["id"].as_str().expect("an id"))
}

async fn is_dead(stage: &Stage, token: &str) {
    let answer = stage.activate(&mut stage.office(), token, GOOD_PASSWORD).await;
    assert_eq!(answer.problem(410), "invitation-expired");
}

#[tokio::test]
async fn a_letter_s_link_works_once() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let (_, token) = stage.invited(&mut admin, "els.peeters", "finance-clerk").await;
    stage.activate(&mut stage.office(), &token, GOOD_PASSWORD).await.json(200);
    is_dead(&stage, &token).await;
    let mut els = stage.office();
    stage.give_password(&mut els, "els.peeters", GOOD_PASSWORD).await.json(200);
}

#[tokio::test]
async fn of_two_who_take_it_at_once_one_gets_it() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let (_, token) = stage.invited(&mut admin, "els.peeters", "finance-clerk").await;
    let (mut one, mut two) = (stage.office(), stage.office());
    let other = "zes paarse olifanten";
    let (a, b) =
        futures::join!(stage.activate(&mut one, &token, GOOD_PASSWORD), stage.activate(&mut two, &token, other));
    let mut statuses = [a.status.as_u16(), b.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410]);
    let (winner, loser) = if a.status == 200 { (GOOD_PASSWORD, other) } else { (other, GOOD_PASSWORD) };
    stage.give_password(&mut one, "els.peeters", loser).await.problem(401);
    stage.give_password(&mut one, "els.peeters", winner).await.json(200);
}

#[tokio::test]
async fn a_letter_s_link_ends_with_time_block_removal_and_a_newer_one() {
    let stage = Stage::new().await;
    let mut superadmin = stage.staff("superadmin").await;
    let (_, late) = stage.invited(&mut superadmin, "late", "finance-clerk").await;
    stage.wait_minutes(7 * 24 * 60);
    is_dead(&stage, &late).await;

    let mut superadmin = stage.staff("superadmin").await;
    let (account, blocked) = stage.invited(&mut superadmin, "to.block", "finance-clerk").await;
    let change = json!({ "version": account["version"], "state": "blocked" });
    let after = superadmin.patch(&path_of(&account), change).await.json(200);
    is_dead(&stage, &blocked).await;
    // Not even when the block ends.
    let change = json!({ "version": after["version"], "state": "active" });
    superadmin.patch(&path_of(&account), change).await.json(200);
    is_dead(&stage, &blocked).await;

    let (account, removed) = stage.invited(&mut superadmin, "to.remove", "finance-clerk").await;
    superadmin.ask(Method::DELETE, &path_of(&account), None).await;
    is_dead(&stage, &removed).await;
    // Nor for somebody else who gets the same user name.
    let (_, newcomer) = stage.invited(&mut superadmin, "to.remove", "finance-clerk").await;
    is_dead(&stage, &removed).await;
    stage.activate(&mut stage.office(), &newcomer, GOOD_PASSWORD).await.json(200);

    let (account, older) = stage.invited(&mut superadmin, "again", "finance-clerk").await;
    stage.wait_minutes(1);
    let again = superadmin.ask(Method::POST, &format!("{}/invitation", path_of(&account)), None).await;
    assert_eq!(again.status, 202, "{}", again.text);
    let newer = stage.token_for("again").await;
    assert_ne!(older, newer);
    is_dead(&stage, &older).await;
    stage.activate(&mut stage.office(), &newer, GOOD_PASSWORD).await.json(200);
}

#[tokio::test]
async fn a_made_up_link_opens_nothing_and_tells_nothing() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let (_, token) = stage.invited(&mut admin, "els.peeters", "finance-clerk").await;
    let short = token[..token.len() - 1].to_owned();
    for made_up in ["", "x", "els.peeters", "\u{0}", &short, &token.to_uppercase(), &"x".repeat(10_000)] {
        is_dead(&stage, made_up).await;
    }
}

#[tokio::test]
async fn a_blocked_or_removed_colleague_is_out_at_once_and_stays_out() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let account = stage.colleague(&mut admin, "els.peeters", "finance-clerk").await;
    let mut els = stage.office();
    stage.give_password(&mut els, "els.peeters", GOOD_PASSWORD).await.json(200);
    stage.wait_minutes(1);
    let version = admin.get(&path_of(&account)).await.json(200)["version"].clone();
    let change = json!({ "version": version, "state": "blocked" });
    let blocked = admin.patch(&path_of(&account), change).await.json(200);
    assert_eq!(els.get("/api/staff/me").await.problem(401), "session-ended");
    stage.give_password(&mut stage.office(), "els.peeters", GOOD_PASSWORD).await.problem(401);
    let change = json!({ "version": blocked["version"], "state": "active" });
    admin.patch(&path_of(&account), change).await.json(200);
    assert_eq!(els.get("/api/staff/me").await.problem(401), "session-ended");
    stage.give_password(&mut els, "els.peeters", GOOD_PASSWORD).await.json(200);
    admin.ask(Method::DELETE, &path_of(&account), None).await;
    assert_eq!(els.get("/api/staff/me").await.problem(401), "session-ended");
    stage.give_password(&mut stage.office(), "els.peeters", GOOD_PASSWORD).await.problem(401);
}

async fn outside(stage: &Stage, email: &str) -> (Browser, String) {
    let mut browser = stage.office();
    let page = stage.come_back_outside(&mut browser, email).await.location();
    (browser, page)
}

#[tokio::test]
async fn only_a_verified_and_invited_address_gets_in_from_outside() {
    let stage = Stage::new().await;
    let mut admin = stage.staff("admin").await;
    let mut body = invitation("x", "finance-clerk");
    body["kind"] = "oidc".into();
    body["email"] = "unconfirmed@elsewhere.example".into();
    body.as_object_mut().expect("fields").remove("login");
    admin.post("/api/staff/accounts", body).await.json(201);
    for (email, code) in [
        ("unconfirmed@elsewhere.example", "email-not-verified"),
        ("stranger@elsewhere.example", "not-invited"),
        // These have a password here: their address alone is no way in.
        ("admin@noorderhaven.example", "not-invited"),
        ("superadmin@noorderhaven.example", "not-invited"),
        ("invited@noorderhaven.example", "not-invited"),
        ("nora.peters@noorderhaven.example.evil.example", "not-invited"),
    ] {
        let (mut browser, page) = outside(&stage, email).await;
        assert!(page.contains(&format!("/sign-in/problem?code={code}&")), "{email}: {page}");
        assert!(!browser.cookies.contains_key("__Host-staff"));
        assert_eq!(browser.get("/api/staff/me").await.problem(401), "session-ended");
    }
    stage.town.simulators.misbehave(Provider::Uitid, Misbehaviour::EmailNotVerified, 1);
    let (_, page) = outside(&stage, NORA).await;
    assert!(page.contains("code=email-not-verified"), "{page}");
}

#[tokio::test]
async fn once_bound_another_account_with_the_same_address_does_not_get_in() {
    let stage = Stage::new().await;
    let (_, page) = outside(&stage, NORA).await;
    assert!(!page.contains("problem"), "{page}");
    // Somebody got hold of the address at the provider, and made an account anew.
    stage.town.simulators.renew_subject(Provider::Uitid, NORA);
    let (mut thief, page) = outside(&stage, NORA).await;
    assert!(page.contains("code=not-invited"), "{page}");
    assert_eq!(thief.get("/api/staff/me").await.problem(401), "session-ended");
}

#[tokio::test]
async fn an_outside_account_that_is_blocked_or_removed_does_not_get_in() {
    let stage = Stage::new().await;
    let mut superadmin = stage.staff("superadmin").await;
    let list = superadmin.get("/api/staff/accounts?text=nora").await.json(200);
    let nora = list["items"][0].clone();
    let change = |version: &Value, state: &str| Some(json!({ "version": version, "state": state }));
    let blocked = superadmin.ask(Method::PATCH, &path_of(&nora), change(&nora["version"], "blocked")).await.json(200);
    let (_, page) = outside(&stage, NORA).await;
    assert!(page.contains("code=not-invited"), "{page}");
    superadmin.ask(Method::PATCH, &path_of(&nora), change(&blocked["version"], "active")).await.json(200);
    let (mut in_again, page) = outside(&stage, NORA).await;
    assert!(!page.contains("problem"), "{page}");
    superadmin.ask(Method::DELETE, &path_of(&nora), None).await;
    assert_eq!(in_again.get("/api/staff/second-factor").await.problem(401), "session-ended");
    let (_, page) = outside(&stage, NORA).await;
    assert!(page.contains("code=not-invited"), "{page}");
}
