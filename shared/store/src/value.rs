//! Values of single fields, for changes that set some fields of a row.

use crate::StoreError;
pub use aws_sdk_dynamodb::types::AttributeValue as Value;
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

pub fn text(value: &str) -> Value {
    Value::S(value.to_owned())
}

pub fn number(value: u64) -> Value {
    Value::N(value.to_string())
}

pub fn nothing() -> Value {
    Value::Null(true)
}

/// A moment, as rows keep it.
pub fn date(at: DateTime<Utc>) -> Value {
    Value::S(at.to_rfc3339_opts(SecondsFormat::AutoSi, true))
}

/// Anything, as a whole row would keep it.
pub fn of<T: Serialize>(value: &T) -> Result<Value, StoreError> {
    Ok(serde_dynamo::to_attribute_value(value)?)
}
