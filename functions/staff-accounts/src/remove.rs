use axum::extract::State;
use axum::http::StatusCode;
use meent_domain::role::Role;
use meent_http::{Answer, App, By, Context, Path, ProblemBody, ProblemCode, Staff};
use meent_store::audit::{Action, Change};
use meent_store::staff::{self, Entrance};
use meent_store::{Condition, Refused, Transaction};

/// Removes an account, with every way in. The audit trail keeps what it did.
#[utoipa::path(
    delete, path = "/api/staff/accounts/{id}", tag = "staff-accounts", params(("id" = String, Path,)),
    responses(
        (status = 204),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn remove(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Path(id): Path<String>,
) -> Answer<StatusCode> {
    let account = crate::account_of(&staff, &id)?;
    if account.roles.has(Role::Superadmin) {
        return Err(ProblemCode::SuperadminStays.into());
    }
    if account.id == staff.id {
        return Err(ProblemCode::NotOneself.into());
    }
    let line = crate::line(&context, &staff, Action::StaffRemoved, &account).with_changes(vec![Change {
        field: "roles".into(),
        from: Some(crate::change::codes(&account.roles)),
        to: None,
    }]);
    let unchanged = Condition::version(account.version);
    let transaction = Transaction::new()
        .delete_if(staff::account(&account.id), unchanged, ())
        .delete(staff::email_lock(&account.email.lookup))
        .create(line.key(), &line, ())
        .and(|transaction| match &account.entrance {
            Entrance::Password { login, invitation } => {
                let transaction = transaction.delete(staff::login(login));
                match invitation {
                    Some(invitation) => transaction.delete(staff::invitation(invitation)),
                    None => transaction,
                }
            }
            Entrance::Oidc { subject: Some(subject) } => {
                transaction.delete(staff::subject_lock(&subject.provider, &subject.fingerprint))
            }
            Entrance::Oidc { subject: None } => transaction,
        });
    match app.db.commit(transaction).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::By(_)) => Err(ProblemCode::ChangedMeanwhile.into()),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}
