//! Wakes the delivery, as the table's stream and a schedule do in AWS.

use crate::serve::Running;
use on_outbox::Outbox;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// What the stream lost, or what was put off, is found by looking.
const AT_LEAST_EVERY: Duration = Duration::from_secs(60);

pub(crate) fn deliver_when_woken(running: &mut Running, outbox: Arc<Outbox>, woken: Arc<Notify>) {
    let stopped = running.stopped();
    let delivering = async move {
        loop {
            if let Err(problem) = outbox.deliver_due().await {
                tracing::warn!(code = problem.code.code(), "what is due was not delivered");
            }
            // Out of time is as good a reason to look as being woken.
            let _ = tokio::time::timeout(AT_LEAST_EVERY, woken.notified()).await;
        }
    };
    running.spawn(async move {
        tokio::select! { () = delivering => {}, () = stopped => {} }
    });
}
