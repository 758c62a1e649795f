//! Random movements, against a model so simple that it can't be wrong: a number per account.
//!
//! The pure half is walked through hundreds of thousands of steps, with the rows it makes kept in memory as
//! the table would keep them; the audit then reckons them again. `MEENT_SEED` takes a seed to walk it again.

use chrono::{DateTime, Duration, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::{PaymentId, PersonId, RefundId};
use meent_ledger::{Account, Actor, Audit, Balances, Fault, Plan, Posting, Request, System, Transfer};
use meent_store::ledger::AnyRow;
use std::collections::{BTreeMap, HashMap};

const STEPS: u64 = 300_000;

/// Small and good enough: SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    fn amount(&mut self) -> i64 {
        i64::try_from(self.below(3_000)).expect("small") + 1
    }
}

/// The table, as far as this needs one.
#[derive(Default)]
struct Table {
    accounts: Balances,
    rows: BTreeMap<(String, String), AnyRow>,
}

impl Table {
    fn write(&mut self, plan: Plan) {
        for planned in plan.accounts {
            let name = planned.account.to_string();
            let sk = meent_store::ledger::entry_sk(planned.entry.at, planned.entry.number);
            assert_eq!(self.accounts.get(&planned.account).cloned().unwrap_or_default(), planned.before);
            let pk = format!("ACCOUNT#{name}");
            let taken = self.rows.insert((pk.clone(), sk), AnyRow::Entry { account: name.clone(), row: planned.entry });
            assert!(taken.is_none(), "an entry was written over");
            self.rows.insert((pk, "ACCOUNT".into()), AnyRow::Account { name, row: planned.after.clone() });
            self.accounts.insert(planned.account, planned.after);
        }
        for (system, row) in plan.system {
            let pk = meent_store::ledger::system_pk(system.name(), row.at);
            let taken = self
                .rows
                .insert((pk, row.transfer.to_string()), AnyRow::System { account: system.name().to_owned(), row });
            assert!(taken.is_none(), "a posting was written over");
        }
        let pk = format!("TRANSFER#{}", plan.transfer.id);
        self.rows.insert((pk, "TRANSFER".into()), AnyRow::Transfer(plan.transfer));
    }

    fn audit(&self, now: DateTime<Utc>) -> Vec<Fault> {
        let mut audit = Audit::begin(now + Duration::hours(1));
        self.rows.values().for_each(|row| audit.take(row));
        audit.end(now).faults
    }
}

fn seed() -> u64 {
    let given = std::env::var("MEENT_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| u64::from(std::process::id()) ^ Utc::now().timestamp_micros().unsigned_abs());
    println_seed(seed);
    seed
}

#[allow(clippy::print_stdout, reason = "whoever sees it fail must be able to walk it again")]
fn println_seed(seed: u64) {
    println!("MEENT_SEED={seed}");
}

fn wallet(number: u64) -> Account {
    Account::Wallet(PersonId::from_random([u8::try_from(number).expect("small"); 16]))
}

fn refundable(number: u64) -> Account {
    Account::Refundable(PaymentId::from_random([u8::try_from(number).expect("small"); 16]))
}

/// Postings as the town's own features make them: in, back, and among residents.
fn postings(dice: &mut Dice) -> Vec<Posting> {
    let (who, amount) = (dice.below(12), dice.amount());
    // More is asked of a wallet than comes into it, and now and then more than anybody has.
    let out = if dice.below(50) == 0 { amount * 1_000_000 } else { amount * 2 };
    match dice.below(6) {
        0 | 1 => vec![
            Posting::new(wallet(who), amount),
            Posting::new(Account::System(System::InTransit), -amount),
            Posting::new(refundable(who), amount),
            Posting::new(Account::System(System::Refundability), -amount),
        ],
        2 | 3 => vec![Posting::new(wallet(who), -out), Posting::new(Account::System(System::Refunds), out)],
        4 => vec![Posting::new(refundable(who), -out), Posting::new(Account::System(System::Refundability), out)],
        _ => {
            // Several of one account, which become one.
            let half = amount / 2;
            vec![
                Posting::new(wallet(who), -half),
                Posting::new(wallet((who + 1) % 12), amount),
                Posting::new(wallet(who), half - amount),
            ]
        }
    }
}

#[test]
fn hundreds_of_thousands_of_movements_agree_with_a_simple_model() {
    let mut dice = Dice(seed());
    let (mut table, mut model): (Table, HashMap<Account, i64>) = (Table::default(), HashMap::new());
    let mut now: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("a time");
    let (mut made, mut refused) = (0, 0);
    for step in 0..STEPS {
        // Clocks of two functions differ: time goes back now and then.
        now += Duration::milliseconds(i64::try_from(dice.below(5000)).expect("small") - 500);
        let request = Request::new(&Actor::Town, "oracle", &step.to_string(), "");
        let about = About::Refund { refund: RefundId::from_random([0; 16]) };
        let postings = postings(&mut dice);
        let transfer = Transfer::new(request, Actor::Town, Kind::TopUp, about, now, postings.clone());
        let mut after = model.clone();
        for posting in &postings {
            *after.entry(posting.account.clone()).or_default() += posting.amount;
        }
        let holds = after.iter().all(|(account, balance)| matches!(account, Account::System(_)) || *balance >= 0);
        match Plan::new(&transfer, &table.accounts) {
            Ok(plan) => {
                assert!(holds, "step {step} was to be refused");
                table.write(plan);
                (model, made) = (after, made + 1);
            }
            Err(short) => {
                assert!(!holds, "step {step} was to be made");
                assert_eq!(-short.by, after[&short.account], "step {step}");
                refused += 1;
            }
        }
        if step % 50_000 == 0 {
            assert_eq!(table.audit(now), []);
        }
    }
    assert!(made > STEPS / 3 && refused > STEPS / 20, "{made} made, {refused} refused");
    for (account, row) in &table.accounts {
        assert_eq!(row.balance, model[account], "{account}");
    }
    assert_eq!(table.audit(now), []);
}

/// A fault that nobody would notice is no audit: each kind of damage is found.
#[test]
fn the_audit_finds_what_was_tampered_with() {
    let mut dice = Dice(7);
    let now: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("a time");
    let sound = || {
        let mut table = Table::default();
        let mut dice = Dice(11);
        for step in 0..200 {
            let request = Request::new(&Actor::Town, "audit", &step.to_string(), "");
            let about = About::Refund { refund: RefundId::from_random([0; 16]) };
            let transfer = Transfer::new(request, Actor::Town, Kind::TopUp, about, now, postings(&mut dice));
            if let Ok(plan) = Plan::new(&transfer, &table.accounts) {
                table.write(plan);
            }
        }
        table
    };
    assert_eq!(sound().audit(now), []);
    let keys: Vec<(String, String)> = sound().rows.into_keys().collect();
    assert!(keys.len() > 300);
    for key in &keys {
        // A row that is gone …
        let mut table = sound();
        table.rows.remove(key);
        assert_ne!(table.audit(now), [], "without {key:?}");
        // … and one that says another amount.
        let mut table = sound();
        let by = dice.amount();
        match table.rows.get_mut(key).expect("it is there") {
            AnyRow::Account { row, .. } => row.balance += by,
            AnyRow::Entry { row, .. } => row.amount += by,
            AnyRow::System { row, .. } => row.amount += by,
            AnyRow::Transfer(row) => row.postings[0].amount += by,
        }
        assert_ne!(table.audit(now), [], "{key:?} by {by}");
    }
}
