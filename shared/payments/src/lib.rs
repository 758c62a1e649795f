//! Money in and back: payment providers behind one trait, and what becomes of what they say.
//!
//! A provider's webhook, a returning browser and the clock all end in [`settle`]: the provider is asked,
//! and its answer counts (W-14). Crediting goes through the ledger under an id made of the payment's own, so
//! that it happens once whoever comes, and how often (W-5).

mod desk;
mod gateway;
mod gateways;
mod mollie;
mod order;
mod refund;
mod settle;
mod signature;
mod webhook;
mod worldline;

pub use desk::{NotTaken, Taken, TakenAtTheDesk, take_at_the_desk};
pub use gateway::{Failure, Looked, Order, RefundLooked, SendBack};
pub use gateways::{GatewayConfig, Gateways};
pub use order::{New, open_checkout, order};
pub use refund::{Asking, NotAsked, ask, ask_everything, by_hand, refused_by};
pub use settle::{Because, SettleError, Settled, is_paid, put_off, resolve, settle};
pub use webhook::{Event, Refused, verification, verified};
