//! Reading the trail: by who or by what it is one index, in order of time; otherwise month by month.

use crate::filter::{Filter, Named};
use meent_http::{App, Problem};
use meent_store::audit::Line;
use meent_store::{Cursor, Page, PageSize, Query, Table};

pub async fn page(app: &App, filter: &Filter, size: PageSize, after: Option<Cursor>) -> Result<Page<Line>, Problem> {
    let by_index = match (&filter.actor, &filter.subject) {
        (Some(Named::Id(id)), _) => Some(Query::index(Table::Audit, "by-actor", id)),
        (_, Some(Named::Id(id))) => Some(Query::index(Table::Audit, "by-subject", id)),
        _ => None,
    };
    let filters = !filter.is_served_by_keys();
    let keep = |line: &Line| filter.keeps(line);
    let Some(query) = by_index else {
        let of_month = |month: &str| Query::partition(Table::Audit, format!("MONTH#{month}"));
        return Ok(filter.period.page(&app.db, of_month, size, after, filters, keep).await?);
    };
    let query = filter.period.within(query).page(size, after);
    Ok(if filters { app.db.query_where(query, keep).await? } else { app.db.query(query).await? })
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
