//! What a provider hands out and must recognise again: codes, access tokens,
//! and the ids of the assertions it has seen. All of it ends, and is limited.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};

use crate::authorize::AuthorizationRequest;
use crate::encoding::random_token;
use crate::misbehave::Misbehaviour;
use crate::people::Person;

pub(crate) const ACCESS_TOKEN_LIFE_S: i64 = 300;
/// How long a used or expired code is remembered, so that a second use is told
/// from an invented code.
const CODE_MEMORY_S: i64 = 3600;
const MOST_REMEMBERED: usize = 10_000;

/// What somebody agreed to at the login page.
pub(crate) struct Grant {
    pub request: AuthorizationRequest,
    pub person: Person,
    pub subject: String,
    pub at: DateTime<Utc>,
}

struct Code {
    grant: Arc<Grant>,
    used: bool,
    /// What its first use gave, taken back at the second (RFC 6749, 4.1.2).
    access_token: Option<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CodeRefusal {
    Unknown,
    Expired,
    Reused { access_token: Option<String> },
}

#[derive(Default)]
pub(crate) struct Codes(Mutex<HashMap<String, Code>>);

impl Codes {
    pub fn issue(&self, grant: Grant) -> String {
        let code = random_token();
        let mut codes = self.0.lock().expect("no panic while held");
        let oldest = grant.at - TimeDelta::seconds(CODE_MEMORY_S);
        codes.retain(|_, code| code.grant.at > oldest);
        if codes.len() >= MOST_REMEMBERED {
            codes.clear();
        }
        codes.insert(code.clone(), Code { grant: Arc::new(grant), used: false, access_token: None });
        code
    }

    /// Uses a code up, whether or not the rest of the request is right.
    pub fn redeem(&self, code: &str, now: DateTime<Utc>, life: TimeDelta) -> Result<Arc<Grant>, CodeRefusal> {
        let mut codes = self.0.lock().expect("no panic while held");
        let code = codes.get_mut(code).ok_or(CodeRefusal::Unknown)?;
        if code.used {
            return Err(CodeRefusal::Reused { access_token: code.access_token.take() });
        }
        code.used = true;
        if now >= code.grant.at + life {
            return Err(CodeRefusal::Expired);
        }
        Ok(Arc::clone(&code.grant))
    }

    pub fn remember_token(&self, code: &str, access_token: &str) {
        let mut codes = self.0.lock().expect("no panic while held");
        if let Some(code) = codes.get_mut(code) {
            code.access_token = Some(access_token.to_owned());
        }
    }
}

/// What an access token opens, and what is to go wrong with it.
#[derive(Clone)]
pub(crate) struct Access {
    pub grant: Arc<Grant>,
    pub fault: Option<Misbehaviour>,
    ends_at: DateTime<Utc>,
}

#[derive(Default)]
pub(crate) struct AccessTokens(Mutex<HashMap<String, Access>>);

impl AccessTokens {
    pub fn issue(&self, grant: &Arc<Grant>, fault: Option<Misbehaviour>, now: DateTime<Utc>) -> String {
        let token = random_token();
        let mut tokens = self.0.lock().expect("no panic while held");
        tokens.retain(|_, access| access.ends_at > now);
        if tokens.len() >= MOST_REMEMBERED {
            tokens.clear();
        }
        tokens.insert(
            token.clone(),
            Access { grant: Arc::clone(grant), fault, ends_at: now + TimeDelta::seconds(ACCESS_TOKEN_LIFE_S) },
        );
        token
    }

    pub fn find(&self, token: &str, now: DateTime<Utc>) -> Option<Access> {
        let tokens = self.0.lock().expect("no panic while held");
        tokens.get(token).filter(|access| access.ends_at > now).cloned()
    }

    pub fn revoke(&self, token: &str) {
        self.0.lock().expect("no panic while held").remove(token);
    }
}

/// The `jti` of assertions that could still be replayed.
#[derive(Default)]
pub(crate) struct AssertionIds(Mutex<HashMap<String, i64>>);

impl AssertionIds {
    /// False when it was seen before.
    pub fn is_first_use(&self, id: &str, ends_at_s: i64, now_s: i64) -> bool {
        let mut seen = self.0.lock().expect("no panic while held");
        seen.retain(|_, ends_at_s| *ends_at_s > now_s);
        if seen.len() >= MOST_REMEMBERED {
            seen.clear();
        }
        seen.insert(id.to_owned(), ends_at_s).is_none()
    }
}
