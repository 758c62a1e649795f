//! Receipts, invoices and credit notes (W-11): a link to the document that ends soon. They are numbered and made by a job
//! of their own (`functions/on-outbox`), after the credit.

mod list;
mod open;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(open::own))
        .routes(routes!(open::credit_note))
        .routes(routes!(list::list))
        .routes(routes!(open::any))
}
