use crate::invite::prepare;
use axum::extract::State;
use axum::http::StatusCode;
use meent_http::{Answer, App, By, Context, Path, ProblemBody, ProblemCode, Staff};
use meent_store::audit::Action;
use meent_store::staff::{self, Entrance, State as AccountState};
use meent_store::{Condition, Refused, Transaction, value};

/// Sends the letter again: an invitation, or a way to choose a new password. The older link ends.
#[utoipa::path(
    post, path = "/api/staff/accounts/{id}/invitation", tag = "staff-accounts", params(("id" = String, Path,)),
    responses(
        (status = 202),
        (status = 404, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn send_again(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Path(id): Path<String>,
) -> Answer<StatusCode> {
    let before = crate::account_of(&staff, &id)?;
    crate::may_touch(&staff, &before)?;
    let is_bound = matches!(before.entrance, Entrance::Oidc { subject: Some(_) });
    if before.state == AccountState::Blocked || is_bound {
        return Err(ProblemCode::NoInvitationToSend.into());
    }
    let sent = prepare(&app, &context, &staff, before.clone()).await?;
    let line = crate::line(&context, &staff, Action::StaffInvitedAgain, &before);
    let unchanged = Condition::version(before.version);
    let transaction = Transaction::new()
        .change(staff::account(&before.id), vec![("entrance", value::of(&sent.account.entrance)?)], unchanged, ())
        .create(line.key(), &line, ())
        .put(sent.letter.key(), &sent.letter)
        .and(|transaction| match &before.entrance {
            Entrance::Password { invitation: Some(older), .. } => transaction.delete(staff::invitation(older)),
            _ => transaction,
        })
        .and(|transaction| match sent.invitation {
            Some((fingerprint, invitation)) => transaction.put(staff::invitation(&fingerprint), &invitation),
            None => transaction,
        });
    match app.db.commit(transaction).await {
        Ok(()) => Ok(StatusCode::ACCEPTED),
        Err(Refused::By(_)) => Err(ProblemCode::ChangedMeanwhile.into()),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}
