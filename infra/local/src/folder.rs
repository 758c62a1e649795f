//! The data folder: what stands where in it, and that one town at a time uses it.

use crate::StartError;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// Where a town's data lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    /// Gone when the town stops.
    Memory,
    Folder(PathBuf),
}

pub(crate) struct Folder {
    path: PathBuf,
    /// For a town in memory: its documents are files all the same, and go with it.
    is_passing: bool,
    /// Held as long as the town runs; a process that is killed lets go of it.
    _lock: Option<File>,
}

impl Folder {
    pub fn open(data: &Data) -> Result<Self, StartError> {
        match data {
            Data::Memory => {
                let path = std::env::temp_dir().join(format!("meent-{}", meent_secrets::random_token()));
                fs::create_dir_all(&path).map_err(|error| StartError::folder(&path, error))?;
                Ok(Self { path, is_passing: true, _lock: None })
            }
            Data::Folder(path) => {
                fs::create_dir_all(path).map_err(|error| StartError::folder(path, error))?;
                // The S3 engine wants a path that does not depend on where one stands.
                let path = fs::canonicalize(path).map_err(|error| StartError::folder(path, error))?;
                let lock = File::create(path.join("lock")).map_err(|error| StartError::folder(&path, error))?;
                match lock.try_lock() {
                    Ok(()) => Ok(Self { path, is_passing: false, _lock: Some(lock) }),
                    Err(TryLockError::WouldBlock) => Err(StartError::InUse(path)),
                    Err(TryLockError::Error(error)) => Err(StartError::folder(&path, error)),
                }
            }
        }
    }

    /// The tables' file; none for a town in memory.
    pub fn tables(&self) -> Option<PathBuf> {
        (!self.is_passing).then(|| self.path.join("tables.db"))
    }

    pub fn documents(&self) -> PathBuf {
        self.path.join("documents")
    }

    pub fn secrets(&self) -> Option<PathBuf> {
        (!self.is_passing).then(|| self.path.join("secrets.json"))
    }

    pub fn mail(&self) -> Option<PathBuf> {
        (!self.is_passing).then(|| self.path.join("mail.jsonl"))
    }

    pub fn payments(&self) -> Option<PathBuf> {
        (!self.is_passing).then(|| self.path.join("payments.jsonl"))
    }

    pub fn guide(&self) -> Option<PathBuf> {
        (!self.is_passing).then(|| self.path.join("town.json"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.is_passing {
            // What can't be removed lies in the machine's temporary folder, which is emptied anyway.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Removes what a town keeps, and nothing else that may stand in the folder.
pub fn clear(path: &Path) -> Result<(), StartError> {
    if !path.exists() {
        return Ok(());
    }
    let held = Folder::open(&Data::Folder(path.to_owned()))?;
    for name in
        ["tables.db", "tables.db-wal", "tables.db-shm", "secrets.json", "mail.jsonl", "payments.jsonl", "town.json"]
    {
        remove(&held.path.join(name), |file| fs::remove_file(file))?;
    }
    remove(&held.documents(), |folder| fs::remove_dir_all(folder))
}

fn remove(path: &Path, by: impl Fn(&Path) -> std::io::Result<()>) -> Result<(), StartError> {
    match by(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StartError::folder(path, error)),
        _ => Ok(()),
    }
}
