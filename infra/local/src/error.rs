//! Why a town doesn't start, in words for whoever started it.

use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("{0} can't be used: {1}")]
    Folder(PathBuf, io::Error),
    #[error("another town runs with the data in {0}: stop it first, or name another folder with --data")]
    InUse(PathBuf),
    #[error("{0} is gone, and without it the data beside it can't be read: put it back, or begin anew with --fresh")]
    SecretsGone(PathBuf),
    #[error("{0} is not what it was: put it back, or begin anew with --fresh")]
    SecretsUnreadable(PathBuf),
    #[error("no ports to listen on: {0}. Name the first of three free ones with --port")]
    Ports(io::Error),
    #[error("the tables can't be opened: {0}")]
    Tables(#[from] dynoxide::errors::DynoxideError),
    #[error("the documents can't be opened: {0}")]
    Documents(String),
    #[error("the demo town can't be made: {0}")]
    Demo(String),
}

impl StartError {
    pub(crate) fn folder(path: &Path, error: io::Error) -> Self {
        Self::Folder(path.to_owned(), error)
    }
}
