//! What must always hold of money: the ledger in order, and each thing with its movement.

use crate::Stage;
use crate::rows::{self, beginning_with, text};
use chrono::Duration;
use meent_ledger::{Audit, Fault};
use meent_store::Table;
use meent_store::ledger::AnyRow;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

pub fn holds(stage: &Stage, work: &[Value]) {
    let [ledger, payments] = [Table::Ledger, Table::Payments].map(|table| rows::of(stage, table));
    assert_eq!(audited(stage, &ledger), [], "the ledger is not in order");
    every_credit_has_its_payment(&ledger, &payments);
    the_till_holds_what_was_paid_at_the_desk(&ledger, &payments);
    every_refund_is_set_aside(&ledger, &payments);
    papers_are_numbered_without_gaps(&payments, work);
    what_went_back_of_an_invoice_is_taken_back(&payments, work);
}

/// As the nightly audit reckons it, with everything counted.
pub fn audited(stage: &Stage, ledger: &[Value]) -> Vec<Fault> {
    let now = stage.clock.now();
    let mut audit = Audit::begin(now + Duration::days(1));
    ledger.iter().for_each(|row| audit.take(&any(row)));
    audit.end(now).faults
}

fn any(row: &Value) -> AnyRow {
    fn read<T: DeserializeOwned>(row: &Value) -> T {
        serde_json::from_value(row.clone()).unwrap_or_else(|error| panic!("{error}: {row}"))
    }
    let (kind, rest) = text(row, "pk").split_once('#').expect("a row of the ledger");
    match kind {
        "ACCOUNT" if text(row, "sk") == "ACCOUNT" => AnyRow::Account { name: rest.to_owned(), row: read(row) },
        "ACCOUNT" => AnyRow::Entry { account: rest.to_owned(), row: read(row) },
        "SYSTEM" => AnyRow::System { account: rest.to_owned(), row: read(row) },
        "TRANSFER" => AnyRow::Transfer(read(row)),
        other => panic!("a row of the ledger that is none: {other}"),
    }
}

/// W-14: a payment with money that counts has one credit over just that, and every credit its payment.
fn every_credit_has_its_payment(ledger: &[Value], payments: &[Value]) {
    let transfers = beginning_with(ledger, "TRANSFER#");
    let mut credits: HashMap<&str, &Value> = HashMap::new();
    for transfer in transfers.iter().filter(|row| ["top-up", "desk-top-up"].contains(&text(row, "kind"))) {
        let payment = text(&transfer["about"], "payment");
        assert!(credits.insert(payment, transfer).is_none(), "credited twice: {transfer}");
    }
    for payment in beginning_with(payments, "PAYMENT#") {
        let is_credited = ["paid", "parked-credited"].contains(&text(payment, "state"));
        let credit = credits.remove(text(payment, "id"));
        assert_eq!(is_credited, credit.is_some(), "{payment}");
        let Some(credit) = credit else { continue };
        assert_eq!(payment["received"]["transfer"], credit["id"], "{payment}");
        let wallet = format!("wallet/{}", text(payment, "person"));
        let posting = credit["postings"].as_array().into_iter().flatten().find(|p| text(p, "account") == wallet);
        assert_eq!(posting.map(|p| &p["amount"]), Some(&payment["received"]["cents"]), "{payment}");
    }
    assert!(credits.is_empty(), "credits without a payment: {credits:?}");
    for payment in beginning_with(payments, "PAYMENT#") {
        let has_money = payment["received"].is_object();
        let needs_asking = ["created", "open", "pending"].contains(&text(payment, "state"));
        assert!(!(has_money && payment["due_at"].is_string()), "still asked about: {payment}");
        assert!(!needs_asking || payment["due_at"].is_string(), "forgotten: {payment}");
        assert_eq!(payment["attention"].is_string(), payment["state"] == "parked", "{payment}");
    }
}

