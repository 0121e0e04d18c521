#!/usr/bin/env bash
# Removes what was built. `cargo clean` would take the installed tools in target/tools with it.
# Never removes anything outside dist/ and the build folder.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
rm -rf dist
for folder in debug release torture wasm32-unknown-unknown e2e screens proof; do rm -rf "${CARGO_TARGET_DIR:?}/$folder"; done
