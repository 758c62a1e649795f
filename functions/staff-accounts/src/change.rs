use crate::shown::{AccountShown, shown};
use axum::extract::State;
use chrono::{DateTime, Utc};
use meent_domain::person::FullName;
use meent_domain::role::{Bindings, Role};
use meent_http::{Answer, App, By, Context, Json, Path, Problem, ProblemBody, ProblemCode, Staff};
use meent_store::audit::{Action, Change};
use meent_store::staff::{self, Account, Entrance, State as AccountState};
use meent_store::{Condition, Refused, Transaction};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccountChange {
    /// The version that was seen: a change made from an older one is refused.
    version: u64,
    #[schema(value_type = Option<String>)]
    name: Option<FullName>,
    #[schema(value_type = Option<Vec<meent_http::schema::BindingShape>>)]
    roles: Option<Bindings>,
    /// active or blocked
    state: Option<Wanted>,
    /// Takes the second factor away of somebody who lost their phone.
    #[serde(default)]
    reset_second_factor: bool,
}

#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Wanted {
    Active,
    Blocked,
}

/// Changes name, roles or state.
#[utoipa::path(
    patch, path = "/api/staff/accounts/{id}", tag = "staff-accounts", params(("id" = String, Path,)),
    request_body = AccountChange,
    responses(
        (status = 200, body = AccountShown),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn change(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Path(id): Path<String>,
    Json(asked): Json<AccountChange>,
) -> Answer<Json<AccountShown>> {
    let before = crate::account_of(&staff, &id)?;
    crate::may_touch(&staff, &before)?;
    if asked.version != before.version {
        return Err(ProblemCode::ChangedMeanwhile.into());
    }
    let after = applied(&staff, &before, &asked, context.now)?;
    let changes = changes(&before, &after);
    if changes.is_empty() {
        return shown(&app, before).await.map(Json);
    }
    let action = match (before.state, after.state) {
        (from, AccountState::Blocked) if from != AccountState::Blocked => Action::StaffBlocked,
        (AccountState::Blocked, to) if to != AccountState::Blocked => Action::StaffUnblocked,
        _ => Action::StaffChanged,
    };
    let line = crate::line(&context, &staff, action, &after).with_changes(changes);
    let unchanged = Condition::version(before.version);
    let transaction = Transaction::new()
        .replace(staff::account(&after.id), &after, unchanged, ())
        .create(line.key(), &line, ())
        .and(|transaction| match (&before.entrance, after.state) {
            // A letter on its way must not undo the block.
            (Entrance::Password { invitation: Some(invitation), .. }, AccountState::Blocked) => {
                transaction.delete(staff::invitation(invitation))
            }
            _ => transaction,
        });
    match app.db.commit(transaction).await {
        Ok(()) => shown(&app, after).await.map(Json),
        Err(Refused::By(_)) => Err(ProblemCode::ChangedMeanwhile.into()),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}

fn applied(staff: &Staff, before: &Account, asked: &AccountChange, now: DateTime<Utc>) -> Answer<Account> {
    let mut after = before.clone();
    after.version += 1;
    if let Some(name) = &asked.name {
        after.name = name.clone();
        after.name_key = Account::name_key(name, &after.id);
    }
    if let Some(roles) = &asked.roles {
        after.roles = roles.clone();
    }
    match asked.state {
        Some(Wanted::Blocked) => {
            after.state = AccountState::Blocked;
            after.signed_out_before = Some(now);
            if let Entrance::Password { invitation, .. } = &mut after.entrance {
                *invitation = None;
            }
        }
        // Who never took the invitation can't be active: unblocking leads back to where they were.
        Some(Wanted::Active) if before.state == AccountState::Blocked => after.state = unblocked(before),
        Some(Wanted::Active) | None => {}
    }
    if asked.reset_second_factor {
        after.second_factor = None;
    }
    let is_oneself = before.id == staff.id;
    if is_oneself && (after.roles != before.roles || after.state != before.state || asked.reset_second_factor) {
        return Err(ProblemCode::NotOneself.into());
    }
    match (before.roles.has(Role::Superadmin), after.roles.has(Role::Superadmin)) {
        (false, true) => return Err(Problem::at(ProblemCode::SuperadminExists, "roles")),
        (true, false) => return Err(Problem::at(ProblemCode::SuperadminStays, "roles")),
        (true, true) if after.state != before.state => return Err(ProblemCode::SuperadminStays.into()),
        _ => {}
    }
    Ok(after)
}

fn unblocked(account: &Account) -> AccountState {
    if account.activated_at.is_some() { AccountState::Active } else { AccountState::Invited }
}

fn changes(before: &Account, after: &Account) -> Vec<Change> {
    let factor = |account: &Account| if account.second_factor.is_some() { "yes" } else { "no" }.to_owned();
    let fields = [
        ("name", before.name.as_str().to_owned(), after.name.as_str().to_owned()),
        ("roles", codes(&before.roles), codes(&after.roles)),
        ("state", before.state.code().to_owned(), after.state.code().to_owned()),
        ("secondFactor", factor(before), factor(after)),
    ];
    let changed = fields.into_iter().filter(|(_, from, to)| from != to);
    changed.map(|(field, from, to)| Change { field: field.to_owned(), from: Some(from), to: Some(to) }).collect()
}

/// Roles as the audit trail writes them.
pub fn codes(roles: &Bindings) -> String {
    roles.iter().map(|binding| binding.role.code()).collect::<Vec<_>>().join(", ")
}
