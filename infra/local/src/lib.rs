//! The whole town on one machine: no containers, no account in a cloud.
//!
//! In one process run engines that speak the protocols of AWS (tables, documents, secrets, mail),
//! simulators of what a town depends on, the routers of all functions, each with a state of its own,
//! and what stands before them in AWS: a gateway that finds a route's function, and two fronts with
//! the pages, which add what CloudFront adds. Nothing in the functions knows of any of this.
//!
//! [`Town::start`] is all a test needs:
//!
//! ```no_run
//! # async fn example() -> Result<(), meent_local::StartError> {
//! use meent_local::{Options, Town, waits};
//! let town = Town::start(Options::test()).await?;
//! // … ask something of town.addresses.portal …
//! let calls = town.calls.take();
//! assert!(waits(&calls) <= 2);
//! town.stop().await;
//! # Ok(()) }
//! ```

mod access;
mod addresses;
mod background;
mod clock;
mod demo;
mod engines;
mod error;
mod folder;
mod front;
mod functions;
mod gateway;
mod guide;
mod openapi;
mod ports;
mod recorder;
mod secrets_file;
mod serve;
mod stack;
mod town;

pub use addresses::{Addresses, Simulated};
pub use clock::{Clock, TestClock};
pub use demo::{DemoResident, DemoStaff, citizens};
pub use error::StartError;
pub use folder::{Data, clear};
pub use functions::{FUNCTIONS, Function};
pub use gateway::Gateway;
pub use openapi::document as openapi;
pub use ports::Ports;
pub use recorder::{Call, Fault, Recorder, Service, Touch, units, waits};
pub use stack::{DOCUMENTS_BUCKET, SECRET_PREFIX, TABLE_PREFIX, TOWN_NAME};
pub use town::{Options, Town};
