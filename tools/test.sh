#!/usr/bin/env bash
# Runs every test: lints, tools, host, browsers, the whole page in three engines.
# Never skips what is missing: `make setup` comes first.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
step() { say "== $* ($((SECONDS / 60)) min $((SECONDS % 60)) s)"; }

step "formatting and lints"
tools/check.sh
step "tools"
node --test --test-reporter=dot tools/
step "host"
cargo test --quiet --locked --lib --test host
step "browser"
tools/browser-tests.sh
step "the release page"
tools/build.sh
tools/size.sh
step "end to end"
cargo test --quiet --locked --test e2e
