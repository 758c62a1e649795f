//! `town.json` in the data folder: where everything is and who one can be, for scripts.

use crate::addresses::Addresses;
use crate::demo::{DemoResident, DemoStaff};
use crate::{StartError, Town};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Guide<'a> {
    #[serde(flatten)]
    addresses: &'a Addresses,
    residents: &'a [DemoResident],
    staff: &'a [DemoStaff],
}

/// Whole or not at all: whoever waits for it reads a whole one.
pub(crate) fn write(town: &Town, file: Option<&Path>) -> Result<(), StartError> {
    let Some(file) = file else { return Ok(()) };
    let guide = Guide { addresses: &town.addresses, residents: &town.residents, staff: &town.staff };
    let text = serde_json::to_string_pretty(&guide).expect("plain data");
    let beside = file.with_extension("new");
    std::fs::write(&beside, text + "\n").map_err(|error| StartError::folder(&beside, error))?;
    std::fs::rename(&beside, file).map_err(|error| StartError::folder(file, error))
}
