//! Accounts elsewhere (P-3): invited by e-mail address, bound to the provider's `sub` at the first
//! sign-in, which needs an address the provider has verified.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use meent_domain::StaffId;
use meent_domain::session::Term;
use meent_http::{
    App, Astray, Context, Cookie, DepartureQuery, Path, Problem, Query, ReturnQuery, read_cookie, see_other,
};
use meent_identity::oidc::{OutsideAccount, Surface};
use meent_identity::session::{ATTEMPT_COOKIE, Beginning, STAFF_COOKIE};
use meent_secrets::fingerprint;
use meent_store::audit::{Action, Line};
use meent_store::staff::{self, EmailLock, Entrance, SealedEmail, StaffLock, State as AccountState, Subject};
use meent_store::work::{Notification, NotificationKind};
use meent_store::{Condition, Refused, Transaction, value};

/// Sends the browser to the provider of the account.
#[utoipa::path(
    get, path = "/api/staff/sign-in/{provider}", tag = "staff",
    params(("provider" = String, Path, description = "uitid"), ("language" = Option<String>, Query,), ("return" = Option<String>, Query,)),
    responses((status = 303, description = "To the provider, or to the page that says what went wrong"))
)]
pub async fn start(
    State(app): State<App>,
    context: Context,
    headers: HeaderMap,
    Path(provider): Path<String>,
    Query(query): Query<DepartureQuery>,
) -> Result<Response, Problem> {
    Ok(match app.depart(&context, &headers, Surface::Office, &provider, query).await {
        Ok(response) => response,
        Err(astray) => app.problem_page(&context, Surface::Office, &provider, &astray),
    })
}

/// Where the provider sends the browser back to.
#[utoipa::path(
    get, path = "/api/staff/sign-in/{provider}/callback", tag = "staff",
    params(("provider" = String, Path,), ("code" = Option<String>, Query,), ("state" = Option<String>, Query,), ("error" = Option<String>, Query,)),
    responses((status = 303, description = "To the office, or to the page that says what went wrong"))
)]
pub async fn callback(
    State(app): State<App>,
    context: Context,
    headers: HeaderMap,
    Path(provider): Path<String>,
    Query(query): Query<ReturnQuery>,
) -> Result<Response, Problem> {
    let arrived = async {
        let (checked, attempt) = app.come_back(&context, &headers, Surface::Office, &provider, query).await?;
        let astray = |code| Astray { code, return_to: attempt.return_to.clone() };
        let account = checked.outside_account().map_err(|failure| astray(failure.code()))?;
        let begun = begin(&app, &context, &provider, account).await.map_err(|stopped| match stopped {
            Stopped::By(code) => astray(code),
            Stopped::Ours(problem) => Astray::by(&problem, &attempt.return_to),
        })?;
        Ok::<_, Astray>((begun, attempt.return_to))
    };
    match arrived.await {
        Ok((begun, return_to)) => {
            let session = Cookie::while_open(STAFF_COOKIE, &begun.presented.cookie_value());
            let page = app.own_page(Surface::Office, &return_to);
            Ok((session, Cookie::cleared(ATTEMPT_COOKIE), see_other(&page)).into_response())
        }
        // The same address reloaded: the first time has signed in.
        Err(astray) if astray.code == "sign-in-replayed" && read_cookie(&headers, STAFF_COOKIE).is_some() => {
            Ok(see_other(&app.own_page(Surface::Office, "/")))
        }
        Err(astray) => Ok(app.problem_page(&context, Surface::Office, &provider, &astray)),
    }
}

enum Stopped {
    By(&'static str),
    Ours(Problem),
}

impl<T: Into<Problem>> From<T> for Stopped {
    fn from(problem: T) -> Self {
        Self::Ours(problem.into())
    }
}

async fn begin(
    app: &App,
    context: &Context,
    provider: &str,
    account: OutsideAccount,
) -> Result<Beginning<StaffId>, Stopped> {
    let subject = fingerprint(&account.subject);
    let email = SealedEmail::lookup_of(&*app.data_keys().await?, &account.email);
    let (subject_key, email_key) = (staff::subject_lock(provider, &subject), staff::email_lock(&email));
    let mut rows = app.db.get_all(&[subject_key.clone(), email_key.clone()]).await?;
    let bound: Option<StaffLock> = rows.take(&subject_key)?;
    let invited: Option<EmailLock> = rows.take(&email_key)?;
    let begin = |id: &StaffId| Beginning::new(id.clone(), provider, context.device.clone(), Term::Staff, context.now);
    let state = |state: AccountState| Condition::Is("state", value::text(state.code()));
    let seen = ("last_sign_in_at", value::date(context.now));

    let (begun, transaction) = match (bound, invited) {
        (Some(bound), _) => {
            let begun = begin(&bound.staff_id);
            let account = staff::account(&bound.staff_id);
            (begun, Transaction::new().change(account, vec![seen], state(AccountState::Active), ()))
        }
        (None, Some(EmailLock { staff_id, outside: Some(invitation) })) => {
            if !account.email_is_verified {
                return Err(Stopped::By("email-not-verified"));
            }
            let begun = begin(&staff_id);
            let subject = Subject { provider: provider.to_owned(), fingerprint: subject };
            let entrance = value::of(&Entrance::Oidc { subject: Some(subject) })?;
            let active = ("state", value::text(AccountState::Active.code()));
            let name = invitation.name.as_str();
            let me = (&staff_id, name);
            let line = Line::about_staff(context.now, &context.request_id, me, Action::StaffActivated, me);
            let told = Notification::new(NotificationKind::InvitationAccepted, &[("name", name)], context.now);
            let transaction = Transaction::new()
                .change(
                    staff::account(&staff_id),
                    vec![seen, active, ("activated_at", value::date(context.now)), ("entrance", entrance)],
                    state(AccountState::Invited),
                    (),
                )
                .create(subject_key, &StaffLock { staff_id: staff_id.clone() }, ())
                .create(line.key(), &line, ())
                .put(told.key(&invitation.invited_by), &told);
            (begun, transaction)
        }
        // Somebody nobody invited, or whose account has a password here.
        _ => return Err(Stopped::By("not-invited")),
    };
    let transaction = transaction.put(begun.key(), &begun.row);
    match app.db.commit(transaction).await {
        Ok(()) => Ok(begun),
        // Blocked, or removed meanwhile: not invited any more.
        Err(Refused::By(_)) => Err(Stopped::By("not-invited")),
        Err(Refused::Failed(error)) => Err(error.into()),
    }
}
