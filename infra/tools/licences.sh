#!/usr/bin/env bash
# `make licences`: may everything we build on be given away under the EUPL, does it come
# from where it should, and is nothing in it that we banned. Not part of `make check`:
# cargo-deny takes some three minutes to build, once.
#   ADVISORIES=1 also looks for known vulnerabilities, which needs the network.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=0.20.2
tools=target/tools

infra/tools/install.sh
if [ "$("$tools/bin/cargo-deny" --version 2>/dev/null)" != "cargo-deny $version" ]; then
  echo "Building cargo-deny $version into $tools (once, some three minutes) …" >&2
  cargo install --locked --quiet --root "$tools" --version "$version" cargo-deny
fi

checks=(licenses bans sources)
if [ -n "${ADVISORIES:-}" ]; then checks+=(advisories); fi
"$tools/bin/cargo-deny" --all-features check "${checks[@]}"
.venv/bin/python infra/tools/licences-web.py
