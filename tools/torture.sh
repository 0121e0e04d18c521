#!/usr/bin/env bash
# Bytes a stranger may have written, many more than `make test` tries, into everything that reads them: tests/host/fuzz.rs.
# Then browsers killed after "Saved", many more than `make proof` kills.
# Never the same twice, unless ATTUNE_FUZZ_SEED says where to begin. ATTUNE_FUZZ_ROUNDS says how long it goes on.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
export ATTUNE_FUZZ_SEED="${ATTUNE_FUZZ_SEED:-$((RANDOM * 32768 + RANDOM))}" ATTUNE_FUZZ_ROUNDS="${ATTUNE_FUZZ_ROUNDS:-100000}"
say "torture: $ATTUNE_FUZZ_ROUNDS rounds of each, from ATTUNE_FUZZ_SEED=$ATTUNE_FUZZ_SEED"
cargo test --quiet --locked --profile torture --test host -- fuzz:: no_one_wrote

export ATTUNE_KILLS="${ATTUNE_KILLS:-500,100}"
say "torture: killing browsers, ATTUNE_KILLS=$ATTUNE_KILLS"
cargo test --quiet --locked --test e2e -- --kills
