//! The contract of the API, from the code of its routes: what `docs/openapi.json` holds and the
//! site serves at `/api/openapi.json`.

use crate::functions::{FUNCTIONS, Function};
use meent_http::ProblemBody;
use serde_json::{Map, Value, json};
use utoipa::PartialSchema;

const PROBLEM: &str = "ProblemBody";

/// OpenAPI 3.1, the same text for the same code.
pub fn document() -> String {
    let mut paths = Map::new();
    let mut schemas = Map::new();
    for function in FUNCTIONS {
        let whole = serde_json::to_value(function.openapi()).expect("a description can be written");
        for (path, mut item) in whole["paths"].as_object().cloned().unwrap_or_default() {
            complete(function, &mut item);
            let known = paths.entry(path).or_insert_with(|| json!({}));
            let (Value::Object(known), Value::Object(item)) = (known, item) else { continue };
            known.extend(item);
        }
        for (name, schema) in whole["components"]["schemas"].as_object().cloned().unwrap_or_default() {
            let known = schemas.entry(name.clone()).or_insert_with(|| schema.clone());
            assert_eq!(*known, schema, "two shapes are called {name}; {} has one of them", function.name);
        }
    }
    let problem = serde_json::to_value(ProblemBody::schema()).expect("a shape can be written");
    schemas.insert(PROBLEM.to_owned(), problem);
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Meent",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "What the portal and the office of a town ask of it. Habits: docs/API.md.",
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": { "schemas": schemas },
    });
    serde_json::to_string_pretty(&sorted(document)).expect("JSON can be written") + "\n"
}

/// Every operation gets a name of its own, and may answer with a problem.
fn complete(function: &Function, item: &mut Value) {
    for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
        let Some(handler) = operation["operationId"].as_str() else { continue };
        operation["operationId"] = operation_id(function.name, handler).into();
        let problem = json!({ "$ref": format!("#/components/schemas/{PROBLEM}") });
        operation["responses"]["default"] = json!({
            "description": "A problem, in the asked language",
            "content": { "application/problem+json": { "schema": problem } },
        });
    }
}

/// Handlers are named within their function: `list` of sessions is `sign_in_list`.
fn operation_id(function: &str, handler: &str) -> String {
    let function = function.replace('-', "_");
    if handler == function { function } else { format!("{function}_{handler}") }
}

/// By name, whatever order the JSON library keeps.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> = fields.into_iter().collect();
            fields.sort_by(|(a, _), (b, _)| a.cmp(b));
            Value::Object(fields.into_iter().map(|(name, field)| (name, sorted(field))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_operation_has_a_name_of_its_own_and_may_fail() {
        let text = document();
        assert_eq!(text, document());
        let document: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(document["openapi"], "3.1.0");
        let mut names = BTreeSet::new();
        for (path, item) in document["paths"].as_object().expect("paths") {
            for (method, operation) in item.as_object().expect("operations") {
                let name = operation["operationId"].as_str().unwrap_or_else(|| panic!("{method} {path} has no name"));
                assert!(names.insert(name.to_owned()), "{name} stands twice");
                assert!(operation["responses"]["default"].is_object(), "{method} {path}");
            }
        }
        assert!(names.contains("home") && names.contains("sign_in_start"), "{names:?}");
    }
}
