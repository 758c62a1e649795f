//! Whose hours visitors use, known before the person is read.
//!
//! The hours stand under a keyed hash of the address, which stands with the person: to read both would be one
//! wait after the other. So the browser keeps the hash in a cookie and both are read at once. What the cookie
//! says is never believed: it is held against the address, and costs a read more when it was wrong.

use crate::{App, Cookie, Problem, read_cookie};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chrono::Duration;
use meent_domain::HolderId;
use meent_domain::person::Address;
use meent_store::people::Person;
use meent_store::web_sessions::DeskVisit;
use std::convert::Infallible;

/// As the browser remembers it.
pub struct Household(pub Option<HolderId>);

impl Household {
    const COOKIE: &str = "__Host-household";
    const KEPT: Duration = Duration::days(90);

    /// For an answer, when the browser didn't know, or knew another.
    pub fn to_remember(&self, holder: Option<&HolderId>) -> Option<Cookie> {
        let holder = holder.filter(|holder| self.0.as_ref() != Some(holder))?;
        Some(Cookie::lasting(Self::COOKIE, holder.as_str(), Self::KEPT))
    }

    /// The same in a clerk's browser, as long as somebody is at the desk.
    pub fn at_the_desk(&self, holder: Option<&HolderId>) -> Option<Cookie> {
        let holder = holder.filter(|holder| self.0.as_ref() != Some(holder))?;
        Some(Cookie::lasting(Self::COOKIE, holder.as_str(), DeskVisit::LASTS))
    }

    pub fn forgotten() -> Cookie {
        Cookie::cleared(Self::COOKIE)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Household {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let named = read_cookie(&parts.headers, Self::COOKIE);
        Ok(Self(named.and_then(|text| HolderId::try_from(text.to_owned()).ok())))
    }
}

impl App {
    /// Whose hours a resident's visitors use; nobody's without an address.
    pub async fn holder_of(&self, person: Option<&Person>) -> Result<Option<HolderId>, Problem> {
        let Some((person, address)) = person.and_then(|person| Some((person, address_of(person)?))) else {
            return Ok(None);
        };
        let keys = self.data_keys().await?;
        Ok(Some(meent_parking::holder(&keys, &self.settings.parking, &person.id, address)))
    }
}

/// Where a person lives: the provider asserts it, or a clerk has verified it (P-10).
pub fn address_of(person: &Person) -> Option<&Address> {
    person.details.as_ref()?.address.as_ref().map(|known| &known.address)
}
