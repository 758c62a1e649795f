//! DynamoDB: the tables of `meent_store::Table`, in a file or in memory.

use crate::StartError;
use crate::serve::Running;
use dynoxide::Database;
use dynoxide::errors::DynoxideError;
use meent_store::Table;
use meent_store::schema::Index;
use serde_json::{Value, json};
use std::net::IpAddr;
use std::path::Path;
use std::time::Duration;

/// How often rows past their term are removed. AWS takes up to days.
const SWEEP_EVERY: Duration = Duration::from_secs(60);

pub(crate) fn open(file: Option<&Path>, prefix: &str) -> Result<Database, StartError> {
    let db = match file {
        Some(file) => Database::new(&file.to_string_lossy())?,
        None => Database::memory()?,
    };
    for table in Table::ALL {
        make(&db, table, prefix)?;
    }
    Ok(db)
}

/// Makes a table, or adds the indexes that it has got since it was made.
fn make(db: &Database, table: Table, prefix: &str) -> Result<(), StartError> {
    let name = format!("{prefix}{}", table.name());
    let created = db.create_table(request(json!({
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": keys("pk", "sk"),
        "AttributeDefinitions": attributes(table.indexes()),
        "GlobalSecondaryIndexes":
            (!table.indexes().is_empty()).then(|| table.indexes().iter().map(described).collect::<Vec<_>>()),
    })));
    match created {
        Ok(_) => {}
        Err(DynoxideError::ResourceInUseException(_)) => return add_indexes(db, table, &name),
        Err(error) => return Err(error.into()),
    }
    if table.has_terms() {
        db.update_time_to_live(request(json!({
            "TableName": name,
            "TimeToLiveSpecification": { "AttributeName": "expires_at", "Enabled": true },
        })))?;
    }
    Ok(())
}

fn add_indexes(db: &Database, table: Table, name: &str) -> Result<(), StartError> {
    let found = db.describe_table(request(json!({ "TableName": name })))?;
    let found = serde_json::to_value(found).unwrap_or_default();
    let known: Vec<&str> = found["Table"]["GlobalSecondaryIndexes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|index| index["IndexName"].as_str())
        .collect();
    for index in table.indexes().iter().filter(|index| !known.contains(&index.name)) {
        db.update_table(request(json!({
            "TableName": name,
            "AttributeDefinitions": attributes(table.indexes()),
            "GlobalSecondaryIndexUpdates": [{ "Create": described(index) }],
        })))?;
    }
    Ok(())
}

fn keys(partition: &str, sort: &str) -> Value {
    json!([{ "AttributeName": partition, "KeyType": "HASH" }, { "AttributeName": sort, "KeyType": "RANGE" }])
}

fn attributes(indexes: &[Index]) -> Value {
    let mut names = vec!["pk", "sk"];
    names.extend(indexes.iter().flat_map(|index| [index.partition, index.sort]));
    names.sort_unstable();
    names.dedup();
    names.iter().map(|name| json!({ "AttributeName": name, "AttributeType": "S" })).collect()
}

fn described(index: &Index) -> Value {
    json!({
        "IndexName": index.name,
        "KeySchema": keys(index.partition, index.sort),
        "Projection": { "ProjectionType": "ALL" },
    })
}

fn request<T: serde::de::DeserializeOwned>(mut body: Value) -> T {
    if let Value::Object(fields) = &mut body {
        fields.retain(|_, value| !value.is_null());
    }
    serde_json::from_value(body).expect("requests are written in this file")
}

/// Every row of a table, as DynamoDB writes rows.
pub(crate) fn rows(db: &Database, table: Table, prefix: &str) -> Result<Vec<Value>, StartError> {
    let (mut rows, mut after) = (vec![], Value::Null);
    loop {
        let name = format!("{prefix}{}", table.name());
        let page = db.scan(request(json!({ "TableName": name, "ExclusiveStartKey": after })))?;
        let page = serde_json::to_value(page).unwrap_or_default();
        rows.extend(page["Items"].as_array().cloned().unwrap_or_default());
        after = page["LastEvaluatedKey"].clone();
        if after.is_null() {
            return Ok(rows);
        }
    }
}

/// Answers as DynamoDB does, on a free port.
pub(crate) async fn serve(running: &mut Running, bind: IpAddr, db: Database) -> Result<u16, StartError> {
    let listener = super::listen(bind).await?;
    let port = listener.local_addr().map_err(StartError::Ports)?.port();
    let stopped = running.stopped();
    running.spawn(async move {
        if let Err(error) = dynoxide::server::serve_with_shutdown(listener, db, stopped).await {
            tracing::error!(%error, "the tables' engine ended");
        }
    });
    Ok(port)
}

/// Removes rows past their term, by the machine's clock; the engine never does by itself.
pub(crate) fn sweep_terms(running: &mut Running, db: Database) {
    let stopped = running.stopped();
    let sweeping = async move {
        loop {
            tokio::time::sleep(SWEEP_EVERY).await;
            let db = db.clone();
            match tokio::task::spawn_blocking(move || db.sweep_ttl()).await {
                Ok(Ok(_)) => {}
                Ok(Err(error)) => tracing::warn!(%error, "rows past their term were not removed"),
                Err(error) => tracing::warn!(%error, "rows past their term were not removed"),
            }
        }
    };
    running.spawn(async move {
        tokio::select! { () = sweeping => {}, () = stopped => {} }
    });
}
