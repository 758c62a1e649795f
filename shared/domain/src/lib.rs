//! The rules of the town, and nothing else: no I/O, no async, no clock, no randomness of its own.
//!
//! Types here can only be made valid. Whoever holds a [`NationalNumber`] or an [`EmailAddress`]
//! need not check it again; whoever fails to make one gets an [`Invalid`] that names the reason
//! by the stable code of `shared/http/problems.toml`.

pub mod base32;
pub mod calendar;
pub mod company;
pub mod consent;
pub mod email;
pub mod ids;
pub mod invalid;
pub mod language;
pub mod login;
pub mod money;
pub mod movement;
pub mod national_number;
pub mod parking;
pub mod password;
pub mod payment;
pub mod person;
pub mod role;
pub mod session;
pub mod throttle;
pub mod totp;
pub mod voucher;

pub use email::EmailAddress;
pub use ids::{HolderId, PaymentId, PersonId, RefundId, SeriesId, SessionId, StaffId, TransferId};
pub use invalid::{Invalid, InvalidAt};
pub use language::Language;
pub use login::Login;
pub use money::Cents;
pub use national_number::NationalNumber;
