//! What functions about parking share: the zones, whose hours visitors use, and why something can't be.

mod household;
mod problems;
mod zones;

pub use household::{Household, address_of};
pub use zones::{Zones, ZonesCache};
