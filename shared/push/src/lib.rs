//! A word to somebody's phone or computer, through the push service of its browser's maker: Web Push
//! (RFC 8030), encrypted for the browser alone (RFC 8291), signed by the town (RFC 8292).

mod config;
mod encrypt;
mod services;
mod signature;
mod subscription;

pub use config::PushConfig;
pub use services::{PushServices, Sent};
pub use subscription::{Subscription, Wrong};
