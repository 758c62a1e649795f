//! Keeps the ledger of both providers: one change at a time, each in the journal
//! before anybody hears of it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use tokio::sync::Notify;

use super::ledger::Ledger;
use crate::journal::Journal;

/// The journal is written anew when it has twice the lines it needs, and some.
const SPARE_LINES: usize = 200;

pub(crate) struct Book {
    kept: Mutex<Kept>,
    work: Arc<Notify>,
}

struct Kept {
    ledger: Ledger,
    journal: Journal,
}

impl Book {
    pub fn open(file: Option<PathBuf>) -> Self {
        let (journal, changes) = Journal::open(file, "payments");
        let mut ledger = Ledger::default();
        changes.into_iter().for_each(|change| ledger.replay(change));
        let mut kept = Kept { ledger, journal };
        kept.write_anew();
        Self { kept: Mutex::new(kept), work: Arc::default() }
    }

    /// Looks, and changes nothing.
    pub fn look<T>(&self, look: impl FnOnce(&Ledger) -> T) -> T {
        look(&self.kept.lock().expect("no panic while held").ledger)
    }

    pub fn change<T>(&self, work: impl FnOnce(&mut Ledger) -> T) -> T {
        let mut kept = self.kept.lock().expect("no panic while held");
        let result = work(&mut kept.ledger);
        let change = kept.ledger.take_change();
        if !change.is_empty() {
            kept.journal.append(&change);
            if kept.journal.lines() > 2 * kept.ledger.entries() + SPARE_LINES {
                kept.write_anew();
            }
        }
        if change.brings_work() {
            self.work.notify_one();
        }
        result
    }

    /// Told whenever there may be webhooks to send sooner than known before.
    pub fn work(&self) -> Arc<Notify> {
        Arc::clone(&self.work)
    }
}

impl Kept {
    fn write_anew(&mut self) {
        self.journal.write_anew(&self.ledger.as_changes());
    }
}
