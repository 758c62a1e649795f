//! A browser without a screen: keeps cookies, follows nothing by itself.

use meent_local::Town;
use reqwest::header::{COOKIE, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::{Method, Response, StatusCode};
use serde_json::Value;
use std::collections::BTreeMap;

pub struct Visitor {
    client: reqwest::Client,
    origin: String,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// Of the portal or the office, by its address.
    pub fn of(origin: &str) -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build();
        Self {
            client: client.expect("a client without special wishes"),
            origin: origin.to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    pub async fn get(&mut self, path: &str) -> Response {
        self.ask(Method::GET, path, None).await
    }

    pub async fn post(&mut self, path: &str, body: Value) -> Response {
        self.ask(Method::POST, path, Some(body)).await
    }

    /// What the address begins with decides whose cookies go along: ours, to our own origin alone.
    pub async fn ask(&mut self, method: Method, path: &str, body: Option<Value>) -> Response {
        let address = if path.starts_with('/') { format!("{}{path}", self.origin) } else { path.to_owned() };
        let is_ours = address.starts_with(&self.origin);
        let mut request = self.client.request(method.clone(), address);
        if is_ours {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(COOKIE, cookies.join("; "));
        }
        if method != Method::GET {
            request = request.header(ORIGIN, &self.origin);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let response = request.send().await.expect("an answer");
        for cookie in response.headers().get_all(SET_COOKIE) {
            let cookie = cookie.to_str().expect("plain text");
            let (pair, attributes) = cookie.split_once(';').expect("attributes");
            let (name, value) = pair.split_once('=').expect("a pair");
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        response
    }

    pub async fn json(&mut self, path: &str) -> Value {
        let response = self.get(path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.json().await.expect("JSON")
    }

    /// As somebody who picks a citizen at the provider and comes back. Answers where to.
    pub async fn sign_in(&mut self, provider: &str, national_number: &str) -> String {
        let departure = self.get(&format!("/api/sign-in/{provider}")).await;
        assert_eq!(departure.status(), StatusCode::SEE_OTHER);
        let picked = self.client.post(location(&departure)).form(&[("citizen", national_number)]).send().await;
        let back = location(&picked.expect("an answer of the provider"));
        let arrival = self.get(&back).await;
        assert_eq!(arrival.status(), StatusCode::SEE_OTHER);
        location(&arrival)
    }

    pub async fn agree(&mut self) {
        let asked = self.json("/api/consent").await;
        let yes = serde_json::json!({ "decision": "yes", "textVersion": asked["textVersion"], "language": "nl" });
        assert_eq!(self.post("/api/consent", yes).await.status(), StatusCode::OK);
    }
}

pub fn location(response: &Response) -> String {
    response.headers()[LOCATION].to_str().expect("plain text").to_owned()
}

/// A resident who is home, in the portal of a town.
pub async fn at_home(town: &Town) -> Visitor {
    let mut visitor = Visitor::of(&town.addresses.portal);
    let page = visitor.sign_in("itsme", &town.residents[0].national_number).await;
    assert_eq!(page, format!("{}/consent", town.addresses.portal));
    visitor.agree().await;
    visitor
}
