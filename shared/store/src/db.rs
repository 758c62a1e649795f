//! The way to the tables. Every read is consistent, but for those of an index.

use crate::page::{Page, Query};
use crate::row::{Item, Key, Position, Stored, from_item, to_item};
use crate::transaction::{Refused, Transaction};
use crate::{StoreError, Table, value};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes, ReturnConsumedCapacity, ReturnValue};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// Cheap to clone.
#[derive(Clone)]
pub struct Db {
    pub(crate) client: Client,
    prefix: std::sync::Arc<str>,
}

type Scanned = (Vec<(Key, Item)>, Option<Position>);

/// Rows read together. A read of several rows is no snapshot (see `docs/ARCHITECTURE.md`).
pub struct Batch(HashMap<Key, Item>);

impl Batch {
    /// Takes the row out; `None` when nothing stands there.
    pub fn take<T: Stored>(&mut self, key: &Key) -> Result<Option<T>, StoreError> {
        self.0.remove(key).map(from_item).transpose()
    }
}

impl Db {
    pub fn new(client: Client, prefix: &str) -> Self {
        Self { client, prefix: prefix.into() }
    }

    pub fn table_name(&self, table: Table) -> String {
        format!("{}{}", self.prefix, table.name())
    }

    fn table_of(&self, name: &str) -> Option<Table> {
        let name = name.strip_prefix(&*self.prefix)?;
        Table::ALL.into_iter().find(|table| table.name() == name)
    }

