//! The audit's steps: so much of the tables at a time, kept between, and told at the end.

use crate::audit::{Audit, Fault, Findings, Reading};
use chrono::{DateTime, Utc};
use meent_store::{Db, Key, StoreError, Stored, Table, ledger, payments};
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

/// So many rows as one step reads.
pub enum Stretch {
    Ledger(Vec<ledger::AnyRow>),
    Payments(Vec<payments::AnyRow>),
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

    /// The next rows, taken into account; and whether they were the last.
    pub async fn read_on(&mut self, db: &Db) -> Result<(Stretch, bool), StoreError> {
        let position = self.audit.position.as_ref();
        match self.audit.reading {
            Reading::Ledger => {
                let (rows, next) = ledger::stretch(db, position).await?;
                rows.iter().for_each(|row| self.audit.take(row));
                if next.is_none() {
                    self.audit.reading = Reading::Payments;
                }
                self.audit.position = next;
                Ok((Stretch::Ledger(rows), false))
            }
            Reading::Payments => {
                let (rows, next) = payments::stretch(db, position).await?;
                let is_payment = |row: &&payments::AnyRow| matches!(row, payments::AnyRow::Payment(_));
                self.audit.count(rows.iter().filter(is_payment).count() as u64);
                let is_last = next.is_none();
                self.audit.position = next;
                Ok((Stretch::Payments(rows), is_last))
            }
        }
    }

    /// Something else that must be true of the rows, and isn't.
    pub fn fault_if(&mut self, fault: Option<Fault>) {
        fault.into_iter().for_each(|fault| self.audit.fault(fault));
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
