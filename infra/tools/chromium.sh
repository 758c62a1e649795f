#!/usr/bin/env bash
# Prints where Debian's Chromium is; installs it where that is possible and it is absent.
set -euo pipefail
for known in chromium chromium-browser google-chrome; do
  if command -v "$known"; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the browser tests (once) …" >&2
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
  command -v chromium
else
  echo "The browser tests need Chromium: on Debian and Ubuntu, sudo apt install chromium." >&2
  exit 1
fi
