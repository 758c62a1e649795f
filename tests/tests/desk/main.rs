//! The desk over real HTTP (P-63): a visit, and what is done in it.

mod money;
mod parking;
mod residents;
mod visits;
