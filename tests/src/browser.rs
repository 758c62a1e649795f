//! A browser as far as the API can tell: it keeps cookies, names the site it is on, and goes where
//! it is sent only when told to.

use reqwest::header::{COOKIE, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, StatusCode};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

pub struct Browser {
    pub site: String,
    pub cookies: BTreeMap<String, String>,
    pub language: &'static str,
    /// What passed between this browser, in all its windows, and our site.
    pub trail: Trail,
    client: Client,
}

pub type Trail = Arc<Mutex<Vec<Seen>>>;

/// One request and its answer, as far as others on the way may see or keep them.
#[derive(Debug, Clone)]
pub struct Seen {
    pub target: String,
    pub location: Option<String>,
    pub cookies: Vec<String>,
    /// The body of an answer that is none.
    pub error: Option<String>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Browser {
    pub fn new(site: &str) -> Self {
        // All is plain http here: no certificates to read, which takes longer than what is asked.
        let client = Client::builder().redirect(Policy::none()).tls_certs_only([]).build().expect("a client");
        Self { site: site.to_owned(), cookies: BTreeMap::new(), language: "nl", trail: Trail::default(), client }
    }

    /// The same cookies in a second window.
    pub fn window(&self) -> Self {
        Self {
            site: self.site.clone(),
            cookies: self.cookies.clone(),
            language: self.language,
            trail: self.trail.clone(),
            client: self.client.clone(),
        }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.ask(Method::GET, path, None).await
    }

    pub async fn post(&mut self, path: &str, body: Value) -> Answer {
        self.ask(Method::POST, path, Some(body)).await
    }

    pub async fn put(&mut self, path: &str, body: Value) -> Answer {
        self.ask(Method::PUT, path, Some(body)).await
    }

    pub async fn patch(&mut self, path: &str, body: Value) -> Answer {
        self.ask(Method::PATCH, path, Some(body)).await
    }

    pub async fn delete(&mut self, path: &str) -> Answer {
        self.ask(Method::DELETE, path, None).await
    }

    pub async fn ask(&mut self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let site = self.site.clone();
        self.ask_from(&site, method, path, body).await
    }

    /// As a page of another site would, with this browser's cookies.
    pub async fn ask_from(&mut self, origin: &str, method: Method, path: &str, body: Option<Value>) -> Answer {
        let address = if path.starts_with('/') { format!("{}{path}", self.site) } else { path.to_owned() };
        let mut request = self.client.request(method.clone(), &address).header("accept-language", self.language);
        if address.starts_with(&self.site) {
            request = request.header(COOKIE, self.cookie_line());
            if method != Method::GET {
                request = request.header(ORIGIN, origin);
            }
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.expect("the town answers");
        self.keep(&address, answer).await
    }

    /// Sends a form, as the providers' pages do.
    pub async fn send_form(&mut self, address: &str, field: &str, value: &str) -> Answer {
        let answer = self.client.post(address).form(&[(field, value)]).send().await.expect("the provider answers");
        self.keep(address, answer).await
    }

    pub async fn put_bytes(&mut self, path: &str, bytes: Vec<u8>) -> Answer {
        let address = format!("{}{path}", self.site);
        let request =
            self.client.put(&address).header(COOKIE, self.cookie_line()).header(ORIGIN, &self.site).body(bytes);
        let answer = request.send().await.expect("the town answers");
        self.keep(&address, answer).await
    }

    /// A request made by hand, with this browser's cookies.
    pub fn raw(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}{path}", self.site)).header(COOKIE, self.cookie_line())
    }

    /// Sends what was made by hand.
    pub async fn send_raw(&mut self, request: reqwest::RequestBuilder) -> Answer {
        let answer = request.send().await.expect("the town answers");
        self.keep(&self.site.clone(), answer).await
    }

    fn cookie_line(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    async fn keep(&mut self, address: &str, answer: reqwest::Response) -> Answer {
        let (status, headers, target) = (answer.status(), answer.headers().clone(), answer.url().to_string());
        if address.starts_with(&self.site) {
            for line in headers.get_all(SET_COOKIE).iter().filter_map(|line| line.to_str().ok()) {
                assert!(
                    line.contains("Secure") && line.contains("HttpOnly") && line.contains("SameSite=Lax"),
                    "{line}"
                );
                let (name, value) = line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
                if line.contains("Max-Age=0") {
                    self.cookies.remove(name);
                } else {
                    self.cookies.insert(name.to_owned(), value.to_owned());
                }
            }
        }
        let text = answer.text().await.expect("an answer to read");
        if address.starts_with(&self.site) {
            let text_of = |value: &reqwest::header::HeaderValue| value.to_str().map(str::to_owned).ok();
            self.trail.lock().expect("no panic while held").push(Seen {
                target,
                location: headers.get(LOCATION).and_then(text_of),
                cookies: headers.get_all(SET_COOKIE).iter().filter_map(text_of).collect(),
                error: (status.is_client_error() || status.is_server_error()).then(|| text.clone()),
            });
        }
        Answer { status, headers, text }
    }
}

impl Answer {
    /// JSON of the expected status.
    pub fn json(&self, expected: u16) -> Value {
        assert_eq!(self.status.as_u16(), expected, "{}", self.text);
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    /// The code of a problem of the expected status; checks that it is a whole problem.
    /// An answer of which nothing but its status matters.
    pub fn done(&self, expected: u16) {
        assert_eq!(self.status.as_u16(), expected, "{}", self.text);
    }

    pub fn problem(&self, expected: u16) -> String {
        let body = self.json(expected);
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!(body["status"], expected);
        assert_eq!(body["type"], format!("/problems/{}", body["code"].as_str().unwrap_or_default()));
        assert!(body["detail"].as_str().is_some_and(|detail| detail.len() > 10), "{body}");
        assert_eq!(body["requestId"].as_str(), self.headers["x-request-id"].to_str().ok());
        body["code"].as_str().expect("a code").to_owned()
    }

    /// Where the browser is sent.
    pub fn location(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self.headers[LOCATION].to_str().expect("an address").to_owned()
    }

    /// The code with which somebody is sent to the page that helps.
    pub fn problem_page(&self) -> String {
        let location = self.location();
        let (page, query) = location.split_once('?').unwrap_or_else(|| panic!("not a problem page: {location}"));
        assert!(page.ends_with("/sign-in/problem"), "{location}");
        let code = query.split('&').find_map(|pair| pair.strip_prefix("code=")).expect("a code");
        code.to_owned()
    }
}
