//! `ledger`: what everybody has of what can run out. The home page reads a balance here.
//!
//! | pk | sk | row |
//! |---|---|---|
//! | `ACCOUNT#<account>` | `ACCOUNT` | [`AccountRow`] |

use crate::Table;
use crate::row::{Key, Stored};
use meent_domain::PersonId;
use serde::{Deserialize, Serialize};

pub fn wallet(id: &PersonId) -> Key {
    Key::new(Table::Ledger, format!("ACCOUNT#wallet/{id}"), "ACCOUNT")
}

/// An account nobody has moved anything on yet has no row, and holds nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct AccountRow {
    pub balance: i64,
    pub version: u64,
}

impl Stored for AccountRow {}
