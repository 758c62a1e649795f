//! The demo people, shared by all providers, so that one citizen can sign in
//! with each of them.

use std::sync::RwLock;

use crate::config::{Citizen, StaffIdentity};
use crate::encoding::{hex, sha256};

pub(crate) struct People {
    citizens: RwLock<Vec<Citizen>>,
    staff: RwLock<Vec<StaffIdentity>>,
}

impl People {
    pub fn new(citizens: Vec<Citizen>, staff: Vec<StaffIdentity>) -> Self {
        Self { citizens: RwLock::new(citizens), staff: RwLock::new(staff) }
    }

    pub fn citizens(&self) -> Vec<Citizen> {
        self.citizens.read().expect("no panic while held").clone()
    }

    pub fn citizen(&self, national_number: &str) -> Option<Citizen> {
        self.citizens().into_iter().find(|citizen| citizen.national_number == national_number)
    }

    /// Adds, or changes who has that national number: people move and rename.
    pub fn put_citizen(&self, citizen: Citizen) {
        let mut citizens = self.citizens.write().expect("no panic while held");
        match citizens.iter_mut().find(|known| known.national_number == citizen.national_number) {
            Some(known) => *known = citizen,
            None => citizens.push(citizen),
        }
    }

    pub fn staff(&self) -> Vec<StaffIdentity> {
        self.staff.read().expect("no panic while held").clone()
    }

    /// Anybody can have a UiTiD: an address not known yet becomes an account,
    /// so that a colleague invited a moment ago can sign in.
    pub fn staff_identity(&self, email: &str) -> Option<StaffIdentity> {
        let email = email.trim().to_lowercase();
        let known = self.staff().into_iter().find(|identity| identity.email.to_lowercase() == email);
        if known.is_some() {
            return known;
        }
        let (local, domain) = email.split_once('@')?;
        if local.is_empty() || !domain.contains('.') || email.contains(char::is_whitespace) {
            return None;
        }
        Some(StaffIdentity { name: local.to_owned(), email, email_verified: true })
    }
}

/// Who signs in.
#[derive(Clone)]
pub(crate) enum Person {
    Citizen(Citizen),
    Staff(StaffIdentity),
}

impl Person {
    pub fn citizen(&self) -> Option<&Citizen> {
        match self {
            Self::Citizen(citizen) => Some(citizen),
            Self::Staff(_) => None,
        }
    }

    pub fn staff(&self) -> Option<&StaffIdentity> {
        match self {
            Self::Citizen(_) => None,
            Self::Staff(identity) => Some(identity),
        }
    }

    /// What a provider knows the person by within itself.
    pub fn key(&self) -> String {
        match self {
            Self::Citizen(citizen) => citizen.national_number.clone(),
            Self::Staff(identity) => identity.email.to_lowercase(),
        }
    }
}

/// The same over restarts, another at each provider and after each renewal, and
/// nothing that gives the national number away at a glance.
pub(crate) fn pseudonym(provider: &str, person: &str, renewals: u32) -> String {
    hex(sha256(format!("{provider}/{person}/{renewals}")))[..36].to_owned()
}
