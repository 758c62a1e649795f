//! Lists are pages with a cursor.
//!
//! A cursor is the sort key of the last row shown; the partition comes from the session or from a
//! checked filter, so there is nothing to forge. A filter that no key serves reads on until the page
//! is full or the read budget is spent, and then says "more".

use crate::db::{Db, key_of};
use crate::row::{Item, Stored, from_item};
use crate::{StoreError, Table};
use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity, Select};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Where a page ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cursor(String);

impl Cursor {
    pub fn after(sort_key: &str) -> Self {
        Self(sort_key.to_owned())
    }

    pub fn sort_key(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Cursor {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let bytes = URL_SAFE_NO_PAD.decode(&text).map_err(|_| "cursor-not-valid")?;
        let sort_key = String::from_utf8(bytes).map_err(|_| "cursor-not-valid")?;
        if sort_key.is_empty() || sort_key.len() > 512 { Err("cursor-not-valid") } else { Ok(Self(sort_key)) }
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> String {
        URL_SAFE_NO_PAD.encode(cursor.0)
    }
}

/// 10, 25 or 50 rows (W-20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u32")]
pub struct PageSize(u32);

impl Default for PageSize {
    fn default() -> Self {
        Self(25)
    }
}

impl PageSize {
    pub const FEWEST: PageSize = PageSize(10);
    pub const MOST: PageSize = PageSize(50);

    pub fn rows(self) -> usize {
        self.0 as usize
    }
}

impl TryFrom<u32> for PageSize {
    type Error = &'static str;

    fn try_from(rows: u32) -> Result<Self, Self::Error> {
        if matches!(rows, 10 | 25 | 50) { Ok(Self(rows)) } else { Err("page-size-not-valid") }
    }
}

#[derive(Debug)]
pub struct Page<T> {
    pub rows: Vec<T>,
    /// Where the next page begins; `None` at the end.
    pub next: Option<Cursor>,
    /// Where each row stands, for who joins pages.
    pub(crate) cursors: Vec<Cursor>,
}

impl<T> Page<T> {
    /// Few enough to be one page.
    pub fn whole(rows: Vec<T>) -> Self {
        Self::new(rows, None)
    }

    pub(crate) fn new(rows: Vec<T>, next: Option<Cursor>) -> Self {
        Self { rows, next, cursors: vec![] }
    }
}

/// One partition (of a table or an index), in order of its sort key.
pub struct Query {
    table: Table,
    index: Option<&'static str>,
    partition: (&'static str, String),
    sort: &'static str,
    from: Option<String>,
    to: Option<String>,
    newest_first: bool,
    size: PageSize,
    after: Option<Cursor>,
    consistent: bool,
}

/// Times a page may go back to the table for rows that a filter leaves out.
const MOST_READS: usize = 4;
/// A filter leaves most rows out: each read takes more of them.
const ROWS_READ_TO_FILTER: usize = 200;
/// As many as DynamoDB gives at once, mostly.
const ROWS_READ_OF_A_WHOLE: usize = 2000;
/// Rows of one person: some dozens are usual, thousands a mistake.
const MOST_OF_A_WHOLE: usize = 10_000;

impl Query {
    pub fn partition(table: Table, pk: impl Into<String>) -> Self {
        Self {
            table,
            index: None,
            partition: ("pk", pk.into()),
            sort: "sk",
            from: None,
            to: None,
            newest_first: false,
            size: PageSize::default(),
            after: None,
            consistent: true,
        }
    }

    /// Indexes lag: for lists and searches, never for a decision.
    pub fn index(table: Table, name: &'static str, value: impl Into<String>) -> Self {
        let index = table.indexes().iter().find(|index| index.name == name);
        let index = index.expect("an index that the schema names");
        Self {
            index: Some(name),
            partition: (index.partition, value.into()),
            sort: index.sort,
            consistent: false,
            ..Self::partition(table, "")
        }
    }

    /// Sort keys that begin with `prefix`.
    pub fn beginning_with(self, prefix: &str) -> Self {
        // Keys hold no character beyond this one.
        self.between(prefix.to_owned(), format!("{prefix}\u{10ffff}"))
    }

    pub fn between(mut self, from: String, to: String) -> Self {
        (self.from, self.to) = (Some(from), Some(to));
        self
    }

    pub fn newest_first(mut self) -> Self {
        self.newest_first = true;
        self
    }

    pub fn page(mut self, size: PageSize, after: Option<Cursor>) -> Self {
        (self.size, self.after) = (size, after);
        self
    }

    /// The first row alone.
    pub fn first(mut self) -> Self {
        self.size = PageSize(1);
        self
    }

    pub(crate) async fn run<T: Stored>(self, db: &Db) -> Result<Page<T>, StoreError> {
        // One more than asked tells whether there is a next page.
        let each = self.size.rows() + 1;
        self.run_reading(db, each, |_| true).await
    }

    pub(crate) async fn run_whole<T: Stored>(self, db: &Db) -> Result<Vec<T>, StoreError> {
        let rows = self.run_up_to(db, MOST_OF_A_WHOLE).await?;
        rows.ok_or_else(|| StoreError::Unreadable("more rows than anybody should have".to_owned()))
    }

    /// All rows, unless there are more than `most`.
    pub(crate) async fn run_up_to<T: Stored>(self, db: &Db, most: usize) -> Result<Option<Vec<T>>, StoreError> {
        let (mut rows, mut last_read) = (vec![], None);
        loop {
            let (items, more) = self.read(db, last_read.as_ref(), ROWS_READ_OF_A_WHOLE).await?;
            for item in items {
                last_read = Some(Cursor(text(&item, self.sort)?));
                rows.push(from_item(item)?);
            }
            if rows.len() > most {
                return Ok(None);
            }
            if !more {
                return Ok(Some(rows));
            }
        }
    }

    /// How many rows there are; counting stops at `most`.
    pub(crate) async fn run_count(self, db: &Db, most: usize) -> Result<usize, StoreError> {
        let (mut found, mut start) = (0, None);
        loop {
            let request = self.request(db, None, most - found).select(Select::Count).set_exclusive_start_key(start);
            let answer = request.send().await.map_err(StoreError::of)?;
            found += usize::try_from(answer.count).unwrap_or_default();
            start = answer.last_evaluated_key;
            if start.is_none() || found >= most {
                return Ok(found.min(most));
            }
        }
    }

    pub(crate) async fn run_filtered<T: Stored>(
        self,
        db: &Db,
        keep: impl Fn(&T) -> bool,
    ) -> Result<Page<T>, StoreError> {
        self.run_reading(db, ROWS_READ_TO_FILTER, keep).await
    }

    async fn run_reading<T: Stored>(
        self,
        db: &Db,
        each: usize,
        keep: impl Fn(&T) -> bool,
    ) -> Result<Page<T>, StoreError> {
        let wanted = self.size.rows();
        let (mut rows, mut cursors, mut last_read) = (vec![], vec![], self.after.clone());
        for _read in 0..MOST_READS {
            let (items, more) = self.read(db, last_read.as_ref(), each).await?;
            for item in items {
                let sort_key = text(&item, self.sort)?;
                let row = from_item(item)?;
                if !keep(&row) {
                    last_read = Some(Cursor(sort_key));
                    continue;
                }
                if rows.len() == wanted {
                    return Ok(Page { rows, cursors, next: last_read });
                }
                rows.push(row);
                cursors.push(Cursor(sort_key.clone()));
                last_read = Some(Cursor(sort_key));
            }
            if !more {
                return Ok(Page { rows, cursors, next: None });
            }
        }
        Ok(Page { rows, cursors, next: last_read })
    }

    async fn read(&self, db: &Db, after: Option<&Cursor>, limit: usize) -> Result<(Vec<Item>, bool), StoreError> {
        if let (Some(from), Some(to)) = self.ends(after)
            && from > to
        {
            return Ok((vec![], false));
        }
        let answer = self.request(db, after, limit).send().await.map_err(StoreError::of)?;
        let mut items = answer.items.unwrap_or_default();
        if let (Some(first), Some(Cursor(last))) = (items.first(), after)
            && text(first, self.sort)? == *last
        {
            items.remove(0);
        }
        debug_assert!(items.iter().all(|item| key_of(self.table, item).is_ok()));
        Ok((items, answer.last_evaluated_key.is_some()))
    }
}

impl Query {
    /// The cursor narrows the range from its side. It is compared, never trusted: a made-up one still stays
    /// between the ends that the caller set.
    fn ends(&self, after: Option<&Cursor>) -> (Option<String>, Option<String>) {
        let (mut from, mut to) = (self.from.clone(), self.to.clone());
        if let Some(Cursor(last)) = after {
            let end = if self.newest_first { &mut to } else { &mut from };
            let narrower = end.as_ref().is_none_or(|end| if self.newest_first { last < end } else { last > end });
            if narrower {
                *end = Some(last.clone());
            }
        }
        (from, to)
    }

    fn request(&self, db: &Db, after: Option<&Cursor>, limit: usize) -> QueryFluentBuilder {
        let mut condition = "#partition = :partition".to_owned();
        let mut names = HashMap::from([("#partition".to_owned(), self.partition.0.to_owned())]);
        let mut values = HashMap::from([(":partition".to_owned(), AttributeValue::S(self.partition.1.clone()))]);
        let (from, to) = self.ends(after);
        match (&from, &to) {
            (Some(_), Some(_)) => condition.push_str(" AND #sort BETWEEN :from AND :to"),
            (Some(_), None) => condition.push_str(" AND #sort >= :from"),
            (None, Some(_)) => condition.push_str(" AND #sort <= :to"),
            (None, None) => {}
        }
        if from.is_some() || to.is_some() {
            names.insert("#sort".to_owned(), self.sort.to_owned());
        }
        values.extend(from.map(|text| (":from".to_owned(), AttributeValue::S(text))));
        values.extend(to.map(|text| (":to".to_owned(), AttributeValue::S(text))));
        db.client
            .query()
            .table_name(db.table_name(self.table))
            .set_index_name(self.index.map(str::to_owned))
            .key_condition_expression(condition)
            .set_expression_attribute_names(Some(names))
            .set_expression_attribute_values(Some(values))
            .scan_index_forward(!self.newest_first)
            .consistent_read(self.consistent)
            // The row of the cursor itself is read again and dropped.
            .limit(i32::try_from(limit + usize::from(after.is_some())).unwrap_or(i32::MAX))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
    }
}

fn text(item: &Item, field: &str) -> Result<String, StoreError> {
    let value = item.get(field).and_then(|value| value.as_s().ok());
    value.cloned().ok_or_else(|| StoreError::Unreadable(format!("a row without {field}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_are_text_and_bounded() {
        let cursor = Cursor::after("2026-11-21T09:05:00Z#abc");
        assert_eq!(Cursor::try_from(String::from(cursor.clone())), Ok(cursor));
        for wrong in ["", "!!", &URL_SAFE_NO_PAD.encode([0xff, 0xfe]), &URL_SAFE_NO_PAD.encode("x".repeat(513))] {
            assert!(Cursor::try_from(wrong.to_owned()).is_err());
        }
    }
}
