//! Delivers what the outbox holds: letters, and jobs that follow from something (a receipt, a refund). Woken
//! by the table's stream and by a schedule: what is due is found by its index, so a lost wake-up delays
//! something and loses nothing.
//!
//! What is due is put off before it is tried, under the count of tries that was read: two who come at once
//! don't both do it. If we stop between doing and noting it down, it is done again, so every job is made to
//! be done twice and count once.

mod credit_notes;
mod jobs;
mod leaving;
mod letters;
mod notices;
mod numbers;
mod papers;
mod refunds;

use aws_sdk_sesv2::Client;
use chrono::{DateTime, Utc};
use meent_http::{App, Problem};
use meent_push::PushServices;
use meent_store::work::{DUE_JOBS, DUE_NOTICES, DUE_SHARD, Job, Message};
use meent_store::{Condition, Key, PageSize, Query, Refused, Stored, Table, Transaction, audit, value};

/// What one run does at most; the next run goes on.
const MOST_ROUNDS: usize = 10;

pub struct Outbox {
    pub app: App,
    pub mail: Client,
    pub push: PushServices,
}

/// What a run did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    pub sent: usize,
    pub put_off: usize,
    pub given_up: usize,
    pub jobs_done: usize,
    pub jobs_put_off: usize,
}

impl Outbox {
    pub async fn deliver_due(&self) -> Result<Delivered, Problem> {
        let mut done = Delivered::default();
        let mut oldest = Oldest(None);
        // Jobs first: they write letters, which then go out in the same run.
        for _round in 0..MOST_ROUNDS {
            let (due, is_last) = self.due::<Job>(DUE_JOBS).await?;
            for job in due {
                // What a provider takes its time over is not late.
                oldest.is(job.due_since());
                self.attempt(job, &mut done).await?;
            }
            if is_last {
                break;
            }
        }
        self.deliver_all(DUE_SHARD, usize::MAX, &mut oldest, &mut done).await?;
        // Notices last, and no further than the first that can't be had now: a service that keeps us waiting
        // costs a run seconds, and the next run comes in a minute.
        self.deliver_all(DUE_NOTICES, 1, &mut oldest, &mut done).await?;
        tracing::info!(
            outbox_age_s = oldest.age_seconds(self.app.now()),
            sent = done.sent,
            put_off = done.put_off,
            given_up = done.given_up,
            jobs_done = done.jobs_done,
            jobs_put_off = done.jobs_put_off,
            "delivered"
        );
        Ok(done)
    }

    /// The messages of one shard, until `patience` of them had to be put off.
    async fn deliver_all(
        &self,
        shard: &str,
        patience: usize,
        oldest: &mut Oldest,
        done: &mut Delivered,
    ) -> Result<(), Problem> {
        let before = done.put_off;
        for _round in 0..MOST_ROUNDS {
            let (due, is_last) = self.due::<Message>(shard).await?;
            for message in due {
                oldest.is(message.created_at);
                self.deliver(message, done).await?;
                if done.put_off - before >= patience {
                    return Ok(());
                }
            }
            if is_last {
                break;
            }
        }
        Ok(())
    }

    /// Writes down that it is tried, under the count of tries that was read. The index may lag: the row itself
    /// says whether it still waits, and for which try.
    async fn is_ours<T: Stored>(&self, key: &Key, being_tried: &T, tries: u32) -> Result<bool, Problem> {
        let as_read = Condition::Is("tries", value::number(u64::from(tries)));
        match self.app.db.commit(Transaction::new().replace(key.clone(), being_tried, as_read, ())).await {
            Ok(()) => Ok(true),
            Err(Refused::By(_)) => Ok(false),
            Err(Refused::Failed(error)) => Err(error.into()),
        }
    }

    /// What is due, and whether that is all of it.
    async fn due<T: Stored>(&self, shard: &str) -> Result<(Vec<T>, bool), Problem> {
        let query = Query::index(Table::Work, "by-due", shard)
            .between("0".to_owned(), audit::at(self.app.now()))
            .page(PageSize::MOST, None);
        let page = self.app.db.query::<T>(query).await?;
        Ok((page.rows, page.next.is_none()))
    }
}

/// For the alarm on what waits too long.
struct Oldest(Option<DateTime<Utc>>);

impl Oldest {
    fn is(&mut self, created_at: DateTime<Utc>) {
        self.0 = Some(self.0.map_or(created_at, |known| known.min(created_at)));
    }

    fn age_seconds(&self, now: DateTime<Utc>) -> i64 {
        self.0.map_or(0, |at| (now - at).num_seconds())
    }
}
