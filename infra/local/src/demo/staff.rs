//! Demo staff: one of each kind that the office tells apart. Their passwords are no secret, so this
//! town must never be more than practice.

use crate::secrets_file::TownSecrets;
use meent_domain::role::Role;
use meent_simulators::StaffIdentity;
use meent_store::staff::State;
use serde::Serialize;

/// A demo colleague, as `town.json` names them.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DemoStaff {
    /// `password` or `oidc`.
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login: Option<&'static str>,
    pub name: &'static str,
    pub email: String,
    /// Absent where there is none to sign in with: for the invited, and outside accounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<&'static str>,
    /// Of the authenticator, in base 32; current codes show at the simulators' `/codes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totp_secret: Option<String>,
    pub roles: Vec<&'static str>,
    pub state: &'static str,
}

pub(crate) struct Colleague {
    pub name: &'static str,
    /// The part of the e-mail address before the @.
    pub mailbox: &'static str,
    pub login: Option<&'static str>,
    pub password: Option<&'static str>,
    pub role: Role,
    pub state: State,
}

/// Whose second factor is set up from the start.
pub(crate) const AUTHENTICATORS: &[&str] = &["superadmin", "admin"];

const fn with_password(name: &'static str, login: &'static str, password: &'static str, role: Role) -> Colleague {
    Colleague { name, mailbox: login, login: Some(login), password: Some(password), role, state: State::Active }
}

pub(crate) const COLLEAGUES: &[Colleague] = &[
    with_password("Sofie Claes", "superadmin", "zeven groene zeilboten", Role::Superadmin),
    with_password("An Maes", "admin", "kaars vlieger trein", Role::Admin),
    with_password("Bram Willems", "finance", "drie blauwe fietsen", Role::FinanceClerk),
    with_password("Fatima El Amrani", "vouchers", "warme wafels op zondag", Role::VoucherClerk),
    with_password("Tom Goossens", "enforcement", "stille haven bij nacht", Role::Enforcement),
    Colleague {
        state: State::Blocked,
        ..with_password("Koen Wouters", "blocked", "oude vuurtoren in mist", Role::VoucherClerk)
    },
    Colleague {
        name: "Lies Jacobs",
        mailbox: "invited",
        login: Some("invited"),
        password: None,
        role: Role::FinanceClerk,
        state: State::Invited,
    },
    Colleague {
        name: "Nora Peters",
        mailbox: "nora.peters",
        login: None,
        password: None,
        role: Role::Admin,
        state: State::Invited,
    },
];

impl Colleague {
    pub fn email(&self) -> String {
        format!("{}@noorderhaven.example", self.mailbox)
    }
}

pub(crate) fn staff(secrets: &TownSecrets) -> Vec<DemoStaff> {
    let shown = |colleague: &Colleague| DemoStaff {
        kind: if colleague.login.is_some() { "password" } else { "oidc" },
        login: colleague.login,
        name: colleague.name,
        email: colleague.email(),
        password: colleague.password,
        totp_secret: colleague.login.and_then(|login| secrets.authenticators.get(login).cloned()),
        roles: vec![colleague.role.code()],
        state: colleague.state.code(),
    };
    COLLEAGUES.iter().map(shown).collect()
}

/// The accounts that UiTiD knows: one invited here, one that nobody invited, and one whose address
/// was never confirmed.
pub(crate) fn identities() -> Vec<StaffIdentity> {
    let invited = COLLEAGUES.iter().filter(|colleague| colleague.login.is_none());
    let mut identities: Vec<StaffIdentity> = invited
        .map(|colleague| StaffIdentity {
            email: colleague.email(),
            name: colleague.name.to_owned(),
            email_verified: true,
        })
        .collect();
    for (mailbox, name, email_verified) in [("stranger", "Ward Stevens", true), ("unconfirmed", "Ine Bogaert", false)] {
        let email = format!("{mailbox}@elsewhere.example");
        identities.push(StaffIdentity { email, name: name.to_owned(), email_verified });
    }
    identities
}
