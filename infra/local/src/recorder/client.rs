//! The HTTP client that AWS's clients are given.

use super::Recorder;
use super::call::{Call, Service};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::ConfigBag;
use serde_json::Value;
use std::fmt;

#[derive(Clone)]
pub(crate) struct Client {
    inner: SharedHttpClient,
    recorder: Recorder,
    function: &'static str,
}

impl Client {
    pub fn new(recorder: Recorder, function: &'static str) -> Self {
        Self { inner: aws_smithy_http_client::Builder::new().build_http(), recorder, function }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({})", self.function)
    }
}

impl HttpClient for Client {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(Connector { inner, recorder: self.recorder.clone(), function: self.function })
    }

    fn validate_base_client_config(&self, parts: &RuntimeComponentsBuilder, bag: &ConfigBag) -> Result<(), BoxError> {
        HttpClient::validate_base_client_config(&self.inner, parts, bag)
    }

    fn validate_final_config(&self, parts: &RuntimeComponents, bag: &ConfigBag) -> Result<(), BoxError> {
        HttpClient::validate_final_config(&self.inner, parts, bag)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        self.inner.connector_metadata()
    }
}

struct Connector {
    inner: SharedHttpConnector,
    recorder: Recorder,
    function: &'static str,
}

impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Connector({})", self.function)
    }
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut call = self.recorder.begin(self.function, &request);
        let (inner, recorder) = (self.inner.clone(), self.recorder.clone());
        HttpConnectorFuture::new(async move {
            let answer = match call.fault {
                None => ask(&inner, request, &mut call).await,
                Some(fault) => {
                    if fault.carries_out() {
                        // Whatever it answers is not heard.
                        let _ = ask(&inner, request, &mut call).await;
                        call.status = None;
                    }
                    recorder.hangs(&call);
                    fault.answer(&call).await
                }
            };
            recorder.end(call);
            answer
        })
    }
}

async fn ask(
    inner: &SharedHttpConnector,
    request: HttpRequest,
    call: &mut Call,
) -> Result<HttpResponse, ConnectorError> {
    let mut response = inner.call(request).await?;
    call.status = Some(response.status().as_u16());
    if call.service == Service::DynamoDb {
        let body = ByteStream::new(response.take_body()).collect().await;
        let body = body.map_err(|error| ConnectorError::io(error.into()))?.into_bytes();
        call.units = consumed(&body);
        *response.body_mut() = SdkBody::from(body);
    }
    Ok(response)
}

/// One sum for a call of one table, one a table for a call of several.
fn consumed(body: &[u8]) -> f64 {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let units = |of: &Value| of["CapacityUnits"].as_f64().unwrap_or_default();
    match &body["ConsumedCapacity"] {
        Value::Array(each) => each.iter().map(units).sum(),
        one => units(one),
    }
}