    pub async fn get<T: Stored>(&self, key: &Key) -> Result<Option<T>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(self.table_name(key.table))
            .set_key(Some(key.attributes()))
            .consistent_read(true)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(StoreError::of)?;
        answer.item.map(from_item).transpose()
    }

    /// Up to 100 rows of any tables in one wait.
    pub async fn get_all(&self, keys: &[Key]) -> Result<Batch, StoreError> {
        assert!((1..=100).contains(&keys.len()), "a batch reads 1 to 100 rows");
        let mut wanted: HashMap<String, KeysAndAttributes> = HashMap::new();
        for key in keys {
            let name = self.table_name(key.table);
            let of_table = match wanted.remove(&name) {
                Some(so_far) => so_far.keys.into_iter().collect::<Vec<_>>(),
                None => vec![],
            };
            let built = KeysAndAttributes::builder()
                .set_keys(Some(of_table))
                .keys(key.attributes())
                .consistent_read(true)
                .build()
                .map_err(|error| StoreError::Unreadable(error.to_string()))?;
            wanted.insert(name, built);
        }
        let mut found = HashMap::new();
        // What DynamoDB had no room for comes in a next round; three rounds are plenty for 100 small rows.
        for _round in 0..3 {
            let answer = self
                .client
                .batch_get_item()
                .set_request_items(Some(wanted))
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await
                .map_err(StoreError::of)?;
            for (name, items) in answer.responses.unwrap_or_default() {
                let table = self.table_of(&name).ok_or_else(|| StoreError::Unreadable(format!("a table {name}")))?;
                for item in items {
                    found.insert(key_of(table, &item)?, item);
                }
            }
            match answer.unprocessed_keys {
                Some(rest) if !rest.is_empty() => wanted = rest,
                _ => return Ok(Batch(found)),
            }
        }
        Err(StoreError::Busy)
    }

    /// Takes a row away and tells what stood there: of two who ask, one gets it.
    pub async fn take<T: Stored>(&self, key: &Key) -> Result<Option<T>, StoreError> {
        let answer = self
            .client
            .delete_item()
            .table_name(self.table_name(key.table))
            .set_key(Some(key.attributes()))
            .return_values(ReturnValue::AllOld)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(StoreError::of)?;
        answer.attributes.map(from_item).transpose()
    }

    /// Takes a row away, if it is there.
    pub async fn delete(&self, key: &Key) -> Result<(), StoreError> {
        self.client
            .delete_item()
            .table_name(self.table_name(key.table))
            .set_key(Some(key.attributes()))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(StoreError::of)?;
        Ok(())
    }

    /// Writes a row, whatever stood there.
    pub async fn put<T: Stored>(&self, key: &Key, row: &T) -> Result<(), StoreError> {
        self.client
            .put_item()
            .table_name(self.table_name(key.table))
            .set_item(Some(to_item(key, row)?))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(StoreError::of)?;
        Ok(())
    }

    /// Puts off a session's end; `false` when it was ended meanwhile.
    pub async fn renew_session(
        &self,
        key: &Key,
        seen_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let sent = self
            .client
            .update_item()
            .table_name(self.table_name(key.table))
            .set_key(Some(key.attributes()))
            .update_expression("SET last_seen_at = :seen, ends_at = :ends, expires_at = :expires")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":seen", value::date(seen_at))
            .expression_attribute_values(":ends", value::date(ends_at))
            .expression_attribute_values(":expires", value::number(ends_at.timestamp().unsigned_abs()))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await;
        match sent {
            Ok(_) => Ok(true),
            Err(error) if error.as_service_error().is_some_and(|e| e.is_conditional_check_failed_exception()) => {
                Ok(false)
            }
            Err(error) => Err(StoreError::of(error)),
        }
    }

    pub async fn query<T: Stored>(&self, query: Query) -> Result<Page<T>, StoreError> {
        query.run(self).await
    }

    /// All rows of a query that never has many: what belongs to one person.
    pub async fn query_all<T: Stored>(&self, query: Query) -> Result<Vec<T>, StoreError> {
        query.run_whole(self).await
    }

    /// All rows, unless there are more than `most`.
    pub async fn query_up_to<T: Stored>(&self, query: Query, most: usize) -> Result<Option<Vec<T>>, StoreError> {
        query.run_up_to(self, most).await
    }

    /// How many rows there are; counting stops at `most`.
    pub async fn count(&self, query: Query, most: usize) -> Result<usize, StoreError> {
        query.run_count(self, most).await
    }

    /// As [`Db::query`], keeping what `keep` holds for.
    pub async fn query_where<T: Stored>(&self, query: Query, keep: impl Fn(&T) -> bool) -> Result<Page<T>, StoreError> {
        query.run_filtered(self, keep).await
    }

    /// The next rows of a whole table, a megabyte or `most`, and where they end. For the nightly audit: no route
    /// reads so.
    pub(crate) async fn scan(
        &self,
        table: Table,
        after: Option<&Position>,
        most: Option<i32>,
    ) -> Result<Scanned, StoreError> {
        let answer = self
            .client
            .scan()
            .table_name(self.table_name(table))
            .set_exclusive_start_key(after.map(|after| after.key(table).attributes()))
            .set_limit(most)
            .consistent_read(true)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(StoreError::of)?;
        let rows = answer.items.unwrap_or_default().into_iter().map(|item| Ok((key_of(table, &item)?, item)));
        let next =
            answer.last_evaluated_key.filter(|key| !key.is_empty()).map(|key| key_of(table, &key)).transpose()?;
        Ok((rows.collect::<Result<_, StoreError>>()?, next.map(Position::of)))
    }

    /// Makes everything in it true, or nothing.
    pub async fn commit<R: Copy>(&self, transaction: Transaction<R>) -> Result<(), Refused<R>> {
        transaction.run(self).await
    }
}

pub(crate) fn key_of(table: Table, item: &Item) -> Result<Key, StoreError> {
    let text = |name: &str| {
        item.get(name)
            .and_then(|value| value.as_s().ok())
            .ok_or_else(|| StoreError::Unreadable(format!("a row of {} without {name}", table.name())))
    };
    Ok(Key::new(table, text("pk")?, text("sk")?))
}

type Expression = (String, HashMap<String, String>, HashMap<String, AttributeValue>);

/// `SET #f0 = :f0, #f1.#f1_1 = :f1, …`: by number, since field names can be reserved words. A dot
/// leads into a field that is itself a map.
pub(crate) fn set_expression(fields: &[(&str, AttributeValue)]) -> Expression {
    let mut terms = vec![];
    let (mut names, mut values) = (HashMap::new(), HashMap::new());
    for (index, (path, value)) in fields.iter().enumerate() {
        let steps: Vec<String> = path
            .split('.')
            .enumerate()
            .map(|(depth, name)| {
                let placeholder = format!("#f{index}_{depth}");
                names.insert(placeholder.clone(), name.to_owned());
                placeholder
            })
            .collect();
        terms.push(format!("{} = :f{index}", steps.join(".")));
        values.insert(format!(":f{index}"), value.clone());
    }
    (format!("SET {}", terms.join(", ")), names, values)
}
