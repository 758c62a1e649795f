//! Rows: a key and what stands there.

use crate::{StoreError, Table};
use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

pub(crate) type Item = HashMap<String, AttributeValue>;

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub table: Table,
    pub pk: String,
    pub sk: String,
}

impl Key {
    pub fn new(table: Table, pk: impl Into<String>, sk: impl Into<String>) -> Self {
        Self { table, pk: pk.into(), sk: sk.into() }
    }

    /// What binds a sealed field to its row.
    pub fn row(&self) -> String {
        format!("{}/{}", self.pk, self.sk)
    }

    pub(crate) fn attributes(&self) -> Item {
        HashMap::from([
            ("pk".to_owned(), AttributeValue::S(self.pk.clone())),
            ("sk".to_owned(), AttributeValue::S(self.sk.clone())),
        ])
    }
}

/// Where reading a whole table stopped: a key of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pk: String,
    sk: String,
}

impl Position {
    pub(crate) fn of(Key { pk, sk, .. }: Key) -> Self {
        Self { pk, sk }
    }

    pub(crate) fn key(&self, table: Table) -> Key {
        Key::new(table, &self.pk, &self.sk)
    }
}

/// What a row holds, apart from its key.
pub trait Stored: Serialize + DeserializeOwned + Send {
    /// Seconds since 1970 after which the row may be removed, for tables with terms.
    fn expires_at(&self) -> Option<DateTime<Utc>> {
        None
    }
}

pub(crate) fn to_item<T: Stored>(key: &Key, row: &T) -> Result<Item, StoreError> {
    let mut item: Item = serde_dynamo::to_item(row)?;
    if let Some(at) = row.expires_at() {
        debug_assert!(key.table.has_terms(), "{} removes nothing by itself", key.table.name());
        item.insert("expires_at".to_owned(), AttributeValue::N(at.timestamp().to_string()));
    }
    item.extend(key.attributes());
    Ok(item)
}

pub(crate) fn from_item<T: Stored>(item: Item) -> Result<T, StoreError> {
    Ok(serde_dynamo::from_item(item)?)
}
