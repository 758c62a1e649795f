//! What nobody asks for: deliveries, the schedules, and the reports of payment providers. In AWS a stream
//! and EventBridge wake the functions, and the providers report by themselves.

use crate::clock::Clock;
use crate::serve::Running;
use meent_simulators::Payments;
use on_outbox::Outbox;
use on_schedule::Schedule;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::timeout;

/// What the stream lost, or what was put off, is found by looking.
const AT_LEAST_EVERY: Duration = Duration::from_secs(60);
/// The audit goes through a practice town in one step; once a night would show nobody anything.
const AUDITED_EVERY_MINUTES: u32 = 15;

pub(crate) fn deliver_when_woken(running: &mut Running, outbox: Arc<Outbox>, woken: Arc<Notify>) {
    until_stopped(running, async move {
        loop {
            if let Err(problem) = outbox.deliver_due().await {
                tracing::warn!(code = problem.code.code(), "what is due was not delivered");
            }
            // Out of time is as good a reason to look as being woken.
            let _ = timeout(AT_LEAST_EVERY, woken.notified()).await;
        }
    });
}

pub(crate) fn keep_to_schedule(running: &mut Running, schedule: Arc<Schedule>) {
    until_stopped(running, async move {
        for minute in 0u32.. {
            if let Err(problem) = schedule.sweep().await {
                tracing::warn!(code = problem.code.code(), "payments were not asked about");
            }
            if let Err(problem) = schedule.remind().await {
                tracing::warn!(code = problem.code.code(), "nobody was told of what is nearly over");
            }
            if minute.is_multiple_of(AUDITED_EVERY_MINUTES)
                && let Err(problem) = schedule.audit().await
            {
                tracing::warn!(code = problem.code.code(), "the ledger was not audited");
            }
            tokio::time::sleep(AT_LEAST_EVERY).await;
        }
    });
}

/// As the providers do: soon after something happened, and again later when nobody took it.
pub(crate) fn deliver_webhooks(running: &mut Running, payments: Payments, clock: Clock) {
    let waiting = payments.webhooks_waiting();
    until_stopped(running, async move {
        loop {
            let delivery = payments.deliver_webhooks().await;
            let wait = delivery.next_at.map_or(AT_LEAST_EVERY, |at| {
                (at - clock()).to_std().unwrap_or_default().clamp(Duration::from_millis(200), AT_LEAST_EVERY)
            });
            let _ = timeout(wait, waiting.notified()).await;
        }
    });
}

fn until_stopped(running: &mut Running, work: impl Future<Output = ()> + Send + 'static) {
    let stopped = running.stopped();
    running.spawn(async move {
        tokio::select! { () = work => {}, () = stopped => {} }
    });
}
