//! The first account of a town: nobody is there yet to invite it (P-3). Whoever deploys the stack runs
//! this once, with their own rights; it prints a link to choose a password, as a letter would hold.

use chrono::{DateTime, Duration, Utc};
use meent_domain::person::FullName;
use meent_domain::role::{Binding, Bindings, Role, Scope};
use meent_domain::throttle::Tries;
use meent_domain::{EmailAddress, Invalid, Language, Login, StaffId};
use meent_secrets::{DataKeys, fingerprint, random_bytes, random_token};
use meent_store::audit::{Action, Line};
use meent_store::staff::{self, Account, EmailLock, Entrance, Invitation, LoginRow, SealedEmail, StaffLock, State};
use meent_store::{Db, Refused, StoreError, Transaction};

pub struct New {
    pub name: FullName,
    pub email: EmailAddress,
    pub login: Login,
    pub language: Language,
}

impl New {
    pub fn checked(name: &str, email: &str, login: &str, language: &str) -> Result<Self, Invalid> {
        Ok(Self {
            name: FullName::try_from(name.to_owned())?,
            email: EmailAddress::try_from(email.to_owned())?,
            login: Login::try_from(login.to_owned())?,
            language: Language::try_from(language.to_owned())?,
        })
    }
}

/// Why there is no new account.
#[derive(Debug)]
pub enum Not {
    /// There is one already, or the user name or e-mail address is somebody's.
    Taken,
    Failed(StoreError),
}

/// Makes the account, still without a password. The token goes behind `…/activate#`.
pub async fn invite(db: &Db, keys: &DataKeys, new: New, now: DateTime<Utc>) -> Result<String, Not> {
    let id = StaffId::from_random(random_bytes());
    let token = random_token();
    let superadmin = Binding { role: Role::Superadmin, scope: Scope::Region };
    let invitation = Invitation {
        staff_id: id.clone(),
        login: new.login.clone(),
        name: new.name.clone(),
        invited_by: id.clone(),
        ends_at: now + Duration::days(1),
    };
    let account = Account {
        id: id.clone(),
        version: 1,
        name_key: Account::name_key(&new.name, &id),
        name: new.name,
        email: SealedEmail::of(keys, &id, &new.email),
        entrance: Entrance::Password { login: new.login, invitation: Some(fingerprint(&token)) },
        roles: Bindings::try_from(vec![superadmin]).expect("one regional role"),
        state: State::Invited,
        language: new.language,
        second_factor: None,
        wrong_tries: Tries::default(),
        invited_at: now,
        signed_out_before: None,
        activated_at: None,
        last_sign_in_at: None,
    };
    let me = (&id, account.name.as_str());
    let line = Line::about_staff(now, "first-superadmin", me, Action::StaffInvited, me);
    let transaction = Transaction::new()
        .create(staff::superadmin_lock(), &StaffLock { staff_id: id.clone() }, ())
        .create(staff::account(&id), &account, ())
        .create(staff::login(&invitation.login), &LoginRow { staff_id: id.clone(), password_hash: None }, ())
        .create(staff::email_lock(&account.email.lookup), &EmailLock { staff_id: id.clone(), outside: None }, ())
        .put(staff::invitation(&fingerprint(&token)), &invitation)
        .create(line.key(), &line, ());
    match db.commit(transaction).await {
        Ok(()) => Ok(token),
        Err(Refused::By(_)) => Err(Not::Taken),
        Err(Refused::Failed(error)) => Err(Not::Failed(error)),
    }
}
