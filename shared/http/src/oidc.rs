//! The two legs of a sign-in through a provider, the same for residents and staff.
//!
//! Going out, what must be remembered is written under a hash of `state` and bound to the browser by
//! a cookie. Coming back, that row is taken, so a state works once, in the browser it was made for.

use crate::{App, Context, Cookie, Problem, read_cookie};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::Duration;
use meent_domain::Language;
use meent_identity::oidc::{Checked, Failure, ProviderConfig, Returned, Surface, redeem};
use meent_identity::session::ATTEMPT_COOKIE;
use meent_secrets::{fingerprint, random_token, same};
use meent_store::web_sessions::{Attempt, attempt};
use serde::Deserialize;
use url::{Position, Url};

/// What may follow the question mark when a sign-in begins.
#[derive(Debug, Deserialize)]
pub struct DepartureQuery {
    pub language: Option<String>,
    /// Where to go afterwards, within our own site.
    #[serde(rename = "return")]
    pub return_to: Option<String>,
}

/// What a provider sends back with the browser.
#[derive(Debug, Deserialize)]
pub struct ReturnQuery {
    pub code: Option<String>,
    pub state: Option<String>,
    pub error: Option<String>,
}

/// Why a browser is sent to the problem page instead of where it was going.
pub struct Astray {
    pub code: &'static str,
    pub return_to: String,
}

/// A sign-in takes minutes at most; the codes of all providers live shorter.
const ATTEMPT_LASTS: Duration = Duration::minutes(15);

impl App {
    fn callback(&self, surface: Surface, provider: &str) -> Url {
        let path = match surface {
            Surface::Portal => format!("/api/sign-in/{provider}/callback"),
            Surface::Office => format!("/api/staff/sign-in/{provider}/callback"),
        };
        self.own_page(surface, &path)
    }

    /// A page of ours; the start page for whatever is none.
    pub fn own_page(&self, surface: Surface, path: &str) -> Url {
        let origin = self.settings.origin(surface);
        let is_path = path.starts_with('/') && path.len() <= 500 && !path.chars().any(char::is_control);
        let page = if is_path { origin.join(path).ok() } else { None };
        // `//elsewhere.example` and `/\elsewhere.example` are paths that lead away, and `/..//elsewhere.example`
        // becomes one.
        let is_ours = |page: &Url| page.origin() == origin.origin() && !page.path().starts_with("//");
        page.filter(is_ours).unwrap_or_else(|| origin.clone())
    }

    /// The same without the site: the only form in which a wish of the browser's is kept or shown again.
    fn own_path(&self, surface: Surface, path: &str) -> String {
        self.own_page(surface, path)[Position::BeforePath..].to_owned()
    }

    pub async fn depart(
        &self,
        context: &Context,
        headers: &HeaderMap,
        surface: Surface,
        provider: &str,
        query: DepartureQuery,
    ) -> Result<Response, Astray> {
        // A person is looking at this address: what isn't known is passed over, not refused.
        let language = query.language.as_deref().and_then(Language::from_code).unwrap_or(context.language);
        let return_to = self.own_path(surface, query.return_to.as_deref().unwrap_or("/"));
        let astray = |code| Astray { code, return_to: return_to.clone() };
        let config = self.providers.find(provider, surface).ok_or_else(|| astray("provider-not-known"))?;
        let redirect = self.callback(surface, &config.id);
        let departure = self.providers.depart(config, &redirect, language, context.now).await.map_err(|failure| {
            log(config, &failure);
            astray(failure.code())
        })?;
        // Two tabs may be on the way at once: the browser keeps the token it has.
        let browser = read_cookie(headers, ATTEMPT_COOKIE).filter(|token| token.len() == 52);
        let browser = browser.map_or_else(random_token, str::to_owned);
        let row = Attempt {
            provider: config.id.clone(),
            nonce: departure.nonce,
            pkce_verifier: departure.pkce_verifier,
            browser: fingerprint(&browser),
            return_to: return_to.clone(),
            ends_at: context.now + ATTEMPT_LASTS,
        };
        self.db.put(&attempt(&fingerprint(&departure.state)), &row).await.map_err(|error| {
            tracing::error!(%error, "a sign-in could not begin");
            astray("try-again")
        })?;
        Ok((Cookie::lasting(ATTEMPT_COOKIE, &browser, ATTEMPT_LASTS), see_other(&departure.to)).into_response())
    }

    pub async fn come_back(
        &self,
        context: &Context,
        headers: &HeaderMap,
        surface: Surface,
        provider: &str,
        query: ReturnQuery,
    ) -> Result<(Checked, Attempt), Astray> {
        let lost = |code| Astray { code, return_to: "/".to_owned() };
        let config = self.providers.find(provider, surface).ok_or_else(|| lost("provider-not-known"))?;
        let state = query.state.ok_or_else(|| lost(Failure::Replayed.code()))?;
        let taken: Option<Attempt> = self.db.take(&attempt(&fingerprint(&state))).await.map_err(|error| {
            tracing::error!(%error, "a sign-in could not end");
            lost("try-again")
        })?;
        let taken = taken.filter(|row| row.provider == config.id).ok_or_else(|| lost(Failure::Replayed.code()))?;
        let astray = |failure: Failure| {
            log(config, &failure);
            Astray { code: failure.code(), return_to: taken.return_to.clone() }
        };
        if context.now >= taken.ends_at {
            return Err(astray(Failure::Expired));
        }
        let browser = read_cookie(headers, ATTEMPT_COOKIE).map(fingerprint).unwrap_or_default();
        if !same(browser.as_bytes(), taken.browser.as_bytes()) {
            return Err(astray(Failure::OtherBrowser));
        }
        let code = match (query.code, query.error.as_deref()) {
            (Some(code), None) => code,
            (_, Some("access_denied")) => return Err(astray(Failure::Cancelled)),
            (_, Some("temporarily_unavailable" | "temporary_unavailable" | "server_error")) => {
                return Err(astray(Failure::Unavailable("it said so".to_owned())));
            }
            // What it says instead may be anything; it isn't repeated.
            _ => return Err(astray(Failure::Refused("the provider sent an error, or no code".to_owned()))),
        };
        let redirect = self.callback(surface, &config.id);
        let returned =
            Returned { code: &code, nonce: &taken.nonce, pkce_verifier: &taken.pkce_verifier, redirect: &redirect };
        let checked = redeem(&self.providers, &self.secrets, config, returned, context.now).await.map_err(astray)?;
        Ok((checked, taken))
    }

    /// The page that helps somebody who went astray.
    pub fn problem_page(&self, context: &Context, surface: Surface, provider: &str, astray: &Astray) -> Response {
        let mut page = self.own_page(surface, "/sign-in/problem");
        page.query_pairs_mut().append_pair("code", astray.code).append_pair("request", &context.request_id);
        if self.providers.find(provider, surface).is_some() {
            page.query_pairs_mut().append_pair("provider", provider);
        }
        if astray.return_to != "/" {
            page.query_pairs_mut().append_pair("return", &astray.return_to);
        }
        see_other(&page)
    }
}

impl Astray {
    /// When our own store or keys fail on the way back.
    pub fn by(problem: &Problem, return_to: &str) -> Self {
        tracing::error!(code = problem.code.code(), why = problem.internal.as_deref(), "a sign-in went astray");
        Self { code: "try-again", return_to: return_to.to_owned() }
    }
}

pub fn see_other(to: &Url) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, to.as_str().to_owned())]).into_response()
}

fn log(config: &ProviderConfig, failure: &Failure) {
    tracing::warn!(provider = config.id, code = failure.code(), why = %failure, "a sign-in went astray");
}
