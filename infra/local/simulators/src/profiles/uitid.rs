//! UiTiD, a Keycloak realm: how staff sign in who have no password here.

use serde_json::json;

use super::{Claims, Endpoints, Profile, Wrapping, claims, text};
use crate::client_auth::ClientAuth;
use crate::codes::Grant;

pub(super) static PROFILE: Profile = Profile {
    title: "UiTiD",
    endpoints: Endpoints {
        issuer: "/uitid/realms/uitid",
        authorize: "/uitid/realms/uitid/protocol/openid-connect/auth",
        token: "/uitid/realms/uitid/protocol/openid-connect/token",
        userinfo: "/uitid/realms/uitid/protocol/openid-connect/userinfo",
        keys: "/uitid/realms/uitid/protocol/openid-connect/certs",
        end_session: Some("/uitid/realms/uitid/protocol/openid-connect/logout"),
    },
    scopes: &["openid", "email", "profile"],
    acr_values: &["1"],
    client_auth: &[ClientAuth::SecretBasic, ClientAuth::SecretPost],
    code_life_s: 60,
    id_token: Wrapping::Signed,
    userinfo: Wrapping::Json,
    national_number: None,
    acr: |_| Some("1".to_owned()),
    weaker_acr: |_| "0",
    in_id_token: told,
    in_userinfo: told,
};

fn told(grant: &Grant) -> Claims {
    let Some(identity) = grant.person.staff() else {
        return Claims::new();
    };
    let email = grant.request.has_scope("email");
    claims([
        ("name", text(&identity.name)),
        ("preferred_username", text(&identity.email)),
        ("email", text(&identity.email).filter(|_| email)),
        ("email_verified", Some(json!(identity.email_verified)).filter(|_| email)),
    ])
}
