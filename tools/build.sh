#!/usr/bin/env bash
# Builds the sealed release page into dist/, or into the folder given.
# Never names this machine in what it builds: paths are written as the build's own words.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
# Panic messages carry paths of source files. Without this they would carry the builder's home, and differ by builder.
flags="--remap-path-prefix=$PWD=attune"
cargo fetch --quiet --locked --target wasm32-unknown-unknown
for crates in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do flags+=" --remap-path-prefix=$crates=crates"; done
# The hook that seals the page cuts the program in two, by what the linker knows of it: see src/main.rs.
flags+=" --cfg split -C link-arg=--emit-relocs"
# Room for most sessions from the start, in bytes: otherwise memory grows page by page in the middle of them, in one part of
# the program while the other runs. What is not written to takes no memory of the device.
flags+=" -C link-arg=--initial-memory=$((16 << 20))"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags" ATTUNE_SPLIT=1
# Trunk reads NO_COLOR as true or false, while elsewhere its mere presence counts.
unset NO_COLOR
exec trunk build --release --locked --dist "${1:-dist}"
