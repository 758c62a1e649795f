//! Puts the demo staff, the zones and the voucher types in the tables, at the first start. Residents come by themselves, by signing
//! in.

use super::staff::{COLLEAGUES, Colleague};
use crate::StartError;
use crate::secrets_file::TownSecrets;
use crate::stack::TOWN_NAME;
use meent_domain::password::NewPassword;
use meent_domain::person::FullName;
use meent_domain::role::{Binding, Bindings, Role, Scope};
use meent_domain::throttle::Tries;
use meent_domain::{EmailAddress, Language, Login, StaffId};
use meent_http::App;
use meent_store::catalogue::{self, VoucherTypes, Zones};
use meent_store::staff::{
    self, Account, EmailLock, Entrance, LoginRow, OutsideInvitation, SealedEmail, SecondFactor, StaffLock,
};
use meent_store::{Key, Refused, Stored, Transaction};
use std::collections::HashMap;
use std::sync::Mutex;

fn failed(error: impl std::fmt::Debug) -> StartError {
    StartError::Demo(format!("{error:?}"))
}

/// All of them, or none because they are there.
pub(crate) async fn seed(app: &App, secrets: &TownSecrets) -> Result<(), StartError> {
    let zones = serde_json::from_str(include_str!("zones.json")).map_err(failed)?;
    seed_unless_there(app, catalogue::zones(), &Zones { version: 1, zones }).await?;
    let types = serde_json::from_str(include_str!("voucher-types.json")).map_err(failed)?;
    seed_unless_there(app, catalogue::voucher_types(), &VoucherTypes { version: 1, types }).await?;
    if app.db.get::<StaffLock>(&staff::superadmin_lock()).await.map_err(failed)?.is_some() {
        return Ok(());
    }
    let superadmin = StaffId::from_random(meent_secrets::random_bytes());
    let mut transaction = Transaction::<()>::new();
    for colleague in COLLEAGUES {
        transaction = with(transaction, app, colleague, &superadmin, secrets).await?;
    }
    app.db.commit(transaction).await.map_err(Refused::into_failure).map_err(failed)
}

/// A town from before there was such a thing gets it too; one that changed it keeps its own.
async fn seed_unless_there<T: Stored>(app: &App, key: Key, row: &T) -> Result<(), StartError> {
    match app.db.commit(Transaction::new().create(key, row, ())).await {
        Ok(()) | Err(Refused::By(_)) => Ok(()),
        Err(error) => Err(failed(error)),
    }
}

async fn with(
    transaction: Transaction<()>,
    app: &App,
    colleague: &Colleague,
    superadmin: &StaffId,
    secrets: &TownSecrets,
) -> Result<Transaction<()>, StartError> {
    let is_superadmin = colleague.role == Role::Superadmin;
    let id = if is_superadmin { superadmin.clone() } else { StaffId::from_random(meent_secrets::random_bytes()) };
    let key = staff::account(&id);
    let name = FullName::try_from(colleague.name.to_owned()).map_err(failed)?;
    let email = EmailAddress::try_from(colleague.email()).map_err(failed)?;
    let email = SealedEmail::of(&*app.data_keys().await.map_err(failed)?, &id, &email);
    let login = colleague.login.map(|login| Login::try_from(login.to_owned())).transpose().map_err(failed)?;
    let outside = login.is_none().then(|| OutsideInvitation { name: name.clone(), invited_by: superadmin.clone() });
    let lock = EmailLock { staff_id: id.clone(), outside };
    let mut transaction = transaction.create(staff::email_lock(&email.lookup), &lock, ());
    let entrance = match login.clone() {
        Some(login) => {
            let password_hash = match colleague.password {
                Some(password) => Some(hashed(password, &[login.as_str(), colleague.name, TOWN_NAME]).await?),
                None => None,
            };
            let row = LoginRow { staff_id: id.clone(), password_hash };
            transaction = transaction.create(staff::login(&login), &row, ());
            Entrance::Password { login, invitation: None }
        }
        None => Entrance::Oidc { subject: None },
    };
    if is_superadmin {
        transaction = transaction.create(staff::superadmin_lock(), &StaffLock { staff_id: id.clone() }, ());
    }
    let second_factor = match login.and_then(|login| secrets.authenticators.get(login.as_str())) {
        Some(secret) => Some(SecondFactor {
            secret_sealed: app.seal(&key, "second-factor", secret).await.map_err(failed)?,
            last_step: 0,
        }),
        None => None,
    };
    let bound = vec![Binding { role: colleague.role, scope: Scope::Region }];
    let account = Account {
        version: 1,
        name_key: Account::name_key(&name, &id),
        id,
        name,
        email,
        entrance,
        roles: Bindings::try_from(bound).map_err(failed)?,
        state: colleague.state,
        language: Language::Dutch,
        second_factor,
        wrong_tries: Tries::default(),
        invited_at: app.now(),
        activated_at: (colleague.state != meent_store::staff::State::Invited).then(|| app.now()),
        signed_out_before: None,
        last_sign_in_at: None,
    };
    Ok(transaction.create(key, &account, ()))
}

/// Tests start many towns, and a hash takes its time by design: the same password is hashed once.
async fn hashed(password: &'static str, about: &[&str]) -> Result<String, StartError> {
    static KNOWN: Mutex<Option<HashMap<&str, String>>> = Mutex::new(None);
    let known = KNOWN.lock().expect("no panic while held").as_ref().and_then(|known| known.get(password).cloned());
    if let Some(hash) = known {
        return Ok(hash);
    }
    let hash = meent_identity::password::hash(NewPassword::check(password, about).map_err(failed)?).await;
    KNOWN.lock().expect("no panic while held").get_or_insert_default().insert(password, hash.clone());
    Ok(hash)
}
