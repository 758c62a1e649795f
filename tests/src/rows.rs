//! All that stands in the tables, at once: what no route shows, and what nobody may find changed.

use crate::Stage;
use meent_store::Table;
use serde_json::{Map, Value};

/// A table's rows as plain JSON: `{ "pk": "PERSON#…", "version": 3, … }`.
pub fn of(stage: &Stage, table: Table) -> Vec<Value> {
    let mut rows: Vec<Value> = stage.town.rows(table).expect("a table to read").into_iter().map(plain_row).collect();
    rows.sort_by_key(|row| (text(row, "pk").to_owned(), text(row, "sk").to_owned()));
    rows
}

/// Every table, for comparing before and after.
pub fn all(stage: &Stage) -> Vec<(&'static str, Vec<Value>)> {
    Table::ALL.into_iter().map(|table| (table.name(), of(stage, table))).collect()
}

pub fn beginning_with<'r>(rows: &'r [Value], pk: &str) -> Vec<&'r Value> {
    rows.iter().filter(|row| text(row, "pk").starts_with(pk)).collect()
}

pub fn text<'r>(row: &'r Value, field: &str) -> &'r str {
    row[field].as_str().unwrap_or_default()
}

fn plain_row(row: Value) -> Value {
    let fields = row.as_object().cloned().unwrap_or_default();
    Value::Object(fields.into_iter().map(|(name, value)| (name, plain(value))).collect())
}

/// `{ "S": "a" }` is `"a"`.
fn plain(value: Value) -> Value {
    let Value::Object(typed) = value else { return value };
    match typed.into_iter().next() {
        Some((kind, Value::Object(fields))) if kind == "M" => {
            Value::Object(fields.into_iter().map(|(name, value)| (name, plain(value))).collect::<Map<_, _>>())
        }
        Some((kind, Value::Array(items))) if kind == "L" => Value::Array(items.into_iter().map(plain).collect()),
        Some((kind, Value::String(number))) if kind == "N" => number.parse::<i64>().map_or(Value::Null, Value::from),
        Some((kind, _)) if kind == "NULL" => Value::Null,
        Some((_, scalar)) => scalar,
        None => Value::Null,
    }
}
