//! One attempt at one call, and sums over many.

use super::Fault;
use std::sync::Arc;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Service {
    DynamoDb,
    S3,
    SecretsManager,
    Ses,
}

#[derive(Debug, Clone)]
pub struct Call {
    /// Which request through the gateway it was made for; none for what is done in the background.
    pub request: Option<u64>,
    pub function: &'static str,
    /// `GET /api/home`.
    pub route: Option<Arc<str>>,
    pub service: Service,
    /// `TransactWriteItems`.
    pub operation: String,
    pub touches: Vec<Touch>,
    /// Capacity units, as DynamoDB counts them.
    pub units: f64,
    /// How many different calls were begun before it since the last `take`.
    pub place: usize,
    /// The first is 1.
    pub attempt: u32,
    /// The same for all attempts at one call.
    pub invocation: String,
    /// The same for whatever asks the same, tokens aside.
    pub fingerprint: u64,
    /// Of the engine's answer; none when it was not asked, or not heard.
    pub status: Option<u16>,
    pub fault: Option<Fault>,
    /// Moments in the order of events, not in time.
    pub began: u64,
    pub ended: u64,
}

/// One right that a call uses, as IAM names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Touch {
    /// `dynamodb:PutItem`; of a transaction's writes, each one's own.
    pub action: String,
    /// A table (`people`), a secret (`data`), `documents`, or `mail`; without the stack's prefix.
    pub resource: String,
    /// `by-name`, for a query of an index.
    pub index: Option<String>,
}

impl Touch {
    pub(crate) fn writes(&self) -> bool {
        matches!(self.action.as_str(), "dynamodb:PutItem" | "dynamodb:UpdateItem" | "dynamodb:DeleteItem")
    }
}

/// How often somebody waits: the longest row of calls that each began when the one before had ended.
pub fn waits<'c>(calls: impl IntoIterator<Item = &'c Call>) -> usize {
    let mut calls: Vec<&Call> = calls.into_iter().collect();
    calls.sort_by_key(|call| call.ended);
    let (mut count, mut free_from) = (0, None);
    for call in calls {
        if free_from.is_none_or(|moment| call.began > moment) {
            count += 1;
            free_from = Some(call.ended);
        }
    }
    count
}

/// Capacity units together.
pub fn units<'c>(calls: impl IntoIterator<Item = &'c Call>) -> f64 {
    calls.into_iter().map(|call| call.units).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(began: u64, ended: u64) -> Call {
        Call {
            request: None,
            function: "home",
            route: None,
            service: Service::DynamoDb,
            operation: "GetItem".into(),
            touches: vec![],
            units: 0.5,
            place: 0,
            attempt: 1,
            invocation: String::new(),
            fingerprint: 0,
            status: Some(200),
            fault: None,
            began,
            ended,
        }
    }

    #[test]
    fn what_runs_beside_is_one_wait() {
        assert_eq!(waits(&[]), 0);
        assert_eq!(waits(&[call(0, 3), call(1, 2)]), 1);
        assert_eq!(waits(&[call(0, 3), call(1, 2), call(4, 5)]), 2);
        // A long one beside two short ones: the short ones are waited for.
        assert_eq!(waits(&[call(0, 5), call(1, 2), call(3, 4)]), 2);
        assert_eq!(units(&[call(0, 1), call(2, 3)]), 1.0);
    }
}
