//! Rows by the thousand, past the protocol: for tests that compare few with many.

use crate::StartError;
use dynoxide::{AttributeValue, Database, ImportOptions};
use serde_json::Value;

/// Writes rows, whose keys are among their fields. Nobody listening to the table hears of it.
pub(crate) fn import(db: &Database, table: &str, rows: Vec<Value>) -> Result<(), StartError> {
    let items = rows.into_iter().map(|row| match attribute(row) {
        AttributeValue::M(item) => item,
        other => panic!("a row is an object: {other:?}"),
    });
    db.import_items(table, items.collect(), ImportOptions { record_streams: false, set_cached_at: false })?;
    Ok(())
}

fn attribute(value: Value) -> AttributeValue {
    match value {
        Value::Null => AttributeValue::NULL(true),
        Value::Bool(is) => AttributeValue::BOOL(is),
        Value::Number(number) => AttributeValue::N(number.to_string()),
        Value::String(text) => AttributeValue::S(text),
        Value::Array(list) => AttributeValue::L(list.into_iter().map(attribute).collect()),
        Value::Object(fields) => {
            AttributeValue::M(fields.into_iter().map(|(name, field)| (name, attribute(field))).collect())
        }
    }
}
