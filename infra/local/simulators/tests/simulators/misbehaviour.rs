//! Each misbehaviour does what it says, as often as it was told, and no more.

use axum::http::StatusCode;
use meent_simulators::{Misbehaviour, Provider, Stage};
use serde_json::json;

use crate::party::{START_S, World, ZOE, query};

const NATIONAL_NUMBER: &str = "http://itsme.services/v2/claim/BENationalNumber";
/// Those after which a party can trust the token, and must look at its claims.
const TOKEN_STAYS_GOOD: [Misbehaviour; 11] = [
    Misbehaviour::WrongNonce,
    Misbehaviour::MissingNonce,
    Misbehaviour::Expired,
    Misbehaviour::NotYetValid,
    Misbehaviour::ClockAhead,
    Misbehaviour::NoNationalNumber,
    Misbehaviour::BadNationalNumber,
    Misbehaviour::LowerAcr,
    Misbehaviour::OtherSubjectInUserinfo,
    Misbehaviour::KeyRotated,
    Misbehaviour::EmailNotVerified,
];

#[tokio::test]
async fn a_spoilt_token_is_trusted_by_nobody_and_the_next_one_is_good() {
    let world = World::new().await;
    for provider in Provider::ALL {
        let encrypts = provider == Provider::Itsme;
        for fault in Misbehaviour::ALL.iter().copied().filter(|it| it.stage() == Stage::SignIn) {
            let only_when_encrypting = matches!(
                fault,
                Misbehaviour::NotEncrypted
                    | Misbehaviour::EncryptedToOtherKey
                    | Misbehaviour::TamperedTag
                    | Misbehaviour::JweZip
            );
            if only_when_encrypting && !encrypts {
                continue;
            }
            world.simulators.misbehave(provider, fault, 1);
            let (claims, _) = world.sign_in(provider).await;
            let trusted = TOKEN_STAYS_GOOD.contains(&fault);
            assert_eq!(claims.is_some(), trusted, "{} at {provider:?}", fault.name());
            let (claims, _) = world.sign_in(provider).await;
            assert!(claims.is_some(), "after {} at {provider:?}", fault.name());
        }
    }
}

#[tokio::test]
async fn spoilt_claims_say_what_was_ordered() {
    let world = World::new().await;
    let claims = async |fault| {
        world.simulators.misbehave(Provider::Itsme, fault, 1);
        world.sign_in(Provider::Itsme).await.0.unwrap()
    };
    assert_ne!(claims(Misbehaviour::WrongNonce).await["nonce"], "nonce-1");
    assert!(claims(Misbehaviour::MissingNonce).await.get("nonce").is_none());
    assert_eq!(claims(Misbehaviour::Expired).await["exp"], START_S - 3600);
    assert_eq!(claims(Misbehaviour::NotYetValid).await["nbf"], START_S + 3600);
    assert_eq!(claims(Misbehaviour::ClockAhead).await["iat"], START_S + 3600);
    assert_eq!(claims(Misbehaviour::LowerAcr).await["acr"], "0");
    assert!(claims(Misbehaviour::NoNationalNumber).await.get(NATIONAL_NUMBER).is_none());
    let number = claims(Misbehaviour::BadNationalNumber).await[NATIONAL_NUMBER].clone();
    assert_eq!(number, "85073003320");
    assert_eq!(claims(Misbehaviour::KeyRotated).await[NATIONAL_NUMBER], ZOE);

    world.simulators.misbehave(Provider::Uitid, Misbehaviour::EmailNotVerified, 1);
    let (claims, access_token) = world.sign_in(Provider::Uitid).await;
    assert_eq!(claims.unwrap()["email_verified"], false);
    let told = world.userinfo(Provider::Uitid, &access_token).await.json();
    assert_eq!(told["email_verified"], false);
}

#[tokio::test]
async fn a_new_key_signs_and_the_old_one_is_published_still() {
    let world = World::new().await;
    let code = world.code(Provider::Eid).await;
    let before = world.exchange(Provider::Eid, &code).await.json();
    let kid = |token: &str| jsonwebtoken::decode_header(token).unwrap().kid.unwrap();
    let before = before["id_token"].as_str().unwrap().to_owned();
    world.simulators.misbehave(Provider::Eid, Misbehaviour::KeyRotated, 1);
    let code = world.code(Provider::Eid).await;
    let after = world.exchange(Provider::Eid, &code).await.json();
    assert_ne!(kid(&before), kid(after["id_token"].as_str().unwrap()));
    assert!(world.verify(Provider::Eid, &before).await.is_some());
}

