#!/usr/bin/env bash
# No finding in the template, and no difference between it and the files beside it.
# All of it works without an account and without a network.
set -euo pipefail
cd "$(dirname "$0")/../.."
infra/tools/install.sh
export AWS_DEFAULT_REGION=eu-central-1 SAM_CLI_TELEMETRY=0
.venv/bin/cfn-lint infra/template.yaml
.venv/bin/sam validate --lint --template infra/template.yaml
.venv/bin/python infra/tools/lint-template.py
