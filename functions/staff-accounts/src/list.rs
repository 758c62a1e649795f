use crate::shown::{AccountShown, shown};
use axum::extract::State;
use meent_domain::EmailAddress;
use meent_domain::person::folded;
use meent_domain::role::Role;
use meent_http::{Answer, App, Json, ProblemBody, Query};
use meent_secrets::DataKeys;
use meent_store::staff::{ACCOUNTS, Account, SealedEmail, State as AccountState};
use meent_store::{Cursor, PageSize, Table};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// What a word of the name or the user name begins with, or the whole e-mail address.
    text: Option<String>,
    #[param(value_type = Option<String>)]
    role: Option<Role>,
    #[param(value_type = Option<String>)]
    state: Option<AccountState>,
    /// 10, 25 or 50
    #[serde(default)]
    #[param(value_type = Option<u32>)]
    limit: PageSize,
    #[param(value_type = Option<String>)]
    cursor: Option<Cursor>,
}

#[derive(Serialize, ToSchema)]
pub struct AccountList {
    items: Vec<AccountShown>,
    /// Where the next page begins.
    next: Option<String>,
    more: bool,
}

/// Accounts by name.
#[utoipa::path(
    get, path = "/api/staff/accounts", tag = "staff-accounts", params(Filter),
    responses((status = 200, body = AccountList), (status = 400, body = ProblemBody, content_type = "application/problem+json"))
)]
pub async fn list(State(app): State<App>, Query(filter): Query<Filter>) -> Answer<Json<AccountList>> {
    let Filter { text, role, state, limit, cursor } = filter;
    let text = text.map(|text| folded(text.trim())).filter(|text| !text.is_empty());
    let query = meent_store::Query::index(Table::Staff, "by-name", ACCOUNTS).page(limit, cursor);
    let page = if text.is_none() && role.is_none() && state.is_none() {
        app.db.query::<Account>(query).await?
    } else {
        let keys = app.data_keys().await?;
        let keep = |account: &Account| {
            text.as_deref().is_none_or(|text| is_found_by(account, text, &keys))
                && role.is_none_or(|role| account.roles.has(role))
                && state.is_none_or(|state| account.state == state)
        };
        app.db.query_where(query, keep).await?
    };
    let mut items = vec![];
    for account in page.rows {
        items.push(shown(&app, account).await?);
    }
    Ok(Json(AccountList { more: page.next.is_some(), next: page.next.map(String::from), items }))
}

/// By what a word of the name or the user name begins with, or by the whole e-mail address: that is
/// sealed, and a list that opens hundreds to look for a part of one would be slow.
fn is_found_by(account: &Account, text: &str, keys: &DataKeys) -> bool {
    let name = folded(account.name.as_str());
    name.starts_with(text)
        || name.split([' ', '-', '\'']).any(|word| word.starts_with(text))
        || EmailAddress::try_from(text.to_owned())
            .is_ok_and(|email| SealedEmail::lookup_of(keys, &email) == account.email.lookup)
        || account.login().is_some_and(|login| login.as_str().starts_with(text))
}
