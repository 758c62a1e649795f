//! The simulators seen from outside, as a relying party and a person see them.
#![allow(clippy::unwrap_used)]

mod assertion;
mod authorize;
mod codes;
mod misbehaviour;
mod party;
mod sign_in;