#[tokio::test]
async fn the_user_info_can_be_spoilt_alone() {
    let world = World::new().await;
    for fault in Misbehaviour::ALL.iter().copied().filter(|fault| fault.suits_userinfo()) {
        world.simulators.misbehave_in_userinfo(Provider::Itsme, fault, 1);
        let (claims, access_token) = world.sign_in(Provider::Itsme).await;
        assert!(claims.is_some(), "{} spoils the ID token too", fault.name());
        let answer = world.userinfo(Provider::Itsme, &access_token).await;
        let trusted = match world.decrypt(&answer.body) {
            Some(signed) => world.verify(Provider::Itsme, &signed).await,
            None => None,
        };
        assert!(trusted.is_none(), "{}", fault.name());
    }
    let fault = Misbehaviour::OtherSubjectInUserinfo;
    world.simulators.misbehave(Provider::Eid, fault, 1);
    let (claims, access_token) = world.sign_in(Provider::Eid).await;
    let answer = world.userinfo(Provider::Eid, &access_token).await;
    let told = world.verify(Provider::Eid, &answer.body).await.unwrap();
    assert_ne!(told["sub"], claims.unwrap()["sub"]);
}

#[tokio::test]
async fn a_bad_day_lasts_as_long_as_ordered() {
    let world = World::new().await;
    let provider = Provider::Itsme;
    let url = world.authorization_url(provider).await;
    let configuration = "/itsme/v2/.well-known/openid-configuration";

    world.simulators.misbehave(provider, Misbehaviour::Down, 2);
    assert_eq!(world.get(configuration).await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(world.get(url.as_str()).await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(world.get(url.as_str()).await.status, StatusCode::OK);

    world.simulators.misbehave(provider, Misbehaviour::Slow, None);
    assert_eq!(world.get(url.as_str()).await.status, StatusCode::OK);
    assert_eq!(world.get(configuration).await.status, StatusCode::GATEWAY_TIMEOUT);
    assert_eq!(world.get(configuration).await.status, StatusCode::GATEWAY_TIMEOUT);
    world.simulators.behave(provider);
    assert_eq!(world.get(configuration).await.status, StatusCode::OK);

    let code = world.code(provider).await;
    world.simulators.misbehave(provider, Misbehaviour::TokenDown, 1);
    let answer = world.exchange(provider, &code).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    world.simulators.misbehave(provider, Misbehaviour::GarbageJson, 1);
    let answer = world.exchange(provider, &code).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(serde_json::from_str::<serde_json::Value>(&answer.body).is_err());
    assert_eq!(world.exchange(provider, &code).await.status, StatusCode::OK);

    world.simulators.misbehave(provider, Misbehaviour::WrongState, 1);
    let back = world.post_form(url.as_str(), &[("citizen", ZOE)], None).await;
    assert_ne!(query(&back.location(), "state").as_deref(), Some("state-1"));
}

#[tokio::test]
async fn a_misbehaving_provider_leaves_the_others_alone() {
    let world = World::new().await;
    world.simulators.misbehave(Provider::Itsme, Misbehaviour::Down, None);
    assert!(world.sign_in(Provider::Eid).await.0.is_some());
}

#[tokio::test]
async fn orders_come_over_http_too() {
    let world = World::new().await;
    let order = json!({ "misbehave": "userinfo-wrong-key", "times": 3 });
    let state = world.post_json("/eid/control", order).await.json();
    assert_eq!((&state["misbehave"], &state["times"]), (&json!("userinfo-wrong-key"), &json!(3)));
    let known = state["known"].as_array().unwrap();
    assert!(known.len() > 30 && known.contains(&json!("jwe-zip")));
    let state = world.post_json("/eid/control", json!({ "misbehave": "none" })).await;
    assert_eq!(state.json()["misbehave"], "none");

    let wrong = world.post_json("/eid/control", json!({ "misbehave": "sulk" })).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    let wrong = world.post_json("/eid/control", json!({ "misbehaves": "down" })).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);

    let fields = [("misbehave", "down"), ("times", "")];
    let answer = world.post_form("/uitid/control", &fields, None).await;
    assert_eq!(answer.headers["location"], "/uitid/control");
    let state = world.get("/uitid/control.json").await.json();
    assert_eq!((&state["misbehave"], &state["times"]), (&json!("down"), &json!(null)));

    let before = world.sign_in(Provider::Itsme).await.0.unwrap();
    world.post_json("/itsme/control", json!({ "renewSubject": ZOE })).await;
    let after = world.sign_in(Provider::Itsme).await.0.unwrap();
    assert_ne!(before["sub"], after["sub"]);
    let state = world.get("/itsme/control.json").await.json();
    assert_eq!(state["counters"]["codesIssued"], 2);
    assert!(!state.to_string().contains(ZOE));
}
