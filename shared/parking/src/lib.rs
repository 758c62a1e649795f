//! Booking and what follows from it, and what enforcement is told.
//!
//! A booking is decided from a few rows: the resident's agenda, their wallet and the visitors' hours. They are
//! read together, [`decide`] says in memory what it comes to, and one transaction makes it true: the sessions,
//! the agenda, the plate's rights and the ledger's transfer. The agenda's version stands for everything that
//! was decided; the bounds of money and hours are the ledger's.

mod book;
mod change;
mod correct;
mod decide;
mod enforce;
mod holder;
mod read;
mod write;

pub use book::{Booked, Booking, book};
pub use change::{Changed, Ending, Extending, end, extend, extension};
pub use correct::{Correcting, can_correct, correct};
pub use decide::{Asked, Item, Offer, Refusal, decide};
pub use enforce::{Question, Standing, standing};
pub use holder::holder;
pub use read::{Read, Wanted};
pub use write::NotDone;
