#!/usr/bin/env bash
# Installs what is missing, and only that: `setup.sh build` for the page, `setup.sh test` for browsers and drivers too.
# Never replaces a tool of the user's: one of another version stays, and ours goes to target/tools.
set -euo pipefail
source "$(dirname "$0")/paths.sh"

# Installs a crate's program. With a version: exactly that, beside the user's own if theirs is another.
cargo_tool() { # program version-or-empty installed-version cargo-install-arguments...
  local program=$1 version=$2 found=$3
  shift 3
  if [ -n "$found" ] && { [ -z "$version" ] || [ "$found" = "$version" ]; }; then return; fi
  local root=()
  if [ -n "$found" ]; then
    root=(--root "$CARGO_TARGET_DIR/tools")
    say "Found $program $found, but $version is needed: it goes to $CARGO_TARGET_DIR/tools, yours stays."
  fi
  say "Installing $program $version (some minutes) ..."
  # A build folder of its own, so that the project's is not filled, and thrown away after.
  CARGO_TARGET_DIR="$CARGO_TARGET_DIR/tools/build" cargo install --quiet "${root[@]}" "$@"
  rm -rf "$CARGO_TARGET_DIR/tools/build"
}

version_of() { # program: the first number its --version names, or nothing
  { "$1" --version 2>/dev/null || true; } | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1 || true
}

setup_rust() {
  has cargo || fail "Rust is missing: install it with rustup, https://rustup.rs, and call make again."
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] && return
  has rustup || fail "Rust's wasm32-unknown-unknown target is missing, and rustup, which installs it, too."
  rustup target add wasm32-unknown-unknown
}

setup_npm() {
  has npm || fail "Node.js and npm are missing: install them with your system's package manager, and call make again."
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  npm ci --silent
  touch node_modules/.package-lock.json
}

setup_build() {
  setup_rust
  setup_npm
  cargo_tool trunk "$TRUNK_VERSION" "$(version_of trunk)" --locked "trunk@$TRUNK_VERSION" --no-default-features
  # Without --locked: the lock of this version asks for a crate that is not always to be had.
  cargo_tool wasm-bindgen "$WASM_BINDGEN_VERSION" "$(version_of wasm-bindgen)" "wasm-bindgen-cli@$WASM_BINDGEN_VERSION"
  local split=""
  [ -x "$WASM_SPLIT_ROOT/bin/wasm-split-cli" ] && split=$WASM_SPLIT_VERSION
  cargo_tool wasm-split-cli "$WASM_SPLIT_VERSION" "$split" --locked --root "$WASM_SPLIT_ROOT" \
    "wasm_split_cli_support@$WASM_SPLIT_VERSION" --features build-binary
}

setup_system() { # program:package ...
  local missing=() pair
  for pair in "$@"; do has "${pair%%:*}" || missing+=("${pair##*:}"); done
  [ ${#missing[@]} -eq 0 ] && return
  local install="apt-get install --no-install-recommends -y ${missing[*]}"
  if has apt-get && [ "$(id -u)" = 0 ]; then
    say "Installing ${missing[*]} ..."
    # Lists that came with an image are old, and so are the browsers in them; without a network they must do.
    { apt-get update || true; DEBIAN_FRONTEND=noninteractive $install; } >&2
  elif has apt-get; then
    fail "Some programs for the tests are missing. Copy this line: sudo $install"
  else
    fail "Some programs for the tests are missing. Install what your system calls: ${missing[*]}"
  fi
}

# What tests/reader and tests/traces need, in a folder of its own: nothing of the system's or the user's Python is touched.
setup_python() {
  local wanted=tests/reader/requirements.txt
  cmp --silent "$wanted" "$PYTHON_ROOT/installed.txt" && return
  setup_system python3:python3
  # Debian keeps what makes such a folder in a package without a program.
  python3 -c "import ensurepip" 2>/dev/null || setup_system ensurepip:python3-venv
  say "Installing what tests/reader and tests/traces need into $PYTHON_ROOT ..."
  rm -rf "$PYTHON_ROOT"
  python3 -m venv "$PYTHON_ROOT"
  "$PYTHON_ROOT/bin/pip" install --quiet --require-hashes --only-binary :all: -r "$wanted"
  cp "$wanted" "$PYTHON_ROOT/installed.txt"
}

setup_test() {
  setup_build
  setup_python
  setup_system chromium:chromium chromedriver:chromium-driver firefox-esr:firefox-esr \
    WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb xvfb-run:xvfb xauth:xauth brotli:brotli age:age pdftotext:poppler-utils python3:python3
  cargo_tool geckodriver "" "$(version_of geckodriver)" --locked geckodriver
  # cargo test calls it for the tests in a browser; it comes with wasm-bindgen.
  has wasm-bindgen-test-runner || fail "wasm-bindgen is here without wasm-bindgen-test-runner: install wasm-bindgen-cli $WASM_BINDGEN_VERSION."
}

case "${1:-}" in
  build) setup_build ;;
  test) setup_test ;;
  *) fail "Usage: tools/setup.sh build|test" ;;
esac
