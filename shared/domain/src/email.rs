//! E-mail addresses: checked for shape, kept as typed, compared folded.

use crate::{Invalid, invalid};
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What makes two addresses the same account. Letter case in the part before the @ differs
    /// for nobody in practice, and two accounts that differ by it would only be a trap.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = Invalid;

    /// One @, something on both sides, a dot in the domain, nothing that could break a header.
    /// More than this only a letter to the address can tell.
    fn try_from(text: String) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(invalid::REQUIRED);
        }
        if text.len() > 254 {
            return Err(invalid::TOO_LONG);
        }
        let wrong = Invalid("email-not-valid");
        let (local, domain) = text.split_once('@').ok_or(wrong)?;
        let local_is_right = !local.is_empty()
            && local.len() <= 64
            && local.bytes().all(|b| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b))
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let label_is_right = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let domain_is_right = domain.contains('.') && domain.split('.').all(label_is_right);
        if local_is_right && domain_is_right { Ok(Self(text.to_owned())) } else { Err(wrong) }
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> String {
        address.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for right in ["a@b.be", "first.last+tag@sub.example.org", " spaced@example.be "] {
            assert!(EmailAddress::try_from(right.to_owned()).is_ok(), "{right}");
        }
        for wrong in
            ["a", "a@b", "@b.be", "a@", "a b@c.be", "a@b.be\r\nbcc: x@y.be", "a@@b.be", ".a@b.be", "a@-b.be", "a@b..be"]
        {
            assert_eq!(EmailAddress::try_from(wrong.to_owned()), Err(Invalid("email-not-valid")), "{wrong}");
        }
    }
}
