//! The contract as it is committed: a change of it is a diff to read.

#[test]
fn the_contract_is_what_the_code_says() {
    let committed = include_str!("../../docs/openapi.json");
    let written = meent_local::openapi();
    let difference = committed.lines().zip(written.lines()).zip(1..).find(|((there, here), _)| there != here);
    if let Some(((there, here), line)) = difference {
        panic!(
            "docs/openapi.json, line {line}: is\n  {there}\nand the code says\n  {here}\nWrite it with `make openapi`."
        );
    }
    assert_eq!(committed.len(), written.len(), "docs/openapi.json ends differently: write it with `make openapi`");
}
