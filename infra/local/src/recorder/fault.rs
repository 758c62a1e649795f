//! The ways in which a call can fail.

use super::call::{Call, Service};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use serde_json::json;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The connection breaks before anything is asked.
    Refused,
    /// It is carried out, and the answer gets lost.
    Lost,
    /// Too much at once, says the service.
    Throttled,
    /// Another transaction is at one of the rows.
    Conflict,
    /// It is carried out, after the time that one waits.
    TooSlow,
    /// An index does not know the rows yet.
    StaleIndex,
    /// The process ends before the call: it neither returns nor is carried out. The test drops the
    /// request.
    GoneBefore,
    /// The process ends after the call was carried out.
    GoneAfter,
}

impl Fault {
    pub const ALL: [Fault; 8] = [
        Self::Refused,
        Self::Lost,
        Self::Throttled,
        Self::Conflict,
        Self::TooSlow,
        Self::StaleIndex,
        Self::GoneBefore,
        Self::GoneAfter,
    ];

    /// Whether the service could fail this way at this call.
    pub fn suits(self, call: &Call) -> bool {
        match self {
            Self::Conflict => {
                call.operation == "TransactWriteItems"
                    || (call.service == Service::DynamoDb && call.touches.iter().any(|touch| touch.writes()))
            }
            Self::StaleIndex => call.touches.iter().any(|touch| touch.index.is_some()),
            _ => true,
        }
    }

    pub(super) fn carries_out(self) -> bool {
        matches!(self, Self::Lost | Self::TooSlow | Self::GoneAfter)
    }

    pub(super) async fn answer(self, call: &Call) -> Result<HttpResponse, ConnectorError> {
        match self {
            Self::Refused => Err(ConnectorError::io("the connection broke before the call".into())),
            Self::Lost => Err(ConnectorError::io("the connection broke before the answer".into())),
            Self::TooSlow => Err(ConnectorError::timeout("no answer in time".into())),
            Self::GoneBefore | Self::GoneAfter => std::future::pending().await,
            Self::Throttled => Ok(throttled(call.service)),
            Self::Conflict => Ok(conflict(call)),
            Self::StaleIndex => {
                Ok(answer(200, None, json!({ "Count": 0, "ScannedCount": 0, "Items": [] }).to_string()))
            }
        }
    }
}

fn throttled(service: Service) -> HttpResponse {
    let named = |status, kind: &str| {
        answer(status, Some(kind), json!({ "__type": kind, "message": "Too many requests." }).to_string())
    };
    match service {
        Service::DynamoDb => named(400, "ProvisionedThroughputExceededException"),
        Service::SecretsManager => named(400, "ThrottlingException"),
        Service::Ses => named(429, "TooManyRequestsException"),
        Service::S3 => {
            answer(503, None, "<Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>".into())
        }
    }
}

fn conflict(call: &Call) -> HttpResponse {
    let message = "Transaction is ongoing for the item";
    if call.operation != "TransactWriteItems" {
        let kind = "TransactionConflictException";
        return answer(400, Some(kind), json!({ "__type": kind, "message": message }).to_string());
    }
    let reason = json!({ "Code": "TransactionConflict", "Message": message });
    let kind = "TransactionCanceledException";
    let reasons = vec![reason; call.touches.len()];
    answer(400, Some(kind), json!({ "__type": kind, "Message": message, "CancellationReasons": reasons }).to_string())
}

fn answer(status: u16, kind: Option<&str>, body: String) -> HttpResponse {
    let status = StatusCode::try_from(status).expect("statuses are written in this file");
    let mut response = HttpResponse::new(status, SdkBody::from(body));
    if let Some(kind) = kind {
        response.headers_mut().insert("x-amzn-errortype", kind.to_owned());
    }
    response
}
