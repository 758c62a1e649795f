#!/usr/bin/env bash
# Builds the portal and the office and puts them, with the town's own folder (P-43) and
# the API's description, in the stack's bucket.
#
#   infra/tools/publish-site.sh STACK TOWN_FOLDER
set -euo pipefail
if [ $# -ne 2 ]; then
  echo "Usage: infra/tools/publish-site.sh STACK TOWN_FOLDER (such as: meent-test web/town)" >&2
  exit 2
fi
town="$(cd "$2" && pwd)"
cd "$(dirname "$0")/../.."
infra/tools/install.sh
npm --prefix web ci
npm --prefix web run build
exec .venv/bin/python infra/tools/publish-site.py "$1" "$town"
