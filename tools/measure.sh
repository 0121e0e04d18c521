#!/usr/bin/env bash
# Times the functions behind the views in wasm, compiled as a release is, in Chromium; fails above a budget.
# Measures nothing where only other benches are asked for.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
case "${1:-understanding}" in *understanding* | candidates) ;; *) exit 0 ;; esac
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
export WASM_BINDGEN_TEST_TIMEOUT=120 # seconds
WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/browser/webdriver.json CHROMEDRIVER=$(command -v chromedriver) \
  cargo test --locked --release --target wasm32-unknown-unknown --test measure -- --nocapture
