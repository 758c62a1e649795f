//! The audit's steps: so much of the table at a time, kept between, and told at the end.

use crate::audit::{Audit, Fault, Findings};
use chrono::{DateTime, Utc};
use meent_store::ledger::{AnyRow, stretch};
use meent_store::{Db, Key, StoreError, Stored, Table};
use serde::{Deserialize, Serialize};

/// One row of `work`: the audit under way, and what the last one found.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    under_way: Option<Audit>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    last: Option<Findings>,
}

impl Stored for Kept {}

fn key() -> Key {
    Key::new(Table::Work, "LEDGER", "AUDIT")
}

pub async fn last_findings(db: &Db) -> Result<Option<Findings>, StoreError> {
    Ok(db.get::<Kept>(&key()).await?.and_then(|kept| kept.last))
}

/// An audit that was begun, or goes on where it stopped.
pub struct Night {
    audit: Audit,
    last: Option<Findings>,
}

impl Night {
    pub async fn resume(db: &Db, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let Kept { under_way, last } = db.get(&key()).await?.unwrap_or_default();
        Ok(Self { audit: under_way.unwrap_or_else(|| Audit::begin(now)), last })
    }

    /// The next rows, about a megabyte, taken into account; and whether they were the last.
    pub async fn read_on(&mut self, db: &Db) -> Result<(Vec<AnyRow>, bool), StoreError> {
        let (rows, next) = stretch(db, self.audit.position.as_ref()).await?;
        rows.iter().for_each(|row| self.audit.take(row));
        let is_last = next.is_none();
        self.audit.position = next;
        Ok((rows, is_last))
    }

    /// Something else that must be true of the rows, and isn't.
    pub fn fault(&mut self, fault: Fault) {
        self.audit.fault(fault);
    }

    /// Kept until the next step.
    pub async fn pause(self, db: &Db) -> Result<(), StoreError> {
        db.put(&key(), &Kept { under_way: Some(self.audit), last: self.last }).await
    }

    pub async fn end(self, db: &Db, now: DateTime<Utc>) -> Result<Findings, StoreError> {
        let findings = self.audit.end(now);
        db.put(&key(), &Kept { under_way: None, last: Some(findings.clone()) }).await?;
        Ok(findings)
    }
}
