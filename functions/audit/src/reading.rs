//! Reading the trail. By who or by what it is one index, in order of time; otherwise it is cut by
//! month, and three months are read at once: a month back from today touches three when today is the
//! first, since days begin by the town's clock and months of the table do not. So a page is one wait.

use crate::filter::{Filter, Named};
use chrono::Datelike;
use meent_http::{App, Problem};
use meent_store::audit::{self, Line};
use meent_store::{Cursor, Page, PageSize, Query, Table};

const MONTHS_AT_ONCE: usize = 3;
/// How often a page may go back for more of them before it says "more".
const MOST_ROUNDS: usize = 2;

pub async fn page(app: &App, filter: &Filter, size: PageSize, after: Option<Cursor>) -> Result<Page<Line>, Problem> {
    let read = |query: Query, after: Option<Cursor>| async {
        let query = query.between(audit::at(filter.from), audit::at(filter.until)).newest_first().page(size, after);
        // Rows that are all shown are read one by one, not by the hundred.
        if filter.is_served_by_keys() {
            app.db.query::<Line>(query).await
        } else {
            app.db.query_where(query, |line: &Line| filter.keeps(line)).await
        }
    };
    let by_index = match (&filter.actor, &filter.subject) {
        (Some(Named::Id(id)), _) => Some(Query::index(Table::Audit, "by-actor", id)),
        (_, Some(Named::Id(id))) => Some(Query::index(Table::Audit, "by-subject", id)),
        _ => None,
    };
    if let Some(query) = by_index {
        return Ok(read(query, after).await?);
    }
    let mut months = months(filter, after.as_ref());
    let mut rows: Vec<Line> = vec![];
    let mut after = after;
    for _round in 0..MOST_ROUNDS {
        let some = months.split_off(months.len().saturating_sub(MONTHS_AT_ONCE)).into_iter().rev();
        let pages = some.map(|month| read(Query::partition(Table::Audit, month), after.clone()));
        let pages = futures::future::try_join_all(pages).await?;
        for page in pages {
            for line in page.rows {
                if rows.len() == size.rows() {
                    let next = rows.last().map(|last| Cursor::after(&last.id));
                    return Ok(Page { rows, next });
                }
                rows.push(line);
            }
            if page.next.is_some() {
                return Ok(Page { rows, next: page.next });
            }
        }
        after = None;
    }
    // The budget is spent before the period: go on where the next month begins.
    let next = months.last().map(|month| Cursor::after(&format!("{}-99", month.trim_start_matches("MONTH#"))));
    Ok(Page { rows, next })
}

/// The months of the period from the cursor on, the newest last.
fn months(filter: &Filter, after: Option<&Cursor>) -> Vec<String> {
    let newest = after.map_or_else(
        || audit::month(filter.until),
        |cursor| format!("MONTH#{}", cursor.sort_key().get(..7).unwrap_or_default()),
    );
    let mut all = vec![];
    let (mut year, mut month) = (filter.from.year(), filter.from.month());
    loop {
        let at = format!("MONTH#{year:04}-{month:02}");
        if at > newest || at > audit::month(filter.until) || all.len() > 14 {
            return all;
        }
        all.push(at);
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

/// Every line of the period, up to `most`; whether there are more.
pub async fn everything(app: &App, filter: &Filter, most: usize) -> Result<(Vec<Line>, bool), Problem> {
    let (mut lines, mut after) = (vec![], None);
    loop {
        let page = page(app, filter, PageSize::MOST, after).await?;
        lines.extend(page.rows);
        match page.next {
            Some(_) if lines.len() >= most => return Ok((lines, true)),
            Some(next) => after = Some(next),
            None => return Ok((lines, false)),
        }
    }
}
