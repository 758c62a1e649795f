//! Letters: which, to whom, with what in them. They are written into the outbox sealed, in the
//! transaction of what they tell about, and rendered when they are sent.

use crate::{App, Problem};
use chrono::{DateTime, Utc};
use meent_domain::{Language, calendar};
use meent_push::Subscription;
use meent_store::work::{Message, Owner, message};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

include!(concat!(env!("OUT_DIR"), "/mail_kinds.rs"));

impl MailKind {
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// Subject and text.
    pub fn written(self, language: Language, params: &BTreeMap<String, String>) -> (String, String) {
        let (subject, body) = self.texts()[language as usize];
        // Values can't break out of the subject's line, nor stand for another brace.
        let fill = |text: &str| {
            let mut written = String::new();
            let mut pieces = text.split('{');
            written.push_str(pieces.next().unwrap_or_default());
            for piece in pieces {
                let (name, after) = piece.split_once('}').unwrap_or((piece, ""));
                written.push_str(params.get(name).map(String::as_str).unwrap_or_default());
                written.push_str(after);
            }
            written
        };
        let subject: String = fill(subject).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        (subject, fill(body))
    }
}

/// What a message holds, sealed.
#[derive(Debug, Serialize, Deserialize)]
pub struct Letter {
    pub to: Recipient,
    pub params: BTreeMap<String, String>,
    /// When it has lost its sense: whoever comes too late with it doesn't bring it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub useful_until: Option<DateTime<Utc>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Recipient {
    /// By e-mail.
    Address(String),
    /// By web push.
    Device(Box<Subscription>),
}

impl Letter {
    /// Field under which messages seal their letter.
    pub const FIELD: &'static str = "content";

    pub fn new(to: Recipient, params: &[(&str, &str)]) -> Self {
        let params = params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { to, params, useful_until: None }
    }

    pub fn useful_until(mut self, end: DateTime<Utc>) -> Self {
        self.useful_until = Some(end);
        self
    }
}

impl App {
    /// A letter by e-mail, for the outbox.
    pub async fn letter(
        &self,
        owner: &Owner,
        kind: MailKind,
        language: Language,
        to: &str,
        params: &[(&str, &str)],
    ) -> Result<Message, Problem> {
        self.message(owner, kind, language, &Letter::new(Recipient::Address(to.to_owned()), params)).await
    }

    /// A message for the outbox, to be written with what it tells about.
    pub async fn message(
        &self,
        owner: &Owner,
        kind: MailKind,
        language: Language,
        letter: &Letter,
    ) -> Result<Message, Problem> {
        let plain = serde_json::to_string(letter).map_err(|error| Problem::internal(error.to_string()))?;
        let id = meent_secrets::random_token();
        let sealed = self.seal(&message(&owner.pk(), &id), Letter::FIELD, &plain).await?;
        let message = Message::new(id, owner, kind.code(), language, sealed, self.now());
        Ok(match letter.to {
            Recipient::Address(_) => message,
            Recipient::Device(_) => message.as_notice(),
        })
    }
}

/// A moment, as a letter says it.
pub fn moment(at: DateTime<Utc>, language: Language) -> String {
    format!("{} {}", calendar::date(at, language), calendar::time(at, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_values() {
        let params = BTreeMap::from([
            ("town".to_owned(), "Noorder\r\nBcc: x@y.be".to_owned()),
            ("code".to_owned(), "{town}".to_owned()),
            ("until".to_owned(), "straks".to_owned()),
        ]);
        let (subject, body) = MailKind::EmailConfirmation.written(Language::Dutch, &params);
        assert_eq!(subject, "{town} is uw code voor Noorder  Bcc: x@y.be");
        assert!(body.contains("bevestigen: {town}"), "{body}");
    }

    #[test]
    fn every_letter_is_found_by_its_code() {
        for kind in MailKind::ALL {
            assert_eq!(MailKind::from_code(kind.code()), Some(*kind));
        }
    }
}
