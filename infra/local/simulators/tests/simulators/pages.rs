//! The pages: in the language asked, escaped, without script, and usable as
//! plain forms.

use axum::http::StatusCode;
use meent_simulators::Provider;

use crate::party::{STAFF, World, ZOE};

#[tokio::test]
async fn the_login_page_is_a_form_in_the_language_asked() {
    let world = World::new().await;
    for provider in Provider::ALL {
        let url = world.authorization_url(provider).await;
        let page = world.get(url.as_str()).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("<html lang=\"fr\">"));
        assert_eq!(page.body.matches("<h1>").count(), 1);
        assert!(page.body.contains("Simulation"));
        let (field, value) = match provider {
            Provider::Uitid => ("email", STAFF),
            _ => ("citizen", ZOE),
        };
        assert!(page.body.contains(&format!("<button name=\"{field}\" value=\"{value}\">")));
        // The form's action is the address itself, so that a script may post
        // there without having read the page.
        let query = url.query().unwrap().replace('&', "&amp;");
        assert!(page.body.contains(&format!("action=\"{}?{query}\"", url.path())));
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("script"));
        assert!(!page.body.contains("<script"));
    }
}

#[tokio::test]
async fn what_comes_from_elsewhere_is_escaped() {
    let world = World::new().await;
    let url = world.authorization_url(Provider::Itsme).await;
    let page = world.get(url.as_str()).await.body;
    assert!(page.contains("Peeters &lt;b&gt;") && !page.contains("Peeters <b>"));
    let nasty = format!("{url}&x='%22><script>");
    let request = axum::http::Request::get(nasty.replace(['<', '>'], "")).body(axum::body::Body::empty());
    let page = world.send(request.unwrap()).await;
    assert!(page.body.contains("x=&#39;%22"));
}

#[tokio::test]
async fn every_other_page_answers() {
    let world = World::new().await;
    let controls = ["mail", "push", "itsme", "eid", "acm", "uitid"].map(|name| format!("/{name}/control"));
    for path in ["/", "/mail", "/push"].into_iter().chain(controls.iter().map(String::as_str)) {
        let page = world.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_eq!(page.body.matches("<h1>").count(), 1, "{path}");
        assert!(page.body.contains("practice environment"));
    }
}
