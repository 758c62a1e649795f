//! Which task it is says the schedule that wakes it.

use lambda_runtime::{LambdaEvent, service_fn};
use meent_http::{App, Aws, Settings};
use on_schedule::{Schedule, Task};
use std::sync::Arc;

#[derive(serde::Deserialize)]
struct Woken {
    task: Task,
}

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    meent_http::log_as_json();
    let (aws, _) = Aws::from_env().await;
    let schedule = Schedule { app: App::new(Settings::from_env()?, aws, Arc::new(chrono::Utc::now)) };
    let schedule = &schedule;
    lambda_runtime::run(service_fn(move |event: LambdaEvent<Woken>| async move {
        let done = match event.payload.task {
            Task::PaymentSweep => schedule.sweep().await.map(|_| ()),
            Task::LedgerAudit => schedule.audit().await.map(|_| ()),
            Task::ParkingReminders => schedule.remind().await.map(|_| ()),
        };
        done.map_err(|problem| format!("{}: not done", problem.code.code()))
    }))
    .await
}
