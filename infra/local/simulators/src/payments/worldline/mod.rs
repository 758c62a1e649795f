//! Worldline Direct: hosted checkouts, payments and refunds for one merchant,
//! under `/worldline/v2/{merchantId}`, and webhooks that it signs.

mod access;
mod refusal;
mod requests;
mod routes;
mod shapes;
mod signature;
mod webhooks;

pub(crate) use routes::routes;
pub(crate) use webhooks::{notices, signed};
