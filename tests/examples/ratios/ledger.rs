//! Money, before and after a million entries: units must not grow, and ratios hardly.
//!
//! `MEENT_ENTRIES` takes another number, for who tries this out without an hour to spare.

use crate::{median, ratio, say};
use chrono::{DateTime, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::{PersonId, RefundId};
use meent_ledger::{Account, Actor, Posting, Request, Statement, System, Transfer, commit, page};
use meent_store::ledger::{AccountRow, EntryRow, entry_sk};
use meent_store::{Cursor, PageSize, Table, Transaction};
use meent_tests::history::History;
use meent_tests::people::MARIE;
use meent_tests::{Browser, Call, Service, Stage, units};
use std::cell::Cell;

const ENTRIES: usize = 1_000_000;
/// A tenth are one wallet's, the others of so many each.
const OF_ONE: usize = 10;
const EACH: usize = 100;

pub async fn measure(stage: &Stage, phone: &mut Browser) {
    let given = std::env::var("MEENT_ENTRIES").ok().and_then(|entries| entries.parse().ok());
    let all: usize = given.unwrap_or(ENTRIES);
    let few = History::statement_of(&own_id(phone), EACH).import(stage);
    // Secrets are read once.
    stage.top_up(phone, 500).await;
    let before = Measured::of(stage, phone, &few).await;

    let mut other = stage.resident(MARIE).await;
    let many = History::statement_of(&own_id(&other), all / OF_ONE).import(stage);
    for number in 0..(all - all / OF_ONE) / EACH {
        let mut id = [1; 16];
        id[..8].copy_from_slice(&number.to_be_bytes());
        let History { ledger, .. } = History::statement_of(&PersonId::from_random(id), EACH);
        stage.town.import(Table::Ledger, ledger).expect("rows are written");
    }
    let after = Measured::of(stage, &mut other, &many).await;
    say(&format!("\nWith {EACH} entries, and with {} among {all}:", many.len()));
    for ((what, before), (_, after)) in before.units.iter().zip(&after.units) {
        say(&format!("{what:<28} {before:>6.1} {after:>6.1} units"));
        assert!((before - after).abs() < f64::EPSILON, "{what} costs more");
    }
    for ((what, before), (_, after)) in before.ratios.iter().zip(&after.ratios) {
        say(&format!("{what:<28} {before:>6.1} {after:>6.1} × a bare row"));
    }
}

struct Measured {
    units: Vec<(&'static str, f64)>,
    ratios: Vec<(&'static str, f64)>,
}

impl Measured {
    async fn of(stage: &Stage, phone: &mut Browser, entries: &[EntryRow]) -> Self {
        let old = &entries[12];
        let deep = String::from(Cursor::after(&entry_sk(old.at, old.number)));
        let first = "/api/wallet/transactions?limit=10";
        let mut costs = vec![];
        for (what, path) in
            [("a page of the statement", first.to_owned()), ("its oldest page", format!("{first}&cursor={deep}"))]
        {
            stage.town.calls.take();
            phone.get(&path).await.json(200);
            costs.push((what, spent(stage)));
        }
        let id = stage.order(phone, 500).await;
        stage.pay(&id);
        stage.town.calls.take();
        stage.bank().deliver_webhooks().await;
        costs.push(("a payment's reports", spent(stage)));
        Self { units: costs, ratios: ratios(stage, &own_id(phone)).await }
    }
}

async fn ratios(stage: &Stage, owner: &PersonId) -> Vec<(&'static str, f64)> {
    let (db, account) = (&stage.town.app.db, Account::Wallet(owner.clone()));
    let read = median(async || {
        db.get::<AccountRow>(&account.key()).await.expect("an answer").expect("an account");
    })
    .await;
    let aside = Account::Wallet(PersonId::from_random([9; 16])).key();
    let write = median(async || db.put(&aside, &AccountRow::default()).await.expect("written")).await;
    let statement = Statement { account: account.clone(), period: None, invoiced: false };
    let ten = PageSize::FEWEST;
    let paged = median(async || drop(page(db, &statement, ten, None).await.expect("a page"))).await;
    let number = Cell::new(0);
    let credited = median(async || {
        number.set(number.get() + 1);
        let credit = credit(&account, number.get(), stage.clock.now());
        commit(db, &credit, None, Transaction::<()>::new()).await.expect("credited");
    })
    .await;
    vec![("a page, of a read", ratio(paged, read)), ("a credit, of a write", ratio(credited, write))]
}

fn credit(account: &Account, number: u64, now: DateTime<Utc>) -> Transfer {
    let request = Request::new(&Actor::Town, "bench", &format!("{account}/{number}"), "");
    let about = About::Refund { refund: RefundId::from_random([9; 16]) };
    let postings = [Posting::new(account.clone(), 1), Posting::new(Account::System(System::InTransit), -1)];
    Transfer::new(request, Actor::Town, Kind::TopUp, about, now, postings)
}

fn spent(stage: &Stage) -> f64 {
    let calls = stage.town.calls.take();
    units(calls.iter().filter(|call: &&Call| call.service == Service::DynamoDb))
}

fn own_id(phone: &Browser) -> PersonId {
    let cookie = phone.cookies.values().next().expect("a session");
    PersonId::try_from(cookie.split('.').next().expect("an id").to_owned()).expect("an id")
}
