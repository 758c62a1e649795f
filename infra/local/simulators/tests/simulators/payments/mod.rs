//! The payment providers seen from outside, as a merchant and its residents see
//! them.

mod control;
mod kept;
mod merchant;
mod misbehaviour;
mod mollie;
mod mollie_refusals;
mod pages;
mod receiver;
mod webhooks;
mod worldline;
mod worldline_refusals;
