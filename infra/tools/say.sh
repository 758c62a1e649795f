#!/usr/bin/env bash
# One line about what goes on, apart from what the tools print.
printf '\033[1m▸ %s\033[0m\n' "$*"
