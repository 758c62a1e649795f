//! DynamoDB: tables, keys, rows, transactions and pages.
//!
//! One file per table says its keys, its rows and its indexes; `infra/template.yaml` is checked
//! against [`Table::ALL`]. Nothing here decides what is allowed; rows are plain data, and a
//! transaction makes several of them true together or none.

mod db;
mod error;
mod months;
mod page;
mod rate;
mod transaction;

pub mod audit;
pub mod catalogue;
pub mod ledger;
pub mod parking;
pub mod payments;
pub mod people;
pub mod row;
pub mod schema;
pub mod staff;
pub mod value;
pub mod web_sessions;
pub mod work;

pub use db::{Batch, Db};
pub use error::StoreError;
pub use months::Months;
pub use page::{Cursor, Page, PageSize, Query};
pub use rate::Counted;
pub use row::{Key, Stored};
pub use schema::Table;
pub use transaction::{Condition, Refused, Transaction, jittered_wait};
