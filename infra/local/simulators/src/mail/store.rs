//! Caught messages: the newest 500, in memory, and in a file when there is one.
//!
//! The file has one message a line and is only added to, so that a `kill -9`
//! costs at most the line being written; it is written anew at the start and
//! when it has grown to twice the limit.

use std::collections::{BTreeMap, VecDeque};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::MailFault;
use crate::config::Clock;
use crate::counters::Counters;
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
    file: Option<PathBuf>,
    lines_in_file: usize,
}

impl MailBox {
    /// Starts with what the file holds. A line that is no message, such as one
    /// cut off, is passed over.
    pub fn open(file: Option<PathBuf>, clock: Clock) -> Self {
        let text = file.as_ref().and_then(|path| fs::read_to_string(path).ok());
        let mut mails: VecDeque<Mail> =
            text.unwrap_or_default().lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        forget_oldest(&mut mails);
        let mut kept = Kept { mails, file, lines_in_file: 0 };
        kept.write_anew();
        Self { plan: Plan::default(), counters: Counters::default(), clock, kept: Mutex::new(kept) }
    }

    pub fn keep(&self, mail: Mail) {
        let mut kept = self.kept.lock().expect("no panic while held");
        kept.mails.push_back(mail);
        forget_oldest(&mut kept.mails);
        if kept.lines_in_file >= 2 * MOST_KEPT {
            kept.write_anew();
        } else {
            kept.append_newest();
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

impl Kept {
    fn write_anew(&mut self) {
        let Some(path) = &self.file else { return };
        let lines: String = self.mails.iter().map(line).collect();
        match replace(path, lines.as_bytes()) {
            Ok(()) => self.lines_in_file = self.mails.len(),
            Err(error) => tracing::warn!(%error, "caught mail is not kept over a restart"),
        }
    }

    fn append_newest(&mut self) {
        let (Some(path), Some(newest)) = (&self.file, self.mails.back()) else { return };
        let added = OpenOptions::new()
            .append(true)
            .create(true)
            .open(path)
            .and_then(|mut file| file.write_all(line(newest).as_bytes()));
        match added {
            Ok(()) => self.lines_in_file += 1,
            Err(error) => tracing::warn!(%error, "caught mail is not kept over a restart"),
        }
    }
}

fn line(mail: &Mail) -> String {
    let json = serde_json::to_string(mail).expect("a message is plain data");
    format!("{json}\n")
}

/// Whole or not at all: a reader never sees half a file.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    fs::write(&beside, content)?;
    fs::rename(beside, path)
}
