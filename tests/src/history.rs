//! A wallet's past, by the thousand: the rows that the ledger and the payments would have written.

use crate::Stage;
use chrono::{DateTime, Duration, Utc};
use meent_domain::movement::{About, Kind};
use meent_domain::payment::{Paper, PaymentState, RefundState};
use meent_domain::{Cents, Language, PaymentId, PersonId, RefundId, StaffId};
use meent_ledger::{Account, Actor, Balances, Plan, Posting, Request, System, Transfer};
use meent_payments::{New, order};
use meent_store::ledger::{self, EntryRow};
use meent_store::payments::{self, List, Payment, ProviderName, Received, Refund};
use meent_store::work::{Job, Task};
use meent_store::{Key, Stored, Table};
use serde_json::{Value, json};

/// Three top-ups, the third with an invoice; then something asked back, and refused.
const CYCLE: usize = 5;

/// Of one wallet.
pub struct History {
    owner: PersonId,
    is_whole: bool,
    balances: Balances,
    /// Its statement, oldest first.
    pub entries: Vec<EntryRow>,
    pub ledger: Vec<Value>,
    pub payments: Vec<Value>,
    pub work: Vec<Value>,
}

impl History {
    /// So many entries, two hours apart, the first of them in the summer of 2024. A longer one begins with
    /// the same rows.
    pub fn of(owner: &PersonId, entries: usize) -> Self {
        Self::made(owner, entries, true)
    }

    /// The wallet and its payments alone, without what the town's own books say of them: a sixth of the rows,
    /// for who reads a statement and audits nothing.
    pub fn statement_of(owner: &PersonId, entries: usize) -> Self {
        Self::made(owner, entries, false)
    }

    fn made(owner: &PersonId, entries: usize, is_whole: bool) -> Self {
        assert!(entries.is_multiple_of(CYCLE), "whole cycles, so that nothing is left half done");
        let (ledger, payments, work) = (vec![], vec![], vec![]);
        let balances = Balances::new();
        let mut history = Self { owner: owner.clone(), is_whole, balances, entries: vec![], ledger, payments, work };
        for number in 0..entries {
            match number % CYCLE {
                0 | 1 => history.top_up(number, Paper::Receipt),
                2 => history.top_up(number, Paper::Invoice),
                3 => history.asked_and_refused(number),
                _ => {}
            }
        }
        let wallet = Account::Wallet(owner.clone());
        if let Some(account) = history.balances.get(&wallet) {
            history.ledger.push(row(&wallet.key(), account));
        }
        history
    }

    /// Into the tables, as if it had happened.
    pub fn import(self, stage: &Stage) -> Vec<EntryRow> {
        for (table, rows) in [(Table::Ledger, self.ledger), (Table::Payments, self.payments), (Table::Work, self.work)]
        {
            stage.town.import(table, rows).expect("rows are written");
        }
        self.entries
    }

    fn top_up(&mut self, number: usize, paper: Paper) {
        let (at, cents) = (moment(number), Cents(500 + cents(number, 4_000)));
        let id = PaymentId::from_random(bytes(&self.owner, number));
        let new = New {
            id: id.clone(),
            person: self.owner.clone(),
            provider: ProviderName::Worldline,
            amount: cents,
            request: String::new(),
            language: Language::Dutch,
            paper,
            company_sealed: None,
        };
        let request = Request::new(&Actor::Town, "credit", id.as_str(), id.as_str());
        let received = Received {
            cents,
            currency: "EUR".to_owned(),
            at,
            provider_payment: format!("{number}_0"),
            method: Some("bancontact".to_owned()),
            transfer: Some(request.id.clone()),
        };
        let ordered = order(new, at);
        let mut paid = Payment { version: 3, state: PaymentState::Paid, received: Some(received), ..ordered };
        paid.due(None);
        let job = Job::new(Task::Paper(id.clone()), at).done(at);
        let (wallet, refundable) = (Account::Wallet(self.owner.clone()), Account::Refundable(id.clone()));
        let postings = [
            Posting::new(wallet, cents.0),
            Posting::new(Account::System(System::InTransit), -cents.0),
            Posting::new(refundable.clone(), cents.0),
            Posting::new(Account::System(System::Refundability), -cents.0),
        ];
        let about = About::Payment { payment: id, invoice: paper == Paper::Invoice };
        self.write(&Transfer::new(request, Actor::Town, Kind::TopUp, about, at, postings));
        let account = self.balances.remove(&refundable).expect("it was moved");
        self.payments.push(row(&paid.key(), &paid));
        if self.is_whole {
            self.ledger.push(row(&refundable.key(), &account));
            self.work.push(row(&job.key(), &job));
        }
    }

