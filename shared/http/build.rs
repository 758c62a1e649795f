//! Turns `problems.toml` and `mails.toml` into code: an enum of all problem codes and one of all
//! letters, with their texts. What lacks a language or names an unknown brace does not build.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

const LANGUAGES: [&str; 4] = ["nl", "fr", "de", "en"];

fn main() {
    println!("cargo::rerun-if-changed=problems.toml");
    println!("cargo::rerun-if-changed=mails.toml");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("problem_codes.rs"), problems(&read("problems.toml"))).expect("room for the codes");
    fs::write(Path::new(&out).join("mail_kinds.rs"), mails(&read("mails.toml"))).expect("room for the letters");
}

fn read(file: &str) -> toml::Table {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    text.parse().unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn problems(all: &toml::Table) -> String {
    let (mut variants, mut codes, mut statuses, mut texts) =
        (String::new(), String::new(), String::new(), String::new());
    for (code, entry) in all {
        let name = variant(code);
        let status = entry["status"].as_integer().filter(|status| (400..600).contains(status));
        let status = status.unwrap_or_else(|| panic!("problems.toml: {code} has no status of an error"));
        let written: Vec<&str> = LANGUAGES
            .iter()
            .map(|language| {
                let text = entry.get(*language).and_then(toml::Value::as_str).unwrap_or_default();
                assert!(!text.is_empty(), "problems.toml: {code} says nothing in {language}");
                text
            })
            .collect();
        let _ = writeln!(variants, "    {name},");
        let _ = writeln!(codes, "            Self::{name} => {code:?},");
        let _ = writeln!(statuses, "            Self::{name} => {status},");
        let _ = writeln!(texts, "            Self::{name} => {written:?},");
    }
    format!(
        "/// Every problem the API answers with (`problems.toml`).\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub enum ProblemCode {{\n{variants}}}\n\n\
         impl ProblemCode {{\n    pub const ALL: &'static [ProblemCode] = &[{list}];\n\n\
         pub fn code(self) -> &'static str {{\n        match self {{\n{codes}        }}\n    }}\n\n\
         fn status_number(self) -> u16 {{\n        match self {{\n{statuses}        }}\n    }}\n\n\
         fn texts(self) -> [&'static str; 4] {{\n        match self {{\n{texts}        }}\n    }}\n}}\n",
        list = all.keys().map(|code| format!("ProblemCode::{}", variant(code))).collect::<Vec<_>>().join(", "),
    )
}

fn mails(all: &toml::Table) -> String {
    let (mut variants, mut codes, mut texts) = (String::new(), String::new(), String::new());
    for (kind, entry) in all {
        let name = variant(kind);
        let params: Vec<&str> =
            entry["params"].as_array().into_iter().flatten().filter_map(toml::Value::as_str).collect();
        let written: Vec<(&str, &str)> = LANGUAGES
            .iter()
            .map(|language| {
                let text = |part: &str| {
                    let text = entry.get(*language).and_then(|entry| entry.get(part)).and_then(toml::Value::as_str);
                    let text = text.unwrap_or_else(|| panic!("mails.toml: {kind} has no {part} in {language}")).trim();
                    check_braces(kind, language, text, &params);
                    text
                };
                (text("subject"), text("body"))
            })
            .collect();
        let _ = writeln!(variants, "    {name},");
        let _ = writeln!(codes, "            Self::{name} => {kind:?},");
        let _ = writeln!(texts, "            Self::{name} => {written:?},");
    }
    format!(
        "/// Every letter Meent sends (`mails.toml`).\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum MailKind {{\n{variants}}}\n\n\
         impl MailKind {{\n    const ALL: &'static [MailKind] = &[{list}];\n\n\
         pub fn code(self) -> &'static str {{\n        match self {{\n{codes}        }}\n    }}\n\n\
         fn texts(self) -> [(&'static str, &'static str); 4] {{\n        match self {{\n{texts}        }}\n    }}\n}}\n",
        list = all.keys().map(|kind| format!("MailKind::{}", variant(kind))).collect::<Vec<_>>().join(", "),
    )
}

fn check_braces(kind: &str, language: &str, text: &str, params: &[&str]) {
    for opened in text.split('{').skip(1) {
        let name = opened.split('}').next().unwrap_or_default();
        assert!(params.contains(&name), "mails.toml: {kind} in {language} names {{{name}}}, which it does not get");
    }
}

/// `sign-in-expired` is `SignInExpired`.
fn variant(code: &str) -> String {
    code.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
