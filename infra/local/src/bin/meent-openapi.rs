//! Prints the contract of the API, for `docs/openapi.json`.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    std::io::stdout().lock().write_all(meent_local::openapi().as_bytes())
}
