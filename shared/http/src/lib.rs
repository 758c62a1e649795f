//! What every route shares: how a request becomes types, who may ask, and how an answer or a problem
//! goes back. A function's crate holds its handlers and nothing of this.

mod ahead;
mod app;
mod body;
mod context;
mod cookies;
mod csv_file;
mod guard;
mod intent;
mod lambda;
mod mail;
mod oidc;
mod period;
mod problem;
mod render;
mod residents;
mod sealing;
mod seller;
mod service;
mod settings;

pub mod parking;
pub mod rights;
pub mod schema;

pub use app::{App, Aws, Clock, Db, Documents, Gateways, Providers, Secrets};
pub use body::{Json, JsonFile, Path, Query, RawBody};
pub use context::Context;
pub use cookies::{Cookie, ResidentGone, read_cookie};
pub use csv_file::CsvFile;
pub use guard::{By, Checking, Claimed, Resident, Scanner, Staff};
pub use intent::Intent;
pub use lambda::{log_as_json, run};
pub use mail::{Letter, MailKind, Recipient, moment};
pub use oidc::{Astray, DepartureQuery, ReturnQuery, see_other};
pub use parking::{Household, Zones, address_of};
pub use period::{days, months};
pub use problem::{Problem, ProblemBody, ProblemCode};
pub use residents::Claims;
pub use seller::Seller;
pub use service::{finish, guarded};
pub use settings::{Settings, SettingsError};

/// What a handler answers.
pub type Answer<T> = Result<T, Problem>;
