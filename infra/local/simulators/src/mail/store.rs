//! Caught messages: the newest 500, in memory, and in a journal when there is one,
//! which is written anew at the start and when it has grown to twice the limit.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::Mutex;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::MailFault;
use crate::config::Clock;
use crate::counters::Counters;
use crate::journal::Journal;
use crate::misbehave::Plan;

const MOST_KEPT: usize = 500;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mail {
    pub id: String,
    pub received_at: DateTime<Utc>,
    pub from: String,
    pub to: Vec<String>,
    pub cc: Vec<String>,
    pub bcc: Vec<String>,
    pub reply_to: Vec<String>,
    pub subject: String,
    pub text: Option<String>,
    pub html: Option<String>,
    pub headers: Vec<MailHeader>,
    pub tags: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailHeader {
    pub name: String,
    pub value: String,
}

impl Mail {
    /// Whether it goes to this address, whatever name stands before it.
    pub fn is_to(&self, address: &str) -> bool {
        let wanted = bare_address(address);
        [&self.to, &self.cc, &self.bcc].into_iter().flatten().any(|to| bare_address(to) == wanted)
    }
}

fn bare_address(address: &str) -> String {
    let inner = address.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inner.map_or(address, |(inner, _)| inner).trim().to_lowercase()
}

pub(crate) struct MailBox {
    pub plan: Plan<MailFault>,
    pub counters: Counters,
    pub clock: Clock,
    kept: Mutex<Kept>,
}

struct Kept {
    /// Oldest first.
    mails: VecDeque<Mail>,
    journal: Journal,
}

impl MailBox {
    /// Starts with what the file holds.
    pub fn open(file: Option<PathBuf>, clock: Clock) -> Self {
        let (mut journal, mails) = Journal::open::<Mail>(file, "caught mail");
        let mut mails = VecDeque::from(mails);
        forget_oldest(&mut mails);
        journal.write_anew(&mails);
        Self { plan: Plan::default(), counters: Counters::default(), clock, kept: Mutex::new(Kept { mails, journal }) }
    }

    pub fn keep(&self, mail: Mail) {
        let mut kept = self.kept.lock().expect("no panic while held");
        let Kept { mails, journal } = &mut *kept;
        journal.append(&mail);
        mails.push_back(mail);
        forget_oldest(mails);
        if journal.lines() >= 2 * MOST_KEPT {
            journal.write_anew(&*mails);
        }
    }

    /// Newest first.
    pub fn mails(&self) -> Vec<Mail> {
        self.kept.lock().expect("no panic while held").mails.iter().rev().cloned().collect()
    }

    pub fn mail(&self, id: &str) -> Option<Mail> {
        self.mails().into_iter().find(|mail| mail.id == id)
    }
}

fn forget_oldest(mails: &mut VecDeque<Mail>) {
    while mails.len() > MOST_KEPT {
        mails.pop_front();
    }
}
