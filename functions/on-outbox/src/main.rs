//! Whatever wakes it (the stream, the schedule), it delivers what is due.

use lambda_runtime::{LambdaEvent, service_fn};
use meent_http::{App, Aws, Settings};
use meent_push::PushServices;
use on_outbox::Outbox;
use std::sync::Arc;

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    meent_http::log_as_json();
    let (aws, config) = Aws::from_env().await;
    let app = App::new(Settings::from_env()?, aws, Arc::new(chrono::Utc::now));
    let push = PushServices::new(app.settings.push.clone());
    let outbox = Outbox { app, mail: aws_sdk_sesv2::Client::new(&config), push };
    lambda_runtime::run(service_fn(|_: LambdaEvent<serde_json::Value>| async {
        Box::pin(outbox.deliver_due())
            .await
            .map(|_| ())
            .map_err(|problem| format!("{}: not delivered", problem.code.code()))
    }))
    .await
}
