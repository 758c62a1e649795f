//! Staff roles, what they are bound to, and what they may (the table in spec 1, P-3 and P-20).

use crate::{Invalid, invalid};
use serde::{Deserialize, Serialize};

macro_rules! roles {
    ($($variant:ident = $code:literal),+ $(,)?) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Role {
            $(#[serde(rename = $code)] $variant),+
        }

        impl Role {
            pub const ALL: &'static [Role] = &[$(Role::$variant),+];

            pub fn code(self) -> &'static str {
                match self { $(Role::$variant => $code),+ }
            }
        }
    };
}

roles! {
    Superadmin = "superadmin",
    Admin = "admin",
    FinanceClerk = "finance-clerk",
    VoucherClerk = "voucher-clerk",
    BenefitsManager = "benefits-manager",
    KioskManager = "kiosk-manager",
    CounterManager = "counter-manager",
    CounterWorker = "counter-worker",
    Enforcement = "enforcement",
}

impl Role {
    /// Counter and benefits roles are bound to a counter or an organisation; the others to the
    /// whole region.
    pub fn is_regional(self) -> bool {
        !matches!(self, Self::BenefitsManager | Self::CounterManager | Self::CounterWorker)
    }

    /// Who can change other people's rights needs more than a password (P-4).
    pub fn requires_second_factor(self) -> bool {
        matches!(self, Self::Superadmin | Self::Admin)
    }

    pub fn rights(self) -> &'static [Right] {
        match self {
            Self::Superadmin | Self::Admin => &[
                Right::StaffManage,
                Right::AuditRead,
                Right::FinanceManage,
                Right::ParkingManage,
                Right::PlateCheck,
                Right::DeskUse,
            ],
            Self::FinanceClerk => &[Right::FinanceManage],
            Self::Enforcement => &[Right::PlateCheck],
            Self::VoucherClerk => &[Right::DeskUse],
            _ => &[],
        }
    }
}

/// What an office screen or route asks for, so that no screen has to know roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Right {
    #[serde(rename = "staff.manage")]
    StaffManage,
    #[serde(rename = "audit.read")]
    AuditRead,
    /// Payments, refunds, invoices, and what the ledger's audit found.
    #[serde(rename = "finance.manage")]
    FinanceManage,
    /// Zones and tariffs.
    #[serde(rename = "parking.manage")]
    ParkingManage,
    /// Whether a plate may stand somewhere.
    #[serde(rename = "plate.check")]
    PlateCheck,
    /// Helping residents at the desk.
    #[serde(rename = "desk.use")]
    DeskUse,
}

/// What a role is for. Counters and organisations join when they exist.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    Region,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Binding {
    pub role: Role,
    pub scope: Scope,
}

/// The roles of one account: at least one, none twice, each bound to something it can be for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Binding>", into = "Vec<Binding>")]
pub struct Bindings(Vec<Binding>);

impl Bindings {
    pub fn iter(&self) -> impl Iterator<Item = &Binding> {
        self.0.iter()
    }

    pub fn has(&self, role: Role) -> bool {
        self.0.iter().any(|binding| binding.role == role)
    }

    pub fn has_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has(*role))
    }

    pub fn requires_second_factor(&self) -> bool {
        self.0.iter().any(|binding| binding.role.requires_second_factor())
    }

    pub fn rights(&self) -> Vec<Right> {
        let mut rights: Vec<Right> = self.0.iter().flat_map(|binding| binding.role.rights()).copied().collect();
        rights.sort();
        rights.dedup();
        rights
    }
}

impl TryFrom<Vec<Binding>> for Bindings {
    type Error = Invalid;

    fn try_from(mut bindings: Vec<Binding>) -> Result<Self, Invalid> {
        if bindings.is_empty() {
            return Err(Invalid("roles-required"));
        }
        if bindings.len() > 2 * Role::ALL.len() {
            return Err(invalid::TOO_LONG);
        }
        if bindings.iter().any(|binding| !binding.role.is_regional()) {
            return Err(Invalid("role-needs-a-place"));
        }
        bindings.sort();
        bindings.dedup();
        Ok(Self(bindings))
    }
}

impl From<Bindings> for Vec<Binding> {
    fn from(bindings: Bindings) -> Vec<Binding> {
        bindings.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(role: Role) -> Binding {
        Binding { role, scope: Scope::Region }
    }

    #[test]
    fn an_account_has_a_role_and_none_twice() {
        assert_eq!(Bindings::try_from(vec![]), Err(Invalid("roles-required")));
        let twice = Bindings::try_from(vec![bound(Role::Admin), bound(Role::Admin)]).expect("valid");
        assert_eq!(twice.iter().count(), 1);
        assert!(twice.requires_second_factor());
        assert_eq!(Bindings::try_from(vec![bound(Role::CounterWorker)]), Err(Invalid("role-needs-a-place")));
    }

    #[test]
    fn only_administrators_manage_staff() {
        for role in Role::ALL {
            let manages = role.rights().contains(&Right::StaffManage);
            assert_eq!(manages, matches!(role, Role::Superadmin | Role::Admin), "{}", role.code());
        }
    }

    #[test]
    fn enforcement_checks_plates_and_nothing_else() {
        assert_eq!(Role::Enforcement.rights(), [Right::PlateCheck]);
        for role in Role::ALL {
            let checks = role.rights().contains(&Right::PlateCheck);
            assert_eq!(checks, matches!(role, Role::Superadmin | Role::Admin | Role::Enforcement), "{}", role.code());
        }
    }

    #[test]
    fn codes_are_what_serde_writes() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(role).expect("json"), role.code());
        }
    }
}
