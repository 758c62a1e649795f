#!/usr/bin/env bash
# `make sam`: the functions as Lambda runs them, each in its container, behind SAM's
# gateway; with the engines, the simulators and the pages of `make run` around them.
# The functions are built once; nothing here is compiled by `sam build`.
set -euo pipefail
cd "$(dirname "$0")/../.."

port=3000
folder=.meent/sam

if ! { docker info || finch info; } >/dev/null 2>&1; then
  echo "make sam needs a container runtime that runs (Docker or Finch), because SAM starts each function in a container; make run gives the same town without one." >&2
  exit 1
fi

# One address of this machine that both a browser on it and a container reach: the
# providers are named by it, and a provider's name must be the same for both.
reach_at="${MEENT_REACH_AT:-}"
if [ -z "$reach_at" ] && [ "$(uname -s)" = Linux ]; then
  reach_at="$(docker network inspect bridge --format '{{(index .IPAM.Config 0).Gateway}}' 2>/dev/null || true)"
elif [ -z "$reach_at" ]; then
  reach_at="$(ipconfig getifaddr en0 2>/dev/null || true)"
fi
if [ -z "$reach_at" ]; then
  echo "make sam found no address of this machine that containers reach: name it with MEENT_REACH_AT=…" >&2
  exit 1
fi

infra/tools/install.sh
infra/tools/build-functions.sh
cargo build --locked --package meent-local

mkdir -p "$folder"
rm -f "$folder/engines.json"

# Engines and simulators for the functions, and the two sites, whose /api goes to SAM's
# gateway as CloudFront's would. Writes the functions' environment when it answers.
target/debug/meent-local --engines-only --bind 0.0.0.0 \
  --reach-at "$reach_at" --api "http://127.0.0.1:$port" --environment "$folder/engines.json" &
engines=$!
trap 'kill "$engines" 2>/dev/null || true' EXIT

for _ in $(seq 120); do
  [ -s "$folder/engines.json" ] && break
  if ! kill -0 "$engines" 2>/dev/null; then
    echo "The engines stopped before they were up; what they said stands above." >&2
    exit 1
  fi
  sleep 0.5
done
if [ ! -s "$folder/engines.json" ]; then
  echo "The engines were not up within a minute." >&2
  exit 1
fi

.venv/bin/python infra/tools/local-template.py "$folder"

export SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=eu-central-1
# SAM asks for some credentials; the engines know only their own, from the environment file.
export AWS_ACCESS_KEY_ID="${AWS_ACCESS_KEY_ID:-local}" AWS_SECRET_ACCESS_KEY="${AWS_SECRET_ACCESS_KEY:-local}"
.venv/bin/sam local start-api --config-file "$PWD/samconfig.toml" --config-env local
