//! What must always hold of the tables, whoever did what and whatever failed on the way.

mod money;
mod parking;

use crate::{Stage, rows};
use meent_domain::consent::TEXT_VERSION;
use meent_store::Table;
use rows::{beginning_with, text};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

pub fn hold(stage: &Stage) {
    let [people, staff, sessions, work, audit] =
        [Table::People, Table::Staff, Table::WebSessions, Table::Work, Table::Audit]
            .map(|table| rows::of(stage, table));
    one_number_one_person(&people);
    details_go_with_consent(&people);
    sessions_are_somebody_s(&sessions, &people, &staff);
    every_way_in_leads_to_its_account(&staff);
    messages_wait_or_are_done(&work);
    open_invitations_are_in_the_post(&staff, &work);
    no_line_stands_twice(&audit);
    money::holds(stage, &work);
    parking::holds(stage);
}

/// P-2: a lock for each person who isn't erased, a person for each lock.
fn one_number_one_person(people: &[Value]) {
    let persons: HashMap<&str, &Value> =
        beginning_with(people, "PERSON#").into_iter().map(|row| (text(row, "id"), row)).collect();
    let mut locked = HashSet::new();
    for lock in beginning_with(people, "NUMBER#") {
        let id = text(lock, "person_id");
        let person = persons.get(id).unwrap_or_else(|| panic!("a number leads to nobody: {lock}"));
        assert!(locked.insert(id), "two numbers lead to one person: {person}");
        assert!(person["erased_at"].is_null(), "a number leads to somebody erased: {person}");
        let number = &person["details"]["number"];
        let is_own = number.is_null() || text(lock, "pk") == format!("NUMBER#{}", number.as_str().unwrap_or_default());
        assert!(is_own, "a number leads to somebody with another: {person}");
        // A sign-in goes by the lock alone whether there is something to ask.
        let agreed = lock["agreed_to"] == TEXT_VERSION;
        assert_eq!(agreed, !person["details"].is_null(), "{lock} {person}");
    }
    for (id, person) in &persons {
        assert!(locked.contains(id) || !person["erased_at"].is_null(), "no number leads to {person}");
    }
}

/// P-12: what consent covers is there while it is given, and the last decision says which.
fn details_go_with_consent(people: &[Value]) {
    for person in beginning_with(people, "PERSON#") {
        let last = person["decisions"].as_array().and_then(|all| all.last()).expect("a decision");
        let agrees = last["decision"] == "yes" && person["erased_at"].is_null();
        assert_eq!(agrees, !person["details"].is_null(), "{person}");
        let keeps = person["details"]["email_sealed"].is_string() || person["details"]["pending_email"].is_object();
        assert!(agrees || !keeps, "{person}");
    }
}

/// P-10: somebody who has not agreed yet is only in a session that ends, with what was told sealed in it.
fn sessions_are_somebody_s(sessions: &[Value], people: &[Value], staff: &[Value]) {
    let persons: HashSet<&str> = beginning_with(people, "PERSON#").into_iter().map(|row| text(row, "id")).collect();
    for session in beginning_with(sessions, "RESIDENT#") {
        let id = text(session, "pk").trim_start_matches("RESIDENT#");
        assert!(persons.contains(id) || session["claims_sealed"].is_string(), "a session of nobody: {session}");
        assert!(session["expires_at"].is_number(), "a session without an end: {session}");
    }
    let fingerprints: HashSet<&str> = sessions.iter().map(|row| text(row, "fingerprint")).collect();
    assert!(fingerprints.len() <= sessions.len());
    assert!(staff.iter().any(|row| text(row, "pk") == "SUPERADMIN"));
}

/// P-3: user name, address and outside account lead to one account each, and each account has its own.
fn every_way_in_leads_to_its_account(staff: &[Value]) {
    let accounts: HashMap<&str, &Value> =
        beginning_with(staff, "STAFF").into_iter().map(|row| (text(row, "id"), row)).collect();
    let leads_to = |lock: &Value| -> Value {
        let found = accounts.get(text(lock, "staff_id"));
        (*found.unwrap_or_else(|| panic!("{lock} leads to no account"))).clone()
    };
    let locks: HashSet<&str> = staff.iter().map(|row| text(row, "pk")).collect();
    for lock in beginning_with(staff, "LOGIN#") {
        let account = leads_to(lock);
        assert_eq!(text(lock, "pk"), format!("LOGIN#{}", text(&account["entrance"], "login")), "{account}");
        let is_active = account["state"] == "active";
        assert!(!is_active || lock["password_hash"].is_string(), "in use, without a password: {account}");
    }
    for lock in beginning_with(staff, "EMAIL#") {
        assert_eq!(text(lock, "pk"), format!("EMAIL#{}", text(&leads_to(lock)["email"], "lookup")));
    }
    for lock in beginning_with(staff, "SUBJECT#") {
        let subject = leads_to(lock)["entrance"]["subject"].clone();
        assert_eq!(
            text(lock, "pk"),
            format!("SUBJECT#{}#{}", text(&subject, "provider"), text(&subject, "fingerprint"))
        );
    }
    for invitation in beginning_with(staff, "INVITATION#") {
        let open = leads_to(invitation)["entrance"]["invitation"].clone();
        assert_eq!(text(invitation, "pk"), format!("INVITATION#{}", open.as_str().unwrap_or_default()), "{invitation}");
    }
    for account in accounts.values() {
        let entrance = &account["entrance"];
        let mut ways = vec![format!("EMAIL#{}", text(&account["email"], "lookup"))];
        ways.extend(entrance["login"].as_str().map(|login| format!("LOGIN#{login}")));
        ways.extend(entrance["invitation"].as_str().map(|open| format!("INVITATION#{open}")));
        let subject = entrance.get("subject").filter(|subject| subject.is_object());
        ways.extend(subject.map(|s| format!("SUBJECT#{}#{}", text(s, "provider"), text(s, "fingerprint"))));
        for way in ways {
            assert!(locks.contains(way.as_str()), "{way} is missing of {account}");
        }
    }
    let superadmins = accounts.values().filter(|account| account["roles"].to_string().contains("\"superadmin\""));
    assert_eq!(superadmins.count(), 1);
}

/// A message has its content and stands in the index exactly while it waits.
fn messages_wait_or_are_done(work: &[Value]) {
    for message in work.iter().filter(|row| text(row, "sk").starts_with("MAIL#")) {
        let waits = message["state"] == "waiting";
        for field in ["content_sealed", "due_shard", "due_at"] {
            assert_eq!(waits, message[field].is_string(), "{field} of {message}");
        }
    }
}

/// An account that was invited by letter has that letter, waiting or sent.
fn open_invitations_are_in_the_post(staff: &[Value], work: &[Value]) {
    for invitation in beginning_with(staff, "INVITATION#") {
        let owner = format!("STAFF#{}", text(invitation, "staff_id"));
        let is_letter = |row: &&Value| text(row, "pk") == owner && text(row, "kind") == "staff-invitation";
        // Who was there from the start was told otherwise.
        assert!(work.iter().any(|row| is_letter(&row)), "no letter to {owner}");
    }
}

/// P-21: what one request did to one thing is one line.
fn no_line_stands_twice(audit: &[Value]) {
    let mut seen = HashSet::new();
    for line in audit {
        let what = (text(line, "request_id"), text(line, "action"), text(line, "subject_id"));
        assert!(seen.insert(what), "twice: {line}");
        assert_eq!(text(line, "sk"), text(line, "id"));
    }
}
