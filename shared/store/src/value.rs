//! Values of single fields, for changes that set some fields of a row.

use crate::StoreError;
use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

pub fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}

pub fn number(value: u64) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

pub fn nothing() -> AttributeValue {
    AttributeValue::Null(true)
}

/// A moment, as rows keep it.
pub fn date(at: DateTime<Utc>) -> AttributeValue {
    AttributeValue::S(at.to_rfc3339_opts(SecondsFormat::AutoSi, true))
}

/// Anything, as a whole row would keep it.
pub fn of<T: Serialize>(value: &T) -> Result<AttributeValue, StoreError> {
    Ok(serde_dynamo::to_attribute_value(value)?)
}
