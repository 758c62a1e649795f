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
    for payment in beginning_with(payments, "PAYMENT#") {
        let brought = payment["received"]["cents"].as_i64().unwrap_or_default();
        let back = sent.get(text(payment, "id")).copied().unwrap_or_default();
        assert!(back <= brought, "{back} of {payment}");
    }
}

/// W-11: 1, 2, 3 … of each kind and year, each for one payment; and a payment without one has its job.
fn papers_are_numbered_without_gaps(payments: &[Value], work: &[Value]) {
    let mut numbers: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    let mut papers: HashMap<&str, &str> = HashMap::new();
    for paper in beginning_with(payments, "PAPER#") {
        let (series, number) = text(paper, "number").split_once('-').expect("a series and a number");
        numbers.entry(series).or_default().push(number.parse().expect("a number"));
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
