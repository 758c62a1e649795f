//! Who is asking: OpenID Connect for residents and staff, passwords for staff, and sessions.

pub mod device;
pub mod oidc;
pub mod password;
pub mod session;
