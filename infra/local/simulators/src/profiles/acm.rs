//! Vlaanderen's access management (ACM/IDM): plain signed ID tokens, user info
//! as JSON, and codes that live half a minute.

use super::{Claims, Endpoints, Profile, Wrapping, claims, text};
use crate::client_auth::ClientAuth;
use crate::codes::Grant;

const CARD: &str = "urn:be:vlaanderen:authmech:eid";

pub(super) static PROFILE: Profile = Profile {
    title: "Vlaanderen ACM",
    endpoints: Endpoints {
        issuer: "/acm/op",
        authorize: "/acm/op/v1/auth",
        token: "/acm/op/v1/token",
        userinfo: "/acm/op/v1/userinfo",
        keys: "/acm/op/v1/keys",
        end_session: Some("/acm/op/v1/logout"),
    },
    scopes: &["openid", "profile", "rrn", "vo"],
    acr_values: &[CARD],
    client_auth: &[ClientAuth::SecretBasic, ClientAuth::SecretPost],
    code_life_s: 30,
    id_token: Wrapping::Signed,
    userinfo: Wrapping::Json,
    national_number: Some("rrn"),
    acr,
    weaker_acr: |_| "0",
    in_id_token: told,
    in_userinfo: told,
};

/// Said only to who asked.
fn acr(grant: &Grant) -> Option<String> {
    grant.request.acr_values.iter().any(|asked| asked == CARD).then(|| CARD.to_owned())
}

fn told(grant: &Grant) -> Claims {
    let Some(citizen) = grant.person.citizen() else {
        return Claims::new();
    };
    let profile = grant.request.has_scope("profile");
    let rrn = grant.request.has_scope("rrn");
    claims([
        ("given_name", text(&citizen.first_name).filter(|_| profile)),
        ("family_name", text(&citizen.last_name).filter(|_| profile)),
        ("rrn", text(&citizen.national_number).filter(|_| rrn)),
    ])
}
