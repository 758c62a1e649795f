//! Sealing and opening fields of rows, reading the keys again when one isn't known.

use crate::{App, Problem};
use meent_secrets::{DataKeys, Place, Unopened};
use meent_store::Key;
use meent_store::staff::{self, Account, SealedEmail};
use std::sync::Arc;

impl App {
    pub async fn data_keys(&self) -> Result<Arc<DataKeys>, Problem> {
        Ok(self.secrets.data().await?)
    }

    pub async fn seal(&self, key: &Key, field: &str, plain: &str) -> Result<String, Problem> {
        let row = key.row();
        let place = Place { table: key.table.name(), row: &row, field };
        Ok(self.data_keys().await?.seal(plain.as_bytes(), place))
    }

    pub async fn staff_email(&self, account: &Account) -> Result<String, Problem> {
        self.open(&staff::account(&account.id), SealedEmail::FIELD, &account.email.sealed).await
    }

    pub async fn open(&self, key: &Key, field: &str, sealed: &str) -> Result<String, Problem> {
        let row = key.row();
        let place = Place { table: key.table.name(), row: &row, field };
        let opened = match self.data_keys().await?.open(sealed, place) {
            Err(Unopened::UnknownKey) => self.secrets.data_again(self.now()).await?.open(sealed, place),
            other => other,
        };
        let unreadable = |why: &str| Problem::internal(format!("{field} of a row of {}: {why}", key.table.name()));
        let plain = opened.map_err(|error| unreadable(&error.to_string()))?;
        String::from_utf8(plain).map_err(|_| unreadable("not text"))
    }
}
