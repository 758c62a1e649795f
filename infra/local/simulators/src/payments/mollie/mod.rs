//! Mollie: payments and their refunds under `/mollie/v2`, and webhooks that say
//! no more than which payment to ask about.

mod refusal;
mod requests;
mod routes;
mod shapes;
mod webhooks;

pub(crate) use routes::routes;
pub(crate) use webhooks::notices;
