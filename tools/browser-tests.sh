#!/usr/bin/env bash
# Runs tests/browser (wasm-bindgen-test) in each engine in turn.
# Never skips an engine: a missing browser or driver fails. ATTUNE_ENGINES=chromium,firefox,webkit picks some of them.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
export WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60 WASM_BINDGEN_TEST_TIMEOUT=120 # seconds; a busy machine starts a browser slowly
export WEBKIT_DISABLE_COMPOSITING_MODE=1 # as in tests/e2e/support/driver.rs, and why stands there
# Built before the first browser is started, so that its time is the tests' own.
cargo test --quiet --locked --target wasm32-unknown-unknown --test browser --no-run

in_engine() { # driver-variable driver-program command-before...
  local variable=$1 driver
  driver=$(command -v "$2") || fail "$2 is missing: make setup installs it."
  shift 2
  # The runner takes the first driver it knows of, so exactly one is named. (It refuses cargo's --quiet.)
  env "$variable=$driver" "$@" cargo test --locked --target wasm32-unknown-unknown --test browser -- ${FILTER[@]+"${FILTER[@]}"}
}

# WebKitGTK's GLib ends the page's process when a signal comes while it reads `errno`: seen under load, and nothing a page
# can cause. Such a run, and no other, is made once more. The end-to-end tests know it too.
in_webkit() {
  local log status=0
  log=$(mktemp)
  in_engine SAFARIDRIVER WebKitWebDriver xvfb-run --auto-servernum 2>&1 | tee "$log" || status=$?
  if [ "$status" != 0 ] && grep -q "getauxval () failed" "$log"; then
    say "GLib ended WebKit's process; once more in a new one"
    status=0
    in_engine SAFARIDRIVER WebKitWebDriver xvfb-run --auto-servernum || status=$?
  fi
  rm -f "$log"
  return "$status"
}

FILTER=("$@")
IFS=, read -ra engines <<<"${ATTUNE_ENGINES:-chromium,firefox,webkit}"
for engine in "${engines[@]}"; do
  say "tests/browser in $engine"
  case $engine in
    chromium) WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/browser/webdriver.json in_engine CHROMEDRIVER chromedriver ;;
    firefox) WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/browser/webdriver.json in_engine GECKODRIVER geckodriver ;;
    # The runner knows no WebKitGTK, but what it asks of Safari fits.
    webkit) in_webkit ;;
    *) fail "No such engine: $engine" ;;
  esac
done
