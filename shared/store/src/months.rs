//! Lists over everybody are cut by month, so that no partition grows for ever. Three months are read at
//! once: a month back from today touches three when today is the first, since days begin by the town's clock
//! and months of a table do not. So a page is one wait.

use crate::audit::at;
use crate::row::Stored;
use crate::{Cursor, Db, Page, PageSize, Query, StoreError};
use chrono::{DateTime, Datelike, Utc};
use futures::future::try_join_all;

const MONTHS_AT_ONCE: usize = 3;
/// How often a page may go back for more of them before it says "more".
const MOST_ROUNDS: usize = 2;

/// A period, newest first.
#[derive(Debug, Clone, Copy)]
pub struct Months {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Months {
    /// `of` makes the query of a month, `2026-11`; rows sort by time. `keep` is asked only if `filters`: rows
    /// that are all shown are read one by one, not by the hundred.
    pub async fn page<T: Stored>(
        &self,
        db: &Db,
        of: impl Fn(&str) -> Query,
        size: PageSize,
        after: Option<Cursor>,
        filters: bool,
        keep: impl Fn(&T) -> bool,
    ) -> Result<Page<T>, StoreError> {
        let read = |month: String, after: Option<Cursor>| {
            let query = self.within(of(&month)).page(size, after);
            let keep = &keep;
            async move { if filters { db.query_where(query, keep).await } else { db.query(query).await } }
        };
        let mut months = self.months(after.as_ref());
        let (mut rows, mut after) = (Vec::<T>::new(), after);
        let mut last: Option<Cursor> = None;
        for _round in 0..MOST_ROUNDS {
            let some = months.split_off(months.len().saturating_sub(MONTHS_AT_ONCE)).into_iter().rev();
            for page in try_join_all(some.map(|month| read(month, after.clone()))).await? {
                let Page { rows: found, cursors, next } = page;
                for (row, cursor) in found.into_iter().zip(cursors) {
                    if rows.len() == size.rows() {
                        return Ok(Page::new(rows, last));
                    }
                    rows.push(row);
                    last = Some(cursor);
                }
                if next.is_some() {
                    return Ok(Page::new(rows, next));
                }
            }
            after = None;
        }
        // The budget is spent before the period: go on where the next month begins.
        let next = months.last().map(|month| Cursor::after(&format!("{month}-99")));
        Ok(Page::new(rows, next))
    }

    /// The part of a query that lies in the period.
    pub fn within(&self, query: Query) -> Query {
        query.between(at(self.from), at(self.until)).newest_first()
    }

    /// The months of the period from the cursor on, the newest last.
    fn months(&self, after: Option<&Cursor>) -> Vec<String> {
        let last = self.until.format("%Y-%m").to_string();
        let newest =
            after.map_or_else(|| last.clone(), |cursor| cursor.sort_key().get(..7).unwrap_or_default().to_owned());
        let mut all = vec![];
        let (mut year, mut month) = (self.from.year(), self.from.month());
        loop {
            let at = format!("{year:04}-{month:02}");
            if at > newest || at > last || all.len() > 14 {
                return all;
            }
            all.push(at);
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
    }
}
