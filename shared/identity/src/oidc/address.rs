//! Addresses, as providers write them in one line.

use meent_domain::person::Address;
use serde_json::Value;

/// `{ "street_address": "Kerkstraat 12 bus 3", "postal_code": "9999", "locality": "…" }`, the OpenID
/// Connect form. `None` when a part is missing: half an address gives no right.
pub fn from_claim(claim: &Value) -> Option<Address> {
    let part = |name: &str| {
        let text = claim.get(name)?.as_str()?.trim();
        (!text.is_empty() && text.len() <= 120).then(|| text.to_owned())
    };
    let line = part("street_address")?;
    let (street, number, box_number) = split(&line)?;
    Some(Address { street, number, box_number, postcode: part("postal_code")?, town: part("locality")? })
}

/// The number is the last word that begins with a digit, unless it stands first; what comes after it
/// is the box, with or without its usual word.
fn split(line: &str) -> Option<(String, String, Option<String>)> {
    let words: Vec<&str> = line.split_whitespace().filter(|word| *word != ",").collect();
    let marks = ["bus", "bte", "boîte", "boite", "box", "b"];
    let mark_at = words.iter().rposition(|word| marks.contains(&word.trim_matches(['.', ',']).to_lowercase().as_str()));
    let before_box = mark_at.unwrap_or(words.len());
    let number_at = words[..before_box].iter().rposition(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    if number_at == 0 {
        return None;
    }
    let clean = |words: &[&str]| words.join(" ").trim_matches([',', ' ']).to_owned();
    let rest = match mark_at {
        Some(mark_at) => &words[mark_at + 1..],
        None => &words[number_at + 1..],
    };
    let box_number = (!rest.is_empty()).then(|| clean(rest));
    Some((clean(&words[..number_at]), clean(&words[number_at..=number_at]), box_number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_people_write_them() {
        for (line, street, number, box_number) in [
            ("Kerkstraat 12", "Kerkstraat", "12", None),
            ("Kerkstraat 12 bus 3", "Kerkstraat", "12", Some("3")),
            ("Place du 20 Août 7 bte 0101", "Place du 20 Août", "7", Some("0101")),
            ("Dorp, 4A", "Dorp", "4A", None),
            ("Lange Weg 5 B2", "Lange Weg", "5", Some("B2")),
        ] {
            let expected = (street.to_owned(), number.to_owned(), box_number.map(str::to_owned));
            assert_eq!(split(line), Some(expected), "{line}");
        }
        assert_eq!(split("Kerkstraat"), None);
        assert_eq!(split("12"), None);
        assert_eq!(split(""), None);
    }
}
