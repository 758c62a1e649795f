//! What can go wrong between us and the tables.

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::error::{DisplayErrorContext, SdkError};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Others were at the same rows, also after trying again: nothing was written.
    #[error("the rows were busy")]
    Busy,
    /// No answer, or a refusal that has nothing to do with the request. A write may have happened.
    #[error("the store gave no answer: {0}")]
    Unavailable(String),
    /// A row that isn't what its type says: a mistake of ours.
    #[error("a row could not be read or written: {0}")]
    Unreadable(String),
}

impl StoreError {
    pub(crate) fn of<E>(error: SdkError<E, HttpResponse>) -> Self
    where
        E: ProvideErrorMetadata + std::error::Error + 'static,
    {
        match error.as_service_error().and_then(|service| service.code()) {
            Some("TransactionConflictException" | "TransactionInProgressException") => Self::Busy,
            Some("ProvisionedThroughputExceededException" | "RequestLimitExceeded" | "ThrottlingException") => {
                Self::Busy
            }
            Some("ValidationException" | "ResourceNotFoundException") => {
                Self::Unreadable(format!("{}", DisplayErrorContext(&error)))
            }
            _ => Self::Unavailable(format!("{}", DisplayErrorContext(&error))),
        }
    }
}

impl From<serde_dynamo::Error> for StoreError {
    fn from(error: serde_dynamo::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}
