#!/usr/bin/env bash
# Says in a sentence what this machine lacks, before something fails obscurely.
set -u
missing=0
lack() { echo "Meent needs $1" >&2; missing=1; }

command -v cargo >/dev/null || lack "Rust: install it with rustup (https://rustup.rs); rust-toolchain.toml names the version."
command -v cc >/dev/null || lack "a C compiler: on Debian and Ubuntu, apt install build-essential."
if command -v node >/dev/null; then
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
    lack "Node 20.19 or newer; this is $(node --version)."
else
  lack "Node 20.19 or newer: on Debian and Ubuntu, apt install nodejs npm, or from https://nodejs.org."
fi
command -v npm >/dev/null || lack "npm, which comes with Node."
command -v python3 >/dev/null || lack "Python 3.11 or newer: on Debian and Ubuntu, apt install python3 python3-venv."
exit $missing
