//! What can go wrong between us and the tables.

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::error::SdkError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

#[derive(Debug, Clone, thiserror::Error)]
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
            Some("ValidationException" | "ResourceNotFoundException") => Self::Unreadable(code_of(&error)),
            _ => Self::Unavailable(code_of(&error)),
        }
    }
}

/// What kind of error it was, for the log. Never its text: that can quote what stands in a row.
fn code_of<E: ProvideErrorMetadata>(error: &SdkError<E, HttpResponse>) -> String {
    match error {
        SdkError::ServiceError(service) => service.err().code().unwrap_or("an error without a code").to_owned(),
        SdkError::TimeoutError(_) => "no answer in time".to_owned(),
        SdkError::DispatchFailure(_) => "no connection".to_owned(),
        SdkError::ResponseError(_) => "an answer that is none".to_owned(),
        _ => "a request that could not be made".to_owned(),
    }
}

impl From<serde_dynamo::Error> for StoreError {
    fn from(_: serde_dynamo::Error) -> Self {
        Self::Unreadable("a row that is not of its type".to_owned())
    }
}
