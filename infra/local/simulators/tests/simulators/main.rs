//! The simulators seen from outside, as a relying party and a person see them.
#![allow(clippy::unwrap_used)]

mod answer;
mod assertion;
mod authorize;
mod codes;
mod keys;
mod known;
mod mail;
mod misbehaviour;
mod pages;
mod party;
mod payments;
mod secrets;
mod sign_in;
