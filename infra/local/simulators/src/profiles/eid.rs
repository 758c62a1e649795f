//! The federal login (CSAM/FAS) with the eID card: the ID token tells who in no
//! more than a pseudonym, the user info, a signed token itself, tells the rest.

use serde_json::json;

use super::{Claims, Endpoints, Profile, Wrapping, claims, text};
use crate::client_auth::ClientAuth;
use crate::codes::Grant;
use crate::people::pseudonym;

const CARD: &str = "urn:be:fedict:iam:fas:Level500";
const PASSWORD: &str = "urn:be:fedict:iam:fas:Level200";

pub(super) static PROFILE: Profile = Profile {
    title: "eID",
    endpoints: Endpoints {
        issuer: "/eid/fas/oauth2",
        authorize: "/eid/fas/oauth2/authorize",
        token: "/eid/fas/oauth2/access_token",
        userinfo: "/eid/fas/oauth2/userinfo",
        keys: "/eid/fas/oauth2/connect/jwk_uri",
        end_session: Some("/eid/fas/oauth2/connect/endSession"),
    },
    scopes: &["openid", "profile", "egovnrn", "certificateInfo"],
    acr_values: &[CARD],
    client_auth: &[ClientAuth::SecretBasic],
    code_life_s: 180,
    id_token: Wrapping::Signed,
    userinfo: Wrapping::Signed,
    national_number: Some("egovNRN"),
    acr: |_| Some(CARD.to_owned()),
    weaker_acr: |_| PASSWORD,
    in_id_token: |_| Claims::new(),
    in_userinfo: userinfo,
};

fn userinfo(grant: &Grant) -> Claims {
    let Some(citizen) = grant.person.citizen() else {
        return Claims::new();
    };
    let profile = grant.request.has_scope("profile");
    let number = grant.request.has_scope("egovnrn");
    let fedid = pseudonym("fedid", &citizen.national_number, 0);
    let mut told = claims([
        ("surname", text(&citizen.last_name)),
        ("givenName", text(&citizen.first_name)),
        ("mail", citizen.email.as_ref().and_then(text)),
        ("prefLanguage", text(&citizen.language)),
        ("fedid", text(fedid)),
        ("assurance_level", Some(json!("500"))),
        ("egovNRN", text(&citizen.national_number)),
    ]);
    told.retain(|name, _| if name == "egovNRN" { number } else { profile });
    told
}
