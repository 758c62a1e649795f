use crate::shown::{AccountShown, shown};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::Duration;
use meent_domain::person::FullName;
use meent_domain::role::{Bindings, Role};
use meent_domain::throttle::Tries;
use meent_domain::{EmailAddress, Language, Login, StaffId};
use meent_http::{Answer, App, By, Context, Json, MailKind, Problem, ProblemBody, ProblemCode, Staff, moment};
use meent_secrets::{fingerprint, random_bytes, random_token};
use meent_store::audit::{Action, Change};
use meent_store::staff::{self, Account, EmailLock, Entrance, Invitation, LoginRow, OutsideInvitation, SealedEmail};
use meent_store::work::{Message, Owner};
use meent_store::{Refused, Transaction};
use serde::Deserialize;
use utoipa::ToSchema;

/// How long a letter's link works.
const INVITATION_LASTS: Duration = Duration::days(7);

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    kind: Kind,
    #[schema(value_type = String)]
    name: FullName,
    #[schema(value_type = String)]
    email: EmailAddress,
    /// For an account with a password.
    #[schema(value_type = Option<String>)]
    login: Option<Login>,
    #[schema(value_type = String)]
    language: Language,
    #[schema(value_type = Vec<meent_http::schema::BindingShape>)]
    roles: Bindings,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = EntranceKind)]
enum Kind {
    /// Signs in with a user name, and a password chosen through the letter's link.
    Password,
    /// Signs in with an account elsewhere, of this e-mail address.
    Oidc,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Clash {
    LoginTaken,
    EmailTaken,
    Other,
}

/// Invites somebody by e-mail.
#[utoipa::path(
    post, path = "/api/staff/accounts", tag = "staff-accounts", request_body = NewAccount,
    responses(
        (status = 201, body = AccountShown),
        (status = 400, body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn invite(
    State(app): State<App>,
    context: Context,
    By(staff): By<Staff>,
    Json(asked): Json<NewAccount>,
) -> Answer<(StatusCode, Json<AccountShown>)> {
    let NewAccount { kind, name, email, login, language, roles } = asked;
    let entrance = match (kind, login) {
        (Kind::Password, Some(login)) => Entrance::Password { login, invitation: None },
        (Kind::Password, None) => return Err(Problem::at(ProblemCode::FieldRequired, "login")),
        (Kind::Oidc, None) => Entrance::Oidc { subject: None },
        (Kind::Oidc, Some(_)) => return Err(Problem::at(ProblemCode::FieldNotValid, "login")),
    };
    // A region has one superadmin, made when it begins.
    if roles.has(Role::Superadmin) {
        return Err(Problem::at(ProblemCode::SuperadminExists, "roles"));
    }
    let id = StaffId::from_random(random_bytes());
    let account = Account {
        version: 1,
        name_key: Account::name_key(&name, &id),
        email: SealedEmail::of(&*app.data_keys().await?, &id, &email),
        entrance,
        id,
        name,
        roles,
        state: staff::State::Invited,
        language,
        second_factor: None,
        wrong_tries: Tries::default(),
        invited_at: context.now,
        signed_out_before: None,
        activated_at: None,
        last_sign_in_at: None,
    };
    let sent = prepare(&app, &context, &staff, account).await?;
    let account = sent.account;
    let outside = match account.entrance {
        Entrance::Oidc { .. } => Some(OutsideInvitation { name: account.name.clone(), invited_by: staff.id.clone() }),
        Entrance::Password { .. } => None,
    };
    let email_lock = EmailLock { staff_id: account.id.clone(), outside };
    let line = crate::line(&context, &staff, Action::StaffInvited, &account).with_changes(vec![Change {
        field: "roles".into(),
        from: None,
        to: Some(crate::change::codes(&account.roles)),
    }]);
    let transaction = Transaction::new()
        .create(staff::account(&account.id), &account, Clash::Other)
        .create(staff::email_lock(&account.email.lookup), &email_lock, Clash::EmailTaken)
        .and(|transaction| match account.login() {
            Some(login) => {
                let row = LoginRow { staff_id: account.id.clone(), password_hash: None };
                transaction.create(staff::login(login), &row, Clash::LoginTaken)
            }
            None => transaction,
        })
        .and(|transaction| match sent.invitation {
            Some((fingerprint, invitation)) => transaction.put(staff::invitation(&fingerprint), &invitation),
            None => transaction,
        })
        .create(line.key(), &line, Clash::Other)
        .put(sent.letter.key(), &sent.letter);
    match app.db.commit(transaction).await {
        Ok(()) => Ok((StatusCode::CREATED, Json(shown(&app, account).await?))),
        Err(Refused::By(clashes)) if clashes.contains(&Clash::LoginTaken) => {
            Err(Problem::at(ProblemCode::LoginTaken, "login"))
        }
        Err(Refused::By(clashes)) if clashes.contains(&Clash::EmailTaken) => {
            Err(Problem::at(ProblemCode::EmailTaken, "email"))
        }
        Err(refused) => Err(refused.into_failure().into()),
    }
}

/// What goes out with an invitation, and the account as it is then.
pub struct Prepared {
    pub account: Account,
    pub invitation: Option<(String, Invitation)>,
    pub letter: Message,
}

/// A letter with a link to choose a password, or to sign in elsewhere.
pub async fn prepare(app: &App, context: &Context, staff: &Staff, mut account: Account) -> Answer<Prepared> {
    let town = app.settings.town_name.as_str();
    let name = account.name.as_str().to_owned();
    let owner = Owner::Staff(account.id.clone());
    let (language, to) = (account.language, app.staff_email(&account).await?);
    let (invitation, letter) = match &mut account.entrance {
        Entrance::Password { login, invitation } => {
            let token = random_token();
            let row = Invitation {
                staff_id: account.id.clone(),
                login: login.clone(),
                name: account.name.clone(),
                invited_by: staff.id.clone(),
                ends_at: context.now + INVITATION_LASTS,
            };
            // Behind `#`, so that the token reaches no log on the way.
            let link = format!("{}activate#{token}", app.settings.office);
            let until = moment(row.ends_at, language);
            let params = [
                ("name", name.as_str()),
                ("town", town),
                ("login", login.as_str()),
                ("link", &link),
                ("until", &until),
            ];
            let letter = app.letter(&owner, MailKind::StaffInvitation, language, &to, &params).await?;
            *invitation = Some(fingerprint(&token));
            (Some((fingerprint(&token), row)), letter)
        }
        Entrance::Oidc { .. } => {
            let params =
                [("name", name.as_str()), ("town", town), ("email", &to), ("link", app.settings.office.as_str())];
            (None, app.letter(&owner, MailKind::StaffInvitationOutside, language, &to, &params).await?)
        }
    };
    Ok(Prepared { account, invitation, letter: letter.telling(&staff.id) })
}