/// P-63: what cash and cards brought stands in the town's books, a till each, and none of it goes back through
/// a provider.
fn the_till_holds_what_was_paid_at_the_desk(ledger: &[Value], payments: &[Value]) {
    let mut tills: BTreeMap<&str, i64> = BTreeMap::new();
    for payment in beginning_with(payments, "PAYMENT#").into_iter().filter(|row| row["provider"] == "desk") {
        assert_eq!((text(payment, "state"), payment["due_at"].is_string()), ("paid", false), "{payment}");
        *tills.entry(text(&payment["received"], "method")).or_default() +=
            payment["received"]["cents"].as_i64().unwrap_or(0);
        let refundable = format!("ACCOUNT#refundable/{}", text(payment, "id"));
        assert!(beginning_with(ledger, &refundable).is_empty(), "{payment}");
    }
    for means in ["cash", "card"] {
        let rows = beginning_with(ledger, &format!("SYSTEM#desk-{means}#"));
        let owed: i64 = rows.iter().filter_map(|row| row["amount"].as_i64()).sum();
        assert_eq!(-owed, tills.remove(means).unwrap_or_default(), "{means}");
    }
    assert!(tills.is_empty(), "{tills:?}");
}

/// W-17: what is set aside is what refunds have not paid back, and no payment sends back more than it brought.
fn every_refund_is_set_aside(ledger: &[Value], payments: &[Value]) {
    let aside: i64 = beginning_with(ledger, "SYSTEM#refunds#").iter().filter_map(|row| row["amount"].as_i64()).sum();
    let transfers: HashSet<&str> = beginning_with(ledger, "TRANSFER#").iter().map(|row| text(row, "id")).collect();
    let (mut open, mut sent): (i64, BTreeMap<String, i64>) = (0, BTreeMap::new());
    for refund in beginning_with(payments, "REFUND#") {
        assert!(transfers.contains(text(refund, "transfer")), "nothing was set aside: {refund}");
        let parts = refund["parts"].as_array().cloned().unwrap_or_default();
        let mut paid = 0;
        for part in &parts {
            let cents = part["cents"].as_i64().unwrap_or_default();
            match text(part, "state") {
                "paid" => paid += cents,
                "released" => continue,
                _ => {}
            }
            *sent.entry(text(part, "payment").to_owned()).or_default() += cents;
        }
        match text(refund, "state") {
            "refused" => assert_eq!(paid, 0, "{refund}"),
            "paid" => {}
            _ => open += refund["cents"].as_i64().unwrap_or_default() - paid,
        }
        let waits = ["asked", "stuck"].contains(&text(refund, "state"));
        assert_eq!(waits, refund["attention"].is_string(), "{refund}");
    }
    assert_eq!(aside, open, "set aside, and asked back");
    let accounts = beginning_with(ledger, "ACCOUNT#refundable/").into_iter().filter(|row| row["sk"] == "ACCOUNT");
    let refundable: HashMap<&str, i64> =
        accounts.map(|row| (text(row, "pk"), row["balance"].as_i64().unwrap_or_default())).collect();
    for payment in beginning_with(payments, "PAYMENT#") {
        // What was paid at the desk can't go back the way it came.
        let is_credited = payment["received"]["transfer"].is_string() && payment["provider"] != "desk";
        let brought = payment["received"]["cents"].as_i64().filter(|_| is_credited).unwrap_or_default();
        let back = sent.get(text(payment, "id")).copied().unwrap_or_default();
        assert!(back <= brought, "{back} of {payment}");
        let left = refundable.get(&*format!("ACCOUNT#refundable/{}", text(payment, "id"))).copied().unwrap_or_default();
        assert_eq!(left, brought - back, "what can go back still of {payment}");
    }
}

