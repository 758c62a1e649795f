//! A town that is killed in the middle of its work, again and again: whatever somebody was told is true
//! afterwards, and whatever nobody was told is true once or not at all.
//!
//! `MEENT_SEED` takes the seed that is printed.

mod load;
mod process;

use chrono::{Duration, Utc};
use load::{Acknowledged, Client};
use meent_local::{Data, Options, Town};
use meent_store::Table;
use meent_tests::people::{MARIE, ZOE};
use meent_tests::{Stage, TestClock, invariants, rows};
use process::{Process, free_port};
use std::collections::HashSet;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Notify;

const KILLS: usize = 4;
/// It is killed after so many more changes were acknowledged, and some.
const AT_LEAST: usize = 12;
const AND_UP_TO: u64 = 24;
const CLIENTS_EACH: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_outlives_the_process() {
    let seed = seed();
    let folder = Folder::new();
    let port = free_port();
    let mut acknowledged = Acknowledged::default();
    let (mut phones, mut unanswered) = (vec![], 0);
    for kill in 0..=KILLS {
        let town = Process::start(&folder.0, port).await;
        if phones.is_empty() {
            for citizen in [ZOE, MARIE] {
                phones.push(load::signed_in(&town, citizen).await);
            }
        }
        // What nobody knew the end of is asked again, with the same keys; and everything else is still there.
        for (who, phone) in phones.iter().enumerate() {
            acknowledged.of(who).check(&town, phone).await;
        }
        if kill == KILLS {
            // From here on nobody reports any more: what is paid now is found by the sweep.
            for (who, phone) in phones.iter().enumerate() {
                acknowledged.of(who).pay_unreported(&town, phone).await;
            }
            town.kill();
            town.ended().await;
            break;
        }
        let clients = phones
            .iter()
            .enumerate()
            .flat_map(|(who, phone)| (0..CLIENTS_EACH).map(move |number| (who, phone, number)));
        let enough = AT_LEAST + usize::try_from((seed >> (8 * kill)) % AND_UP_TO).expect("small");
        let (count, reached) = (AtomicUsize::new(0), Notify::new());
        let town_ = &town;
        let working = futures::future::join_all(clients.map(|(who, phone, number)| {
            let told = || {
                if count.fetch_add(1, Ordering::SeqCst) + 1 == enough {
                    reached.notify_one();
                }
            };
            let client = Client { town: town_, phone: phone.window(), number };
            async move { (who, client.work(&told).await) }
        }));
        let killing = async {
            reached.notified().await;
            town_.kill();
        };
        let (done, ()) = futures::join!(working, killing);
        unanswered += done.iter().filter(|(_, done)| done.was_interrupted()).count();
        for (who, done) in done {
            acknowledged.of(who).take(done);
        }
        town.ended().await;
    }
    assert!(unanswered >= KILLS, "it was killed while nobody waited for an answer");
    everything_is_in_order(&folder, &acknowledged).await;
}

/// The folder in a town of ours, an hour later and with nobody else at it.
async fn everything_is_in_order(folder: &Folder, acknowledged: &Acknowledged) {
    let clock = TestClock::at(Utc::now() + Duration::hours(1));
    let options = Options { data: Data::Folder(folder.0.clone()), clock: clock.clock(), ..Options::test() };
    let town = Town::start(options).await.expect("the town starts");
    let stage = Stage { town, clock };
    let unreported = acknowledged.unreported();
    assert!(!unreported.is_empty());
    let state_of = |id: &str| {
        let rows = rows::of(&stage, Table::Payments);
        let row = rows.iter().find(|row| row["pk"] == format!("PAYMENT#{id}")).cloned();
        row.unwrap_or_else(|| panic!("the order {id} is gone"))["state"].clone()
    };
    for id in &unreported {
        assert_eq!(state_of(id), "open", "nobody told of {id}");
    }
    stage.town.sweep().await.expect("swept");
    for id in acknowledged.paid() {
        assert_eq!(state_of(&id), "paid", "{id}");
    }
    let payments = rows::of(&stage, Table::Payments);
    let refunds: HashSet<&str> =
        rows::beginning_with(&payments, "REFUND#").iter().map(|row| rows::text(row, "id")).collect();
    let known = acknowledged.refunds();
    assert_eq!(refunds, known.iter().map(String::as_str).collect(), "each that was taken, and no other");
    for (owner, expected) in acknowledged.balances() {
        assert_eq!(stage.account(&owner).await.balance, expected, "of {owner}");
    }
    invariants::hold(&stage);
    assert_eq!(stage.town.audit().await.expect("audited").faults, []);
    stage.town.stop().await;
}

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("meent-crash-{}", meent_secrets::random_token())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What can't be removed lies in the machine's temporary folder, which is emptied anyway.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn seed() -> u64 {
    let given = std::env::var("MEENT_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| u64::from_le_bytes(meent_secrets::random_bytes()));
    writeln!(std::io::stderr(), "MEENT_SEED={seed}").expect("room to write");
    seed
}
