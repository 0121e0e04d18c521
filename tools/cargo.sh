#!/usr/bin/env bash
# Calls cargo with the project's tools on the PATH.
# Never chooses what to do: that is the Makefile's.
set -euo pipefail
source "$(dirname "$0")/paths.sh"
exec cargo "$@"
