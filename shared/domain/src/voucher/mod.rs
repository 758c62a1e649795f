//! Visitor vouchers: what a town sells (V-20, V-27), to which addresses (V-4), and the codes on them (V-25).

pub mod code;
pub mod house_numbers;
pub mod kind;
pub mod street;

pub use code::VoucherCode;
pub use house_numbers::HouseNumbers;
pub use kind::{Order, Terms, Validity, VoucherType, VoucherTypeId};
pub use street::{NoRight, RegisteredStreet};
