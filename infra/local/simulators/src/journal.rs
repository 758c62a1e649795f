//! What must outlive the process: a file with one JSON value a line.
//!
//! It is only added to, so that a `kill -9` costs at most the line being
//! written; its owner has it written anew at the start and when it has grown.
//! Without a file nothing is kept, and nothing else is different.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) struct Journal {
    file: Option<PathBuf>,
    /// For the log: what is lost when it can't be written.
    what: &'static str,
    lines: usize,
}

impl Journal {
    /// With what the file holds. A line that can't be read, such as one cut off
    /// amid a letter, is passed over.
    pub fn open<T: DeserializeOwned>(file: Option<PathBuf>, what: &'static str) -> (Self, Vec<T>) {
        let bytes = file.as_ref().and_then(|path| fs::read(path).ok()).unwrap_or_default();
        let entries = bytes.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
        (Self { file, what, lines: 0 }, entries)
    }

    pub fn lines(&self) -> usize {
        self.lines
    }

    pub fn append(&mut self, entry: &impl Serialize) {
        let Some(path) = &self.file else { return };
        let added = OpenOptions::new()
            .append(true)
            .create(true)
            .open(path)
            .and_then(|mut file| file.write_all(line(entry).as_bytes()));
        match added {
            Ok(()) => self.lines += 1,
            Err(error) => self.complain(&error),
        }
    }

    /// These and nothing else from now on.
    pub fn write_anew<'a, T: Serialize + 'a>(&mut self, entries: impl IntoIterator<Item = &'a T>) {
        let Some(path) = &self.file else { return };
        let lines: Vec<String> = entries.into_iter().map(line).collect();
        match replace(path, lines.concat().as_bytes()) {
            Ok(()) => self.lines = lines.len(),
            Err(error) => self.complain(&error),
        }
    }

    fn complain(&self, error: &io::Error) {
        tracing::warn!(%error, what = self.what, "not kept over a restart");
    }
}

fn line(entry: &impl Serialize) -> String {
    let json = serde_json::to_string(entry).expect("entries are plain data");
    format!("{json}\n")
}

/// Whole or not at all: a reader never sees half a file.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    fs::write(&beside, content)?;
    fs::rename(beside, path)
}
