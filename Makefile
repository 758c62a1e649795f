# What the README promises. Each target says what it is doing; each can be run alone.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

data ?= .meent
port ?= 8080

WEB_SOURCES := $(shell find web -type f -not -name .built -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path 'web/portal/src/texts/*' -not -path 'web/office/src/texts/*' 2>/dev/null)

.PHONY: help
help:  ## these lines
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: run
run: need web/.built  ## a running town on a free port (fresh=1 begins anew; data=…, port=…, payments=mollie choose)
	@infra/tools/say.sh "Building the town (the first time takes a few minutes) …"
	@cargo build --quiet --workspace --bin meent-local
	@exec target/debug/meent-local --data "$(data)" --port "$(port)" $(if $(payments),--payments $(payments)) $(if $(fresh),--fresh)

.PHONY: test
test: check unit journeys browser  ## everything
	@infra/tools/say.sh "All green."

.PHONY: check
check: need web/node_modules/.installed  ## formatting, clippy, unused dependencies, types, template, texts
	@infra/tools/say.sh "Formatting and clippy …"
	@cargo fmt --all --check
	@cargo clippy --workspace --all-targets --quiet -- -D warnings
	@infra/tools/unused-dependencies.py
	@infra/tools/say.sh "Web: texts, types, lint …"
	@cd web && npm run --silent check && npm run --silent lint
	@infra/tools/say.sh "Template …"
	@infra/tools/lint-template.sh

.PHONY: unit
unit: need web/node_modules/.installed  ## tests of single crates and of the web's own code
	@infra/tools/say.sh "Tests of single crates …"
	@cargo test --quiet --workspace --exclude meent-tests
	@cd web && CHROMIUM="$$(../infra/tools/chromium.sh)" npm test --silent
	@node --test --test-reporter=dot infra/site/

.PHONY: journeys
journeys: need tools  ## the whole town over HTTP: journeys, attacks, rights, costs, the template, bare Lambda
	@infra/tools/say.sh "Building the functions for the runtime interface emulator …"
	@cargo build --quiet --workspace --bins
	@infra/tools/say.sh "Journeys …"
	@MEENT_RIE="$$(infra/tools/rie-path.sh)" cargo test --quiet -p meent-tests

.PHONY: browser
browser: need web/.built  ## the town in a real browser
	@infra/tools/chromium.sh >/dev/null
	@cargo build --quiet --workspace --bin meent-local
	@infra/tools/say.sh "Browser …"
	@cd tests/browser && npm ci --silent --no-audit --no-fund && npm test --silent

.PHONY: bench
bench: need tools web/.built  ## what things cost and how fast they are: sizes, ratios of one run, Lighthouse (takes long)
	@tests/bench/run.sh

.PHONY: openapi
openapi: need  ## docs/openapi.json and the web's types, from the code
	@cargo build --quiet --workspace --bin meent-openapi
	@target/debug/meent-openapi > docs/openapi.json
	@cd web && npm run --silent generate

.PHONY: sam
sam: need  ## the functions in containers, with the engines and simulators of this machine
	@infra/tools/sam-local.sh

.PHONY: licences
licences: need  ## licences, bans and sources of all dependencies
	@infra/tools/licences.sh

.PHONY: tools
tools:
	@infra/tools/install.sh

.PHONY: need
need:
	@infra/tools/need.sh

web/node_modules/.installed: web/package-lock.json
	@infra/tools/say.sh "Installing what the web side is built with …"
	@cd web && npm ci --silent --no-audit --no-fund
	@touch $@

web/.built: web/node_modules/.installed docs/openapi.json $(WEB_SOURCES)
	@infra/tools/say.sh "Building portal and office …"
	@cd web && npm run --silent build
	@touch $@
