//! The authorization endpoint sends nobody where nobody registered, and reads
//! the rest of the request strictly.

use axum::http::{StatusCode, header};
use meent_simulators::Provider;
use url::Url;

use crate::party::{Answer, REDIRECT, STAFF, World, ZOE, query};

/// The address with a parameter changed, or left out.
fn changed(url: &Url, name: &str, value: Option<&str>) -> Url {
    let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().filter(|(found, _)| found != name).collect();
    pairs.extend(value.map(|value| (name.to_owned(), value.to_owned())));
    let mut url = url.clone();
    url.query_pairs_mut().clear().extend_pairs(pairs);
    url
}

fn on_a_page(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(!answer.headers.contains_key(header::LOCATION));
    assert!(answer.body.contains("<h1>"));
}

#[tokio::test]
async fn an_unknown_client_or_address_is_told_on_a_page() {
    let world = World::new().await;
    for provider in Provider::ALL {
        let url = world.authorization_url(provider).await;
        let mut wrong = vec![
            changed(&url, "client_id", Some("another")),
            changed(&url, "client_id", None),
            changed(&url, "redirect_uri", None),
        ];
        for address in ["https://evil.example/", &format!("{REDIRECT}&more"), &REDIRECT.to_uppercase()] {
            wrong.push(changed(&url, "redirect_uri", Some(address)));
        }
        let mut twice = url.clone();
        twice.query_pairs_mut().append_pair("redirect_uri", REDIRECT);
        wrong.push(twice);
        for url in wrong {
            on_a_page(&world.get(url.as_str()).await);
            // Choosing at once goes no further than looking.
            on_a_page(&world.post_form(url.as_str(), &[("citizen", ZOE)], None).await);
        }
    }
}

#[tokio::test]
async fn every_other_fault_goes_back_with_its_name_and_the_state() {
    let world = World::new().await;
    for provider in Provider::ALL {
        let url = world.authorization_url(provider).await;
        for (name, value, error) in [
            ("response_type", Some("token"), "unsupported_response_type"),
            ("response_type", None, "invalid_request"),
            ("nonce", None, "invalid_request"),
            ("nonce", Some(""), "invalid_request"),
            ("code_challenge", None, "invalid_request"),
            ("code_challenge", Some("short"), "invalid_request"),
            ("code_challenge_method", None, "invalid_request"),
            ("code_challenge_method", Some("plain"), "invalid_request"),
            ("scope", None, "invalid_scope"),
            ("scope", Some("profile"), "invalid_scope"),
            ("scope", Some("openid everything"), "invalid_scope"),
            ("prompt", Some("none"), "login_required"),
            ("request", Some("e30.e30."), "request_not_supported"),
            ("claims", Some("[1"), "invalid_request"),
        ] {
            let back = world.get(changed(&url, name, value).as_str()).await.location();
            assert_eq!(query(&back, "error").as_deref(), Some(error), "{name}={value:?}");
            assert_eq!(query(&back, "state").as_deref(), Some("state-1"));
            assert!(back.as_str().starts_with(REDIRECT));
            assert_eq!(query(&back, "code"), None);
        }
        let back = world.get(changed(&url, "state", None).as_str()).await.location();
        assert_eq!(query(&back, "error").as_deref(), Some("invalid_request"));
        assert_eq!(query(&back, "state"), None);
    }
}

#[tokio::test]
async fn itsme_wants_its_service_code() {
    let world = World::new().await;
    let url = world.authorization_url(Provider::Itsme).await;
    for scope in ["openid", "openid service:OTHER", "service:MEENT_LOGIN"] {
        let back = world.get(changed(&url, "scope", Some(scope)).as_str()).await.location();
        assert_eq!(query(&back, "error").as_deref(), Some("invalid_scope"));
    }
}

#[tokio::test]
async fn one_can_cancel_or_meet_an_error() {
    let world = World::new().await;
    for provider in Provider::ALL {
        let url = world.authorization_url(provider).await;
        for (field, value, error) in [
            ("cancel", "yes", "access_denied"),
            ("error", "temporary_unavailable", "temporary_unavailable"),
            ("error", "login_required", "login_required"),
            ("error", "server_error", "server_error"),
        ] {
            let back = world.post_form(url.as_str(), &[(field, value)], None).await.location();
            assert_eq!(query(&back, "error").as_deref(), Some(error));
            assert_eq!(query(&back, "state").as_deref(), Some("state-1"));
        }
    }
}

#[tokio::test]
async fn only_known_people_can_be_chosen_and_only_where_they_belong() {
    let world = World::new().await;
    let itsme = world.authorization_url(Provider::Itsme).await;
    let uitid = world.authorization_url(Provider::Uitid).await;
    for (url, field, value) in [
        (&itsme, "citizen", "00012556777"),
        (&itsme, "email", STAFF),
        (&itsme, "error", "https://evil.example"),
        (&uitid, "citizen", ZOE),
        (&uitid, "email", "no address"),
    ] {
        on_a_page(&world.post_form(url.as_str(), &[(field, value)], None).await);
    }
}
