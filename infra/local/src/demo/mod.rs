//! Noorderhaven, a town that doesn't exist, and the people one can be in it (P-61).

pub(crate) mod codes;
mod residents;
mod seed;
pub(crate) mod staff;

pub(crate) use residents::residents;
pub use residents::{DemoResident, citizens};
pub(crate) use seed::seed;
pub use staff::DemoStaff;
