//! itsme knows a client by a signed assertion; each thing wrong with it is
//! refused, and costs no code.

use axum::http::StatusCode;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use meent_simulators::Provider;
use serde_json::{Value, json};

use crate::party::{
    ASSERTION_TYPE, Answer, REDIRECT, START_S, VERIFIER, World, assertion_claims, assertion_header, issuer, token_url,
};

async fn exchange(world: &World, code: &str, assertion: &str) -> Answer {
    exchange_as(world, code, assertion, ASSERTION_TYPE).await
}

async fn exchange_as(world: &World, code: &str, assertion: &str, kind: &str) -> Answer {
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("code_verifier", VERIFIER),
        ("redirect_uri", REDIRECT),
        ("client_assertion_type", kind),
        ("client_assertion", assertion),
    ];
    world.post_form(&token_url(Provider::Itsme), &fields, None).await
}

fn refused(answer: &Answer, reason: &str) {
    assert_eq!(answer.json(), json!({ "error": "invalid_client", "error_description": reason }));
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

fn with(name: &str, value: Value) -> Value {
    let mut claims = assertion_claims();
    claims[name] = value;
    claims
}

fn without(name: &str) -> Value {
    let mut claims = assertion_claims();
    claims.as_object_mut().unwrap().remove(name);
    claims
}

#[tokio::test]
async fn each_claim_is_checked() {
    let world = World::new().await;
    let code = world.code(Provider::Itsme).await;
    let url = token_url(Provider::Itsme);
    for (claims, reason) in [
        (with("iss", json!("another")), "assertion-issuer"),
        (with("sub", json!("another")), "assertion-subject"),
        (without("sub"), "assertion-subject"),
        (with("aud", json!(issuer(Provider::Itsme))), "assertion-audience"),
        (with("aud", json!([url, "https://another.example"])), "assertion-audience"),
        (without("exp"), "assertion-exp-missing"),
        (with("exp", json!(START_S)), "assertion-expired"),
        (with("exp", json!(START_S + 3601)), "assertion-lives-too-long"),
        (with("iat", json!(START_S + 61)), "assertion-from-the-future"),
        (with("nbf", json!(START_S + 61)), "assertion-from-the-future"),
        (without("jti"), "assertion-jti"),
        (with("jti", json!("")), "assertion-jti"),
        (with("jti", json!("j".repeat(256))), "assertion-jti"),
    ] {
        let assertion = world.assertion(&assertion_header(), &claims);
        refused(&exchange(&world, &code, &assertion).await, reason);
        assert!(world.simulators.counts(Provider::Itsme).refused[reason] >= 1);
    }
    let good = world.assertion(&assertion_header(), &with("aud", json!([url])));
    assert_eq!(exchange(&world, &code, &good).await.status, StatusCode::OK);
    let code = world.code(Provider::Itsme).await;
    refused(&exchange(&world, &code, &good).await, "assertion-replayed");
}

#[tokio::test]
async fn the_key_and_the_algorithm_are_checked() {
    let world = World::new().await;
    let code = world.code(Provider::Itsme).await;
    let signed = |change: fn(&mut Header)| {
        let mut header = assertion_header();
        change(&mut header);
        world.assertion(&header, &assertion_claims())
    };
    let unknown = signed(|header| header.kid = Some("sig-9".into()));
    refused(&exchange(&world, &code, &unknown).await, "assertion-kid");
    let unnamed = signed(|header| header.kid = None);
    refused(&exchange(&world, &code, &unnamed).await, "assertion-kid");
    let for_encryption = signed(|header| header.kid = Some("enc-1".into()));
    refused(&exchange(&world, &code, &for_encryption).await, "assertion-key-usage");
    let stronger = signed(|header| header.alg = Algorithm::RS512);
    refused(&exchange(&world, &code, &stronger).await, "assertion-alg");

    let mut header = assertion_header();
    header.alg = Algorithm::HS256;
    let secret = EncodingKey::from_secret(b"guess");
    let by_secret = jsonwebtoken::encode(&header, &assertion_claims(), &secret).unwrap();
    refused(&exchange(&world, &code, &by_secret).await, "assertion-alg");

    let good = world.assertion(&assertion_header(), &assertion_claims());
    let (signed_part, _) = good.rsplit_once('.').unwrap();
    let other = World::new().await;
    let foreign = other.assertion(&assertion_header(), &assertion_claims());
    let (_, signature) = foreign.rsplit_once('.').unwrap();
    let forged = format!("{signed_part}.{signature}");
    refused(&exchange(&world, &code, &forged).await, "assertion-signature");
    refused(&exchange(&world, &code, &foreign).await, "assertion-signature");
    refused(&exchange(&world, &code, "not.a-token").await, "assertion-malformed");
    let answer = exchange_as(&world, &code, &good, "another-type").await;
    refused(&answer, "assertion-type");
    assert_eq!(exchange(&world, &code, &good).await.status, StatusCode::OK);
}

#[tokio::test]
async fn keys_that_cannot_be_read_help_nobody() {
    let world = World::with_unreachable_keys();
    let code = world.code(Provider::Itsme).await;
    let assertion = world.assertion(&assertion_header(), &assertion_claims());
    refused(&exchange(&world, &code, &assertion).await, "party-keys-unreachable");
}
