#!/usr/bin/env bash
# Builds every function once into target/lambda/<name>/bootstrap, where the template's
# CodeUri points. For Lambda on arm64: ARCHITECTURE=arm64 (and the same parameter at the
# deploy). More arguments go to cargo lambda.
set -euo pipefail
cd "$(dirname "$0")/../.."
infra/tools/install.sh
# zig links against the glibc of Lambda's Linux, whatever this machine's is.
export PATH="$PWD/.venv/bin:$PATH"

packages=()
for folder in functions/*/; do
  packages+=(--package "$(basename "$folder")")
done
arch=()
if [ "${ARCHITECTURE:-x86_64}" = arm64 ]; then arch=(--arm64); fi
exec cargo lambda build --release --locked ${arch[@]+"${arch[@]}"} "${packages[@]}" "$@"
