//! Documents that a test writes, and that are committed so that a change of them is a diff to read.

use std::path::Path;

/// Holds a document to what the test found. `MEENT_WRITE=1` writes it instead.
pub fn committed(path: &str, found: &str, test: &str) {
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(path);
    if std::env::var_os("MEENT_WRITE").is_some() {
        std::fs::write(&file, found).expect("the document can be written");
        return;
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    if there == found {
        return;
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (there.lines().collect(), found.lines().collect());
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}\n"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}\n"));
    let difference: String = gone.chain(come).collect();
    panic!(
        "\n{path} says something else than was found:\n{difference}\nIf that is meant, write it with\n  \
         MEENT_WRITE=1 cargo test -p meent-tests --test {test}\nand commit it.\n"
    );
}
