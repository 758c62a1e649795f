//! The user name with which staff sign in (P-3).

use crate::{Invalid, invalid};
use serde::{Deserialize, Serialize};

/// Lower case letters, digits, dot, dash and underscore: 3 to 40 of them. Folded when made, so two
/// spellings are one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Login(String);

impl Login {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Login {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        let folded = text.trim().to_lowercase();
        if folded.is_empty() {
            return Err(invalid::REQUIRED);
        }
        let right = (3..=40).contains(&folded.len())
            && folded.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b));
        if right { Ok(Self(folded)) } else { Err(Invalid("login-not-valid")) }
    }
}

impl From<Login> for String {
    fn from(login: Login) -> String {
        login.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_and_bounded() {
        assert_eq!(Login::try_from(" An.Maes ".to_owned()).map(String::from), Ok("an.maes".to_owned()));
        for wrong in ["an", "an maes", "añes", &"x".repeat(41)] {
            assert_eq!(Login::try_from(wrong.to_owned()), Err(Invalid("login-not-valid")));
        }
    }
}
