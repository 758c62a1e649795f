//! Cookies: `__Host-`, so bound to this host, to https (or localhost) and to no subdomain (P-5).

use crate::Household;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponseParts, ResponseParts};
use chrono::Duration;
use meent_identity::session::{Owner, Presented, RESIDENT_COOKIE};
use std::convert::Infallible;

/// Sets or clears one cookie of the answer.
#[derive(Debug, Clone)]
pub struct Cookie(String);

impl Cookie {
    pub fn lasting(name: &str, value: &str, most: Duration) -> Self {
        Self(format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}", most.num_seconds()))
    }

    /// Until the browser closes.
    pub fn while_open(name: &str, value: &str) -> Self {
        Self(format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax"))
    }

    pub fn cleared(name: &str) -> Self {
        Self::lasting(name, "", Duration::zero())
    }

    pub fn session<O: Owner>(presented: &Presented<O>, most: Duration) -> Self {
        Self::lasting(O::COOKIE, &presented.cookie_value(), most)
    }

    pub(crate) fn header(&self) -> HeaderValue {
        HeaderValue::from_str(&self.0).expect("cookies are made of tokens")
    }
}

impl IntoResponseParts for Cookie {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        parts.headers_mut().append(header::SET_COOKIE, self.header());
        Ok(parts)
    }
}

/// Nothing of a resident stays on a phone that they signed out of.
pub struct ResidentGone;

impl IntoResponseParts for ResidentGone {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        for cookie in [Cookie::cleared(RESIDENT_COOKIE), Household::forgotten()] {
            parts.headers_mut().append(header::SET_COOKIE, cookie.header());
        }
        Ok(parts)
    }
}

pub fn read_cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_name_counts() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            HeaderValue::from_static("x__Host-resident=1; __Host-residents=2; __Host-resident=3"),
        );
        assert_eq!(read_cookie(&headers, "__Host-resident"), Some("3"));
        assert_eq!(read_cookie(&headers, "__Host-staff"), None);
    }
}
