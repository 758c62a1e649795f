//! The desk (P-63): staff do for a resident who stands before them, with their identity card, what the portal
//! does. Nobody is shut out for want of a phone.
//!
//! What can go wrong: somebody looks who has no business to, or does something that nobody asked for. So a clerk
//! opens a visit first, with the number on the card and a reason; it lasts half an hour, for this clerk and this
//! resident, and without it every route here refuses. Opening it and everything done in it leaves a line in the
//! audit trail, in the same transaction, and the resident finds those lines among their data. How it is decided
//! and written is the portal's own (`shared/parking`, `shared/payments`).

mod change;
mod list;
mod overview;
mod refund;
mod residents;
mod series;
mod session;
mod summary;
mod top_up;
mod visiting;
mod visits;

use meent_http::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(visits::open))
        .routes(routes!(visits::close))
        .routes(routes!(residents::make))
        .routes(routes!(overview::overview))
        .routes(routes!(list::list, session::book))
        .routes(routes!(session::quote))
        .routes(routes!(series::quote))
        .routes(routes!(series::book))
        .routes(routes!(change::end))
        .routes(routes!(change::quote_extension))
        .routes(routes!(change::extend))
        .routes(routes!(change::correct))
        .routes(routes!(top_up::take))
        .routes(routes!(refund::ask))
        .routes(routes!(summary::download))
}
