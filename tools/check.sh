#!/usr/bin/env bash
# Formatting and lints, for the host and for wasm; a warning is an error.
# Never changes a file.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
cargo fmt --check
cargo clippy --quiet --locked --all-targets -- -D warnings
cargo clippy --quiet --locked --target wasm32-unknown-unknown --lib --bins --test browser --test measure -- -D warnings
