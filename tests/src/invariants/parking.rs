//! What must always hold of parking: the agenda, the plates and the ledger say what the sessions say.

use crate::Stage;
use crate::rows::{self, beginning_with, text};
use meent_store::Table;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub fn holds(stage: &Stage) {
    let [parking, ledger] = [Table::Parking, Table::Ledger].map(|table| rows::of(stage, table));
    let sessions: Vec<&Value> = parking.iter().filter(|row| text(row, "sk").starts_with("SESSION#")).collect();
    the_agenda_holds_what_is_booked(stage, &parking, &sessions);
    plates_have_the_rights_that_were_booked(stage, &parking, &sessions);
    no_plate_stands_twice(&sessions);
    hours_used_are_those_of_sessions(&ledger, &sessions);
    money_is_that_of_sessions(&ledger, &parking, &sessions);
}

fn minute(row: &Value, index: usize) -> i64 {
    row["span"][index].as_i64().expect("a minute")
}

fn now(stage: &Stage) -> i64 {
    stage.clock.now().timestamp() / 60
}

/// A line of an agenda as its session should have it written: id, span, for, zone, plate, country, minutes, cents.
fn line_of(session: &Value) -> Value {
    let fields = ["id", "span", "whom", "zone", "plate", "country", "minutes", "cents", "series"];
    Value::Array(fields.map(|field| session[field].clone()).into())
}

/// what is booked and not over stands in its owner's agenda, and nothing else does.
fn the_agenda_holds_what_is_booked(stage: &Stage, parking: &[Value], sessions: &[&Value]) {
    let agendas: BTreeMap<&str, &Value> =
        parking.iter().filter(|row| text(row, "sk") == "AGENDA").map(|row| (text(row, "pk"), row)).collect();
    let lines = |pk: &str| agendas.get(pk).and_then(|row| row["lines"].as_array()).cloned().unwrap_or_default();
    for session in sessions {
        let theirs = lines(text(session, "pk")).iter().filter(|line| line[0] == session["id"]).count();
        let is_cancelled = session["state"] == "cancelled";
        let is_over = minute(session, 1) <= now(stage);
        assert!(theirs <= 1 && !(is_cancelled && theirs > 0), "{session}");
        assert!(is_cancelled || is_over || theirs == 1, "not in the agenda: {session}");
    }
    for pk in agendas.keys() {
        for line in lines(pk) {
            let session = sessions.iter().find(|session| session["id"] == line[0] && text(session, "pk") == *pk);
            let session = session.unwrap_or_else(|| panic!("no session of {line}"));
            assert_eq!(line, line_of(session));
        }
    }
}

/// enforcement is told what was booked.
fn plates_have_the_rights_that_were_booked(stage: &Stage, parking: &[Value], sessions: &[&Value]) {
    let plates: BTreeMap<&str, &Value> =
        beginning_with(parking, "PLATE#").into_iter().map(|row| (text(row, "pk"), row)).collect();
    let right_of = |session: &Value| -> Value {
        ["country", "zone", "span", "whom"].map(|field| session[field].clone()).as_slice().into()
    };
    for session in sessions.iter().filter(|session| minute(session, 1) > now(stage)) {
        let pk = format!("PLATE#{}", text(session, "plate"));
        let right = plates.get(pk.as_str()).map(|row| row[format!("s_{}", text(session, "id"))].clone());
        if session["state"] == "cancelled" {
            assert!(right.is_none_or(|right| right.is_null()), "cancelled, and may stand: {session}");
        } else {
            assert_eq!(right, Some(right_of(session)), "{session}");
        }
    }
    for (pk, row) in plates {
        for (field, right) in row.as_object().into_iter().flatten().filter(|(name, _)| name.starts_with("s_")) {
            let session = sessions.iter().find(|session| text(session, "id") == &field[2..]);
            let session = session.unwrap_or_else(|| panic!("a right of no session: {field} of {pk}"));
            assert_eq!((pk, right), (format!("PLATE#{}", text(session, "plate")).as_str(), &right_of(session)));
        }
    }
}

/// no two of one resident on one plate in one zone at once.
fn no_plate_stands_twice(sessions: &[&Value]) {
    let mut known: BTreeMap<[&str; 4], Vec<(i64, i64)>> = BTreeMap::new();
    // Of who left, no plate is known any more.
    for session in sessions.iter().filter(|session| session["state"] != "cancelled" && session["plate"] != "GONE") {
        let place = ["pk", "zone", "country", "plate"].map(|field| text(session, field));
        let (from, until) = (minute(session, 0), minute(session, 1));
        let others = known.entry(place).or_default();
        assert!(others.iter().all(|other| until <= other.0 || other.1 <= from), "twice at once: {session}");
        others.push((from, until));
    }
}

/// hours used are those of the sessions, and no more than allowed.
fn hours_used_are_those_of_sessions(ledger: &[Value], sessions: &[&Value]) {
    let mut used: BTreeMap<String, i64> = BTreeMap::new();
    for session in sessions.iter().filter(|session| session["visit"].is_object()) {
        for part in session["visit"]["minutes"].as_array().into_iter().flatten() {
            let account = format!(
                "ACCOUNT#visits/{}/{}",
                text(&session["visit"], "holder"),
                part[0].as_str().unwrap_or_default()
            );
            *used.entry(account).or_default() += part[1].as_i64().expect("minutes");
        }
    }
    let accounts = beginning_with(ledger, "ACCOUNT#visits/").into_iter().filter(|row| text(row, "sk") == "ACCOUNT");
    for account in accounts {
        let of_sessions = used.remove(text(account, "pk")).unwrap_or_default();
        assert_eq!(account["balance"], of_sessions, "{account}");
        assert!(of_sessions <= 5400, "{account}");
    }
    used.retain(|_, minutes| *minutes != 0);
    assert!(used.is_empty(), "hours that no account knows: {used:?}");
}

/// W-4, R-15: what was paid for a session is its price; nothing comes back that was not paid.
fn money_is_that_of_sessions(ledger: &[Value], parking: &[Value], sessions: &[&Value]) {
    let mut paid: BTreeMap<&str, i64> = BTreeMap::new();
    for posting in beginning_with(ledger, "SYSTEM#parking#") {
        let about = &posting["about"];
        let of = if about["is"] == "series" { text(about, "series") } else { text(about, "session") };
        *paid.entry(of).or_default() += posting["amount"].as_i64().expect("cents");
    }
    let series: BTreeSet<&str> =
        parking.iter().filter(|row| text(row, "sk").starts_with("SERIES#")).map(|row| text(row, "id")).collect();
    let mut owed: BTreeMap<&str, i64> = BTreeMap::new();
    for session in sessions {
        let cents = session["cents"].as_i64().expect("cents");
        assert!(cents >= 0, "{session}");
        match session["series"].as_str() {
            Some(of) => {
                assert!(series.contains(of), "of no series: {session}");
                // What was paid for the series, less what came back for this one of it.
                let own = paid.remove(text(session, "id")).unwrap_or_default();
                *owed.entry(of).or_default() += cents - own;
            }
            None => *owed.entry(text(session, "id")).or_default() += cents,
        }
    }
    paid.retain(|_, cents| *cents != 0);
    owed.retain(|_, cents| *cents != 0);
    assert_eq!(paid, owed, "what was paid, and what sessions cost");
}
