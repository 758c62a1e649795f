//! What a change comes to, for the audit trail: field by field, from what to what.

use meent_domain::voucher::Terms;
use meent_store::audit::Change;
use serde_json::Value;
use std::collections::BTreeMap;

/// All differences; everything, of a type that is new.
pub fn changes(before: Option<&Terms>, after: &Terms) -> Result<Vec<Change>, serde_json::Error> {
    let was = before.map(fields).transpose()?.unwrap_or_default();
    let is = fields(after)?;
    let names: BTreeMap<&String, ()> = was.keys().chain(is.keys()).map(|name| (name, ())).collect();
    let change =
        |name: &String| Change { field: name.clone(), from: was.get(name).cloned(), to: is.get(name).cloned() };
    Ok(names.into_keys().map(change).filter(|change| change.from != change.to).collect())
}

/// `name.nl`, `validity.months`, …
fn fields(terms: &Terms) -> Result<BTreeMap<String, String>, serde_json::Error> {
    let mut found = BTreeMap::new();
    collect("", &serde_json::to_value(terms)?, &mut found);
    Ok(found)
}

fn collect(name: &str, value: &Value, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(parts) => {
            for (part, value) in parts {
                let name = if name.is_empty() { part.clone() } else { format!("{name}.{part}") };
                collect(&name, value, found);
            }
        }
        Value::String(text) => drop(found.insert(name.to_owned(), text.clone())),
        other => drop(found.insert(name.to_owned(), other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn terms(price: i64, validity: &Value) -> Terms {
        serde_json::from_value(json!({
            "name": { "nl": "Dag", "fr": "Jour", "de": "Tag", "en": "Day" }, "hours": 8, "priceCents": price,
            "multiple": 5, "most": 50, "zone": "centrum", "validity": validity, "sold": true,
        }))
        .expect("terms")
    }

    #[test]
    fn each_field_that_differs_is_told() {
        let (before, after) = (terms(150, &json!({ "months": 12 })), terms(175, &json!({ "endOfYear": 1 })));
        let told = changes(Some(&before), &after).expect("changes");
        let side = |text: &Option<String>| text.clone().unwrap_or_default();
        let told: Vec<String> = told
            .iter()
            .map(|change| format!("{} {} > {}", change.field, side(&change.from), side(&change.to)))
            .collect();
        assert_eq!(told, ["priceCents 150 > 175", "validity.endOfYear  > 1", "validity.months 12 > "]);
        assert!(changes(Some(&after), &after).expect("changes").is_empty());
        assert_eq!(changes(None, &after).expect("changes").len(), 11);
    }
}
