//! How staff get in (P-3, P-4): a user name with a password, or an account elsewhere; a second factor
//! for who has or needs one; and what one does with one's own account.
//!
//! No answer here tells whether an account exists. Wrong tries are written under the count that was
//! read, and the outcome of a guess is told only once that is written: of a hundred guesses at once,
//! one learns something.

mod activation;
mod me;
mod outside;
mod own_password;
mod password;
mod second_factor;
mod sign_out;
mod tries;

use chrono::Utc;
use meent_domain::StaffId;
use meent_domain::session::Term;
use meent_http::{App, Context, Staff};
use meent_identity::session::Beginning;
use meent_store::audit::{Action, Line};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(password::sign_in))
        .routes(routes!(second_factor::pass))
        .routes(routes!(second_factor::offer, second_factor::set, second_factor::remove))
        .routes(routes!(outside::start))
        .routes(routes!(outside::callback))
        .routes(routes!(sign_out::sign_out))
        .routes(routes!(me::me, me::change))
        .routes(routes!(own_password::change))
        .routes(routes!(activation::activate))
}

/// The session that follows on another: a new one, since what it may do has changed.
fn session_after(context: &Context, staff: &Staff, signed_in_at: chrono::DateTime<Utc>) -> Beginning<StaffId> {
    let before = &staff.session;
    let mut begun = Beginning::new(staff.id.clone(), &before.provider, before.device.clone(), Term::Staff, context.now);
    begun.row.signed_in_at = signed_in_at;
    begun.row.second_factor_passed = before.second_factor_passed;
    begun
}

/// A line about something one did to one's own account.
fn own_line(context: &Context, staff: &Staff, action: Action) -> Line {
    let me = (&staff.id, staff.account.name.as_str());
    Line::about_staff(context.now, &context.request_id, me, action, me)
}