/// W-11: 1, 2, 3 … of each kind and year, each for one payment; and a payment without one has its job.
fn papers_are_numbered_without_gaps(payments: &[Value], work: &[Value]) {
    let mut numbers: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    let mut papers: HashMap<&str, &str> = HashMap::new();
    for paper in beginning_with(payments, "PAPER#") {
        let (series, number) = text(paper, "number").split_once('-').expect("a series and a number");
        numbers.entry(series).or_default().push(number.parse().expect("a number"));
        let letter = match text(paper, "kind") {
            "receipt" => "K",
            "invoice" => "F",
            _ => "C",
        };
        assert!(series.starts_with(letter), "{paper}");
        if text(paper, "kind") == "credit-note" {
            continue;
        }
        assert!(papers.insert(text(paper, "payment"), text(paper, "number")).is_none(), "two papers: {paper}");
    }
    for (series, mut drawn) in numbers {
        drawn.sort_unstable();
        let whole: Vec<u64> = (1..=drawn.len() as u64).collect();
        assert_eq!(drawn, whole, "{series}");
    }
    for payment in beginning_with(payments, "PAYMENT#") {
        assert_eq!(papers.get(text(payment, "id")).copied(), payment["paper_number"].as_str(), "{payment}");
        let is_credited = ["paid", "parked-credited"].contains(&text(payment, "state"));
        let pk = format!("PAYMENT#{}", text(payment, "id"));
        let has_job = work.iter().any(|row| text(row, "pk") == pk && text(row, "sk") == "JOB#paper");
        assert_eq!(is_credited, has_job, "{payment}");
    }
}

/// W-17: each part that went back of an invoiced payment has its job, and one credit note once that is done; and
/// no more is taken back of an invoice than it asked.
fn what_went_back_of_an_invoice_is_taken_back(payments: &[Value], work: &[Value]) {
    let mut notes: HashMap<(&str, &str), &Value> = HashMap::new();
    for note in beginning_with(payments, "PAPER#").into_iter().filter(|paper| text(paper, "kind") == "credit-note") {
        assert!(notes.insert((text(note, "refund"), text(note, "payment")), note).is_none(), "twice: {note}");
    }
    let orders = beginning_with(payments, "PAYMENT#").into_iter();
    let invoiced: HashMap<&str, i64> = orders
        .filter(|payment| payment["paper"] == "invoice")
        .map(|payment| (text(payment, "id"), payment["received"]["cents"].as_i64().unwrap_or_default()))
        .collect();
    let mut jobs: HashMap<(&str, &str), &Value> = HashMap::new();
    for job in work {
        if let Some(payment) = text(job, "sk").strip_prefix("JOB#credit-note#") {
            jobs.insert((text(job, "pk").trim_start_matches("REFUND#"), payment), job);
        }
    }
    let mut taken_back: HashMap<&str, i64> = HashMap::new();
    for refund in beginning_with(payments, "REFUND#") {
        for part in refund["parts"].as_array().into_iter().flatten() {
            let is_back = ["paid", "by-hand"].contains(&text(part, "state"));
            assert_eq!(is_back, part["paid_at"].is_string(), "{refund}");
            if !is_back || !invoiced.contains_key(text(part, "payment")) {
                assert!(part["credit_note"].is_null(), "a credit note on nothing: {refund}");
                continue;
            }
            let which = (text(refund, "id"), text(part, "payment"));
            *taken_back.entry(which.1).or_default() += part["cents"].as_i64().unwrap_or_default();
            let job = jobs.remove(&which).unwrap_or_else(|| panic!("no credit note will be made: {refund}"));
            let note = notes.remove(&which);
            assert_eq!(note.map(|note| &note["number"]), part["credit_note"].get("number"), "{refund}");
            assert!(job["due_at"].is_string() || part["credit_note"]["papers"].is_object(), "forgotten: {refund}");
            assert!(note.is_none_or(|note| note["cents"] == part["cents"]), "{refund}");
        }
    }
    assert!(notes.is_empty() && jobs.is_empty(), "credit notes on nothing: {notes:?} {jobs:?}");
    for (payment, cents) in taken_back {
        assert!(cents <= invoiced[payment], "more is taken back than was invoiced: {payment}");
    }
}
