#!/usr/bin/env bash
# Proves what takes long. The same source, built elsewhere and from nothing, gives the same page, byte for byte, so anyone can
# check that a page they are served is the one whose source they read. And browsers killed after "Saved" have lost nothing.
# Never compares with anything but dist/, which `make build` has just made.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
place="$CARGO_TARGET_DIR/proof"
rm -rf "$place"
mkdir -p "$place/source"
trap 'rm -rf "$place"' EXIT
# What git knows, and what is new and not ignored: the source, and none of the build.
git ls-files --cached --others --exclude-standard -z | while IFS= read -r -d '' file; do
  [ -e "$file" ] && cp --parents -- "$file" "$place/source/"
done
ln -s "$PWD/node_modules" "$place/source/node_modules"

say "proof: building a second time, elsewhere and from nothing ..."
(cd "$place/source" && CARGO_TARGET_DIR="$place/target" PATH="$CARGO_TARGET_DIR/tools/bin:$PATH" tools/build.sh) >"$place/log" 2>&1 ||
  { cat "$place/log" >&2; fail "proof: the second build failed"; }

sums() { (cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }
if diff <(sums dist) <(sums "$place/source/dist") >&2; then
  echo "the same source gives the same bytes"
else
  say "proof: the second build differs, file by file as above"
  echo "proof: 0 passed, 1 failed"
  exit 1
fi

say "proof: killing browsers that have just said \"Saved\" ..."
if ATTUNE_KILLS="${ATTUNE_KILLS:-15,5}" cargo test --quiet --locked --test e2e -- --kills; then
  echo "proof: 2 passed, 0 failed"
else
  echo "proof: 1 passed, 1 failed"
  exit 1
fi
