//! The town seen from outside: over HTTP, as browsers see it, and through what it records.

mod calls;
mod front;
mod keeping;
mod office;
mod site;
mod visitor;
