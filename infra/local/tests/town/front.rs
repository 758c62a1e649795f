//! The pages, and who gets through to the API.

use crate::site::built;
use crate::visitor::{Visitor, at_home, location};
use axum::body::Body;
use meent_local::{Options, Town};
use reqwest::StatusCode;
use reqwest::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY};

#[tokio::test]
async fn pages_files_and_headers() {
    let web = built();
    let town = Town::start(Options { web: web.0.clone(), ..Options::test() }).await.expect("a town");
    let mut visitor = Visitor::of(&town.addresses.portal);
    for page in ["/", "/profile", "/sign-in/problem?code=x"] {
        let answer = visitor.get(page).await;
        assert_eq!((answer.status(), answer.headers()[CACHE_CONTROL].as_bytes()), (StatusCode::OK, &b"no-cache"[..]));
        assert!(answer.headers()[CONTENT_SECURITY_POLICY].to_str().expect("text").starts_with("default-src 'none'"));
        assert_eq!(answer.text().await.expect("text"), "<!doctype html>the portal", "{page}");
    }
    let script = visitor.get("/assets/main-abc123.js").await;
    assert_eq!(script.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(visitor.get("/town/town.json").await.status(), StatusCode::OK);
    for missing in ["/assets/old-000.js", "/.vite/manifest.json", "/town/../portal/x.json", "/town/none.css"] {
        assert_eq!(visitor.get(missing).await.status(), StatusCode::NOT_FOUND, "{missing}");
    }
    let address = format!("{}/assets/main-abc123.js", town.addresses.portal);
    let small = reqwest::Client::new().get(address).header(ACCEPT_ENCODING, "br").send().await.expect("an answer");
    assert_eq!(small.headers()[CONTENT_ENCODING], "br");
    let description = visitor.json("/api/openapi.json").await;
    assert_eq!(description["openapi"], "3.1.0");
    let office = Visitor::of(&town.addresses.office).get("/").await;
    assert_eq!(office.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(office.text().await.expect("text").contains("npm run build"));
    town.stop().await;
}

#[tokio::test]
async fn only_the_front_gets_through() {
    let town = Town::start(Options::test()).await.expect("a town");
    let request = |edge: Option<&str>| {
        let request = axum::http::Request::get("/.well-known/jwks.json");
        let request = edge.into_iter().fold(request, |request, edge| request.header("x-meent-edge", edge));
        request.body(Body::empty()).expect("a request")
    };
    assert_eq!(town.gateway.call(request(None)).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(town.gateway.call(request(Some("guessed"))).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(town.gateway.call(request(Some(&town.edge_header))).await.status(), StatusCode::OK);
    let keys = Visitor::of(&town.addresses.portal).json("/.well-known/jwks.json").await;
    assert_eq!(keys["keys"].as_array().map(Vec::len), Some(2));
    town.stop().await;
}

#[tokio::test]
async fn from_itsme_and_eid_to_the_same_home() {
    let town = Town::start(Options::test()).await.expect("a town");
    let mut visitor = at_home(&town).await;
    let home = visitor.json("/api/home").await;
    assert_eq!((&home["firstName"], &home["practice"]), (&"Zoë".into(), &true.into()));
    let mut elsewhere = Visitor::of(&town.addresses.portal);
    let page = elsewhere.sign_in("eid", &town.residents[0].national_number).await;
    assert_eq!(page, format!("{}/", town.addresses.portal));
    assert_eq!(elsewhere.json("/api/home").await["profileId"], home["profileId"]);
    assert!(location(&visitor.get("/api/sign-in/nobody").await).contains("code=provider-not-known"));
    assert_eq!(visitor.get("/api/nothing").await.status(), StatusCode::NOT_FOUND);
    town.stop().await;
}
