//! Everything of the payment providers under the base address.

use std::sync::Arc;

use axum::Router;

use super::{PaymentProvider, Payments, control, mollie, page, worldline};

pub(crate) fn router(payments: &Payments) -> Router {
    let protocols = PaymentProvider::ALL.map(|provider| {
        let house = payments.house(provider);
        let protocol = match provider {
            PaymentProvider::Worldline => worldline::routes(house),
            PaymentProvider::Mollie => mollie::routes(house),
        };
        protocol.merge(page::routes(provider)).with_state(Arc::clone(house))
    });
    let controls = PaymentProvider::ALL.map(|provider| control::routes(payments, provider));
    protocols.into_iter().chain(controls).fold(Router::new(), Router::merge)
}
