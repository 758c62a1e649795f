use crate::Schedule;
use chrono::Duration;
use meent_http::{Problem, ProblemCode};
use meent_payments::{Because, SettleError, put_off, settle};
use meent_store::payments::{BY_DUE, DUE_SHARD, Payment, listed_from};
use meent_store::{PageSize, Query, Table};

/// What one run does at most; the next run goes on.
const MOST_ROUNDS: usize = 10;
/// A provider that doesn't answer is left alone for so long.
const PAUSE: Duration = Duration::minutes(5);

/// What a run did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub asked: usize,
    pub unanswered: usize,
    /// Whose row could not be read or written; the next run tries again.
    pub failed: usize,
}

impl Schedule {
    /// Asks about every payment that is due.
    pub async fn sweep(&self) -> Result<Swept, Problem> {
        let (mut done, mut oldest) = (Swept::default(), None);
        for _round in 0..MOST_ROUNDS {
            let now = self.app.now();
            let due = Query::index(Table::Payments, BY_DUE, DUE_SHARD)
                .between("0".to_owned(), listed_from(now))
                .page(PageSize::MOST, None);
            let page = self.app.db.query::<Payment>(due).await?;
            let is_last = page.next.is_none();
            for listed in page.rows {
                oldest = oldest.or(listed.due_at.clone());
                // One that fails must not hold up the others.
                if let Err(problem) = self.ask(listed, &mut done).await {
                    tracing::warn!(
                        code = problem.code.code(),
                        why = problem.internal_text(),
                        "a payment was not swept"
                    );
                    done.failed += 1;
                }
            }
            if is_last || done.failed > 0 {
                break;
            }
        }
        let Swept { asked, unanswered, failed } = done;
        tracing::info!(payments_asked = asked, payments_unanswered = unanswered, payments_failed = failed, "swept");
        if asked + unanswered == 0 && failed > 0 { Err(ProblemCode::TryAgain.into()) } else { Ok(done) }
    }

    async fn ask(&self, listed: Payment, done: &mut Swept) -> Result<(), Problem> {
        let app = &self.app;
        // The index may lag: the row itself says whether it is still to be asked about.
        let Some(row) = app.db.get::<Payment>(&listed.key()).await? else { return Ok(()) };
        if row.due_at != listed.due_at {
            return Ok(());
        }
        let now = app.now();
        match settle(&app.db, &app.gateways, &app.secrets, row.clone(), None, Because::ItIsTime, now).await {
            Ok(_) => done.asked += 1,
            Err(SettleError::Provider(failure)) => {
                tracing::warn!(%failure, "a payment could not be asked about");
                put_off(&app.db, row, now + PAUSE).await?;
                done.unanswered += 1;
            }
            Err(SettleError::Store(error)) => return Err(error.into()),
        }
        Ok(())
    }
}
