//! A row that may be used so often in a minute: found, counted and told in one write.

use crate::db::Db;
use crate::row::{Key, Stored, from_item};
use crate::{StoreError, value};
use aws_sdk_dynamodb::types::{ReturnConsumedCapacity, ReturnValue, ReturnValuesOnConditionCheckFailure};

/// A minute turns while two count.
const TRIES: usize = 3;

#[derive(Debug)]
pub enum Counted<T> {
    Row(T),
    /// There is no such row.
    Missing,
    /// Often enough for this minute.
    TooOften,
}

/// Where the count stands in the row.
const MINUTE: &str = "counted_minute";
const COUNT: &str = "counted";

impl Db {
    /// `minute` is another each minute. In the first of a minute there is a second write.
    pub async fn counted<T: Stored>(&self, key: &Key, minute: i64, most: u32) -> Result<Counted<T>, StoreError> {
        for _ in 0..TRIES {
            let update = || {
                self.client
                    .update_item()
                    .table_name(self.table_name(key.table))
                    .set_key(Some(key.attributes()))
                    .expression_attribute_names("#minute", MINUTE)
                    .expression_attribute_names("#count", COUNT)
                    .expression_attribute_values(":minute", value::of(&minute).unwrap_or_else(|_| value::nothing()))
                    .expression_attribute_values(":one", value::number(1))
                    .return_values(ReturnValue::AllNew)
                    .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
                    .return_consumed_capacity(ReturnConsumedCapacity::Total)
            };
            let sent = update()
                .update_expression("SET #count = #count + :one")
                .condition_expression("attribute_exists(pk) AND #minute = :minute AND #count < :most")
                .expression_attribute_values(":most", value::number(u64::from(most)))
                .send()
                .await;
            let error = match sent {
                Ok(answer) => {
                    return answer.attributes.map_or(Ok(Counted::Missing), |item| from_item(item).map(Counted::Row));
                }
                Err(error) => error,
            };
            let Some(refused) = error.as_service_error().and_then(|error| match error {
                aws_sdk_dynamodb::operation::update_item::UpdateItemError::ConditionalCheckFailedException(refused) => {
                    Some(refused)
                }
                _ => None,
            }) else {
                return Err(StoreError::of(error));
            };
            let Some(row) = refused.item().filter(|row| !row.is_empty()) else { return Ok(Counted::Missing) };
            let counted_in = row.get(MINUTE).and_then(|value| value.as_n().ok());
            if counted_in == Some(&minute.to_string()) {
                return Ok(Counted::TooOften);
            }
            let begun = update()
                .update_expression("SET #count = :one, #minute = :minute")
                .condition_expression("attribute_exists(pk) AND (attribute_not_exists(#minute) OR #minute <> :minute)")
                .send()
                .await;
            match begun {
                Ok(answer) => {
                    return answer.attributes.map_or(Ok(Counted::Missing), |item| from_item(item).map(Counted::Row));
                }
                Err(error) if error.as_service_error().is_some_and(|e| e.is_conditional_check_failed_exception()) => {}
                Err(error) => return Err(StoreError::of(error)),
            }
        }
        Err(StoreError::Busy)
    }
}
