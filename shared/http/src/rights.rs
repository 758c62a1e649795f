//! Who each route serves (P-20). One table; the guard goes by it, so a route that isn't here serves
//! nobody, and a test walks every route with every role.

use axum::http::Method;
use meent_domain::role::Role;
use meent_identity::oidc::Surface;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Anybody; a change must still come from this site of ours.
    Anybody(Surface),
    /// Who came back from an identity provider, whether or not they agreed yet.
    SignedIn,
    /// A resident who gave consent.
    Resident,
    /// Staff whose password was right, whether or not their second factor was given yet.
    HalfwayStaff,
    /// Staff with one of these roles; any role when empty.
    Staff(&'static [Role]),
    /// A scan car, known by its key. No browser comes here.
    Scanner,
    /// A payment provider, who shows by a signature or by the address that it is one. No browser comes
    /// here: there is no site to name, and a cookie is not looked at.
    PaymentProvider,
}

impl Audience {
    /// The site of ours that a change must come from.
    pub fn surface(self) -> Surface {
        match self {
            Self::Anybody(surface) => surface,
            Self::SignedIn | Self::Resident | Self::PaymentProvider => Surface::Portal,
            Self::HalfwayStaff | Self::Staff(_) | Self::Scanner => Surface::Office,
        }
    }

    /// Whether it is browsers that ask: those name the site they come from.
    pub fn browses(self) -> bool {
        !matches!(self, Self::PaymentProvider | Self::Scanner)
    }
}

const ANY_STAFF: Audience = Audience::Staff(&[]);
const ADMINS: Audience = Audience::Staff(&[Role::Superadmin, Role::Admin]);
const FINANCE: Audience = Audience::Staff(&[Role::Superadmin, Role::Admin, Role::FinanceClerk]);
const ENFORCEMENT: Audience = Audience::Staff(&[Role::Superadmin, Role::Admin, Role::Enforcement]);
const DESK: Audience = Audience::Staff(&[Role::Superadmin, Role::Admin, Role::VoucherClerk]);
const VOUCHERS: Audience = DESK;
const PORTAL: Audience = Audience::Anybody(Surface::Portal);
const OFFICE: Audience = Audience::Anybody(Surface::Office);

