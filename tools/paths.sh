# Sourced by the other scripts: where the tools are, ours before the user's.
# Never installs anything.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
# Cargo's folder is often missing from the PATH of a shell that no one logged into.
export PATH="$CARGO_TARGET_DIR/tools/bin:$PWD/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

# The one place for versions that Cargo.lock does not know.
TRUNK_VERSION=0.21.14
# wasm-bindgen's tool must be of the library's version, to the last digit.
WASM_BINDGEN_VERSION=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
# Cuts the release in two; reads what wasm_split_helpers (Cargo.toml) marks. It does not tell its version, so the folder does.
WASM_SPLIT_VERSION=0.2.4
WASM_SPLIT_ROOT="$CARGO_TARGET_DIR/tools/wasm-split-$WASM_SPLIT_VERSION"
export PATH="$WASM_SPLIT_ROOT/bin:$PATH"
# Python with what tests/reader and tests/traces need; what calls them looks for it here.
PYTHON_ROOT="$CARGO_TARGET_DIR/tools/python"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
