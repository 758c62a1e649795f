//! `catalogue`: what a town offers and how. Changes seldom and is read always, so whoever reads it keeps it
//! for a minute.
//!
//! | pk | sk | row |
//! |---|---|---|
//! | `ZONES` | `ZONES` | [`Zones`]: all parking zones, with all their rules |
//! | `VOUCHER-TYPES` | `VOUCHER-TYPES` | [`VoucherTypes`]: what can be bought for visitors |

use crate::Table;
use crate::row::{Key, Stored};
use meent_domain::parking::Zone;
use meent_domain::person::folded;
use meent_domain::voucher::VoucherType;
use serde::{Deserialize, Serialize};

pub fn zones() -> Key {
    Key::new(Table::Catalogue, "ZONES", "ZONES")
}

pub fn voucher_types() -> Key {
    Key::new(Table::Catalogue, "VOUCHER-TYPES", "VOUCHER-TYPES")
}

/// In order of their names' first language; together, so that a change applies whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zones {
    /// 0 when there is no row.
    pub version: u64,
    pub zones: Vec<Zone>,
}

impl Stored for Zones {}

/// In order of their names' first language. None ever goes: codes that were sold name theirs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoucherTypes {
    /// 0 when there is no row.
    pub version: u64,
    pub types: Vec<VoucherType>,
}

impl Stored for VoucherTypes {}

impl VoucherTypes {
    /// The next version, with this one as it is now.
    pub fn with(self, newer: VoucherType) -> Self {
        let mut types: Vec<VoucherType> = self.types.into_iter().filter(|known| known.id != newer.id).collect();
        types.push(newer);
        types.sort_by_cached_key(|each| (folded(each.terms.name.nl.as_str()), each.id.clone()));
        Self { version: self.version + 1, types }
    }
}
