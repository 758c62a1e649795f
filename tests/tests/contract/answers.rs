//! Whether a value is as the description says.

use serde_json::Value;

pub fn conforms(description: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    let schema = resolved(description, schema);
    for choice in ["oneOf", "anyOf"] {
        if let Some(choices) = schema[choice].as_array() {
            let fits = choices.iter().any(|one| conforms(description, one, value).is_ok());
            return if fits { Ok(()) } else { Err(format!("none of {choices:?} is {value}")) };
        }
    }
    if let Some(parts) = schema["allOf"].as_array() {
        return all_of(description, parts, value);
    }
    if !types(schema).iter().any(|kind| is_of(kind, value)) {
        return Err(format!("{value} is no {}", schema["type"]));
    }
    match value {
        Value::Object(fields) => {
            for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                if !fields.contains_key(name) {
                    return Err(format!("{name} is missing"));
                }
            }
            let known = schema["properties"].as_object();
            for (name, field) in fields {
                match known.and_then(|known| known.get(name)) {
                    Some(schema) => conforms(description, schema, field).map_err(|why| format!("{name}: {why}"))?,
                    None if known.is_some() && schema["additionalProperties"].is_null() => {
                        return Err(format!("{name} is not described"));
                    }
                    None => {}
                }
            }
            Ok(())
        }
        Value::Array(items) if schema["items"].is_object() => {
            items.iter().try_for_each(|item| conforms(description, &schema["items"], item))
        }
        _ => Ok(()),
    }
}

/// Parts of one object: each says some of its fields.
fn all_of(description: &Value, parts: &[Value], value: &Value) -> Result<(), String> {
    for part in parts {
        let part = resolved(description, part);
        for name in part["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            let field = value.get(name).ok_or_else(|| format!("{name} is missing"))?;
            conforms(description, &part["properties"][name], field).map_err(|why| format!("{name}: {why}"))?;
        }
    }
    Ok(())
}

pub fn resolved<'d>(description: &'d Value, schema: &'d Value) -> &'d Value {
    match schema["$ref"].as_str() {
        Some(name) => description.pointer(name.trim_start_matches('#')).expect("what a reference leads to"),
        None => schema,
    }
}

pub fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => vec!["any"],
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => true,
    }
}