pub const ROUTES: &[(Method, &str, Audience)] = &[
    (Method::GET, "/.well-known/jwks.json", PORTAL),
    (Method::GET, "/api/sign-in/{provider}", PORTAL),
    (Method::GET, "/api/sign-in/{provider}/callback", PORTAL),
    (Method::POST, "/api/sign-out", PORTAL),
    (Method::GET, "/api/sessions", Audience::SignedIn),
    (Method::DELETE, "/api/sessions", Audience::SignedIn),
    (Method::DELETE, "/api/sessions/{id}", Audience::SignedIn),
    (Method::GET, "/api/consent", Audience::SignedIn),
    (Method::POST, "/api/consent", Audience::SignedIn),
    (Method::GET, "/api/home", Audience::Resident),
    (Method::GET, "/api/profile", Audience::Resident),
    (Method::PATCH, "/api/profile", Audience::Resident),
    (Method::PUT, "/api/profile/email", Audience::Resident),
    (Method::DELETE, "/api/profile/email", Audience::Resident),
    (Method::POST, "/api/profile/email/confirmation", Audience::Resident),
    (Method::GET, "/api/profile/picture", Audience::Resident),
    (Method::PUT, "/api/profile/picture", Audience::Resident),
    (Method::DELETE, "/api/profile/picture", Audience::Resident),
    (Method::POST, "/api/profile/devices", Audience::Resident),
    (Method::DELETE, "/api/profile/devices/{id}", Audience::Resident),
    (Method::GET, "/api/profile/data", Audience::Resident),
    (Method::POST, "/api/profile/erasure", Audience::Resident),
    (Method::GET, "/api/wallet", Audience::Resident),
    (Method::GET, "/api/wallet/transactions", Audience::Resident),
    (Method::GET, "/api/wallet/transactions.csv", Audience::Resident),
    (Method::GET, "/api/wallet/statement.pdf", Audience::Resident),
    (Method::POST, "/api/wallet/top-ups", Audience::Resident),
    (Method::GET, "/api/wallet/top-ups/{id}", Audience::Resident),
    (Method::POST, "/api/wallet/top-ups/{id}/outcome", Audience::Resident),
    (Method::POST, "/api/wallet/refunds", Audience::Resident),
    (Method::GET, "/api/wallet/papers/{payment}", Audience::Resident),
    (Method::GET, "/api/wallet/credit-notes/{number}", Audience::Resident),
    (Method::GET, "/api/zones", PORTAL),
    (Method::GET, "/api/zones/apds", PORTAL),
    (Method::GET, "/api/parking", Audience::Resident),
    (Method::POST, "/api/parking/quotes", Audience::Resident),
    (Method::GET, "/api/parking/sessions", Audience::Resident),
    (Method::POST, "/api/parking/sessions", Audience::Resident),
    (Method::GET, "/api/parking/sessions.csv", Audience::Resident),
    (Method::GET, "/api/parking/sessions/{id}", Audience::Resident),
    (Method::GET, "/api/parking/sessions/{id}/proof.pdf", Audience::Resident),
    (Method::POST, "/api/parking/sessions/{id}/end", Audience::Resident),
    (Method::POST, "/api/parking/sessions/{id}/extension", Audience::Resident),
    (Method::POST, "/api/parking/sessions/{id}/extension/quote", Audience::Resident),
    (Method::PUT, "/api/parking/sessions/{id}/plate", Audience::Resident),
    (Method::POST, "/api/parking/series", Audience::Resident),
    (Method::POST, "/api/parking/series/quotes", Audience::Resident),
    (Method::GET, "/api/parking/plates", Audience::Resident),
    (Method::PUT, "/api/parking/plates", Audience::Resident),
    (Method::POST, "/api/parking/plates/forgotten", Audience::Resident),
    (Method::GET, "/api/payments/worldline", Audience::PaymentProvider),
    (Method::POST, "/api/payments/worldline", Audience::PaymentProvider),
    (Method::POST, "/api/payments/mollie/{id}/{token}", Audience::PaymentProvider),
    (Method::POST, "/api/staff/sign-in", OFFICE),
    (Method::GET, "/api/staff/sign-in/{provider}", OFFICE),
    (Method::GET, "/api/staff/sign-in/{provider}/callback", OFFICE),
    (Method::POST, "/api/staff/sign-in/second-factor", Audience::HalfwayStaff),
    (Method::POST, "/api/staff/sign-out", OFFICE),
    (Method::POST, "/api/staff/activation", OFFICE),
    (Method::GET, "/api/staff/second-factor", Audience::HalfwayStaff),
    (Method::PUT, "/api/staff/second-factor", Audience::HalfwayStaff),
    (Method::DELETE, "/api/staff/second-factor", ANY_STAFF),
    (Method::GET, "/api/staff/me", ANY_STAFF),
    (Method::PATCH, "/api/staff/me", ANY_STAFF),
    (Method::POST, "/api/staff/password", ANY_STAFF),
    (Method::GET, "/api/staff/accounts", ADMINS),
    (Method::POST, "/api/staff/accounts", ADMINS),
    (Method::GET, "/api/staff/accounts/{id}", ADMINS),
    (Method::PATCH, "/api/staff/accounts/{id}", ADMINS),
    (Method::DELETE, "/api/staff/accounts/{id}", ADMINS),
    (Method::POST, "/api/staff/accounts/{id}/invitation", ADMINS),
    (Method::GET, "/api/staff/payments", FINANCE),
    (Method::GET, "/api/staff/payments.csv", FINANCE),
    (Method::GET, "/api/staff/payments/{id}", FINANCE),
    (Method::POST, "/api/staff/payments/{id}/resolution", FINANCE),
    (Method::GET, "/api/staff/refunds", FINANCE),
    (Method::GET, "/api/staff/refunds/{id}", FINANCE),
    (Method::POST, "/api/staff/refunds/{id}/decision", FINANCE),
    (Method::GET, "/api/staff/papers", FINANCE),
    (Method::GET, "/api/staff/papers/{number}", FINANCE),
    (Method::GET, "/api/staff/ledger-audit", FINANCE),
    (Method::GET, "/api/staff/plate-checks", ENFORCEMENT),
    (Method::POST, "/api/staff/plate-checks", ENFORCEMENT),
    (Method::POST, "/api/enforcement/plate-checks", Audience::Scanner),
    (Method::POST, "/api/enforcement/assigned-rights", Audience::Scanner),
    (Method::GET, "/api/staff/scanners", ADMINS),
    (Method::POST, "/api/staff/scanners", ADMINS),
    (Method::DELETE, "/api/staff/scanners/{id}", ADMINS),
    (Method::GET, "/api/staff/zones", ADMINS),
    (Method::PUT, "/api/staff/zones", ADMINS),
    (Method::GET, "/api/staff/zones.json", ADMINS),
    (Method::PUT, "/api/staff/zones/{zone}", ADMINS),
    (Method::POST, "/api/staff/zone-previews", ADMINS),
    (Method::GET, "/api/staff/voucher-types", VOUCHERS),
    (Method::PUT, "/api/staff/voucher-types/{type}", ADMINS),
    (Method::POST, "/api/staff/desk/visits", DESK),
    (Method::POST, "/api/staff/desk/residents", DESK),
    (Method::GET, "/api/staff/desk/{person}", DESK),
    (Method::DELETE, "/api/staff/desk/{person}/visit", DESK),
    (Method::GET, "/api/staff/desk/{person}/sessions", DESK),
    (Method::POST, "/api/staff/desk/{person}/quotes", DESK),
    (Method::POST, "/api/staff/desk/{person}/sessions", DESK),
    (Method::POST, "/api/staff/desk/{person}/series/quotes", DESK),
    (Method::POST, "/api/staff/desk/{person}/series", DESK),
    (Method::POST, "/api/staff/desk/{person}/sessions/{id}/end", DESK),
    (Method::POST, "/api/staff/desk/{person}/sessions/{id}/extension/quote", DESK),
    (Method::POST, "/api/staff/desk/{person}/sessions/{id}/extension", DESK),
    (Method::PUT, "/api/staff/desk/{person}/sessions/{id}/plate", DESK),
    (Method::POST, "/api/staff/desk/{person}/top-ups", DESK),
    (Method::POST, "/api/staff/desk/{person}/refunds", DESK),
    (Method::GET, "/api/staff/desk/{person}/summary.pdf", DESK),
    (Method::GET, "/api/audit", ADMINS),
    (Method::GET, "/api/audit.csv", ADMINS),
    (Method::GET, "/api/staff/notifications", ANY_STAFF),
    (Method::POST, "/api/staff/notifications/read", ANY_STAFF),
    (Method::POST, "/api/staff/problem-reports", ANY_STAFF),
];

pub fn audience(method: &Method, path: &str) -> Option<Audience> {
    ROUTES.iter().find(|(m, p, _)| m == method && *p == path).map(|(_, _, audience)| *audience)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_route_stands_twice() {
        for (index, (method, path, _)) in ROUTES.iter().enumerate() {
            let same = ROUTES[index + 1..].iter().any(|(m, p, _)| m == method && p == path);
            assert!(!same, "{method} {path}");
        }
        assert_eq!(audience(&Method::PUT, "/api/home"), None);
    }
}
