//! The way it should go, at every provider.

use axum::http::{StatusCode, header};
use meent_simulators::{Citizen, Provider};
use serde_json::{Value, json};

use crate::party::{SIGNED_OUT, STAFF, START_S, World, ZOE, client_id, issuer, zoe};

async fn signed_in(world: &World, provider: Provider) -> (Value, String) {
    let (claims, access_token) = world.sign_in(provider).await;
    let claims = claims.unwrap();
    assert_eq!(claims["iss"], json!(issuer(provider)));
    assert_eq!(claims["aud"], json!(client_id(provider)));
    assert_eq!(claims["nonce"], "nonce-1");
    assert_eq!(claims["iat"], START_S);
    assert_eq!(claims["exp"], START_S + 300);
    (claims, access_token)
}

#[tokio::test]
async fn itsme_tells_what_was_asked_signed_then_encrypted() {
    let world = World::new().await;
    let (claims, access_token) = signed_in(&world, Provider::Itsme).await;
    assert_eq!(claims["http://itsme.services/v2/claim/BENationalNumber"], ZOE);
    assert_eq!(claims["given_name"], "Zoë");
    assert_eq!(claims["birthdate"], "1985-07-30");
    assert_eq!(claims["locale"], "NL");
    assert_eq!(claims["address"]["street_address"], "Kerkstraat 12 bus 3");
    assert_eq!(claims["address"]["postal_code"], "9999");
    assert_eq!(claims["email_verified"], false);
    assert_eq!(claims["acr"], "http://itsme.services/v2/claim/acr_basic");
    assert!(claims.get("name").is_none(), "name was not asked by claims");

    let answer = world.userinfo(Provider::Itsme, &access_token).await;
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/jwt");
    let signed = world.decrypt(&answer.body).unwrap();
    let told = world.verify(Provider::Itsme, &signed).await.unwrap();
    assert_eq!(told["sub"], claims["sub"]);
    assert_eq!(told["family_name"], "Peeters <b>");
    assert!(!answer.body.contains("Peeters"));
}

#[tokio::test]
async fn eid_tells_the_person_in_a_signed_user_info() {
    let world = World::new().await;
    let (claims, access_token) = signed_in(&world, Provider::Eid).await;
    assert_eq!(claims["acr"], "urn:be:fedict:iam:fas:Level500");
    assert!(claims.get("egovNRN").is_none());

    let answer = world.userinfo(Provider::Eid, &access_token).await;
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/jwt");
    let told = world.verify(Provider::Eid, &answer.body).await.unwrap();
    assert_eq!(told["sub"], claims["sub"]);
    assert_eq!(told["egovNRN"], ZOE);
    assert_eq!(told["surname"], "Peeters <b>");
    assert_eq!(told["givenName"], "Zoë");
    assert_eq!(told["prefLanguage"], "nl");
    assert_eq!(told["mail"], "zoe@noorderhaven.example");
}

#[tokio::test]
async fn acm_tells_the_number_and_says_how_only_when_asked() {
    let world = World::new().await;
    let (claims, access_token) = signed_in(&world, Provider::Acm).await;
    assert_eq!(claims["rrn"], ZOE);
    assert_eq!(claims["given_name"], "Zoë");
    assert!(claims.get("acr").is_none());
    let told = world.userinfo(Provider::Acm, &access_token).await.json();
    assert_eq!(told["rrn"], ZOE);

    let mut url = world.authorization_url(Provider::Acm).await;
    url.query_pairs_mut().append_pair("acr_values", "urn:be:vlaanderen:authmech:eid");
    let back = world.post_form(url.as_str(), &[("citizen", ZOE)], None).await;
    let code = crate::party::query(&back.location(), "code").unwrap();
    let tokens = world.exchange(Provider::Acm, &code).await.json();
    let token = tokens["id_token"].as_str().unwrap();
    let claims = world.verify(Provider::Acm, token).await.unwrap();
    assert_eq!(claims["acr"], "urn:be:vlaanderen:authmech:eid");
}

#[tokio::test]
async fn uitid_tells_staff_by_email_also_who_is_new_there() {
    let world = World::new().await;
    let (claims, access_token) = signed_in(&world, Provider::Uitid).await;
    assert_eq!(claims["email"], STAFF);
    assert_eq!(claims["email_verified"], true);
    assert_eq!(claims["name"], "An Claes");
    let told = world.userinfo(Provider::Uitid, &access_token).await.json();
    assert_eq!(told["email"], STAFF);

    let url = world.authorization_url(Provider::Uitid).await;
    let fields = [("email", " New.Colleague@Noorderhaven.example ")];
    let back = world.post_form(url.as_str(), &fields, None).await;
    let code = crate::party::query(&back.location(), "code").unwrap();
    let tokens = world.exchange(Provider::Uitid, &code).await.json();
    let token = tokens["id_token"].as_str().unwrap();
    let claims = world.verify(Provider::Uitid, token).await.unwrap();
    assert_eq!(claims["email"], "new.colleague@noorderhaven.example");
}

#[tokio::test]
async fn a_subject_stays_differs_by_provider_and_changes_when_renewed() {
    let world = World::new().await;
    let subject = async |provider| signed_in(&world, provider).await.0["sub"].clone();
    let first = subject(Provider::Itsme).await;
    assert_eq!(first, subject(Provider::Itsme).await);
    assert_ne!(first, subject(Provider::Eid).await);
    assert!(!first.as_str().unwrap().contains(ZOE));

    world.simulators.renew_subject(Provider::Itsme, ZOE);
    let renewed = subject(Provider::Itsme).await;
    assert_ne!(first, renewed);
    // The same over a restart: nothing is drawn at random.
    assert_eq!(first, World::new().await.sign_in(Provider::Itsme).await.0.unwrap()["sub"]);
}

#[tokio::test]
async fn people_can_be_added_and_changed_while_it_runs() {
    let world = World::new().await;
    let moved = Citizen { address: None, ..zoe() };
    world.post_json("/citizens.json", serde_json::to_value(moved).unwrap()).await;
    let (claims, _) = signed_in(&world, Provider::Itsme).await;
    assert!(claims.get("address").is_none());
    let known = world.get("/citizens.json").await.json();
    assert_eq!(known.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn signing_out_goes_back_to_a_registered_address_only() {
    let world = World::new().await;
    for provider in [Provider::Eid, Provider::Acm, Provider::Uitid] {
        let end = world.configuration(provider).await["end_session_endpoint"].clone();
        let url = |back: &str| {
            let id = client_id(provider);
            let pairs = [("client_id", id.as_str()), ("post_logout_redirect_uri", back)];
            url::Url::parse_with_params(end.as_str().unwrap(), pairs).unwrap()
        };
        let answer = world.get(url(SIGNED_OUT).as_str()).await;
        assert_eq!(answer.location().as_str(), SIGNED_OUT);
        let answer = world.get(url("https://elsewhere.example/").as_str()).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
}
