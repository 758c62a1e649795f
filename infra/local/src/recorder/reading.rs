//! Reads from a request what is asked of whom.

use super::call::{Call, Service, Touch};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use serde_json::Value;
use std::hash::{DefaultHasher, Hash, Hasher};

pub(super) fn read(request: &HttpRequest, table_prefix: &str, secret_prefix: &str) -> Call {
    let header = |name: &str| request.headers().get(name).unwrap_or_default();
    let body: Value = request.body().bytes().and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default();
    let (service, operation) = match header("x-amz-target").split_once('.') {
        Some(("secretsmanager", operation)) => (Service::SecretsManager, operation.to_owned()),
        Some((_, operation)) => (Service::DynamoDb, operation.to_owned()),
        None if request.uri().contains("/v2/email/") => (Service::Ses, "SendEmail".to_owned()),
        None => (Service::S3, object_operation(request.method()).to_owned()),
    };
    let touches = match service {
        Service::DynamoDb => tables(&operation, &body, table_prefix),
        Service::SecretsManager => {
            let name = body["SecretId"].as_str().unwrap_or_default();
            vec![touch("secretsmanager", &operation, name.strip_prefix(secret_prefix).unwrap_or(name))]
        }
        Service::S3 => vec![touch("s3", &operation, "documents")],
        Service::Ses => vec![touch("ses", &operation, "mail")],
    };
    Call {
        request: None,
        function: "",
        route: None,
        service,
        touches,
        units: 0.0,
        place: 0,
        attempt: attempt(header("amz-sdk-request")),
        invocation: header("amz-sdk-invocation-id").to_owned(),
        fingerprint: fingerprint(&operation, request.uri(), body),
        operation,
        status: None,
        fault: None,
        began: 0,
        ended: 0,
    }
}

fn object_operation(method: &str) -> &'static str {
    match method {
        "PUT" => "PutObject",
        "DELETE" => "DeleteObject",
        "HEAD" => "HeadObject",
        _ => "GetObject",
    }
}

/// `attempt=2; max=3`
fn attempt(header: &str) -> u32 {
    let named = header.split(';').find_map(|part| part.trim().strip_prefix("attempt="));
    named.and_then(|number| number.parse().ok()).unwrap_or(1)
}

fn touch(service: &str, action: &str, resource: &str) -> Touch {
    Touch { action: format!("{service}:{action}"), resource: resource.to_owned(), index: None }
}

/// AWS asks for a right per table, and within a transaction for each kind of write its own.
fn tables(operation: &str, body: &Value, prefix: &str) -> Vec<Touch> {
    let of_table = |action: &str, name: &str| touch("dynamodb", action, name.strip_prefix(prefix).unwrap_or(name));
    let mut touches = match operation {
        "TransactWriteItems" | "TransactGetItems" => {
            let items = body["TransactItems"].as_array().into_iter().flatten();
            items
                .filter_map(|item| item.as_object()?.iter().next())
                .map(|(kind, write)| of_table(&format!("{kind}Item"), write["TableName"].as_str().unwrap_or_default()))
                .collect()
        }
        "BatchGetItem" | "BatchWriteItem" => {
            let tables = body["RequestItems"].as_object().into_iter().flatten();
            tables.map(|(name, _)| of_table(operation, name)).collect()
        }
        _ => vec![of_table(operation, body["TableName"].as_str().unwrap_or_default())],
    };
    if let (Some(index), Some(touch)) = (body["IndexName"].as_str(), touches.first_mut()) {
        touch.index = Some(index.to_owned());
    }
    touches
}

fn fingerprint(operation: &str, uri: &str, mut body: Value) -> u64 {
    if let Value::Object(fields) = &mut body {
        fields.remove("ClientRequestToken");
    }
    let mut hasher = DefaultHasher::new();
    (operation, uri, body.to_string()).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_types::body::SdkBody;

    fn request(target: &str, body: &str) -> HttpRequest {
        let mut request = HttpRequest::new(SdkBody::from(body));
        request.headers_mut().insert("x-amz-target", target.to_owned());
        request.headers_mut().insert("amz-sdk-request", "attempt=2; max=3");
        request
    }

    #[test]
    fn a_transaction_uses_the_rights_of_its_writes() {
        let body = r#"{"ClientRequestToken":"a","TransactItems":[
            {"Put":{"TableName":"town-people"}},{"Delete":{"TableName":"town-web-sessions"}},
            {"ConditionCheck":{"TableName":"town-people"}}]}"#;
        let call = read(&request("DynamoDB_20120810.TransactWriteItems", body), "town-", "town/");
        let rights: Vec<String> = call.touches.iter().map(|t| format!("{} {}", t.action, t.resource)).collect();
        let expected =
            ["dynamodb:PutItem people", "dynamodb:DeleteItem web-sessions", "dynamodb:ConditionCheckItem people"];
        assert_eq!(rights, expected);
        assert_eq!(call.attempt, 2);
        let again = read(&request("DynamoDB_20120810.TransactWriteItems", &body.replace("\"a\"", "\"b\"")), "", "");
        assert_eq!(again.fingerprint, call.fingerprint);
    }

    #[test]
    fn indexes_and_secrets_are_named() {
        let body = r#"{"TableName":"town-staff","IndexName":"by-name"}"#;
        let call = read(&request("DynamoDB_20120810.Query", body), "town-", "town/");
        assert_eq!(call.touches[0].index.as_deref(), Some("by-name"));
        let call = read(&request("secretsmanager.GetSecretValue", r#"{"SecretId":"town/edge"}"#), "town-", "town/");
        assert_eq!((call.service, call.touches[0].resource.as_str()), (Service::SecretsManager, "edge"));
    }
}