    fn asked_and_refused(&mut self, number: usize) {
        let (at, cents) = (moment(number), 1 + cents(number, 500));
        let resident = Actor::Resident(self.owner.clone());
        let request = Request::new(&resident, "refund", &number.to_string(), "");
        let (asked, id) = (request.id.clone(), RefundId::try_from(request.id.to_string()).expect("ids of one shape"));
        let about = About::Refund { refund: id.clone() };
        let postings = |cents: i64| {
            let wallet = Posting::new(Account::Wallet(self.owner.clone()), -cents);
            [wallet, Posting::new(Account::System(System::Refunds), cents)]
        };
        let asking = Transfer::new(request, resident, Kind::RefundAsked, about.clone(), at, postings(cents));
        let request = Request::new(&Actor::Town, "refund-refused", id.as_str(), "");
        let clerk = Actor::Staff(StaffId::from_random([1; 16]));
        let later = moment(number + 1);
        let refusing = Transfer::new(request, clerk, Kind::RefundRefused, about, later, postings(-cents));
        self.write(&asking);
        if self.is_whole {
            let asking = self.ledger.last_mut().expect("its transfer comes last");
            asking["reversed"] = json!(cents);
        }
        self.write(&refusing.reversing(asked.clone()));
        let refund = Refund {
            version: 2,
            person: self.owner.clone(),
            cents: Cents(cents),
            asked_at: at,
            request: String::new(),
            state: RefundState::Refused,
            transfer: asked,
            reason: Some("Eerst het parkeren betalen.".to_owned()),
            parts: vec![],
            tries: 0,
            listed_person: payments::person_of(List::Refunds, &self.owner),
            listed_month: payments::month_of(List::Refunds, at),
            listed_at: payments::listed_at(at, id.as_str()),
            attention: None,
            id,
        };
        self.payments.push(row(&refund.key(), &refund));
    }

    /// All that the ledger writes but the accounts themselves, which change each time; the transfer last.
    fn write(&mut self, transfer: &Transfer) {
        let plan = Plan::new(transfer, &self.balances).expect("there is enough");
        for planned in plan.accounts {
            let is_wallet = matches!(planned.account, Account::Wallet(_));
            if is_wallet || self.is_whole {
                let key = ledger::entry(&planned.account.to_string(), planned.entry.at, planned.entry.number);
                self.ledger.push(row(&key, &planned.entry));
            }
            if is_wallet {
                self.entries.push(planned.entry);
            }
            self.balances.insert(planned.account, planned.after);
        }
        if !self.is_whole {
            return;
        }
        for (system, posted) in plan.system {
            self.ledger.push(row(&ledger::system(system.name(), posted.at, &posted.transfer), &posted));
        }
        self.ledger.push(row(&ledger::transfer(&plan.transfer.id), &plan.transfer));
    }
}

fn moment(number: usize) -> DateTime<Utc> {
    let first: DateTime<Utc> = "2024-08-01T00:15:30Z".parse().expect("a time");
    first + Duration::hours(2 * i64::try_from(number).expect("a small number"))
}

/// Another each time, and the same each time it is asked for.
fn cents(number: usize, most: usize) -> i64 {
    i64::try_from(number * 7919 % most).expect("a small number")
}

fn bytes(owner: &PersonId, number: usize) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&owner.as_str().as_bytes()[..8]);
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    bytes
}

fn row<T: Stored>(key: &Key, row: &T) -> Value {
    let mut row = serde_json::to_value(row).expect("a row is an object");
    (row["pk"], row["sk"]) = (key.pk.clone().into(), key.sk.clone().into());
    row
}
