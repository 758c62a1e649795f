//! With what the functions reach the engines: addresses and credentials, as AWS's clients take them.

use crate::recorder::Recorder;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::{Credentials, SharedCredentialsProvider};
use meent_http::Aws;
use std::collections::BTreeMap;
use std::time::Duration;

pub(crate) const REGION: &str = "eu-central-1";

/// Credentials that the engines know: new at every start, since nothing keeps them.
#[derive(Clone)]
pub(crate) struct Access {
    pub id: String,
    pub secret: String,
}

impl Access {
    pub fn new() -> Self {
        Self { id: "local".to_owned(), secret: meent_secrets::random_token() }
    }
}

/// The engines' ports.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Engines {
    pub tables: u16,
    pub documents: u16,
    pub secrets: u16,
    pub mail: u16,
}

/// Makes the clients of one function.
#[derive(Clone)]
pub(crate) struct Clients {
    pub access: Access,
    pub engines: Engines,
    /// Tests that let calls fail don't wait for a second before each further attempt.
    pub hurries: bool,
}

impl Clients {
    /// As `meent_http::Aws::from_env` has them, but for the road they take.
    fn config(&self, recorder: &Recorder, function: &'static str, port: u16) -> SdkConfig {
        let timeouts = TimeoutConfig::builder()
            .operation_attempt_timeout(Duration::from_secs(2))
            .operation_timeout(Duration::from_secs(8))
            .build();
        let credentials = Credentials::new(self.access.id.clone(), self.access.secret.clone(), None, None, "local");
        let mut retries = RetryConfig::standard();
        if self.hurries {
            retries = retries.with_initial_backoff(Duration::from_millis(1));
        }
        SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static(REGION))
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .endpoint_url(format!("http://127.0.0.1:{port}"))
            .http_client(recorder.client(function))
            .retry_config(retries)
            .timeout_config(timeouts)
            .build()
    }

    pub fn aws(&self, recorder: &Recorder, function: &'static str) -> Aws {
        let config = |port| self.config(recorder, function, port);
        Aws {
            dynamodb: aws_sdk_dynamodb::Client::new(&config(self.engines.tables)),
            s3: aws_sdk_s3::Client::new(&config(self.engines.documents)),
            secrets_manager: aws_sdk_secretsmanager::Client::new(&config(self.engines.secrets)),
        }
    }

    pub fn mail(&self, recorder: &Recorder, function: &'static str) -> aws_sdk_sesv2::Client {
        aws_sdk_sesv2::Client::new(&self.config(recorder, function, self.engines.mail))
    }

    /// The same for a process of its own, as AWS's clients read it from their environment.
    pub fn environment(&self, host: &str) -> BTreeMap<String, String> {
        let at = |port: u16| format!("http://{host}:{port}");
        let pairs = [
            ("AWS_ACCESS_KEY_ID", self.access.id.clone()),
            ("AWS_SECRET_ACCESS_KEY", self.access.secret.clone()),
            ("AWS_REGION", REGION.to_owned()),
            ("AWS_ENDPOINT_URL_DYNAMODB", at(self.engines.tables)),
            ("AWS_ENDPOINT_URL_S3", at(self.engines.documents)),
            ("AWS_ENDPOINT_URL_SECRETS_MANAGER", at(self.engines.secrets)),
            ("AWS_ENDPOINT_URL_SESV2", at(self.engines.mail)),
        ];
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
