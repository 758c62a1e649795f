//! Sixty-four clients at one wallet.

use crate::reports::{client, sent};
use crate::{all_is_well, code, own_id};
use futures::future::join_all;
use meent_simulators::PaymentProvider;
use meent_tests::dice::Dice;
use meent_tests::money::intention;
use meent_tests::people::ZOE;
use meent_tests::{Browser, Fault, Stage};
use serde_json::{Value, json};
use std::collections::HashSet;

const TOP_UPS: usize = 16;
const TOP_UP: i64 = 500;
const BEGIN: i64 = 10_000;
const REFUNDS: usize = 32;
const REFUND: i64 = 1_000;

enum Client {
    Reports(usize),
    ComesBack(usize),
    AsksBack(String),
}

/// Money comes in three ways at once while more is asked back than there will ever be.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_clients_at_one_wallet() {
    let mut dice = Dice::new();
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, BEGIN).await;
    let mut ordered = vec![];
    for _ in 0..TOP_UPS {
        let id = stage.order(&mut phone, TOP_UP).await;
        stage.pay(&id);
        ordered.push(id);
    }
    // The clock asks about them too.
    stage.wait_minutes(6);
    let mut clients: Vec<Client> = (0..TOP_UPS).flat_map(|n| [Client::Reports(n), Client::ComesBack(n)]).collect();
    clients.extend((0..REFUNDS).map(|_| Client::AsksBack(intention())));
    assert_eq!(clients.len(), 64);
    dice.shuffle(&mut clients);

    let (stage_, phone_, ordered_) = (&stage, &phone, &ordered);
    let acts = clients.iter().map(|client| async move {
        let mut window = phone_.window();
        match client {
            Client::Reports(n) => reported(stage_, &ordered_[*n]).await,
            Client::ComesBack(n) => {
                let path = format!("/api/wallet/top-ups/{}/outcome", ordered_[*n]);
                code(&window.post(&path, json!({})).await).map(|_| ()).expect("a page, whatever became of it");
            }
            Client::AsksBack(key) => {
                if let Err(why) = asked_back(&mut window, key, REFUND).await {
                    assert!(["busy", "balance-too-low"].contains(&why.as_str()), "{why}");
                }
            }
        }
    });
    let sweep = async {
        // The clock may be told that the tables are busy, and comes again.
        let _ = stage.town.sweep().await;
    };
    futures::join!(join_all(acts), sweep);

    // Whoever was told "busy" or "too little" asks again with the same key: one that was taken stays one.
    let mut taken = HashSet::new();
    for client in &clients {
        let Client::AsksBack(key) = client else { continue };
        match asked_back(&mut phone, key, REFUND).await {
            Ok(id) => assert!(taken.insert(id), "one refund for two keys"),
            Err(why) => assert_eq!(why, "balance-too-low", "nobody else is there any more"),
        }
    }
    let all = BEGIN + i64::try_from(TOP_UPS).expect("small") * TOP_UP;
    let back = i64::try_from(taken.len()).expect("small") * REFUND;
    assert_eq!(back, all, "as much as there was, to the last cent");
    let account = stage.account(&own_id(&phone)).await;
    assert_eq!((account.balance, account.entries), (0, (1 + TOP_UPS + taken.len()) as u64));
    all_is_well(&stage).await;
}

/// One tap that reached us sixty-four times.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_key_from_many_clients_is_one_refund() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, BEGIN).await;
    let (key, phone_) = (intention(), &phone);
    let answers = join_all((0..64).map(|_| async {
        let mut window = phone_.window();
        asked_back(&mut window, &key, REFUND).await
    }))
    .await;
    let again = asked_back(&mut phone, &key, REFUND).await.expect("taken");
    for answer in answers {
        assert!(answer.as_ref().is_ok_and(|id| *id == again) || answer == Err("busy".to_owned()), "{answer:?}");
    }
    assert_eq!(stage.balance(&mut phone).await, BEGIN - REFUND);
    all_is_well(&stage).await;
}

/// Somebody else is at the wallet each time: nothing is done, and asking again later does it.
#[tokio::test]
async fn out_of_tries_is_busy_and_the_same_key_goes_on() {
    let stage = Stage::new().await;
    let mut phone = stage.resident(ZOE).await;
    stage.top_up(&mut phone, BEGIN).await;
    let key = intention();
    stage.town.calls.inject(|call| (call.operation == "TransactWriteItems").then_some(Fault::Conflict));
    assert_eq!(asked_back(&mut phone, &key, REFUND).await, Err("busy".to_owned()));
    stage.town.calls.heal();
    assert_eq!(stage.balance(&mut phone).await, BEGIN);
    asked_back(&mut phone, &key, REFUND).await.expect("nobody is in the way");
    assert_eq!(stage.balance(&mut phone).await, BEGIN - REFUND);
    all_is_well(&stage).await;
}

async fn asked_back(window: &mut Browser, key: &str, cents: i64) -> Result<String, String> {
    let answer = window.intend("/api/wallet/refunds", key, &json!({ "amountCents": cents })).await;
    let body: Value = code(&answer)?;
    assert_eq!(body["amountCents"], cents);
    Ok(body["id"].as_str().expect("an id").to_owned())
}

/// All that the provider has to tell about one, past its own queue.
async fn reported(stage: &Stage, id: &str) {
    let (bank, client) = (stage.bank(), client());
    let payment = bank.find(PaymentProvider::Worldline, &id.to_uppercase()).expect("a payment").id;
    for webhook in bank.webhooks(PaymentProvider::Worldline).iter().filter(|hook| hook.payment_id == payment) {
        let status = sent(&client, webhook).await;
        // Told "busy", a provider comes again: its queue still holds it.
        assert!(status == 204 || status == 409, "{status}");
    }
}
