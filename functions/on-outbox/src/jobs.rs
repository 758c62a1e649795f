//! Jobs: claimed, done, or put off.

use crate::{Delivered, Outbox};
use meent_http::Problem;
use meent_store::work::{Job, Task};

/// How a job came out.
pub(crate) enum Outcome {
    Done,
    /// Nothing went wrong, but it is not over yet: a provider takes its time.
    NotYet,
}

impl Outbox {
    pub(crate) async fn attempt(&self, read: Job, done: &mut Delivered) -> Result<(), Problem> {
        let (key, tries) = (read.key(), read.tries);
        let job = read.being_tried(self.app.now());
        if !self.is_ours(&key, &job, tries).await? {
            return Ok(());
        }
        let outcome = match &job.task {
            Task::Paper(payment) => self.make_paper(payment).await,
            Task::Refund(refund) => self.send_refund(refund, tries).await,
            Task::CreditNote { refund, payment } => self.make_credit_note(refund, payment).await,
            Task::LeaveParking(person) => self.leave_parking(person).await,
        };
        match outcome {
            Ok(Outcome::Done) => {
                self.app.db.put(&key, &job.done(self.app.now())).await?;
                done.jobs_done += 1;
            }
            Ok(Outcome::NotYet) => done.jobs_put_off += 1,
            // It is tried again by itself; an alarm counts these.
            Err(problem) => {
                let (code, why) = (problem.code.code(), problem.internal_text());
                tracing::warn!(jobs_failed = 1, code, why, tries, "a job was not done");
                done.jobs_put_off += 1;
            }
        }
        Ok(())
    }
}
