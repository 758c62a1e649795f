#!/usr/bin/env bash
# Prints where the runtime interface emulator is: Lambda's own loop, without a container.
# It comes inside the SAM CLI.
set -euo pipefail
cd "$(dirname "$0")/../.."
infra/tools/install.sh

case "$(uname -m)" in
  x86_64) arch=x86_64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *)
    echo "There is no runtime interface emulator for $(uname -m)." >&2
    exit 1
    ;;
esac
.venv/bin/python - "$arch" <<'PYTHON'
import pathlib, samcli, sys
print(pathlib.Path(samcli.__file__).parent / "local" / "rapid" / f"aws-lambda-rie-{sys.argv[1]}")
PYTHON
