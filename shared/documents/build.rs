//! Turns `texts.toml` into code: an enum of all texts. What lacks a language, or names other braces in
//! one language than in another, does not build.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{env, fs, path::Path};

const LANGUAGES: [&str; 4] = ["nl", "fr", "de", "en"];

fn main() {
    println!("cargo::rerun-if-changed=texts.toml");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let text = fs::read_to_string("texts.toml").unwrap_or_else(|error| panic!("texts.toml: {error}"));
    let all: toml::Table = text.parse().unwrap_or_else(|error| panic!("texts.toml: {error}"));
    fs::write(Path::new(&out).join("texts.rs"), texts(&all)).expect("room for the texts");
}

fn texts(all: &toml::Table) -> String {
    let (mut variants, mut arms) = (String::new(), String::new());
    for (key, entry) in all {
        let written = LANGUAGES.map(|language| {
            let text = entry.get(language).and_then(toml::Value::as_str).unwrap_or_default();
            assert!(!text.is_empty(), "texts.toml: {key} says nothing in {language}");
            text
        });
        for (language, text) in LANGUAGES.iter().zip(written) {
            assert!(braces(text) == braces(written[0]), "texts.toml: {key} names other braces in {language}");
        }
        let name = variant(key);
        let _ = writeln!(variants, "    {name},");
        let _ = writeln!(arms, "            Self::{name} => {written:?},");
    }
    format!(
        "/// Every text of the documents (`texts.toml`).\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub(crate) enum Text {{\n{variants}}}\n\n\
         impl Text {{\n    fn texts(self) -> [&'static str; 4] {{\n        match self {{\n{arms}        }}\n    }}\n}}\n"
    )
}

fn braces(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|opened| opened.split('}').next().unwrap_or_default()).collect()
}

/// `made-on` is `MadeOn`.
fn variant(key: &str) -> String {
    key.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
