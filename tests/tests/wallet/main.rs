//! Money comes in, is counted, and goes back: over real HTTP, with everything that a provider does.

mod audit;
mod credit_notes;
mod leaving;
mod papers;
mod parked;
mod refunds;
mod statement;
mod top_up;
mod webhooks;
