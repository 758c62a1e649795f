//! What handlers work with: the store, the secrets, the documents, the providers and a clock.

use crate::parking::ZonesCache;
use crate::settings::Settings;
use chrono::{DateTime, SubsecRound, Utc};
pub use meent_documents::Documents;
pub use meent_identity::oidc::Providers;
pub use meent_payments::Gateways;
pub use meent_secrets::Secrets;
pub use meent_store::Db;
use std::ops::Deref;
use std::sync::Arc;

/// The time, from outside: a test sets its own.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// The clients of AWS, made by whoever starts us: a function from its environment, one machine from
/// its own engines.
#[derive(Clone)]
pub struct Aws {
    pub dynamodb: aws_sdk_dynamodb::Client,
    pub s3: aws_sdk_s3::Client,
    pub secrets_manager: aws_sdk_secretsmanager::Client,
}

#[derive(Clone)]
pub struct App(Arc<Parts>);

pub struct Parts {
    pub settings: Settings,
    pub db: Db,
    pub documents: Documents,
    pub secrets: Secrets,
    pub providers: Providers,
    pub gateways: Gateways,
    pub clock: Clock,
    pub(crate) zones_cache: ZonesCache,
}

impl App {
    pub fn new(settings: Settings, aws: Aws, clock: Clock) -> Self {
        Self(Arc::new(Parts {
            db: Db::new(aws.dynamodb, &settings.table_prefix),
            documents: Documents::new(aws.s3, settings.documents_bucket.clone()),
            secrets: Secrets::new(aws.secrets_manager, settings.secret_prefix.clone()),
            providers: Providers::new(settings.identity_providers.clone()),
            gateways: Gateways::new(settings.payment_providers.clone(), settings.pays_by),
            settings,
            clock,
            zones_cache: ZonesCache::default(),
        }))
    }

    /// To the millisecond: what is finer nobody reads.
    pub fn now(&self) -> DateTime<Utc> {
        (self.0.clock)().trunc_subsecs(3)
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Aws {
    pub fn new(config: &aws_config::SdkConfig) -> Self {
        Self {
            dynamodb: aws_sdk_dynamodb::Client::new(config),
            s3: aws_sdk_s3::Client::new(config),
            secrets_manager: aws_sdk_secretsmanager::Client::new(config),
        }
    }

    pub async fn from_env() -> (Self, aws_config::SdkConfig) {
        // A request has 29 seconds with the gateway; a store that is slow must leave time to say so.
        let timeouts = aws_config::timeout::TimeoutConfig::builder()
            .operation_attempt_timeout(std::time::Duration::from_secs(2))
            .operation_timeout(std::time::Duration::from_secs(8))
            .build();
        let config = aws_config::defaults(aws_config::BehaviorVersion::latest()).timeout_config(timeouts).load().await;
        (Self::new(&config), config)
    }
}
