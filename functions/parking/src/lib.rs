//! A resident parks: for themselves or for a visitor, once or in a series.
//!
//! What can go wrong: the same tap twice, two phones at one balance, a quota that others of the household use
//! at the same moment, a price that a change of the hour made different. Everything is decided from rows that
//! the transaction then holds to (`shared/parking`), and what was quoted is what is booked, or it is not booked.

mod at_hand;
mod book;
mod change;
mod csv;
mod list;
mod plates;
mod proof;
mod quote;
mod series;
mod start;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(start::start))
        .routes(routes!(quote::quote))
        .routes(routes!(series::quote))
        .routes(routes!(series::book))
        .routes(routes!(list::list, book::book))
        .routes(routes!(csv::download))
        .routes(routes!(list::one))
        .routes(routes!(proof::download))
        .routes(routes!(change::end))
        .routes(routes!(change::quote_extension))
        .routes(routes!(change::extend))
        .routes(routes!(change::correct))
        .routes(routes!(plates::list, plates::name))
        .routes(routes!(plates::forget))
}
