//! Bodies, paths and queries from the description: right ones, and each part of them wrong in turn.

use crate::answers::{resolved, types};
use meent_tests::dice::Dice;
use serde_json::{Value, json};

/// Of the wrong values of a field, so many are drawn each time.
const DRAWN: usize = 7;

/// Some of them, in no order.
fn drawn<T: Clone>(dice: &mut Dice, all: &[T], most: usize) -> Vec<T> {
    let mut all = all.to_vec();
    dice.shuffle(&mut all);
    all.truncate(most);
    all
}

/// Whatever the type: what people and programs send by mistake or on purpose.
fn wrong_values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(i64::MAX),
        json!(1e300),
        json!(1.5),
        json!(""),
        json!(" "),
        json!("🚗🚗🚗"),
        json!("\u{0}\u{202e}x"),
        json!("1ABC234' OR 1=1 --"),
        json!("../../etc/passwd"),
        json!("x".repeat(5_000)),
        json!("0000-00-00"),
        json!("2026-02-30"),
        json!("-262144-01-01T00:00:00Z"),
        json!("+262143-12-31T23:59:59Z"),
        json!("9999-12-31T23:59:59Z"),
        json!("1970-01-01T00:00:00Z"),
        json!("2026-11-21T09:00:00+99:99"),
        json!("24:00"),
        json!("99:99"),
        json!([]),
        json!([[], {}, null]),
        json!(vec![1; 600]),
        json!({}),
        json!({ "$gt": "" }),
    ]
}

const WRONG_WORDS: [&str; 9] =
    ["", "%00", "..%2f..", "%F0%9F%9A%97", "-1", "99999999999999999999", "null", "2026-13-45", "x%22%27%3Cb%3E"];

pub struct Maker<'d> {
    description: &'d Value,
    /// A session of whoever asks.
    id: &'d str,
}

impl<'d> Maker<'d> {
    pub fn new(description: &'d Value, id: &'d str) -> Self {
        Self { description, id }
    }

    /// None for what takes no body.
    pub fn bodies(&self, operation: &Value, dice: &mut Dice) -> Vec<Option<Value>> {
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        if !schema.is_object() {
            return vec![None];
        }
        let right = self.example(schema, "", 0);
        let mut all = vec![right.clone()];
        for path in paths_of(&right) {
            let mut without = right.clone();
            if remove(&mut without, &path) {
                all.push(without);
            }
            for wrong in drawn(dice, &wrong_values(), DRAWN) {
                let mut body = right.clone();
                if let Some(place) = body.pointer_mut(&path) {
                    *place = wrong;
                }
                all.push(body);
            }
        }
        let mut more = right;
        more["unknown"] = json!(1);
        all.push(more);
        all.extend(drawn(dice, &wrong_values(), DRAWN));
        all.into_iter().map(Some).collect()
    }

    /// The right address; wrong ones too where there is no body to be wrong.
    pub fn addresses(&self, path: &str, operation: &Value, dice: &mut Dice, also_wrong: bool) -> Vec<String> {
        let filled = |with: &str| {
            let mut parts: Vec<String> = vec![];
            for part in path.split('/') {
                parts.push(if part.starts_with('{') { with.to_owned() } else { part.to_owned() });
            }
            parts.join("/")
        };
        let mut all = vec![filled(self.id)];
        if !also_wrong {
            return all;
        }
        if path.contains('{') {
            all.extend(WRONG_WORDS.iter().filter(|word| !word.is_empty()).map(|word| filled(word)));
        }
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        for parameter in parameters.iter().filter(|parameter| parameter["in"] == "query") {
            let name = parameter["name"].as_str().unwrap_or_default();
            for word in drawn(dice, &WRONG_WORDS, DRAWN) {
                all.push(format!("{}?{name}={word}", filled(self.id)));
            }
        }
        all.push(format!("{}?unknown=1", filled(self.id)));
        all
    }

    /// A value as the description says, with what a town has where the name tells it.
    fn example(&self, schema: &Value, name: &str, depth: usize) -> Value {
        let schema = resolved(self.description, schema);
        match name {
            "until" if schema["format"] == "date-time" => return json!("2026-11-21T11:00:00Z"),
            "zone" => return json!("centrum"),
            "weekdays" => return json!([1, 2]),
            "firstDay" => return json!("2026-12-01"),
            "lastDay" => return json!("2026-12-10"),
            "fromTime" => return json!("09:00"),
            "untilTime" => return json!("10:00"),
            "agreedCents" => return json!(5_000),
            _ => {}
        }
        if !schema["example"].is_null() {
            return schema["example"].clone();
        }
        let choice = schema["oneOf"].as_array().or(schema["anyOf"].as_array()).or(schema["allOf"].as_array());
        if let Some(choice) = choice.and_then(|choices| choices.iter().find(|one| one["type"] != "null")) {
            return self.example(choice, name, depth);
        }
        match types(schema).first().copied().unwrap_or_default() {
            "object" if depth < 8 => {
                let fields = schema["properties"].as_object().cloned().unwrap_or_default();
                fields.iter().map(|(name, field)| (name.clone(), self.example(field, name, depth + 1))).collect()
            }
            "array" if depth < 8 => json!([self.example(&schema["items"], "", depth + 1)]),
            "integer" => json!(100),
            "number" => json!(1.5),
            "boolean" => json!(true),
            "string" if schema["format"] == "date" => json!("2026-12-01"),
            "string" if schema["format"] == "date-time" => json!("2026-11-21T10:00:00Z"),
            "string" => json!("abc"),
            _ => Value::Null,
        }
    }
}

/// Of every field, however deep.
fn paths_of(value: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, field)| (name.clone(), field)).collect(),
        Value::Array(items) => items.iter().take(2).enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        _ => vec![],
    };
    let mut paths = vec![];
    for (name, child) in children {
        paths.push(format!("/{name}"));
        paths.extend(paths_of(child).into_iter().map(|path| format!("/{name}{path}")));
    }
    paths
}

fn remove(body: &mut Value, path: &str) -> bool {
    let Some((parent, name)) = path.rsplit_once('/') else { return false };
    match body.pointer_mut(parent) {
        Some(Value::Object(fields)) => fields.remove(name).is_some(),
        _ => false,
    }
}
