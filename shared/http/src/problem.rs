//! What goes wrong, as `application/problem+json` (RFC 9457, P-50).
//!
//! A handler returns a [`Problem`]; its words, in the asked language, and the request id are put in
//! when the answer leaves (`render.rs`). `internal` is for the log and never leaves.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use meent_documents::DocumentsError;
use meent_domain::{Invalid, InvalidAt, Language};
use meent_payments::{Failure, NotAsked, SettleError};
use meent_secrets::SecretsError;
use meent_store::StoreError;
use serde::Serialize;
use utoipa::ToSchema;

include!(concat!(env!("OUT_DIR"), "/problem_codes.rs"));

impl ProblemCode {
    pub fn status(self) -> StatusCode {
        StatusCode::from_u16(self.status_number()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    pub fn text(self, language: Language) -> &'static str {
        self.texts()[language as usize]
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.code() == code)
    }
}

#[derive(Debug, Clone)]
pub struct Problem {
    pub code: ProblemCode,
    pub(crate) field: Option<String>,
    pub(crate) retry_after_seconds: Option<i64>,
    pub(crate) internal: Option<String>,
}

impl Problem {
    pub fn new(code: ProblemCode) -> Self {
        Self { code, field: None, retry_after_seconds: None, internal: None }
    }

    pub fn at(code: ProblemCode, field: &str) -> Self {
        Self { field: Some(field.to_owned()), ..Self::new(code) }
    }

    /// A value that isn't valid, at a field.
    pub fn invalid(invalid: Invalid, field: &str) -> Self {
        Self::at(ProblemCode::from_code(invalid.0).unwrap_or(ProblemCode::FieldNotValid), field)
    }

    /// The same, where the field is known with the reason.
    pub fn invalid_at(InvalidAt { why, field }: InvalidAt) -> Self {
        Self::invalid(why, &field)
    }

    pub fn retry_after(mut self, seconds: i64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }

    /// A mistake of ours. `why` is for the log; it holds nothing personal.
    pub fn internal(why: impl Into<String>) -> Self {
        Self { internal: Some(why.into()), ..Self::new(ProblemCode::InternalError) }
    }

    /// For the log alone.
    pub fn internal_text(&self) -> Option<&str> {
        self.internal.as_deref()
    }

    fn unavailable(why: String) -> Self {
        Self { internal: Some(why), ..Self::new(ProblemCode::TryAgain) }
    }

    pub(crate) fn body(&self, language: Language, request_id: &str) -> ProblemBody {
        let mut detail = self.code.text(language).to_owned();
        if let Some(seconds) = self.retry_after_seconds {
            detail = detail.replace("{seconds}", &seconds.to_string());
        }
        ProblemBody {
            kind: format!("/problems/{}", self.code.code()),
            status: self.code.status().as_u16(),
            code: self.code.code().to_owned(),
            detail,
            field: self.field.clone(),
            request_id: request_id.to_owned(),
            retry_after_seconds: self.retry_after_seconds,
        }
    }
}

/// A problem as it is sent.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProblemBody {
    #[serde(rename = "type")]
    pub kind: String,
    pub status: u16,
    /// Stable: what programs look at.
    pub code: String,
    /// What happened and what to do, in the asked language.
    pub detail: String,
    /// The field it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    pub request_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<i64>,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.code.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<ProblemCode> for Problem {
    fn from(code: ProblemCode) -> Self {
        Self::new(code)
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy => Self::new(ProblemCode::Busy),
            StoreError::Unavailable(why) => Self::unavailable(why),
            StoreError::Unreadable(why) => Self::internal(why),
        }
    }
}

impl From<SettleError> for Problem {
    fn from(error: SettleError) -> Self {
        match error {
            SettleError::Provider(failure) => failure.into(),
            SettleError::Store(error) => error.into(),
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotAsked(why) => Self::unavailable(why),
            other => Self { internal: Some(other.to_string()), ..Self::new(ProblemCode::PaymentProviderDown) },
        }
    }
}

impl From<NotAsked> for Problem {
    fn from(error: NotAsked) -> Self {
        match error {
            NotAsked::Short(_) => ProblemCode::BalanceTooLow.into(),
            NotAsked::OtherRequest => ProblemCode::IdempotencyKeyUsed.into(),
            NotAsked::By => ProblemCode::Busy.into(),
            NotAsked::Failed(error) => error.into(),
        }
    }
}

impl From<SecretsError> for Problem {
    fn from(error: SecretsError) -> Self {
        Self::unavailable(error.to_string())
    }
}

impl From<DocumentsError> for Problem {
    fn from(error: DocumentsError) -> Self {
        Self::unavailable(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reason that `domain` gives must have words, or people would read a general sentence.
    #[test]
    fn every_reason_of_the_domain_has_words() {
        let domain = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/src");
        let files = [domain.to_owned(), format!("{domain}/parking")].map(std::fs::read_dir);
        let mut found = 0;
        for file in files.into_iter().flat_map(|folder| folder.expect("the domain")) {
            let text = std::fs::read_to_string(file.expect("a file").path()).unwrap_or_default();
            for part in text.split("Invalid(\"").skip(1) {
                let code = part.split('"').next().unwrap_or_default();
                assert!(ProblemCode::from_code(code).is_some(), "problems.toml has no {code}");
                found += 1;
            }
        }
        assert!(found > 10, "the domain's reasons were not found");
    }

    #[test]
    fn the_wait_is_filled_in() {
        let problem = Problem::new(ProblemCode::TooManyTries).retry_after(30);
        for language in Language::ALL {
            let body = problem.body(language, "r");
            assert!(body.detail.contains("30") && !body.detail.contains('{'), "{}", body.detail);
        }
    }
}
