//! Lists cost the same however long they have become.

use chrono::Duration;
use meent_domain::person::FullName;
use meent_domain::{EmailAddress, PersonId, StaffId};
use meent_secrets::DataKeys;
use meent_store::audit::{Action, Line};
use meent_store::ledger::{self, EntryRow};
use meent_store::staff::{self, Account, SealedEmail};
use meent_store::web_sessions::{Session, of_resident, session};
use meent_store::work::{Notification, NotificationKind};
use meent_store::{Cursor, Key, Stored, Table};
use meent_tests::history::History;
use meent_tests::money::intention;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Browser, Call, Service, Stage, parking, units};
use serde_json::json;
use std::ops::Range;

/// More than a page of any list.
const FEW: usize = 60;
const MANY: usize = 10_000;

#[tokio::test]
async fn lists_cost_the_same_with_ten_thousand_rows() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    let mut desk = stage.staff("superadmin").await;
    let me = StaffId::try_from(text(&desk.get("/api/staff/me").await.json(200)["id"])).expect("an id");
    let keys = stage.town.app.data_keys().await.expect("keys");
    let template = stage.town.app.db.get::<Account>(&staff::account(&me)).await.expect("a read").expect("an account");
    let fill = |rows: Range<usize>| {
        fill(&stage, Table::Staff, rows.clone(), |number| account(&template, &keys, number));
        fill(&stage, Table::Audit, rows.clone(), |number| line(&stage, &me, number));
        fill(&stage, Table::Work, rows.clone(), |number| note(&stage, &me, number));
        fill(&stage, Table::WebSessions, rows, |number| others_session(&stage, number));
    };
    fill(0..FEW);
    let few = cost_of_lists(&stage, &mut phone, &mut desk, &me).await;
    fill(FEW..MANY);
    let many = cost_of_lists(&stage, &mut phone, &mut desk, &me).await;
    assert_eq!(few, many, "{FEW} rows, and {MANY}");

    // A search that no key serves stops when it has read enough: four times a list, here of three months.
    for (path, most) in [("/api/staff/accounts?text=zz", 4), ("/api/audit?actor=zz", 3 * 4)] {
        stage.town.calls.take();
        assert_eq!(desk.get(path).await.json(200)["more"], true, "{path}");
        let queries = stage.town.calls.take().iter().filter(|call| call.operation == "Query").count();
        assert!(queries <= most, "{path} reads {queries} times");
    }
}

/// One wallet with a short past and one with a long one: what is done with either costs the same.
#[tokio::test]
async fn a_wallet_costs_the_same_with_ten_thousand_entries() {
    let stage = Stage::new().await;
    let mut short = stage.resident(ZOE).await;
    let mut long = stage.resident(MARIE).await;
    let entries = History::statement_of(&own_id(&short), FEW).import(&stage);
    // Secrets are read once, and so are the zones.
    stage.top_up(&mut short, 500).await;
    short.get("/api/home").await.json(200);
    let few = cost_of_a_wallet(&stage, &mut short, &entries).await;
    let entries = History::statement_of(&own_id(&long), MANY).import(&stage);
    let many = cost_of_a_wallet(&stage, &mut long, &entries).await;
    assert_eq!(few, many, "{FEW} entries, and {MANY}");
    let list = long.get("/api/wallet/transactions").await.json(200);
    assert_eq!((&list["count"], &list["orMore"]), (&json!(1000), &json!(true)), "1.000+");

    // Invoices have no numbers of their own to go by: they are counted, and no further than a thousand.
    stage.town.calls.take();
    let list = long.get("/api/wallet/transactions?invoice=true&limit=10").await.json(200);
    assert_eq!((&list["count"], &list["orMore"]), (&json!(1000), &json!(true)), "1.000+");
    let (calls, units) = calls_and_units(&stage);
    assert!(calls == 3 && units <= 50.0, "{calls} calls, {units} units");
}

/// what may stand here costs the same to know with ten rights in the town and with ten thousand.
#[tokio::test]
async fn a_question_costs_the_same_with_ten_thousand_rights() {
    // A Saturday at ten, when the centre is paid.
    let stage = Stage::at("2026-11-21T09:00:00Z".parse().expect("a time")).await;
    let mut desk = stage.staff("superadmin").await;
    parking::rights(&stage, 0..10);
    let few = cost_of_questions(&stage, &mut desk, 10).await;
    parking::rights(&stage, 10..MANY);
    let many = cost_of_questions(&stage, &mut desk, 500).await;
    assert_eq!(few, many, "ten rights, and {MANY}");
}

async fn cost_of_questions(stage: &Stage, desk: &mut Browser, standing: usize) -> Vec<(usize, usize, f64)> {
    // The zones are read once.
    desk.post("/api/staff/plate-checks", parking::question(1)).await.json(200);
    let mut costs = vec![];
    for plates in [1, 10, 500] {
        stage.town.calls.take();
        let answer = desk.post("/api/staff/plate-checks", parking::question(plates)).await.json(200);
        let may = answer["items"].as_array().expect("answers").iter().filter(|item| item["mayStand"] == true).count();
        assert_eq!(may, plates.min(standing));
        let (calls, units) = calls_and_units(stage);
        costs.push((plates, calls, units));
    }
    costs
}

