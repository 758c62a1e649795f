//! Read while it is written: each page and each file is consistent in itself.

use crate::all_is_well;
use meent_tests::dice::Dice;
use meent_tests::money::intention;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Stage};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};

const MOVES: usize = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_and_file_is_consistent_in_itself() {
    let mut dice = Dice::new();
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, 50_000).await;
    let (mut two, mut three, mut four) = (phone.window(), phone.window(), phone.window());
    let moving = AtomicBool::new(true);
    let moves = async {
        let (mut one, mut other) = (phone.window(), phone.window());
        futures::join!(moved(&stage, &mut one, dice.split()), moved(&stage, &mut other, dice.split()));
        moving.store(false, Ordering::Relaxed);
    };
    let (pages, tables, papers, ()) = futures::join!(
        async {
            let mut read = 0;
            while moving.load(Ordering::Relaxed) {
                read += leafed_through(&mut two).await;
            }
            read
        },
        async {
            let mut read = 0;
            while moving.load(Ordering::Relaxed) {
                read += usize::from(table(&mut three).await > 0);
            }
            read
        },
        async {
            let mut read = 0;
            while moving.load(Ordering::Relaxed) {
                let answer = four.get("/api/wallet/statement.pdf").await;
                assert!(answer.status.is_success() && answer.text.starts_with("%PDF"), "{}", answer.status);
                read += 1;
            }
            read
        },
        moves,
    );
    assert!(pages > 20 && tables > 5 && papers > 2, "read too little: {pages} pages, {tables} tables, {papers} papers");
    assert_eq!(table(&mut phone).await, 1 + MOVES);
    all_is_well(&stage).await;
}

async fn moved(stage: &Stage, phone: &mut Browser, mut dice: Dice) {
    for _ in 0..MOVES / 2 {
        if dice.below(4) == 0 {
            stage.top_up(phone, dice.cents(900) + 5).await;
        } else {
            let body = json!({ "amountCents": dice.cents(300) });
            phone.intend("/api/wallet/refunds", &intention(), &body).await.json(201);
        }
    }
}

/// From the newest to the oldest; how many pages that are.
async fn leafed_through(phone: &mut Browser) -> usize {
    let (mut path, mut pages, mut newer): (String, usize, Option<Value>) = (String::new(), 0, None);
    loop {
        let list = phone.get(&format!("/api/wallet/transactions?limit=10{path}")).await.json(200);
        pages += 1;
        for item in list["items"].as_array().expect("a list") {
            if let Some(newer) = &newer {
                follows(item, newer);
            }
            newer = Some(item.clone());
        }
        let Some(next) = list["next"].as_str() else { break };
        path = format!("&cursor={next}");
    }
    assert_eq!(newer.expect("at least one")["number"], 1);
    pages
}

fn follows(older: &Value, newer: &Value) {
    let of = |item: &Value, field: &str| item[field].as_i64().expect("a number");
    assert_eq!(of(older, "number") + 1, of(newer, "number"));
    let balance = of(older, "balanceAfterCents") + of(newer, "amountCents");
    assert_eq!(balance, of(newer, "balanceAfterCents"), "{older} {newer}");
    assert!(balance >= 0);
}

/// How many entries the file has; each follows from the one before.
async fn table(phone: &mut Browser) -> usize {
    let answer = phone.get("/api/wallet/transactions.csv").await;
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.text);
    let cents = |text: &str| text.replace(',', "").parse::<i64>().expect("an amount");
    let (mut count, mut balance) = (0, 0);
    for line in answer.text.lines().skip(1) {
        let cells: Vec<&str> = line.split(';').collect();
        count += 1;
        balance += cents(cells[4]);
        assert_eq!((cells[0].parse(), cents(cells[5])), (Ok(count), balance), "{line}");
    }
    count
}
