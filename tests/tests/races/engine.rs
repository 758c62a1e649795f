//! Random movements on the tables' engine, by several at once, against a model so simple that it can't be
//! wrong: a number per account. Whatever order they came in, the entries' numbers tell it, and in that order
//! the model must come to the same. `shared/ledger` walks the pure half through many more.

use chrono::{DateTime, Duration, Utc};
use futures::future::join_all;
use meent_domain::movement::{About, Kind};
use meent_domain::{PaymentId, PersonId, RefundId, TransferId};
use meent_ledger::{Account, Actor, Done, NotDone, Posting, Request, Short, System, Transfer, commit};
use meent_store::ledger::TransferRow;
use meent_store::{Db, Key, StoreError, Table, Transaction, ledger};
use meent_tests::dice::Dice;
use meent_tests::{Stage, rows};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

/// `MEENT_STEPS` takes more of them, for `make bench`.
const STEPS: usize = 2_000;
const TASKS: usize = 16;
const WALLETS: usize = 60;

/// What was done, as its answers told, and what was refused.
#[derive(Default)]
struct Told {
    done: Vec<Transfer>,
    rows: HashMap<TransferId, TransferRow>,
    short: Vec<(Transfer, Short)>,
    nothing_left: Vec<Transfer>,
    repeated: usize,
    busy: usize,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn random_movements_by_several_at_once_agree_with_a_simple_model() {
    let mut dice = Dice::new();
    let steps = std::env::var("MEENT_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(STEPS);
    let stage = Stage::new().await;
    let told = Arc::new(Mutex::new(Told::default()));
    let tasks = (0..TASKS).map(|task| {
        let mut walker =
            Walker { db: stage.town.app.db.clone(), dice: dice.split(), told: told.clone(), now: stage.clock.now() };
        tokio::spawn(async move {
            for step in 0..steps / TASKS {
                walker.step(&format!("{task}/{step}")).await;
            }
        })
    });
    join_all(tasks).await.into_iter().for_each(|ended| ended.expect("a task that ends well"));
    let told = Arc::into_inner(told).expect("nobody else has it").into_inner().expect("no panic while held");

    let Told { done, short, nothing_left, repeated, busy, .. } = &told;
    meent_tests::dice::println(&format!(
        "{} done, {} short, {} with nothing left, {repeated} again, {busy} busy",
        done.len(),
        short.len(),
        nothing_left.len()
    ));
    assert!(done.len() > steps / 3 && short.len() > steps / 20 && *repeated > steps / 20, "too much of one kind");
    assert!(nothing_left.len() > steps / 100);
    agrees_with_the_model(&stage, &told);
    stage.wait_minutes(20);
    assert_eq!(stage.town.audit().await.expect("audited").faults, []);
}

fn agrees_with_the_model(stage: &Stage, told: &Told) {
    let rows = rows::of(stage, Table::Ledger);
    let rows: HashMap<(&str, &str), &Value> =
        rows.iter().map(|row| ((rows::text(row, "pk"), rows::text(row, "sk")), row)).collect();
    let row = |key: &Key| *rows.get(&(key.pk.as_str(), key.sk.as_str())).expect("what was done is there");
    // Each account's balances, by the number of the entry that made them.
    let mut model: BTreeMap<&str, BTreeMap<u64, (i64, i64)>> = BTreeMap::new();
    let mut reversed: HashMap<&TransferId, i64> = HashMap::new();
    for row in told.rows.values() {
        for posting in &row.postings {
            if let (Some(number), Some(after)) = (posting.entry, posting.balance_after) {
                let known = model.entry(&posting.account).or_default().insert(number, (posting.amount, after));
                assert!(known.is_none(), "two movements are entry {number} of {}", posting.account);
            }
        }
        if let Some(other) = &row.reverses {
            *reversed.entry(other).or_default() += row.postings.iter().map(|p| p.amount.max(0)).sum::<i64>();
        }
    }
    for (account, entries) in &model {
        let mut balance = 0;
        for (expected, (number, (amount, after))) in (1..).zip(entries) {
            balance += amount;
            assert_eq!((*number, *after), (expected, balance), "{account}");
            assert!(balance >= 0, "{account}");
        }
        let row = row(&ledger::account(account));
        assert_eq!((&row["balance"], &row["entries"]), (&json!(balance), &json!(entries.len())), "{account}");
    }
    for (transfer, short) in &told.short {
        // It was refused for a balance that the account really had at some moment.
        let amount =
            transfer.postings().iter().find(|posting| posting.account == short.account).expect("its own").amount;
        let had = -short.by - amount;
        let history = model.get(short.account.to_string().as_str());
        let is_real = had == 0 || history.is_some_and(|all| all.values().any(|(_, after)| *after == had));
        assert!(is_real && short.by > 0, "{} never had {had}", short.account);
    }
    for original in &told.done {
        let taken = reversed.get(&original.request.id).copied().unwrap_or(0);
        assert_eq!(row(&ledger::transfer(&original.request.id))["reversed"], taken);
        assert!(taken <= original.size(), "{taken} of {} was taken back", original.size());
    }
    for refused in &told.nothing_left {
        let original = refused.reverses().expect("it reverses");
        let taken = reversed.get(original).copied().unwrap_or(0);
        let size: i64 = told.rows[original].postings.iter().map(|posting| posting.amount.max(0)).sum();
        assert!(taken + refused.size() > size, "there was enough left");
    }
}

struct Walker {
    db: Db,
    dice: Dice,
    told: Arc<Mutex<Told>>,
    now: DateTime<Utc>,
}

impl Walker {
    async fn step(&mut self, key: &str) {
        // Clocks of two functions differ: time goes back now and then.
        self.now += Duration::milliseconds(i64::try_from(self.dice.below(500)).expect("small") - 50);
        match self.dice.below(10) {
            0 => self.again().await,
            1 | 2 => self.back(key).await,
            // Tapped twice.
            3 => {
                let transfer = self.transfer(key);
                let (one, other) = futures::join!(self.tried(&transfer), self.tried(&transfer));
                if let (Ok(one), Ok(other)) = (&one, &other) {
                    assert!(one.before != other.before, "one of them did it");
                    assert_eq!(one.transfer, other.transfer);
                }
                self.note(transfer.clone(), one);
                self.note(transfer, other);
            }
            _ => {
                let transfer = self.transfer(key);
                let outcome = self.tried(&transfer).await;
                self.note(transfer, outcome);
            }
        }
    }

    /// In, out, and among residents.
    fn transfer(&mut self, key: &str) -> Transfer {
        let (who, other) = (self.dice.below(WALLETS), self.dice.below(WALLETS));
        let (amount, out) = (self.dice.cents(3_000), self.dice.cents(6_000));
        let system = |account: System, amount| Posting::new(Account::System(account), amount);
        let postings = match self.dice.below(4) {
            0 | 1 => vec![
                Posting::new(wallet(who), amount),
                system(System::InTransit, -amount),
                Posting::new(refundable(who), amount),
                system(System::Refundability, -amount),
            ],
            2 if who != other => vec![Posting::new(wallet(who), -amount), Posting::new(wallet(other), amount)],
            _ => vec![Posting::new(wallet(who), -out), system(System::Refunds, out)],
        };
        self.made_of(key, Kind::RefundAsked, postings)
    }

    fn made_of(&self, key: &str, kind: Kind, postings: Vec<Posting>) -> Transfer {
        let request = Request::new(&Actor::Town, "race", key, "as it came");
        let about = About::Refund { refund: RefundId::from_random([0; 16]) };
        Transfer::new(request, Actor::Town, kind, about, self.now, postings)
    }

    /// The same request once more, or the same key with other words.
    async fn again(&mut self) {
        let Some(mut transfer) = self.one_that_was_done() else { return };
        let known = self.told().rows[&transfer.request.id].clone();
        let is_other = self.dice.below(2) == 0;
        if is_other {
            transfer.request.hash = "other words".to_owned();
        }
        match self.tried(&transfer).await {
            Ok(done) if !is_other => {
                assert!(done.before);
                assert_eq!(TransferRow { reversed: 0, ..done.transfer }, known);
            }
            Err(NotDone::OtherRequest) if is_other => {}
            told => panic!("{told:?}"),
        }
        self.told().repeated += 1;
    }

    /// Takes some of another back, perhaps more than is left of it.
    async fn back(&mut self, key: &str) {
        let Some(original) = self.one_that_was_done() else { return };
        // Every posting in the same part, a third to all of it.
        let parts = i64::try_from(self.dice.below(3)).expect("small") + 1;
        let postings: Vec<Posting> = original
            .postings()
            .iter()
            .map(|posting| Posting::new(posting.account.clone(), -(posting.amount / parts)))
            .collect();
        if original.reverses().is_some() || postings.iter().all(|posting| posting.amount == 0) {
            return;
        }
        let transfer = self.made_of(key, Kind::RefundRefused, postings).reversing(original.request.id);
        let outcome = self.tried(&transfer).await;
        self.note(transfer, outcome);
    }

    fn one_that_was_done(&mut self) -> Option<Transfer> {
        let count = self.told().done.len();
        let chosen = (count > 0).then(|| self.dice.below(count))?;
        Some(self.told().done[chosen].clone())
    }

    /// Until it is known: whoever is told "busy" asks again.
    async fn tried(&self, transfer: &Transfer) -> Result<Done, NotDone<()>> {
        loop {
            match commit(&self.db, transfer, None, Transaction::new()).await {
                Err(NotDone::Failed(StoreError::Busy)) => self.told().busy += 1,
                known => return known,
            }
        }
    }

    fn note(&self, transfer: Transfer, outcome: Result<Done, NotDone<()>>) {
        let mut told = self.told();
        match outcome {
            Ok(Done { transfer: row, before }) => {
                told.rows.insert(row.id.clone(), row);
                if !before {
                    told.done.push(transfer);
                }
            }
            Err(NotDone::Short(short)) => told.short.push((transfer, short)),
            Err(NotDone::NothingLeft) => told.nothing_left.push(transfer),
            Err(error) => panic!("{error}"),
        }
    }

    fn told(&self) -> std::sync::MutexGuard<'_, Told> {
        self.told.lock().expect("no panic while held")
    }
}

fn wallet(number: usize) -> Account {
    Account::Wallet(PersonId::from_random([u8::try_from(number).expect("small"); 16]))
}

fn refundable(number: usize) -> Account {
    Account::Refundable(PaymentId::from_random([u8::try_from(number).expect("small"); 16]))
}
