//! What a token says, and what it says wrongly when told to.

use serde_json::{Value, json};

use crate::codes::Grant;
use crate::encoding::random_token;
use crate::idp::Idp;
use crate::misbehave::Misbehaviour;
use crate::profiles::Claims;

const ID_TOKEN_LIFE_S: i64 = 300;
const HOUR_S: i64 = 3600;

pub(crate) fn id_token(idp: &Idp, grant: &Grant, fault: Option<Misbehaviour>) -> Value {
    let now_s = idp.now().timestamp();
    let mut claims = (idp.profile.in_id_token)(grant);
    claims.extend(addressed(idp, grant, fault));
    claims.insert("auth_time".into(), json!(grant.at.timestamp()));
    claims.insert("exp".into(), json!(now_s + ID_TOKEN_LIFE_S));
    claims.insert("nonce".into(), json!(grant.request.nonce));
    if let Some(acr) = (idp.profile.acr)(grant) {
        claims.insert("acr".into(), json!(acr));
    }
    spoil_moment(&mut claims, fault, now_s);
    spoil_person(idp, &mut claims, fault);
    match fault {
        Some(Misbehaviour::WrongNonce) => {
            claims.insert("nonce".into(), json!(random_token()));
        }
        Some(Misbehaviour::MissingNonce) => {
            claims.remove("nonce");
        }
        Some(Misbehaviour::LowerAcr) => {
            let weaker = (idp.profile.weaker_acr)(grant);
            claims.insert("acr".into(), json!(weaker));
        }
        _ => {}
    }
    Value::Object(claims)
}

/// As JSON it holds the person alone; as a token also whose it is and for whom.
pub(crate) fn userinfo(idp: &Idp, grant: &Grant, fault: Option<Misbehaviour>, as_token: bool) -> Value {
    let mut claims = (idp.profile.in_userinfo)(grant);
    claims.insert("sub".into(), json!(grant.subject));
    if as_token {
        claims.extend(addressed(idp, grant, fault));
    }
    spoil_person(idp, &mut claims, fault);
    if fault == Some(Misbehaviour::OtherSubjectInUserinfo) {
        claims.insert("sub".into(), json!("somebody-else"));
    }
    Value::Object(claims)
}

fn addressed(idp: &Idp, grant: &Grant, fault: Option<Misbehaviour>) -> Claims {
    let issuer = match fault {
        Some(Misbehaviour::WrongIssuer) => idp.url("/another/issuer"),
        _ => idp.issuer(),
    };
    let audience = match fault {
        Some(Misbehaviour::WrongAudience) => "another-client",
        _ => &idp.party.client_id,
    };
    let claims = json!({
        "iss": issuer,
        "aud": audience,
        "sub": grant.subject,
        "iat": idp.now().timestamp(),
    });
    claims.as_object().cloned().unwrap_or_default()
}

fn spoil_moment(claims: &mut Claims, fault: Option<Misbehaviour>, now_s: i64) {
    let mut shift = |names: &[&str], by_s: i64| {
        for name in names {
            let moment = claims.get(*name).and_then(Value::as_i64).unwrap_or(now_s);
            claims.insert((*name).into(), json!(moment + by_s));
        }
    };
    match fault {
        Some(Misbehaviour::Expired) => {
            shift(&["iat", "auth_time", "exp"], -HOUR_S - ID_TOKEN_LIFE_S);
        }
        Some(Misbehaviour::NotYetValid) => shift(&["nbf", "exp"], HOUR_S),
        Some(Misbehaviour::ClockAhead) => shift(&["iat", "auth_time", "exp"], HOUR_S),
        _ => {}
    }
}

fn spoil_person(idp: &Idp, claims: &mut Claims, fault: Option<Misbehaviour>) {
    let number = idp.profile.national_number.unwrap_or_default();
    match fault {
        Some(Misbehaviour::NoNationalNumber) => {
            claims.remove(number);
        }
        Some(Misbehaviour::BadNationalNumber) => {
            if let Some(Value::String(digits)) = claims.get_mut(number) {
                let wrong = if digits.pop() == Some('0') { '1' } else { '0' };
                digits.push(wrong);
            }
        }
        Some(Misbehaviour::EmailNotVerified) => {
            if let Some(verified) = claims.get_mut("email_verified") {
                *verified = json!(false);
            }
        }
        _ => {}
    }
}
