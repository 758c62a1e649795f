//! A code is good once, for a while, for who asked for it.

use axum::http::StatusCode;
use meent_simulators::Provider;

use crate::party::{Answer, REDIRECT, SECRET, VERIFIER, World, client_id, token_url};

fn refused(answer: &Answer, error: &str, reason: &str) {
    let body = answer.json();
    assert_eq!((&body["error"], &body["error_description"]), (&error.into(), &reason.into()));
    assert!(answer.status.is_client_error());
}

#[tokio::test]
async fn a_second_use_is_refused_counted_and_ends_the_first() {
    let world = World::new().await;
    for provider in Provider::ALL {
        let code = world.code(provider).await;
        let first = world.exchange(provider, &code).await.json();
        let access_token = first["access_token"].as_str().unwrap();
        assert_eq!(world.userinfo(provider, access_token).await.status, StatusCode::OK);
        refused(&world.exchange(provider, &code).await, "invalid_grant", "code-reused");
        assert_eq!(world.simulators.counts(provider).counters["codesReused"], 1);
        let after = world.userinfo(provider, access_token).await;
        assert_eq!(after.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn a_code_ends() {
    for (provider, life_s) in [(Provider::Itsme, 180), (Provider::Eid, 180), (Provider::Acm, 30), (Provider::Uitid, 60)]
    {
        let world = World::new().await;
        let (in_time, late) = (world.code(provider).await, world.code(provider).await);
        world.pass(life_s - 1);
        assert_eq!(world.exchange(provider, &in_time).await.status, StatusCode::OK);
        world.pass(1);
        refused(&world.exchange(provider, &late).await, "invalid_grant", "code-expired");
    }
}

#[tokio::test]
async fn an_access_token_ends() {
    let world = World::new().await;
    let (_, access_token) = world.sign_in(Provider::Acm).await;
    world.pass(300);
    let answer = world.userinfo(Provider::Acm, &access_token).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    let invented = world.userinfo(Provider::Acm, "invented").await;
    assert_eq!(invented.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn what_the_code_is_bound_to_must_match() {
    let world = World::new().await;
    for provider in Provider::ALL {
        let other = format!("{VERIFIER}x");
        let code = world.code(provider).await;
        let answer = world.exchange_with(provider, &code, &other, REDIRECT).await;
        refused(&answer, "invalid_grant", "wrong-verifier");
        // And it is used up by that, so guessing verifiers is no use.
        refused(&world.exchange(provider, &code).await, "invalid_grant", "code-reused");

        let code = world.code(provider).await;
        let answer = world.exchange_with(provider, &code, "too-short", REDIRECT).await;
        refused(&answer, "invalid_grant", "wrong-verifier");

        let code = world.code(provider).await;
        let other = "http://localhost:8080/callback";
        let answer = world.exchange_with(provider, &code, VERIFIER, other).await;
        refused(&answer, "invalid_grant", "wrong-redirect");
        refused(&world.exchange(provider, "invented").await, "invalid_grant", "code-unknown");
    }
    // A code of one provider says nothing to another.
    let code = world.code(Provider::Eid).await;
    refused(&world.exchange(Provider::Acm, &code).await, "invalid_grant", "code-unknown");
}

#[tokio::test]
async fn a_client_without_its_secret_gets_nothing_and_costs_no_code() {
    let world = World::new().await;
    for provider in [Provider::Eid, Provider::Acm, Provider::Uitid] {
        let code = world.code(provider).await;
        let id = client_id(provider);
        let url = token_url(provider);
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code.as_str()),
            ("code_verifier", VERIFIER),
            ("redirect_uri", REDIRECT),
        ];
        for (basic, reason) in [
            (None, "client-not-authenticated"),
            (Some((id.as_str(), "guess")), "client-secret"),
            (Some(("another", SECRET)), "client-unknown"),
        ] {
            let answer = world.post_form(&url, &fields, basic).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
            refused(&answer, "invalid_client", reason);
        }
        let mut twice = fields.to_vec();
        twice.extend([("client_id", id.as_str()), ("client_secret", SECRET)]);
        let answer = world.post_form(&url, &twice, Some((&id, SECRET))).await;
        refused(&answer, "invalid_client", "client-authenticated-twice");
        assert_eq!(world.exchange(provider, &code).await.status, StatusCode::OK);
    }
    // The federal login takes the secret in the header alone.
    let id = client_id(Provider::Eid);
    let fields = [("client_id", id.as_str()), ("client_secret", SECRET)];
    let answer = world.post_form(&token_url(Provider::Eid), &fields, None).await;
    refused(&answer, "invalid_client", "client-auth-not-allowed");
}

#[tokio::test]
async fn a_token_request_is_read_strictly() {
    let world = World::new().await;
    let url = token_url(Provider::Eid);
    let id = client_id(Provider::Eid);
    let basic = Some((id.as_str(), SECRET));
    let send = async |fields: &[(&str, &str)]| world.post_form(&url, fields, basic).await;
    refused(&send(&[]).await, "invalid_request", "grant-type-missing");
    refused(&send(&[("grant_type", "password")]).await, "unsupported_grant_type", "grant-type");
    let code = ("grant_type", "authorization_code");
    refused(&send(&[code]).await, "invalid_request", "code-missing");
    refused(&send(&[code, code]).await, "invalid_request", "parameter-twice");
    let answer = world.post_json(&url, serde_json::json!({})).await;
    refused(&answer, "invalid_request", "not-a-form");
}
