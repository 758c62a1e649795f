//! Staff accounts (P-3): administrators invite, change and remove them. Every change is audited with
//! what it was and what it became (P-21).

mod change;
mod invite;
mod list;
mod remove;
mod send_again;
mod shown;

use meent_domain::StaffId;
use meent_domain::role::Role;
use meent_http::{App, Context, Problem, ProblemCode, Staff};
use meent_store::audit::{Action, Line};
use meent_store::staff::{self, Account};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, invite::invite))
        .routes(routes!(shown::one, change::change, remove::remove))
        .routes(routes!(send_again::send_again))
}

/// The account of the address, as it was read with the session.
fn account_of(staff: &Staff, id: &str) -> Result<Account, Problem> {
    let id = StaffId::try_from(id.to_owned()).map_err(|_| ProblemCode::NotFound)?;
    if id == staff.id {
        return Ok(staff.account.clone());
    }
    staff.read_ahead(&staff::account(&id))?.ok_or_else(|| ProblemCode::NotFound.into())
}

/// Nobody but the superadmin touches the superadmin's account.
fn may_touch(staff: &Staff, account: &Account) -> Result<(), Problem> {
    if account.roles.has(Role::Superadmin) && !staff.account.roles.has(Role::Superadmin) {
        return Err(ProblemCode::SuperadminOnly.into());
    }
    Ok(())
}

fn line(context: &Context, staff: &Staff, action: Action, account: &Account) -> Line {
    let actor = (&staff.id, staff.account.name.as_str());
    Line::about_staff(context.now, &context.request_id, actor, action, (&account.id, account.name.as_str()))
}
