//! Events as API Gateway makes them of requests (`tests/events/request.json` is one).

use meent_tests::{Browser, Stage};
use serde_json::{Value, json};

const EDGE: &str = "x-meent-edge";

pub fn event(text: &str) -> Value {
    serde_json::from_str(text).expect("events are JSON")
}

/// A request of a browser that came through CloudFront.
pub fn request(stage: &Stage, browser: &Browser, route: &str) -> Value {
    let mut request = event(include_str!("../../events/request.json"));
    let (method, path) = route.split_once(' ').expect("a method and a path");
    request["routeKey"] = route.into();
    request["requestContext"]["routeKey"] = route.into();
    request["rawPath"] = path.into();
    request["requestContext"]["http"]["path"] = path.into();
    request["requestContext"]["http"]["method"] = method.into();
    request["cookies"] = browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    request["headers"][EDGE] = stage.town.edge_header.clone().into();
    request["headers"]["origin"] = browser.site.clone().into();
    request
}

pub fn with_json(mut request: Value, body: &Value) -> Value {
    request["headers"]["content-type"] = "application/json".into();
    request["body"] = body.to_string().into();
    request
}

/// Bytes travel as base64.
pub fn with_bytes(mut request: Value, base64: &str) -> Value {
    request["headers"]["content-type"] = "image/webp".into();
    request["body"] = base64.into();
    request["isBase64Encoded"] = true.into();
    request
}

pub fn past_the_front_door(mut request: Value) -> Value {
    request["headers"].as_object_mut().expect("headers").remove(EDGE);
    request
}

/// The body of an answer of the expected status.
pub fn body(answer: &Value, status: u16) -> Value {
    assert_eq!(answer["statusCode"], status, "{answer}");
    assert!(answer["headers"]["cache-control"].is_string(), "{answer}");
    answer["body"].as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or(json!(null))
}

pub fn problem(answer: &Value, status: u16) -> String {
    let body = body(answer, status);
    assert_eq!(answer["headers"]["content-type"], "application/problem+json", "{answer}");
    assert_eq!(body["requestId"], "JKJaXmPLvHcESHA=", "the gateway's own id");
    body["code"].as_str().expect("a code").to_owned()
}
