//! One `TransactWriteItems`: all of it true together, or nothing.
//!
//! Each write may carry a reason `R` under which a failed condition comes back, so that callers
//! match on what was refused instead of on positions.

use crate::StoreError;
use crate::db::{Db, set_expression};
use crate::row::{Key, Stored, to_item};
use aws_sdk_dynamodb::types::{
    AttributeValue, ConditionCheck, Delete, Put, ReturnConsumedCapacity, TransactWriteItem, Update,
};
use std::collections::HashMap;
use std::time::Duration;

/// What DynamoDB takes in one transaction.
const MOST_WRITES: usize = 100;
/// Conflicts are tried again this often before the answer is "busy".
const TRIES: u32 = 4;

#[derive(Clone)]
pub struct Transaction<R> {
    writes: Vec<(Write, Option<R>)>,
}

#[derive(Clone)]
enum Write {
    Put(Key, Result<HashMap<String, AttributeValue>, StoreError>, Option<Condition>),
    Change(Key, Vec<(&'static str, AttributeValue)>, Condition),
    Add(Key, &'static str, i64, Option<Condition>),
    /// Fields to set and fields to take away, of a row that need not be there.
    Set(Key, Vec<(String, AttributeValue)>, Vec<String>),
    Delete(Key, Option<Condition>),
    Check(Key, Condition),
}

/// What must hold of a row for the transaction to be made.
#[derive(Debug, Clone)]
pub enum Condition {
    Absent,
    Exists,
    /// A field has this value still.
    Is(&'static str, AttributeValue),
    /// The row is there and has this field.
    Has(&'static str),
    /// A number is at most this; one that isn't there is nothing.
    AtMost(&'static str, i64),
}

#[derive(Debug, thiserror::Error)]
pub enum Refused<R> {
    /// Conditions that didn't hold. Nothing was written.
    #[error("refused by a condition")]
    By(Vec<R>),
    #[error(transparent)]
    Failed(#[from] StoreError),
}

impl<R> Refused<R> {
    /// For transactions whose refusals need no telling apart.
    pub fn into_failure(self) -> StoreError {
        match self {
            Self::By(_) => StoreError::Busy,
            Self::Failed(error) => error,
        }
    }
}

impl<R: Copy> Default for Transaction<R> {
    fn default() -> Self {
        Self { writes: vec![] }
    }
}

impl<R: Copy> Transaction<R> {
    pub fn new() -> Self {
        Self::default()
    }

    fn with(mut self, write: Write, reason: Option<R>) -> Self {
        self.writes.push((write, reason));
        self
    }

    /// Writes a row where nothing stands.
    pub fn create<T: Stored>(self, key: Key, row: &T, or: R) -> Self {
        let item = to_item(&key, row);
        self.with(Write::Put(key, item, Some(Condition::Absent)), Some(or))
    }

    /// Writes a row, whatever stood there.
    pub fn put<T: Stored>(self, key: Key, row: &T) -> Self {
        let item = to_item(&key, row);
        self.with(Write::Put(key, item, None), None)
    }

    /// Replaces a row of which the condition holds.
    pub fn replace<T: Stored>(self, key: Key, row: &T, condition: Condition, or: R) -> Self {
        let item = to_item(&key, row);
        self.with(Write::Put(key, item, Some(condition)), Some(or))
    }

    /// Sets fields of a row of which the condition holds, and raises its version.
    pub fn change(self, key: Key, fields: Vec<(&'static str, AttributeValue)>, condition: Condition, or: R) -> Self {
        self.with(Write::Change(key, fields, condition), Some(or))
    }

    /// Adds to a number, from nothing if need be.
    pub fn add(self, key: Key, field: &'static str, by: i64) -> Self {
        self.with(Write::Add(key, field, by, None), None)
    }

    /// Adds to a number of a row that is there, if it does not come to more than `most` by it.
    pub fn add_up_to(self, key: Key, field: &'static str, by: i64, most: i64, or: R) -> Self {
        self.with(Write::Add(key, field, by, Some(Condition::AtMost(field, most - by))), Some(or))
    }

    /// Sets fields and takes others away, whatever else the row has, and whether or not it was there.
    pub fn set(self, key: Key, fields: Vec<(String, AttributeValue)>, without: Vec<String>) -> Self {
        self.with(Write::Set(key, fields, without), None)
    }

    /// Takes a row away; no matter if it wasn't there.
    pub fn delete(self, key: Key) -> Self {
        self.with(Write::Delete(key, None), None)
    }

    pub fn delete_if(self, key: Key, condition: Condition, or: R) -> Self {
        self.with(Write::Delete(key, Some(condition)), Some(or))
    }

    /// Changes nothing, but must hold.
    pub fn check(self, key: Key, condition: Condition, or: R) -> Self {
        self.with(Write::Check(key, condition), Some(or))
    }

    /// Adds what `more` does, for parts that several transactions share.
    pub fn and(self, more: impl FnOnce(Self) -> Self) -> Self {
        more(self)
    }

    /// How many writes it has.
    pub fn len(&self) -> usize {
        self.writes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.writes.is_empty()
    }

    /// The same, with its reasons within those of a larger whole.
    pub fn within<S: Copy>(self, wrap: impl Fn(R) -> S) -> Transaction<S> {
        let writes = self.writes.into_iter().map(|(write, reason)| (write, reason.map(&wrap)));
        Transaction { writes: writes.collect() }
    }

    /// Adds all that another has.
    pub fn join(mut self, other: Self) -> Self {
        self.writes.extend(other.writes);
        self
    }

    pub(crate) async fn run(self, db: &Db) -> Result<(), Refused<R>> {
        assert!((1..=MOST_WRITES).contains(&self.writes.len()), "a transaction has 1 to {MOST_WRITES} writes");
        let (mut items, mut reasons) = (vec![], vec![]);
        for (write, reason) in self.writes {
            items.push(write.into_item(db)?);
            reasons.push(reason);
        }
        for attempt in 0..TRIES {
            if attempt > 0 {
                tokio::time::sleep(jittered_wait(attempt)).await;
            }
            let sent = db
                .client
                .transact_write_items()
                .set_transact_items(Some(items.clone()))
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await;
            let Err(error) = sent else { return Ok(()) };
            let Some(cancelled) = error.as_service_error().and_then(|e| match e {
                aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError::TransactionCanceledException(
                    cancelled,
                ) => Some(cancelled),
                _ => None,
            }) else {
                match StoreError::of(error) {
                    StoreError::Busy => continue,
                    other => return Err(other.into()),
                }
            };
            let codes: Vec<&str> =
                cancelled.cancellation_reasons().iter().map(|r| r.code().unwrap_or("None")).collect();
            let refused: Vec<R> = codes
                .iter()
                .zip(&reasons)
                .filter(|(code, _)| **code == "ConditionalCheckFailed")
                .filter_map(|(_, reason)| *reason)
                .collect();
            if !refused.is_empty() {
                return Err(Refused::By(refused));
            }
            if !codes.iter().any(|code| {
                matches!(*code, "TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded")
            }) {
                return Err(StoreError::Unreadable(format!("a transaction cancelled by {codes:?}")).into());
            }
        }
        Err(StoreError::Busy.into())
    }
}

/// Doubling, with up to half of it taken off at random, so that those who met don't meet again.
pub fn jittered_wait(attempt: u32) -> Duration {
    let whole = 20u64 << attempt.min(6);
    let part = u64::from_le_bytes(meent_secrets::random_bytes()) % (whole / 2);
    Duration::from_millis(whole - part)
}

impl Condition {
    /// The row is as it was read: every change of it raises its version.
    pub fn version(read: u64) -> Self {
        Self::Is("version", crate::value::number(read))
    }
}

/// A condition as requests carry it.
struct Expressed {
    text: String,
    names: Option<HashMap<String, String>>,
    values: Option<HashMap<String, AttributeValue>>,
}

impl Condition {
    fn expressed(self) -> Expressed {
        let plain = |text: &str| Expressed { text: text.to_owned(), names: None, values: None };
        match self {
            Self::Absent => plain("attribute_not_exists(pk)"),
            Self::Exists => plain("attribute_exists(pk)"),
            Self::Has(field) => Expressed {
                text: "attribute_exists(#condition)".to_owned(),
                names: Some(HashMap::from([("#condition".to_owned(), field.to_owned())])),
                values: None,
            },
            Self::AtMost(field, most) => Expressed {
                text: "attribute_exists(pk) AND (attribute_not_exists(#condition) OR #condition <= :condition)"
                    .to_owned(),
                names: Some(HashMap::from([("#condition".to_owned(), field.to_owned())])),
                values: Some(HashMap::from([(":condition".to_owned(), AttributeValue::N(most.to_string()))])),
            },
            Self::Is(field, value) => Expressed {
                text: "attribute_exists(pk) AND #condition = :condition".to_owned(),
                names: Some(HashMap::from([("#condition".to_owned(), field.to_owned())])),
                values: Some(HashMap::from([(":condition".to_owned(), value)])),
            },
        }
    }
}

impl Write {
    fn into_item(self, db: &Db) -> Result<TransactWriteItem, StoreError> {
        let wrong = |error: aws_sdk_dynamodb::error::BuildError| StoreError::Unreadable(error.to_string());
        let item = TransactWriteItem::builder();
        Ok(match self {
            Self::Put(key, row, condition) => {
                let mut put = Put::builder().table_name(db.table_name(key.table)).set_item(Some(row?));
                if let Some(condition) = condition {
                    let condition = condition.expressed();
                    put = put
                        .condition_expression(condition.text)
                        .set_expression_attribute_names(condition.names)
                        .set_expression_attribute_values(condition.values);
                }
                item.put(put.build().map_err(wrong)?)
            }
            Self::Change(key, fields, condition) => {
                let (update, mut names, mut values) = set_expression(&fields);
                names.insert("#version".to_owned(), "version".to_owned());
                values.insert(":one".to_owned(), AttributeValue::N("1".to_owned()));
                let condition = condition.expressed();
                names.extend(condition.names.unwrap_or_default());
                values.extend(condition.values.unwrap_or_default());
                let update = Update::builder()
                    .table_name(db.table_name(key.table))
                    .set_key(Some(key.attributes()))
                    .update_expression(format!("{update} ADD #version :one"))
                    .condition_expression(condition.text)
                    .set_expression_attribute_names(Some(names))
                    .set_expression_attribute_values(Some(values));
                item.update(update.build().map_err(wrong)?)
            }
            Self::Set(key, fields, without) => {
                let fields: Vec<(&str, AttributeValue)> =
                    fields.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
                let (mut update, mut names, values) = set_expression(&fields);
                for (index, name) in without.into_iter().enumerate() {
                    update += &format!("{} #gone{index}", if index == 0 { " REMOVE" } else { "," });
                    names.insert(format!("#gone{index}"), name);
                }
                let update = Update::builder()
                    .table_name(db.table_name(key.table))
                    .set_key(Some(key.attributes()))
                    .update_expression(update)
                    .set_expression_attribute_names(Some(names))
                    .set_expression_attribute_values(Some(values));
                item.update(update.build().map_err(wrong)?)
            }
            Self::Add(key, field, by, condition) => {
                let condition = condition.map(Condition::expressed);
                let mut names = HashMap::from([("#field".to_owned(), field.to_owned())]);
                let mut values = HashMap::from([(":by".to_owned(), AttributeValue::N(by.to_string()))]);
                let mut update = Update::builder()
                    .table_name(db.table_name(key.table))
                    .set_key(Some(key.attributes()))
                    .update_expression("ADD #field :by");
                if let Some(condition) = condition {
                    names.extend(condition.names.unwrap_or_default());
                    values.extend(condition.values.unwrap_or_default());
                    update = update.condition_expression(condition.text);
                }
                let update =
                    update.set_expression_attribute_names(Some(names)).set_expression_attribute_values(Some(values));
                item.update(update.build().map_err(wrong)?)
            }
            Self::Delete(key, condition) => {
                let mut delete = Delete::builder().table_name(db.table_name(key.table)).set_key(Some(key.attributes()));
                if let Some(condition) = condition {
                    let condition = condition.expressed();
                    delete = delete
                        .condition_expression(condition.text)
                        .set_expression_attribute_names(condition.names)
                        .set_expression_attribute_values(condition.values);
                }
                item.delete(delete.build().map_err(wrong)?)
            }
            Self::Check(key, condition) => {
                let condition = condition.expressed();
                let check = ConditionCheck::builder()
                    .table_name(db.table_name(key.table))
                    .set_key(Some(key.attributes()))
                    .condition_expression(condition.text)
                    .set_expression_attribute_names(condition.names)
                    .set_expression_attribute_values(condition.values);
                item.condition_check(check.build().map_err(wrong)?)
            }
        }
        .build())
    }
}
