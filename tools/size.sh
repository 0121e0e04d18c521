#!/usr/bin/env bash
# Weighs what a person has to load before Attune stands: the program's first part, script and sheet of dist/ after brotli. The
# second part and the worker, fetched once the page stands, are weighed too, and not counted.
# Never builds: weighs what is there, and fails above the budget.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
BUDGET=$((235 * 1024)) # bytes; facts: beyond this the start on a slow line takes more than twice the floor
[ -f dist/index.html ] || fail "dist/ is empty: make build comes first."
has brotli || fail "brotli is missing: make setup installs it."

total=0
printf '%-40s %10s %10s\n' file bytes brotli
for file in dist/*.wasm dist/*.js dist/*.css; do
  raw=$(wc -c <"$file")
  packed=$(brotli -q 11 -c "$file" | wc -c)
  case "$file" in dist/attune-second-* | dist/worker-*) ;; *) total=$((total + packed)) ;; esac
  printf '%-40s %10d %10d\n' "${file#dist/}" "$raw" "$packed"
done
printf '%-40s %10s %10d\n' "what comes first; budget $BUDGET" '' "$total"
[ "$total" -le "$BUDGET" ] || fail "Too heavy by $((total - BUDGET)) bytes."