/// Calls and units of each thing that is done with a wallet.
async fn cost_of_a_wallet(stage: &Stage, phone: &mut Browser, entries: &[EntryRow]) -> Vec<(String, usize, f64)> {
    let mut costs = vec![];
    // Beyond which the very oldest stand.
    let old = &entries[12];
    let deep = String::from(Cursor::after(&ledger::entry_sk(old.at, old.number)));
    let transactions = "/api/wallet/transactions";
    for path in [
        "/api/home".to_owned(),
        "/api/wallet".to_owned(),
        format!("{transactions}?limit=10"),
        format!("{transactions}?limit=50"),
        format!("{transactions}?limit=10&cursor={deep}"),
        format!("{transactions}?from=2024-08-02"),
        format!("{transactions}?from=2024-08-01&to=2024-08-03"),
        format!("{transactions}?from=2024-08-01&to=2024-08-03&invoice=true"),
    ] {
        stage.town.calls.take();
        let list = phone.get(&path).await.json(200);
        assert!(!path.contains('?') || list["items"].as_array().is_some_and(|items| items.len() >= 7), "{list}");
        let (calls, units) = calls_and_units(stage);
        costs.push((path, calls, units));
    }
    let mut note = |what: &str| {
        let (calls, units) = calls_and_units(stage);
        costs.push((what.to_owned(), calls, units));
    };
    let id = stage.order(phone, 500).await;
    note("ordered");
    stage.pay(&id);
    stage.bank().deliver_webhooks().await;
    note("reported twice");
    assert_eq!(stage.outcome(phone, &id).await["state"], "paid");
    note("come back");
    phone.intend("/api/wallet/refunds", &intention(), &json!({ "amountCents": 100 })).await.json(201);
    note("asked back");
    costs
}

fn calls_and_units(stage: &Stage) -> (usize, f64) {
    let calls = stage.town.calls.take();
    let tables: Vec<&Call> = calls.iter().filter(|call| call.service == Service::DynamoDb).collect();
    (tables.len(), units(tables.iter().copied()))
}

fn own_id(phone: &Browser) -> PersonId {
    let cookie = phone.cookies.get("__Host-resident").expect("a session");
    PersonId::try_from(cookie.split('.').next().expect("an id").to_owned()).expect("an id")
}

async fn cost_of_lists(stage: &Stage, phone: &mut Browser, desk: &mut Browser, me: &StaffId) -> Vec<(String, f64)> {
    let mut costs = vec![];
    let lists = [
        "/api/staff/accounts?limit=10".to_owned(),
        "/api/staff/accounts?limit=50".to_owned(),
        "/api/audit?limit=10".to_owned(),
        "/api/audit?limit=50".to_owned(),
        format!("/api/audit?actor={me}"),
        format!("/api/audit?subject={me}"),
        "/api/staff/notifications".to_owned(),
        "/api/staff/me".to_owned(),
    ];
    for path in lists {
        stage.town.calls.take();
        desk.get(&path).await.json(200);
        costs.push((path, spent(stage)));
    }
    phone.get("/api/sessions").await.json(200);
    costs.push(("/api/sessions".to_owned(), spent(stage)));
    costs
}

fn spent(stage: &Stage) -> f64 {
    units(stage.town.calls.take().iter().filter(|call| call.service == Service::DynamoDb))
}

fn fill<T: Stored>(stage: &Stage, table: Table, rows: Range<usize>, row: impl Fn(usize) -> (Key, T)) {
    let rows = rows.map(|number| {
        let (key, row) = row(number);
        let mut row = serde_json::to_value(row).expect("a row is an object");
        (row["pk"], row["sk"]) = (key.pk.into(), key.sk.into());
        row
    });
    stage.town.import(table, rows.collect()).expect("rows are written");
}

fn id(number: usize) -> StaffId {
    let mut bytes = [7; 16];
    bytes[..8].copy_from_slice(&number.to_be_bytes());
    StaffId::from_random(bytes)
}

fn account(template: &Account, keys: &DataKeys, number: usize) -> (Key, Account) {
    let id = id(number);
    let email = EmailAddress::try_from(format!("bo.{number:05}@test.example")).expect("an address");
    let email = SealedEmail::of(keys, &id, &email);
    let name = FullName::try_from(format!("Bo {number:05}")).expect("a name");
    let name_key = Account::name_key(&name, &id);
    (staff::account(&id), Account { id, name, name_key, email, ..template.clone() })
}

fn line(stage: &Stage, me: &StaffId, number: usize) -> (Key, Line) {
    let at = stage.clock.now() - Duration::minutes(i64::try_from(number).expect("a small number"));
    let line = Line::about_staff(at, "a request", (me, "Sofie Claes"), Action::StaffChanged, (me, "Sofie Claes"));
    (line.key(), line)
}

fn note(stage: &Stage, me: &StaffId, number: usize) -> (Key, Notification) {
    let at = stage.clock.now() - Duration::minutes(i64::try_from(number).expect("a small number"));
    let note = Notification::new(NotificationKind::InvitationAccepted, &[("name", "Bo Aerts")], at);
    (note.key(me), note)
}

/// Of 250 other residents.
fn others_session(stage: &Stage, number: usize) -> (Key, Session) {
    let owner = meent_domain::PersonId::from_random([u8::try_from(number % 250).expect("small"); 16]);
    let fingerprint = format!("{number:052}");
    let row = Session {
        fingerprint: fingerprint.clone(),
        provider: "itsme".to_owned(),
        signed_in_at: stage.clock.now(),
        last_seen_at: stage.clock.now(),
        ends_at: stage.clock.now() + Duration::days(30),
        device: String::new(),
        claims_sealed: None,
        second_factor_passed: false,
    };
    (session(&of_resident(&owner), &fingerprint), row)
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().expect("a text").to_owned()
}
