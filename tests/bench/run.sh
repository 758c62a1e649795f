#!/usr/bin/env bash
# What takes too long for every run: the functions as they are deployed, their sizes, ratios, and
# how fast the portal is on a phone.
set -euo pipefail
cd "$(dirname "$0")/../.."
say=infra/tools/say.sh

$say "The functions as they are deployed (with LTO: about a minute each) …"
packages=()
for folder in functions/*/; do packages+=(--package "$(basename "$folder")"); done
cargo build --release "${packages[@]}"
$say "Sizes, in kilobytes:"
for folder in functions/*/; do
  name="$(basename "$folder")"
  printf '%-16s %6d\n' "$name" "$(($(stat -c %s "target/release/$name") / 1024))"
done

$say "Each of them under the runtime interface emulator …"
MEENT_RIE="$(infra/tools/rie-path.sh)" MEENT_BINARIES="$PWD/target/release" cargo test --quiet -p meent-tests --test bare

$say "Ratios, measured in one run:"
cargo run --quiet --release -p meent-tests --example ratios

$say "A hundred thousand random movements on the engine, by several at once …"
MEENT_STEPS=100000 cargo test --quiet --release -p meent-tests --test races engine::

$say "The web's sizes:"
for surface in portal office; do (cd "web/$surface" && node ../scripts/check-size.mjs); done

$say "The portal on a phone with a slow connection, by Lighthouse …"
infra/tools/chromium.sh >/dev/null
cargo build --quiet --workspace --bin meent-local
for folder in tests/browser tests/bench/lighthouse; do (cd "$folder" && npm ci --silent --no-audit --no-fund); done
(cd tests/bench/lighthouse && npm test --silent)
