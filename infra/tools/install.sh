#!/usr/bin/env bash
# Puts the tools of requirements.txt into .venv. Quick when they are there already.
set -euo pipefail
cd "$(dirname "$0")/../.."

python="${PYTHON:-python3}"
list=infra/tools/requirements.txt
stamp=.venv/.made-from

if ! command -v "$python" >/dev/null; then
  echo "The tools for AWS need Python 3.11 or newer, and there is no $python: install it, or name another with PYTHON=…" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "The tools for AWS need Python 3.11 or newer, and $python is $("$python" -V | cut -d' ' -f2): name another with PYTHON=…" >&2
  exit 1
fi

made_from="$("$python" -V) $(cksum "$list")"
if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$made_from" ]; then
  exit 0
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  echo "Python's venv is missing: on Debian and Ubuntu, apt install python3-venv." >&2
  exit 1
fi

echo "Installing the tools for AWS into .venv (once, under a minute) …" >&2
"$python" -m venv --clear .venv
if ! .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$list" >&2; then
  echo "The tools for AWS could not be installed: pip says why above." >&2
  exit 1
fi
echo "$made_from" >"$stamp"
