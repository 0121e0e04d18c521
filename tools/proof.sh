#!/usr/bin/env bash
# Proves what takes long. The same source, built elsewhere and from nothing, gives the same page, byte for byte, so anyone can
# check that a page they are served is the one whose source they read. What `make test` tries in Chromium alone holds in the
# others too. Browsers killed after "Saved" have lost nothing. And what browsers leave on the disk of a locked vault holds
# nothing that was typed.
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
kept=0 broken=0
prove() { # a command that ends well if it is so
  if "$@"; then kept=$((kept + 1)); else broken=$((broken + 1)); fi
}

same_bytes() {
  if diff <(sums dist) <(sums "$place/source/dist") >&2; then
    echo "the same source gives the same bytes"
  else
    say "proof: the second build differs, file by file as above"
    return 1
  fi
}

in_browsers() { cargo test --quiet --locked --test e2e -- "$1"; }

prove same_bytes
say "proof: in the other engines, what was tried in Chromium alone ..."
prove in_browsers --rest
say "proof: killing browsers that have just said \"Saved\" ..."
export ATTUNE_KILLS="${ATTUNE_KILLS:-15,5}"
prove in_browsers --kills
say "proof: looking through what browsers leave on the disk ..."
prove in_browsers --traces
echo "proof: $kept passed, $broken failed"
[ "$broken" = 0 ]
