use crate::own_password::checked;
use axum::extract::State;
use meent_http::{Answer, App, Context, Json, ProblemBody, ProblemCode};
use meent_identity::password::hash;
use meent_secrets::fingerprint;
use meent_store::audit::{Action, Line};
use meent_store::staff::{self, Invitation, LoginRow};
use meent_store::work::{Notification, NotificationKind};
use meent_store::{Condition, Refused, Transaction, value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Activation {
    /// From the letter's link, behind `#`.
    token: String,
    password: String,
    again: String,
}

#[derive(Serialize, ToSchema)]
pub struct Activated {
    /// To sign in with now.
    login: String,
}

/// Takes an invitation, or a reset, by choosing a password.
#[utoipa::path(
    post, path = "/api/staff/activation", tag = "staff", request_body = Activation,
    responses(
        (status = 200, body = Activated),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 410, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn activate(
    State(app): State<App>,
    context: Context,
    Json(asked): Json<Activation>,
) -> Answer<Json<Activated>> {
    let key = staff::invitation(&fingerprint(&asked.token));
    let invitation: Option<Invitation> = app.db.get(&key).await?;
    let invitation = invitation.filter(|invitation| context.now < invitation.ends_at);
    let invitation = invitation.ok_or(ProblemCode::InvitationExpired)?;
    let (login, name) = (&invitation.login, invitation.name.as_str());
    let password = checked(&asked.password, &asked.again, &[login.as_str(), name, app.settings.town_name.as_str()])?;
    let row = LoginRow { staff_id: invitation.staff_id.clone(), password_hash: Some(hash(password).await) };
    let me = (&invitation.staff_id, name);
    let line = Line::about_staff(context.now, &context.request_id, me, Action::StaffActivated, me);
    let told = Notification::new(NotificationKind::InvitationAccepted, &[("name", name)], context.now);
    let fields = vec![
        ("state", value::text(staff::State::Active.code())),
        ("activated_at", value::date(context.now)),
        ("entrance.invitation", value::nothing()),
        ("signed_out_before", value::date(context.now)),
    ];
    let transaction = Transaction::new()
        // Taken away when the account is blocked or removed, so that a letter can't undo that.
        .delete_if(key, Condition::Exists, ())
        .replace(staff::login(login), &row, Condition::Is("staff_id", value::text(me.0.as_str())), ())
        .change(staff::account(&invitation.staff_id), fields, Condition::Exists, ())
        .create(line.key(), &line, ())
        .put(told.key(&invitation.invited_by), &told);
    match app.db.commit(transaction).await {
        Ok(()) => Ok(Json(Activated { login: login.as_str().to_owned() })),
        Err(Refused::By(_)) => Err(ProblemCode::InvitationExpired.into()),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}
