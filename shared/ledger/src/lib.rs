//! One mechanism for everything that can run out.
//!
//! A [`Transfer`] is a list of postings that sum to zero in each unit. [`commit`] writes it and the
//! caller's own rows in one transaction, so that there is no moment at which one exists without the
//! other (W-4). It is atomic; it is idempotent, by an id made of who asks, what for and the key they
//! gave; it is bounded, since no account ever passes its bound (W-1, W-5); and it is reversible, by a
//! counter-movement that names it (W-2).
//!
//! [`plan`](Plan) is the pure half: what a transfer makes of the accounts as they were read. `commit` is
//! the other half: read, plan, write, and again if somebody was quicker.

mod account;
mod audit;
mod commit;
mod night;
mod plan;
mod statement;
mod transfer;

pub use account::{Account, System};
pub use audit::{Audit, Fault, Findings};
pub use commit::{Balances, Done, NotDone, commit};
pub use night::{Night, Stretch, last_findings};
pub use plan::{Plan, Short};
pub use statement::{Count, Listed, Period, Statement, entries, last_before, page};
pub use transfer::{Actor, Bound, Posting, Request, Transfer};
