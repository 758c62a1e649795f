//! The stand-in for Secrets Manager, read by the real client.

use std::collections::BTreeMap;

use aws_sdk_secretsmanager::Client;
use aws_sdk_secretsmanager::config::retry::RetryConfig;
use aws_sdk_secretsmanager::config::{BehaviorVersion, Credentials, Region};
use meent_simulators::Secrets;

async fn client(secrets: &Secrets) -> Client {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = secrets.router();
    tokio::spawn(async { axum::serve(listener, router).await });
    let config = aws_sdk_secretsmanager::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(format!("http://{address}"))
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("local", "local", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build();
    Client::from_conf(config)
}

#[tokio::test]
async fn secrets_are_found_by_name_and_by_arn_and_change() {
    let secret = r#"{"keys":[1]}"#.to_owned();
    let secrets = Secrets::new(BTreeMap::from([("meent/data".to_owned(), secret.clone())]));
    let client = client(&secrets).await;
    let first = client.get_secret_value().secret_id("meent/data").send().await.unwrap();
    assert_eq!(first.secret_string(), Some(secret.as_str()));
    assert_eq!(first.name(), Some("meent/data"));
    assert_eq!(first.version_id().unwrap().len(), 36);
    let by_arn = client.get_secret_value().secret_id(first.arn().unwrap()).send().await.unwrap();
    assert_eq!(by_arn.version_id(), first.version_id());

    secrets.put("meent/data", r#"{"keys":[1,2]}"#);
    let second = client.get_secret_value().secret_id("meent/data").send().await.unwrap();
    assert_eq!(second.secret_string(), Some(r#"{"keys":[1,2]}"#));
    assert_ne!(second.version_id(), first.version_id());
}

#[tokio::test]
async fn an_unknown_secret_is_said_to_be_so() {
    let client = client(&Secrets::default()).await;
    for id in ["meent/none", "arn:aws:secretsmanager:eu-west-1:0:secret:x"] {
        let error = client.get_secret_value().secret_id(id).send().await.unwrap_err();
        assert!(error.into_service_error().is_resource_not_found_exception());
    }
}
