//! itsme: proves the client by a signed assertion, tells a person's data in
//! tokens signed and then encrypted, and never vouches for an e-mail address.

use serde_json::{Value, json};

use super::{Claims, Endpoints, Profile, Wrapping, claims, text};
use crate::client_auth::ClientAuth;
use crate::codes::Grant;
use crate::config::{Address, Citizen};

const NATIONAL_NUMBER: &str = "http://itsme.services/v2/claim/BENationalNumber";
const BASIC: &str = "http://itsme.services/v2/claim/acr_basic";
const ADVANCED: &str = "http://itsme.services/v2/claim/acr_advanced";

pub(super) static PROFILE: Profile = Profile {
    title: "itsme",
    endpoints: Endpoints {
        issuer: "/itsme/v2",
        authorize: "/itsme/v2/authorization",
        token: "/itsme/v2/token",
        userinfo: "/itsme/v2/userinfo",
        keys: "/itsme/v2/jwkSet",
        end_session: None,
    },
    scopes: &["openid", "profile", "email", "address", "phone", "eid", "idDocument"],
    acr_values: &[BASIC, ADVANCED],
    client_auth: &[ClientAuth::PrivateKeyJwt],
    code_life_s: 180,
    id_token: Wrapping::SignedAndEncrypted,
    userinfo: Wrapping::SignedAndEncrypted,
    national_number: Some(NATIONAL_NUMBER),
    acr: |grant| Some(acr(grant).to_owned()),
    weaker_acr,
    in_id_token: |grant| asked(grant, "id_token"),
    in_userinfo: userinfo,
};

fn acr(grant: &Grant) -> &'static str {
    let in_claims = grant.request.claims.get("id_token").map(|it| &it["acr"]);
    let advanced = grant.request.acr_values.iter().any(|asked| asked == ADVANCED)
        || in_claims.is_some_and(|acr| {
            acr["value"] == ADVANCED || acr["values"].as_array().is_some_and(|values| values.contains(&json!(ADVANCED)))
        });
    if advanced { ADVANCED } else { BASIC }
}

/// Below basic there is only `0`: "less than a level" (OpenID Connect Core, 2).
fn weaker_acr(grant: &Grant) -> &'static str {
    if acr(grant) == ADVANCED { BASIC } else { "0" }
}

/// What was asked by name in the `claims` parameter, for this place.
fn asked(grant: &Grant, place: &str) -> Claims {
    let wanted = grant.request.claims.get(place).and_then(Value::as_object);
    let mut known = grant.person.citizen().map(known).unwrap_or_default();
    known.retain(|name, _| wanted.is_some_and(|wanted| wanted.contains_key(name)));
    known
}

fn userinfo(grant: &Grant) -> Claims {
    let in_scope: &[(&str, &[&str])] = &[
        ("profile", &["name", "given_name", "family_name", "birthdate", "locale"]),
        ("email", &["email", "email_verified"]),
        ("address", &["address"]),
        ("eid", &[NATIONAL_NUMBER]),
    ];
    let mut told = asked(grant, "userinfo");
    for (name, value) in grant.person.citizen().map(known).unwrap_or_default() {
        let covered =
            in_scope.iter().any(|(scope, names)| grant.request.has_scope(scope) && names.contains(&name.as_str()));
        if covered {
            told.insert(name, value);
        }
    }
    told
}

/// All that itsme knows of somebody.
fn known(citizen: &Citizen) -> Claims {
    let name = format!("{} {}", citizen.first_name, citizen.last_name);
    claims([
        ("name", text(name)),
        ("given_name", text(&citizen.first_name)),
        ("family_name", text(&citizen.last_name)),
        ("birthdate", citizen.birthdate.and_then(|day| text(day.to_string()))),
        ("locale", text(citizen.language.to_uppercase())),
        ("email", citizen.email.as_ref().and_then(text)),
        // False, always: so nobody may be linked by e-mail address.
        ("email_verified", citizen.email.as_ref().map(|_| json!(false))),
        ("address", citizen.address.as_ref().map(address)),
        (NATIONAL_NUMBER, text(&citizen.national_number)),
    ])
}

fn address(address: &Address) -> Value {
    let street = match &address.box_number {
        Some(box_number) => format!("{} {} bus {box_number}", address.street, address.number),
        None => format!("{} {}", address.street, address.number),
    };
    json!({
        "formatted": format!("{street}\n{} {}", address.postcode, address.town),
        "street_address": street,
        "postal_code": address.postcode,
        "locality": address.town,
    })
}
