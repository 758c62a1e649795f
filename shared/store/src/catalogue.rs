//! `catalogue`: what a town offers and how. Changes seldom and is read always, so whoever reads it keeps it
//! for a minute.
//!
//! | pk | sk | row |
//! |---|---|---|
//! | `ZONES` | `ZONES` | [`Zones`]: all parking zones, with all their rules |

use crate::Table;
use crate::row::{Key, Stored};
use meent_domain::parking::Zone;
use serde::{Deserialize, Serialize};

pub fn zones() -> Key {
    Key::new(Table::Catalogue, "ZONES", "ZONES")
}

/// In order of their names' first language; together, so that a change applies whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zones {
    /// 0 when there is no row.
    pub version: u64,
    pub zones: Vec<Zone>,
}

impl Stored for Zones {}
